import ArgumentParser
import Foundation
import Journal
import Kernel
import Organisation
import Storage

struct ImportFiles: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Reads units and their history, people, bodies and mandates in from CSV files. Without --apply it only says what would happen."
    )

    @OptionGroup var options: DataOptions
    @Option(help: "A CSV file with units.") var units: String?
    @Option(help: "A CSV file with what units were before.") var history: String?
    @Option(help: "A CSV file with people.") var people: String?
    @Option(help: "A CSV file with groups and committees.") var bodies: String?
    @Option(help: "A CSV file with mandates.") var mandates: String?
    @Option(help: "A CSV file with head counts and hours by the month.") var months: String?
    @Flag(help: "Carries it out, unless a line is refused.") var apply = false

    func validate() throws {
        guard units != nil || history != nil || people != nil || bodies != nil || mandates != nil || months != nil
        else {
            throw ValidationError("Name a file with --units, --history, --people, --bodies, --mandates or --months.")
        }
    }

    func run() async throws {
        let database = try await options.opened()
        let deed = Deed(by: nil, at: .now, identities: .system)
        do {
            let draft = try await ImportDraft.read(try files(), .system)
            try await database.write { writer in try draft.stage(deed, writer) }
            let isRefused = try await preview(draft.id, in: database)
            if apply && !isRefused {
                let outcome = try await database.write { writer in try Import.apply(draft.id, deed, writer) }
                say(outcome == .applied ? "Applied." : "The organisation was changed meanwhile. Nothing was read in.")
                guard outcome == .applied else { throw ExitCode.failure }
            } else {
                try await database.write { writer in try Import.withdraw(draft.id, writer) }
            }
            await database.close()
            if isRefused { throw ExitCode.failure }
        } catch let problems as Problems {
            await database.close()
            for (file, problem) in problems.all { say("\(file): \(problem.explained(in: .english))") }
            throw ExitCode.failure
        }
    }

    private func files() throws -> [ImportFile] {
        try [
            (ImportKind.units, units), (.history, history), (.people, people), (.bodies, bodies),
            (.mandates, mandates), (.months, months),
        ]
        .compactMap { kind, path in
            guard let path else { return nil }
            let place = URL(fileURLWithPath: path)
            return ImportFile(kind, name: place.lastPathComponent, bytes: [UInt8](try Data(contentsOf: place)))
        }
    }

    /// - Returns: whether a line is refused.
    private func preview(_ id: ID<Import>, in database: any Database) async throws -> Bool {
        let today = Moment.now.day
        let (found, counts, refusals, warnings) = try await database.read { reader in
            let store = ImportStore(reader)
            let found = try store.find(id)
            return (
                found, try found.map(store.counts), try store.refusals(of: id, most: 1000),
                try store.warnings(of: id, on: today)
            )
        }
        guard let found, let counts else { return true }
        for file in found.files {
            let tally = counts[file.kind]
            say(
                "\(file.kind.rawValue): \(tally.added) new, \(tally.changed) changed, \(tally.same) unchanged, "
                    + "\(tally.absent) \(file.kind == .people ? "leave" : "not in the file"), \(tally.refused) refused")
            if file.isWindows1252 { say("  read as Windows-1252") }
            if !file.unknown.isEmpty { say("  columns not used: \(file.unknown)") }
        }
        for warning in warnings { say(warning.explained(in: .english)) }
        for refusal in refusals {
            let place = refusal.line == 0 ? "" : " line \(refusal.line)"
            say("\(refusal.file.rawValue)\(place): \(refusal.problem.explained(in: .english))")
        }
        if counts.refused > refusals.count { say("… and more") }
        return counts.refused > 0
    }
}
