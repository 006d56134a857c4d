import Kernel
import Storage

/// Enters very many lines at once, without followers and topics: for invented organisations and for moving in.
public enum JournalFill {
    public struct Line: Sendable {
        let entry: JournalEntry
        let person: PersonID?
        let moment: Moment

        public init(_ entry: JournalEntry, by person: PersonID?, at moment: Moment) {
            self.entry = entry
            self.person = person
            self.moment = moment
        }
    }

    public static func lines(_ lines: [Line], _ identities: Identities, _ writer: Writer) throws {
        let named = lines.map { (id: identities.random(JournalEntry.self), line: $0) }
        try writer.fill(
            table: "journal", columns: ["id", "at", "subject_kind", "subject_id", "verb", "person_id"],
            rows: named.lazy.map { id, line in
                [
                    id.stored, line.moment.stored, line.entry.subject.kind.stored, line.entry.subject.id.stored,
                    line.entry.verb.stored, line.person?.stored ?? .null,
                ]
            })
        try writer.fill(
            table: "journal_payload", columns: ["entry_id", "before", "after"],
            rows: try named.filter { !$0.line.entry.before.isEmpty || !$0.line.entry.after.isEmpty }.map { id, line in
                [
                    id.stored, try Payload.text(line.entry.before).stored, try Payload.text(line.entry.after).stored,
                ]
            })
    }
}
