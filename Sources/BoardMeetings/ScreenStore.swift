import Journal
import Kernel
import Storage
import Web

struct ScreenStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// Also one that was withdrawn.
    func find(_ code: ScreenCode) throws -> BoardScreen? {
        try screens("code_hash = \(code.hash.text)", most: 1).first
    }

    func find(_ id: ID<BoardScreen>, of body: BodyID) throws -> BoardScreen? {
        try screens("id = \(id)", most: 1).first { $0.body == body }
    }

    /// The latest first.
    func all(of body: BodyID, most: Int = 100) throws -> [BoardScreen] {
        try screens("body_id = \(body)", most: most)
    }

    private func screens(_ condition: SQL, most: Int) throws -> [BoardScreen] {
        try reader.rows(
            """
            SELECT id, body_id, name, language, shows_names, made_by, made, withdrawn FROM board_screen
            WHERE \(condition) ORDER BY made DESC, id LIMIT \(most)
            """
        ) { row in
            try BoardScreen(
                id: row[0], body: row[1], name: row[2], language: row[3], showsNames: row[4], madeBy: row[5],
                made: row[6], withdrawn: row[7])
        }
    }
}

extension BoardScreen {
    func made(with code: ScreenCode) -> Change {
        Change(
            [
                """
                INSERT INTO board_screen (id, body_id, name, code_hash, language, shows_names, made_by, made)
                VALUES (\(id), \(body), \(name), \(code.hash.text), \(language), \(showsNames), \(madeBy), \(made))
                """
            ],
            journal: [
                JournalEntry(
                    .boardScreen(id), "made",
                    after: ["body": body.text, "name": name, "names": showsNames ? "shown" : ""])
            ], raising: [.meetings(of: body)])
    }

    func withdrawn(by person: PersonID, _ deed: Deed) -> Change {
        let update: SQL = """
            UPDATE board_screen SET withdrawn = \(deed.day), withdrawn_by = \(person)
            WHERE id = \(id) AND withdrawn IS NULL
            """
        return Change(
            [update.orStale], journal: [JournalEntry(.boardScreen(id), "withdrawn", after: ["body": body.text])],
            raising: [.meetings(of: body)])
    }
}
