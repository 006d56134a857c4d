import App
import ArgumentParser
import Journal
import Web

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks that the journal's closed days are as they were written; names what is not.",
        discussion: """
            Days are closed once they are over, while the site serves. What the command prints of the last one, kept
            elsewhere, shows later that nothing was cut off.
            """)

    @OptionGroup var options: DataOptions

    private static let mostNamed = 100

    func run() async throws {
        let place = options.place
        let settings = try Settings(
            publicAddress: "http://localhost", secretKey: try place.secretKey(environment: options.environment))
        let database = try await options.opened()
        let check = try await JournalCheck(database, key: Features.journalKey(settings))
        await database.close()
        for fault in check.faults.prefix(Self.mostNamed) { say("\(fault)") }
        if check.faults.count > Self.mostNamed { say("… and \(check.faults.count - Self.mostNamed) more") }
        let last = check.last.map { ", the last \($0.day) with the seal \($0.mark)" } ?? ""
        say("\(check.days) closed days with \(check.lines) lines\(last); the values of \(check.erased) are erased.")
        guard check.faults.isEmpty else {
            say("\(check.faults.count) faults.")
            throw ExitCode(1)
        }
    }
}
