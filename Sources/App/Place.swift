import Foundation
import Kernel
import Live
import PostgresStorage
import SQLiteStorage
import Storage

/// Where an organisation's data are: in a folder, or on a PostgreSQL server.
public struct Place: Sendable {
    public let folder: URL
    /// A PostgreSQL address; nothing means SQLite in the folder.
    public let address: String?

    public init(folder: String, address: String?) {
        self.folder = URL(fileURLWithPath: folder)
        self.address = address
    }

    public var sqliteFile: URL { folder.appendingPathComponent("forkant.sqlite") }

    /// - Throws: what the engine says where it cannot be opened.
    public func open(announce: @escaping Announce = { _ in }) throws -> any Database {
        if let address { return try PostgresDatabase(url: address, announce: announce) }
        try makeFolder()
        return try SQLiteDatabase(path: sqliteFile.path, announce: announce)
    }

    /// The key that marks are made with: from the environment, else kept in the folder, readable by its owner only.
    public func secretKey(environment: [String: String]) throws -> String {
        if let key = environment["FORKANT_SECRET"] { return key }
        let file = folder.appendingPathComponent("secret")
        if let kept = try? String(contentsOf: file, encoding: .utf8), !kept.isEmpty { return kept }
        try makeFolder()
        let key = Identities.system.secret() + Identities.system.secret()
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: Data(key.utf8), attributes: [.posixPermissions: 0o600])
        else { throw UnusableFolder(path: folder.path) }
        return key
    }

    private func makeFolder() throws(UnusableFolder) {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw UnusableFolder(path: folder.path)
        }
    }
}

/// The folder that the operator chose cannot be made or written to.
public struct UnusableFolder: Error, CustomStringConvertible {
    let path: String

    public var description: String {
        "The folder \(path) cannot be made or written to. Choose another with --data."
    }
}
