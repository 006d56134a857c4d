import App
import ArgumentParser

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Brings the database's schema up to date.")

    @OptionGroup var options: DataOptions

    func run() async throws {
        let database = try await options.opened()
        await database.close()
        say("The schema is up to date.")
    }
}
