import Foundation
import Kernel
import Live
import PostgresStorage
import SQLiteStorage
import Storage
import Web

/// Where an organisation's data are: in a folder, or on a PostgreSQL server.
public struct Place: Sendable {
    public let folder: URL
    /// A PostgreSQL address; nothing means SQLite in the folder.
    public let address: String?
    /// Whether the server carries NOTIFY from one connection to another; one behind a pool that lends connections for a
    /// transaction does not.
    public let hasNotify: Bool

    public init(folder: String, address: String?, hasNotify: Bool = true) {
        self.folder = URL(fileURLWithPath: folder)
        self.address = address
        self.hasNotify = hasNotify
    }

    public var sqliteFile: URL { folder.appendingPathComponent("forkant.sqlite") }

    /// - Parameters:
    /// For a program that does something and ends.
    /// - Throws: what the engine says where it cannot be opened.
    public func open() throws -> any Database {
        guard let address else { return try openFile { _ in } }
        return try PostgresDatabase(url: address, watched: watched { [] }) { _ in }
    }

    /// For a server, which the organisation's other servers take into their company.
    /// - Throws: what the engine says where it cannot be opened.
    func open(for hub: Hub, _ settings: Settings) throws -> any Database {
        guard let address else { return try openFile(announce: hub.announce) }
        return try PostgresDatabase(
            url: address, secret: settings.derivedKey("company", ""), isServer: true,
            watched: watched { hub.watched }, announce: hub.announce)
    }

    /// Nothing where others tell what they change.
    private func watched(_ topics: @escaping @Sendable () -> Set<String>) -> (@Sendable () -> Set<String>)? {
        hasNotify ? nil : topics
    }

    private func openFile(announce: @escaping Announce) throws -> any Database {
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
