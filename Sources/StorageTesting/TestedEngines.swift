import Foundation
import Storage

extension Engine {
    /// For `@Test(arguments:)`: PostgreSQL too where `FORKANT_TEST_POSTGRES` names a server.
    public static let tested: [Engine] = {
        if TestServer.conninfo != nil { return [.sqlite, .postgres] }
        print("Only SQLite is tested: FORKANT_TEST_POSTGRES names no PostgreSQL server.")
        return [.sqlite]
    }()
}

enum TestServer {
    /// Of a role that may create databases.
    static let conninfo = ProcessInfo.processInfo.environment["FORKANT_TEST_POSTGRES"]
}
