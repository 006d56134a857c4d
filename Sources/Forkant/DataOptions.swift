import App
import ArgumentParser
import Foundation
import Storage

/// Where the data are. Flags win over the environment.
struct DataOptions: ParsableArguments {
    @Option(help: "The folder with the data; SQLite keeps its file there. (FORKANT_DATA, otherwise ./data)")
    var data: String?

    @Option(help: "A PostgreSQL address, instead of SQLite. (FORKANT_DATABASE)")
    var database: String?

    @Flag(
        help: "PostgreSQL carries no NOTIFY, as behind a pool that lends connections. (FORKANT_NOTIFY=off)")
    var withoutNotify = false

    var environment: [String: String] { ProcessInfo.processInfo.environment }

    var place: Place {
        // A folder on the command line means SQLite there, whatever the environment says of a server.
        let address = database ?? (data == nil ? environment["FORKANT_DATABASE"] : nil)
        return Place(
            folder: data ?? environment["FORKANT_DATA"] ?? "./data", address: address,
            hasNotify: !withoutNotify && environment["FORKANT_NOTIFY"] != "off")
    }

    /// The database, its schema up to date.
    func opened() async throws -> any Database {
        let database = try place.open()
        try await Features.bringUpToDate(database)
        return database
    }
}
