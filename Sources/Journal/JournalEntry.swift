import Kernel
import Storage

/// What something is about, as plain data: a kind (`action`, `report`) and an id.
public struct Subject: Hashable, Sendable {
    public let kind: String
    public let id: String

    public init(_ kind: String, _ id: some CustomStringConvertible) {
        self.kind = kind
        self.id = id.description
    }
}

/// One line of the journal: that something was done, to what, by whom, with the values before and after.
public struct JournalEntry: Sendable, Equatable {
    /// How much of the time is kept. Of a deed that is to stay anonymous only the day is.
    public enum Precision: Sendable {
        case moment
        case day
    }

    public let subject: Subject
    /// A past participle: `reported`, `moved`, `closed`.
    public let verb: String
    public let before: [String: String]
    public let after: [String: String]
    public let precision: Precision

    public init(
        _ subject: Subject, _ verb: String, before: [String: String] = [:], after: [String: String] = [:],
        precision: Precision = .moment
    ) {
        self.subject = subject
        self.verb = verb
        self.before = before
        self.after = after
        self.precision = precision
    }

    /// Only what differs between two pictures of the same thing.
    public init(_ subject: Subject, _ verb: String, from before: [String: String], to after: [String: String]) {
        self.init(
            subject, verb, before: before.filter { after[$0.key] != $0.value },
            after: after.filter { before[$0.key] != $0.value })
    }

    func insertions(_ deed: Deed) throws -> [SQL] {
        let id: ID<JournalEntry> = deed.identities.random()
        let at = precision == .moment ? deed.moment.text : deed.day.text
        let person = precision == .moment ? deed.person : nil
        var statements: [SQL] = [
            """
            INSERT INTO journal (id, at, subject_kind, subject_id, verb, person_id)
            VALUES (\(id), \(at), \(subject.kind), \(subject.id), \(verb), \(person))
            """
        ]
        if !before.isEmpty || !after.isEmpty {
            statements.append(
                """
                INSERT INTO journal_payload (entry_id, before, after)
                VALUES (\(id), \(try Payload.text(before)), \(try Payload.text(after)))
                """)
        }
        return statements
    }
}

extension JournalEntry {
    /// Writes all entries anew that say no more than one of these days, so that no row of theirs keeps the number of the
    /// transaction that it came with.
    public static func rewritings(of days: [Day]) -> [SQL] {
        [
            "UPDATE journal SET verb = verb WHERE at IN \(SQL.list(days))",
            """
            UPDATE journal_payload SET after = after
            WHERE entry_id IN (SELECT id FROM journal WHERE at IN \(SQL.list(days)))
            """,
        ]
    }
}
