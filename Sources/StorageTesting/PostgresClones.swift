import Foundation
import PostgresStorage
import Storage

/// Databases made from a migrated template.
actor PostgresClones {
    static let shared = PostgresClones()

    private static let beginning = "forkant_test_"
    private var templates: [String: Task<String, any Error>] = [:]
    private var made = 0
    private var isCleaned = false

    func make(_ migrations: [Migration], isServer: Bool, _ announce: @escaping Announce) async throws -> TestDatabase {
        guard let conninfo = TestServer.conninfo else {
            throw StorageProblem.unavailable("FORKANT_TEST_POSTGRES names no server")
        }
        let server = PostgresServer(conninfo)
        dropLeftovers(on: server)
        let template = try await template(of: migrations, on: server).value
        let name = newName()
        try server.make(name, from: template)
        let location = server.conninfo(of: name)
        return TestDatabase(
            try PostgresDatabase(
                url: location, connections: 3, secret: TestDatabase.secret, isServer: isServer, announce: announce),
            engine: .postgres, at: location
        ) {
            try? server.drop(name)
        }
    }

    private func template(of migrations: [Migration], on server: PostgresServer) -> Task<String, any Error> {
        let key = migrations.map(\.name).joined(separator: "\n")
        if let known = templates[key] { return known }
        let name = newName()
        let making = Task {
            try server.make(name)
            let database = try PostgresDatabase(url: server.conninfo(of: name), connections: 1) { _ in }
            try await database.migrate(migrations)
            // A template must have no connection.
            await database.close()
            return name
        }
        templates[key] = making
        return making
    }

    private func newName() -> String {
        made += 1
        return "\(Self.beginning)\(getpid())_\(made)"
    }

    /// Those of runs that are over.
    private func dropLeftovers(on server: PostgresServer) {
        guard !isCleaned else { return }
        isCleaned = true
        for name in (try? server.databases()) ?? [] where name.hasPrefix(Self.beginning) {
            let process = name.dropFirst(Self.beginning.count).prefix { $0 != "_" }
            if let process = Int32(process), !TestFolder.isAlive(process) { try? server.drop(name) }
        }
    }
}
