import Files
import Journal
import Kernel
import Storage

/// The files that lie beside actions.
struct AttachmentStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// Files beside one action.
    static let most = 50

    /// First attached first.
    func attachments(of id: ActionID) throws -> [StoredFile] {
        let files: [FileID] = try reader.values(
            "SELECT file_id FROM action_file WHERE action_id = \(id) ORDER BY at, file_id LIMIT \(Self.most)")
        return try files.compactMap { try FileStore(reader).file($0) }
    }

    func attachment(_ file: FileID, of id: ActionID) throws -> StoredFile? {
        guard try reader.exists("SELECT 1 FROM action_file WHERE action_id = \(id) AND file_id = \(file)") else {
            return nil
        }
        return try FileStore(reader).file(file)
    }
}

extension Action {
    func attached(_ new: NewFile, by person: PersonID, _ deed: Deed) -> Change {
        Change(
            new.insertions + [
                """
                INSERT INTO action_file (action_id, file_id, person_id, at)
                VALUES (\(id), \(new.file.id), \(person), \(deed.moment))
                """, Action.heardOf(id, deed),
            ],
            journal: [JournalEntry(.action(id), "attached", after: ["file": new.file.name])], raising: [.action(id)])
    }
}
