import App
import ArgumentParser
import Foundation
import Organisation
import Storage

/// Where the data are. Flags win over the environment.
struct DataOptions: ParsableArguments {
    @Option(help: "The folder with the data; SQLite keeps its file there. (FORKANT_DATA, otherwise ./data)")
    var data: String?

    @Option(help: "A PostgreSQL address, instead of SQLite. (FORKANT_DATABASE)")
    var database: String?

    var environment: [String: String] { ProcessInfo.processInfo.environment }

    var place: Place {
        // A folder on the command line means SQLite there, whatever the environment says of a server.
        let address = database ?? (data == nil ? environment["FORKANT_DATABASE"] : nil)
        return Place(folder: data ?? environment["FORKANT_DATA"] ?? "./data", address: address)
    }

    /// The database, its schema up to date.
    func opened() async throws -> any Database {
        let database = try place.open()
        try await database.migrate(Features.migrations)
        try await Organisation.complete(database)
        return database
    }
}
