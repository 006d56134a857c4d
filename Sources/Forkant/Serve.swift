import App
import ArgumentParser
import Foundation
import Jobs
import Logging
import Mail
import Telemetry
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves the site.")

    @OptionGroup var options: DataOptions

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on. (FORKANT_PORT, otherwise 8080)")
    var port: Int?

    @Option(help: "Where people find the site, such as https://forkant.example. (FORKANT_PUBLIC_ADDRESS)")
    var publicAddress: String?

    @Option(help: "How many proxies before the server may be believed. (FORKANT_TRUSTED_PROXIES)")
    var trustedProxies: Int?

    @Option(help: "The folder with stylesheet, scripts and icons. (FORKANT_PUBLIC)")
    var publicFolder: String?

    @Option(help: "The folder with the law's rules. (FORKANT_LAW)")
    var lawFolder: String?

    @Option(help: "A Python with WeasyPrint, which makes PDF. (FORKANT_PDF, otherwise .tools/paper/bin/python)")
    var pdf: String?

    @Option(help: "The mail server, such as smtps://mail.example:465; without it no mails are sent. (FORKANT_MAIL)")
    var mail: String?

    @Option(help: "The address that mails are from. (FORKANT_MAIL_FROM)")
    var mailFrom: String?

    @Option(
        help: "Whom the mail server knows us as. Its password comes from FORKANT_MAIL_PASSWORD. (FORKANT_MAIL_USER)")
    var mailUser: String?

    @Option(help: "A file with certificates to trust the mail server by, not the system's. (FORKANT_MAIL_AUTHORITIES)")
    var mailAuthorities: String?

    @Option(help: "What the log says: info, notice, warning or error. (FORKANT_LOG_LEVEL, otherwise notice)")
    var logLevel: String?

    @Option(help: "Seconds to answer on after the signal to stop, not being ready. (FORKANT_DRAIN, otherwise 0)")
    var drain: Int?

    /// Seconds that requests under way may take when the server stops: for tests.
    @Option(help: .hidden)
    var patience = 30

    @Flag(inversion: .prefixedNo, help: "Lets phones keep the form for reports. (FORKANT_OFFLINE, yes or no)")
    var offline = true

    @Flag(help: "Shows the pattern library at /design.")
    var development = false

    /// Seconds between rounds of mailing: for tests.
    @Option(help: .hidden)
    var mailEvery = 30

    @Flag(help: .hidden)
    var bench = false

    /// For measuring what a page costs that has changed.
    @Flag(help: .hidden)
    var everyPageAnew = false

    func run() async throws {
        Allocation.keepsFreed()
        let environment = options.environment
        let logger = try log(environment)
        let farewell = try farewell(environment)
        let port = port ?? environment["FORKANT_PORT"].flatMap(Int.init) ?? 8080
        let settings = try Settings(
            publicAddress: publicAddress ?? environment["FORKANT_PUBLIC_ADDRESS"] ?? "http://\(host):\(port)",
            secretKey: try options.place.secretKey(environment: environment),
            trustedProxies: trustedProxies ?? environment["FORKANT_TRUSTED_PROXIES"].flatMap(Int.init) ?? 0,
            isDevelopment: development, keepsPages: !everyPageAnew,
            keepsForms: offline && environment["FORKANT_OFFLINE"] != "no",
            metricsToken: environment["FORKANT_METRICS_TOKEN"].flatMap { $0.isEmpty ? nil : $0 })
        let opening = try Opening(
            options.place, settings: settings, publicFolder: try publicPlace(environment),
            law: try lawPlace(environment),
            python: (pdf ?? environment["FORKANT_PDF"]).map { URL(fileURLWithPath: $0) },
            mail: try mailSettings(environment), fixedPages: bench)
        if opening.house.press == nil { say("PDF is not set up here: pages are printed from the browser.") }
        try await Features.bringUpToDate(opening.house.database)
        if let address = try await opening.setupAddress() {
            say("Nobody is here yet. Begin at this address, which works once:\n\n    \(address)\n")
        }
        let foreman = Foreman(of: opening.house, jobs: Features.jobs, logger: logger)
        let jobs = Task { await foreman.run() }
        let mails = Task { await MailRounds(of: opening.house, every: .seconds(mailEvery)).run() }
        try await opening.site.run(host: host, port: port, farewell: farewell, logger: logger) { port in
            say("Forkant serves on http://\(host):\(port)")
        }
        // What is under way is entered as done before the database is closed.
        for work in [jobs, mails] { work.cancel() }
        for work in [jobs, mails] { await work.value }
        await opening.house.database.close()
        logger.notice("Stopped")
    }

    /// More than `info` is not offered: what libraries say then counts all requests, and names what they carry.
    private func log(_ environment: [String: String]) throws -> Logger {
        let name = logLevel ?? environment["FORKANT_LOG_LEVEL"] ?? "notice"
        guard let level = Logger.Level(rawValue: name), level >= .info, level <= .error else {
            throw ValidationError("The log says info, notice, warning or error, not \(name).")
        }
        LoggingSystem.bootstrap { _ in JSONLogHandler(level: level, clock: { .now }, to: StandardError.write) }
        return Logger(label: "forkant")
    }

    private func farewell(_ environment: [String: String]) throws -> Farewell {
        let text = environment["FORKANT_DRAIN"].flatMap { $0.isEmpty ? nil : $0 }
        guard let seconds = drain ?? Int(text ?? "0"), (0...600).contains(seconds) else {
            throw ValidationError("The time to answer on while stopping is between 0 and 600 seconds.")
        }
        return Farewell(drain: .seconds(seconds), patience: .seconds(patience))
    }

    private func mailSettings(_ environment: [String: String]) throws -> MailSettings? {
        guard let address = mail ?? environment["FORKANT_MAIL"], !address.isEmpty else { return nil }
        return try MailSettings(
            address, from: mailFrom ?? environment["FORKANT_MAIL_FROM"],
            user: mailUser ?? environment["FORKANT_MAIL_USER"], password: environment["FORKANT_MAIL_PASSWORD"] ?? "",
            authorities: mailAuthorities ?? environment["FORKANT_MAIL_AUTHORITIES"])
    }

    private func publicPlace(_ environment: [String: String]) throws -> URL {
        if let named = publicFolder ?? environment["FORKANT_PUBLIC"] { return URL(fileURLWithPath: named) }
        guard let place = Self.beside("Public", with: "forkant.css") else {
            throw ValidationError("The folder with stylesheet and scripts was not found; name it with --public-folder.")
        }
        return place
    }

    private func lawPlace(_ environment: [String: String]) throws -> URL {
        if let named = lawFolder ?? environment["FORKANT_LAW"] { return URL(fileURLWithPath: named) }
        guard let place = Self.beside("Resources/law", with: "sizes.yaml") else {
            throw ValidationError("The folder with the law's rules was not found; name it with --law-folder.")
        }
        return place
    }

    /// A folder beside the program or one of the folders above it, as in a checkout, or where the program was started.
    private static func beside(_ name: String, with file: String) -> URL? {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        for _ in 0..<6 {
            folder.deleteLastPathComponent()
            let place = folder.appendingPathComponent(name)
            if FileManager.default.fileExists(atPath: place.appendingPathComponent(file).path) { return place }
        }
        let place = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).appendingPathComponent(name)
        return FileManager.default.fileExists(atPath: place.path) ? place : nil
    }
}
