import Access
import Accidents
import ActionPlan
import Agreements
import BoardMeetings
import Demo
import Elections
import Files
import HandingUp
import Handover
import Ideas
import Investigation
import Jobs
import Journal
import Kernel
import Mailing
import Notices
import Organisation
import OrganisationPlan
import Overview
import Prioritising
import Proximity
import Reports
import Retention
import SafetyOrganisation
import Statistics
import Storage
import StuckActions
import TimeForTask
import Web

/// Everything that Forkant can do, feature by feature.
public enum Features {
    /// In the order in which they build on each other.
    public static let migrations: [Migration] =
        StorageSchema.migrations + WebSchema.migrations + JournalSchema.migrations + AccessSchema.migrations
        + NoticeSchema.migrations + FileSchema.migrations + OrganisationSchema.migrations + ActionPlan.migrations
        + Reports.migrations + Elections.migrations + TimeForTask.migrations + Handovers.migrations
        + SafetyOrganisation.migrations + Agreements.migrations + Proximity.migrations + JobSchema.migrations
        + Mailing.migrations + Ideas.migrations + StuckActions.migrations + HandingUp.migrations
        + Prioritising.migrations + BoardMeetings.migrations + Investigations.migrations + Accidents.migrations
        + Statistics.migrations + Retention.migrations

    /// - Throws: `NewerSchema` where a later version of the program has been there: what that one keeps true, this one would
    ///   not know of.
    public static func bringUpToDate(_ database: any Database) async throws {
        try await database.migrate(StorageSchema.migrations)
        let applied = try await database.read { try MigrationHistory.names($0) }
        let unknown = Set(applied).subtracting(migrations.map(\.name))
        guard unknown.isEmpty else { throw NewerSchema(migrations: unknown.sorted()) }
        try await database.migrate(migrations)
        try await Organisation.complete(database)
    }

    public static var routes: [Route] {
        Organisation(invent: invent, listed: [Reports.listed]).routes
            + ActionPlan.routes(origins: origins, guests: guests)
            + Reports.routes(guests: reportGuests) + Ideas.routes + Prioritising.routes + StuckActions.routes
            + HandingUp.routes + Investigations.routes
            + BoardMeetings.routes(origins: origins, still: StuckActions.still) + Elections.routes + TimeForTask.routes
            + Handovers.routes
            + SafetyOrganisation(elections: elections).routes + Agreements.routes(hasElection: hasElection)
            + Accidents.routes + Proximity.routes + Statistics.routes + Mailing.routes + OrganisationPlan.routes
            + Overview.routes(matters: matters)
            + JobRoutes(jobs).all + retention.routes
    }

    /// What the program does by itself.
    public static let jobs: [Job] = [
        Job(
            "elections",
            Words(da: "Åbner og tæller valg på deres dage", en: "Opens and counts elections on their days"),
            every: 300
        ) { house in
            try await Elections.turnPages(in: house)
        },
        Job(
            "journal",
            Words(da: "Forsegler de dage i journalen, der er gået", en: "Seals the journal's days that are over"),
            every: 3600
        ) { house in
            try await JournalSealing(house.database, key: journalKey(house.settings)).seal(at: house.clock())
        },
        Job(
            "recurring-actions",
            Words(da: "Lægger indsatser op, der kommer igen på en dag", en: "Puts up actions that come again on a day"),
            every: 900
        ) { house in
            try await ActionPlan.comeAgain(in: house)
        },
        Job(
            "board meetings",
            Words(da: "Afslutter tavlemøder, som ingen har afsluttet", en: "Ends board meetings that nobody has ended"),
            every: 900
        ) { house in
            try await BoardMeetings.endForgotten(in: house)
        },
        Job(
            "notification deadlines",
            Words(da: "Minder om frister for at anmelde ulykker", en: "Reminds of deadlines for notifying accidents"),
            every: 3600
        ) { house in
            _ = try await Accidents.remind(in: house)
            return untold
        },
        Job(
            "statistics",
            Words(da: "Lægger gårsdagens meldinger til statistikken", en: "Adds yesterday's reports to the statistics"),
            every: 900
        ) { house in
            try await Statistics.sumDays(in: house.database, at: house.clock())
            return untold
        },
        Job(
            "confidential cases",
            Words(
                da: "Sørger for, at fortrolige meldinger har nogen, der læser dem",
                en: "Sees to it that confidential reports have somebody who reads them"),
            every: 3600
        ) { house in
            try await Reports.watchCases(in: house)
        },
        retention.job,
        .tidying,
    ]

