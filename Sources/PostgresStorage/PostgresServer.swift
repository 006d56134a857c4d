import CPostgres
import Foundation
import Storage

/// A server on which databases are made and dropped; for one who may.
public struct PostgresServer: Sendable {
    private let conninfo: String

    /// - Parameter conninfo: As `PostgresDatabase` takes it; its own database is where the commands are given.
    public init(_ conninfo: String) {
        self.conninfo = conninfo
    }

    /// - Parameter template: A database that nobody is connected to; without one an empty database as Forkant needs it.
    public func make(_ name: String, from template: String? = nil) throws {
        let origin = template.map { "TEMPLATE \(quoted($0))" }
        let plain = "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' TEMPLATE template0"
        try PostgresConnection(conninfo).run("CREATE DATABASE \(quoted(name)) \(origin ?? plain)")
    }

    /// Also where somebody is still connected to it.
    public func drop(_ name: String) throws {
        try PostgresConnection(conninfo).run("DROP DATABASE IF EXISTS \(quoted(name)) WITH (FORCE)")
    }

    public func databases() throws -> [String] {
        try PostgresConnection(conninfo).texts("SELECT datname FROM pg_database WHERE NOT datistemplate")
    }

    /// The same server's other database.
    public func conninfo(of name: String) -> String {
        if conninfo.contains("://"), var url = URLComponents(string: conninfo) {
            url.path = "/" + name
            return url.string ?? conninfo
        }
        return conninfo + " dbname='\(name)'"
    }

    private func quoted(_ name: String) -> String {
        "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}
