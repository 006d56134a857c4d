import ArgumentParser

/// The program. Every subcommand is told where the data are by `--data` or `--database`.
@main
struct Forkant: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forkant",
        abstract: "Runs an organisation's working-environment work.",
        subcommands: [
            Serve.self, Migrate.self, ImportFiles.self, User.self, WhoMay.self, Verify.self, DemoCommand.self,
        ])
}