    /// What the list of jobs says of work among which there may be confidential reports: whoever runs the program would learn
    /// from the count that one came, or that its deadline draws near.
    private static let untold = 0

    /// What is kept for a term and then erased, feature by feature. Before a report goes, its part of the sums is made to
    /// stay, and whatever lies beside it goes.
    public static let retained: [RetainedKind] =
        Reports.retained(
            besides: [Accidents.retained], erasing: [Statistics.freeze, Investigations.erase, Accidents.erase])
        + [.notices]

    private static let retention = Retention(of: retained, key: journalKey)

    /// With which the journal's days are sealed.
    public static func journalKey(_ settings: Settings) -> [UInt8] { settings.derivedKey("journal", "") }

    /// Who hears, in the same transaction, of what others enter in the journal.
    public static let followers: [Follower] =
        Reports.followers + Ideas.followers + SafetyOrganisation.followers + StuckActions.followers
        + HandingUp.followers + Investigations.followers + Statistics.followers

    /// What the menu says that waits.
    public static let menu = MenuNumbers.counting

    /// Which bodies have an election that is called and not over.
    @Sendable private static func elections(_ reader: Reader) throws -> Set<BodyID> {
        try ElectionStore(reader).openBodies()
    }

    /// Who tells what an action came from.
    private static let origins = Origins(
        ["report": Reports.origin, "idea": Ideas.origin, "handing": HandingUp.origin],
        withDiscretion: ["report": Reports.discretion, "handing": HandingUp.discretion],
        counted: ["report": Reports.counted, "idea": Ideas.counted])

    /// Who shows something on the pages of plans and actions.
    private static let guests = PlanGuests(
        parked: Ideas.parked,
        onBoard: [BoardMeetings.onBoard, Prioritising.onBoard, HandingUp.onBoard, StuckActions.onBoard],
        onAction: [StuckActions.onAction, HandingUp.onAction, Prioritising.onAction])

    /// Who is asked what waits for somebody today.
    private static let matters: [Matter.Publisher] = [
        .init(Reports.matters) { [.cases(of: $0.person)] }, .init(Reports.gaps),
        .init(askingTwice: Accidents.matters), .init(Accidents.unfilled), .init(BoardMeetings.matters),
        .init(Handovers.matters) { [.handovers(of: $0.person)] },
        .init(ActionPlan.matters), .init(askingTwice: StuckActions.matters), .init(askingTwice: HandingUp.matters),
        .init(Proximity.matters) { _ in [.proximity] }, .init(Agreements.matters) { _ in [.agreements] },
    ]

    /// Who shows something on the page of a report.
    private static let reportGuests = ReportGuests(
        onReport: [Accidents.onReport, Investigations.onReport], onNext: [Investigations.onNext],
        onChange: [Accidents.onChange])

    /// Whoever is elected takes a seat in the body: it cannot become another one meanwhile.
    @Sendable private static func hasElection(_ body: BodyID, _ reader: Reader) throws -> Bool {
        try !ElectionStore(reader).open(of: body).isEmpty
    }

    /// The organisation that a newcomer may try, with the account of its safety representative.
    @Sendable private static func invent(_ database: any Database) async throws -> (email: String, password: String) {
        let password = Identities.system.code(letters: 12).lowercased()
        let accounts = try await Invention(people: 400, seed: 1, today: Moment.now.day).fill(
            database, password: password)
        return (accounts.first?.email ?? "", password)
    }
}

/// The database was brought up to date by a later version than this program.
public struct NewerSchema: Error, CustomStringConvertible {
    let migrations: [String]

    public var description: String {
        """
        This database belongs to a newer Forkant, which has done what this program does not know: \
        \(migrations.joined(separator: ", ")). Start the newer program.
        """
    }
}
