import ArgumentParser
import Demo
import Kernel
import Organisation

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Fills an empty database with an invented university.")

    @OptionGroup var options: DataOptions
    @Option(help: "How many people it has.") var people = 400
    @Option(help: "How many actions are on its plans; one for every three people where not said.") var actions: Int?
    @Option(help: "The same seed gives the same university.") var seed = 1
    @Option(help: "What all accounts sign in with; one is made up where not said.") var password: String?
    @Flag(help: "Does nothing, and says so, where somebody is here already.") var ifEmpty = false

    func validate() throws {
        guard (20...2_000_000).contains(people) else { throw ValidationError("Between 20 and 2,000,000 people.") }
    }

    func run() async throws {
        let database = try await options.opened()
        if ifEmpty, try await !database.read({ try PersonStore($0).isEmpty() }) {
            say("Somebody is here already; nothing was invented.")
            say("Who has forgotten the password gets a link from: forkant user link --email amr@demo.example")
            return await database.close()
        }
        let password = password ?? Identities.system.code(letters: 12).lowercased()
        let invention = Invention(people: people, actions: actions, seed: seed, today: Moment.now.day)
        let accounts = try await invention.fill(database, password: password)
        await database.close()
        say("An invented university of \(people) people is ready. Sign in with the password \(password) as:")
        for account in accounts { say("  \(account.email)  (\(account.name))") }
    }
}
