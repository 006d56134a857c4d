import Foundation
import SQLiteStorage
import Storage

/// Copies of migrated files.
actor SQLiteClones {
    static let shared = SQLiteClones()

    private let folder = TestFolder.ofThisRun
    private var templates: [String: Task<URL, any Error>] = [:]
    private var made = 0

    func make(_ migrations: [Migration], _ announce: @escaping Announce) async throws -> TestDatabase {
        let template = try await template(of: migrations).value
        made += 1
        let file = folder.appending(path: "\(made).sqlite")
        try FileManager.default.copyItem(at: template, to: file)
        return TestDatabase(
            try SQLiteDatabase(path: file.path, announce: announce), engine: .sqlite, at: file.path
        ) {
            for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + ending) }
        }
    }

    private func template(of migrations: [Migration]) -> Task<URL, any Error> {
        let key = migrations.map(\.name).joined(separator: "\n")
        if let known = templates[key] { return known }
        let file = folder.appending(path: "template\(templates.count).sqlite")
        let making = Task {
            let database = try SQLiteDatabase(path: file.path) { _ in }
            try await database.migrate(migrations)
            // Closing writes the log back into the file, so that one file is the whole.
            await database.close()
            return file
        }
        templates[key] = making
        return making
    }
}
