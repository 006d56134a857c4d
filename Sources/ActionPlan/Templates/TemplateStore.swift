import Journal
import Kernel
import Storage

struct TemplateStore {
    /// Of a group, and of the organisation: more than this nobody looks through.
    static let most = 100

    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// The group's own and those of the whole organisation, by their words.
    func all(for body: BodyID) throws -> [ActionTemplate] {
        let (own, everywhere) = try reader.together(
            Self.rows("body_id = \(body) AND everywhere = 0"), Self.rows("everywhere = 1"))
        return own + everywhere
    }

    func find(_ id: ID<ActionTemplate>) throws -> ActionTemplate? {
        try reader.rows(Self.rows("id = \(id)")).first
    }

    private static func rows(_ condition: SQL) -> Query<ActionTemplate> {
        Query(
            """
            SELECT id, body_id, everywhere, what, why, how, follow_up, kind, difficulty FROM action_template
            WHERE \(condition) ORDER BY what, id LIMIT \(most)
            """
        ) { row in
            try ActionTemplate(
                id: row[0], body: row[1], isEverywhere: (row[2] as Int) == 1,
                text: TemplateText(
                    what: row[3], why: row[4], how: row[5], followUp: row[6], kind: row[7], difficulty: row[8]))
        }
    }
}

extension ActionTemplate {
    public func kept(by body: BodyID) -> Change {
        Change(
            [
                """
                INSERT INTO action_template (id, body_id, everywhere, what, why, how, follow_up, kind, difficulty)
                VALUES (\(id), \(body), \(isEverywhere ? 1 : 0), \(text.what), \(text.why), \(text.how),
                \(text.followUp), \(text.kind), \(text.difficulty))
                """
            ],
            journal: [
                JournalEntry(
                    Subject("template", id), "created",
                    after: ["what": text.what, "body": body.text, "everywhere": isEverywhere ? "yes" : "no"])
            ], raising: [])
    }

    func removed() -> Change {
        Change(
            ["DELETE FROM action_template WHERE id = \(id)"],
            journal: [JournalEntry(Subject("template", id), "removed", before: ["what": text.what])], raising: [])
    }
}
