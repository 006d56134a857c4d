import Journal
import Kernel
import Storage

struct SavedListStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// By name.
    func all(of person: PersonID) throws -> [SavedList] {
        try reader.rows(
            """
            SELECT id, person_id, name, query FROM saved_list WHERE person_id = \(person) AND deleted = 0
            ORDER BY name, id LIMIT \(SavedList.most)
            """, SavedList.init(row:))
    }

    /// Nothing where it is somebody else's.
    func find(_ id: ID<SavedList>, of person: PersonID, isDeleted: Bool = false) throws -> SavedList? {
        try reader.first(
            """
            SELECT id, person_id, name, query FROM saved_list WHERE id = \(id) AND person_id = \(person)
            AND deleted = \(isDeleted ? 1 : 0)
            """, SavedList.init(row:))
    }
}

extension SavedList {
    init(row: Row) throws {
        try self.init(id: row[0], person: row[1], name: row[2], query: Self.query(stored: row[3]))
    }

    /// - Returns: what is written without a line in the journal: it is nobody else's business.
    func saved() -> Change {
        change(
            """
            INSERT INTO saved_list (id, person_id, name, query, deleted)
            VALUES (\(id), \(person), \(name), \(stored), 0)
            """)
    }

    func renamed(_ new: String) -> Change { change("UPDATE saved_list SET name = \(new) WHERE id = \(id)") }

    /// The one that was deleted before is gone for good now.
    func deleted() -> Change {
        change("DELETE FROM saved_list WHERE person_id = \(person) AND deleted = 1")
            + change("UPDATE saved_list SET deleted = 1 WHERE id = \(id)")
    }

    func restored() -> Change { change("UPDATE saved_list SET deleted = 0 WHERE id = \(id)") }

    private func change(_ statement: SQL) -> Change {
        Change([statement], journal: [], raising: [.savedLists(of: person)])
    }
}

extension Topic {
    /// The lists that a person has saved.
    static func savedLists(of person: PersonID) -> Topic { Topic("saved-lists:\(person)") }
}
