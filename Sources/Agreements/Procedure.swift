import Access
import Journal
import Kernel
import Organisation
import Storage
import Web

/// A version of a body's rules of procedure (forretningsorden): a draft until the body has decided on it, and then never
/// changed again.
struct Procedure: Sendable, Equatable {
    struct Decision: Sendable, Equatable {
        let day: Day
        /// Who decided, in words: the committee at its meeting, the parties together.
        let by: String
        /// From when on it holds.
        let starts: Day

        /// - Throws: all problems with what was written.
        init(_ fields: Fields, on today: Day) throws(Problems) {
            var reading = Reading(fields)
            let (day, by) = (reading.day("decided_on"), reading.text("decided_by", limit: 400))
            let starts = reading.optionalDay("starts") ?? day
            if day > today { reading.note(AgreementProblem.decidedBeforeDraft, at: "decided_on") }
            if starts < day { reading.note(AgreementProblem.startsBeforeDecided, at: "starts") }
            try reading.finish()
            (self.day, self.by, self.starts) = (day, by, starts)
        }

        init(day: Day, by: String, starts: Day) {
            (self.day, self.by, self.starts) = (day, by, starts)
        }
    }

    let id: ID<Procedure>
    let body: BodyID
    let number: Int
    let editor: PersonID?
    let decision: Decision?

    static let textLimit = 10_000

    /// As somebody wrote it, by section.
    /// - Throws: all problems with what was written.
    static func texts(_ fields: Fields) throws(Problems) -> [String: String] {
        var reading = Reading(fields)
        var texts: [String: String] = [:]
        for section in Template.rulesOfProcedure.sections {
            texts[section.key] = reading.optionalText("text-\(section.key)", limit: textLimit)
        }
        try reading.finish()
        return texts
    }

    /// As its form shows it, by field.
    static func written(_ texts: [String: String]) -> [String: String] {
        let pairs = Template.rulesOfProcedure.sections.map { ("text-\($0.key)", texts[$0.key] ?? "") }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// - Throws: `Problems` where a section that must say something says nothing.
    static func check(_ texts: [String: String]) throws(Problems) {
        var problems = Problems()
        for section in Template.rulesOfProcedure.sections
        where section.need == .text && (texts[section.key] ?? "").isEmpty {
            problems.add(AgreementProblem.missing(section.title, .text), at: "")
        }
        guard problems.isEmpty else { throw problems }
    }
}

struct ProcedureStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// All that were decided, latest first.
    func decided(of body: BodyID) throws -> [Procedure] {
        try reader.rows(
            """
            SELECT \(Procedure.columns) FROM procedure_version WHERE body_id = \(body) AND decided_on IS NOT NULL
            ORDER BY number DESC LIMIT 200
            """, Procedure.init(row:))
    }

    /// The one that holds on the day.
    func current(of body: BodyID, on day: Day) throws -> Procedure? {
        try decided(of: body).first { ($0.decision?.starts ?? .latest) <= day }
    }

    func draft(of body: BodyID) throws -> Procedure? {
        try reader.first(
            "SELECT \(Procedure.columns) FROM procedure_version WHERE body_id = \(body) AND decided_on IS NULL",
            Procedure.init(row:))
    }

    func find(_ number: Int, of body: BodyID) throws -> Procedure? {
        try reader.first(
            """
            SELECT \(Procedure.columns) FROM procedure_version
            WHERE body_id = \(body) AND number = \(number) AND decided_on IS NOT NULL
            """, Procedure.init(row:))
    }

    func texts(of id: ID<Procedure>) throws -> [String: String] {
        let pairs = try reader.rows("SELECT section, text FROM procedure_text WHERE version_id = \(id)") { row in
            (try row[0] as String, try row[1] as String)
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    func nextNumber(of body: BodyID) throws -> Int {
        (try reader.value("SELECT MAX(number) FROM procedure_version WHERE body_id = \(body)") ?? 0) + 1
    }

    /// Whoever arranges the area, and those who lead the body's work: chair, leader, secretary, coordinator.
    static func mayWrite(_ body: Body, _ viewer: Viewer, on day: Day, _ reader: Reader) throws -> Bool {
        let leading: Set<Role> = [.chair, .leader, .secretary, .coordinator]
        if viewer.mandates.contains(where: { $0.body == body.id && leading.contains($0.role) }) { return true }
        return try viewer.arranges(body, on: day, reader)
    }
}

extension Procedure {
    static var columns: SQL { "id, body_id, number, edited_by, decided_on, decided_by, starts" }

    init(row: Row) throws {
        let day: Day? = try row[4]
        try self.init(
            id: row[0], body: row[1], number: row[2], editor: row[3],
            decision: try day.map { Decision(day: $0, by: try row[5], starts: try row[6]) })
    }

    private static func subject(_ body: BodyID) -> Subject { Subject("procedure", body) }

    /// The draft is kept, a new one where there is none.
    static func kept(
        _ texts: [String: String], in draft: Procedure?, of body: BodyID, number: Int, _ deed: Deed
    ) -> Change {
        let id = draft?.id ?? deed.identities.random()
        let head: SQL =
            draft == nil
            ? """
            INSERT INTO procedure_version (id, body_id, number, edited_by, edited_at)
            VALUES (\(id), \(body), \(number), \(deed.person), \(deed.moment))
            """
            : ("""
            UPDATE procedure_version SET edited_by = \(deed.person), edited_at = \(deed.moment)
            WHERE id = \(id) AND decided_on IS NULL
            """ as SQL).orStale
        let sections = texts.sorted { $0.key < $1.key }.map { section, text -> SQL in
            """
            INSERT INTO procedure_text (version_id, section, text) VALUES (\(id), \(section), \(text))
            ON CONFLICT (version_id, section) DO UPDATE SET text = excluded.text
            """
        }
        return Change(
            [head] + sections,
            journal: [
                JournalEntry(
                    subject(body), draft == nil ? "created" : "changed", after: texts.filter { !$0.value.isEmpty })
            ],
            raising: [.agreements])
    }

    func decided(_ decision: Decision, _ deed: Deed) -> Change {
        Change(
            [
                ("""
                UPDATE procedure_version SET decided_on = \(decision.day), decided_by = \(decision.by),
                starts = \(decision.starts), edited_by = \(deed.person), edited_at = \(deed.moment)
                WHERE id = \(id) AND decided_on IS NULL
                """ as SQL).orStale
            ],
            journal: [
                JournalEntry(
                    Self.subject(body), "adopted",
                    after: ["number": "\(number)", "by": decision.by, "starts": decision.starts.text])
            ],
            raising: [.agreements])
    }

    func discarded() -> Change {
        Change(
            [
                "DELETE FROM procedure_text WHERE version_id = \(id)",
                ("DELETE FROM procedure_version WHERE id = \(id) AND decided_on IS NULL" as SQL).orStale,
            ],
            journal: [JournalEntry(Self.subject(body), "discarded")], raising: [.agreements])
    }
}
