import Access
import App
import Design
import Documents
import Foundation
import Hummingbird
import Journal
import Kernel
import Law
import Live
import Logging
import Mail
import Organisation
import Storage
import StorageTesting
import Web

/// Nordhavn University, invented: a chemistry department with laboratories and an office, and a department of history.
/// Somebody in every role, and strangers from another unit. It is always the same Monday morning.
public struct Workplace: Sendable {
    /// Monday 5 January 2026, nine o'clock in Denmark.
    public static let monday = Moment(milliseconds: 1_767_600_000_000)
    public static let today = monday.day

    public static let university = UnitID("university")
    public static let chemistry = UnitID("chemistry")
    public static let laboratories = UnitID("laboratories")
    public static let office = UnitID("office")
    public static let history = UnitID("history")

    /// Looks after the laboratories.
    public static let labGroup = BodyID("lab-group")
    /// Looks after the department of history.
    public static let historyGroup = BodyID("history-group")
    /// Above the groups of chemistry.
    public static let committee = BodyID("committee")

    /// Safety representative in the laboratories' group.
    public static let maja = Person(
        id: ID("maja"), name: "Maja Holm", email: "maja@nordhavn.example", unit: laboratories, starts: beginning)
    /// Leader in the laboratories' group; reads English.
    public static let jonas = Person(
        id: ID("jonas"), name: "Jonas Riis", email: "jonas@nordhavn.example", language: .english, unit: laboratories,
        starts: beginning)
    /// Employee in the laboratories, without a mandate.
    public static let sara = Person(
        id: ID("sara"), name: "Sara Lund", email: "sara@nordhavn.example", unit: laboratories, starts: beginning)
    /// Coordinator and chair of chemistry's committee.
    public static let eva = Person(
        id: ID("eva"), name: "Eva Nør", email: "eva@nordhavn.example", unit: office, starts: beginning)
    /// Safety representative in history: a stranger to the laboratories.
    public static let karl = Person(
        id: ID("karl"), name: "Karl Åkjær", email: "karl@nordhavn.example", unit: history, starts: beginning)
    /// Student in the laboratories.
    public static let ida = Person(
        id: ID("ida"), name: "Ida Østergaard", email: "ida@nordhavn.example", kind: .student, unit: laboratories,
        starts: beginning)
    /// Administrator, without any mandate.
    public static let rikke = Person(
        id: ID("rikke"), name: "Rikke Thy", email: "rikke@nordhavn.example", unit: university, starts: beginning,
        isAdministrator: true)

    public static let people = [maja, jonas, sara, eva, karl, ida, rikke]
    static let beginning = Day(number: 20_000)

    public let database: TestDatabase
    public let house: House
    public let site: Site
    let responder: any HTTPResponder<SiteContext>
    let logger: Logger

    /// - Parameters:
    ///   - extra: routes of the test's own, beside those of the program.
    ///   - isServer: one of several on PostgreSQL, made by `Workplace(beside:)`, which hear each other.
    ///   - isEmpty: nobody is there yet, as at the very first start.
    ///   - law: other rules than the program's own.
    ///   - press: what makes PDF; most tests have none.
    ///   - mail: what takes mails away; most tests have nothing that does.
    ///   - metricsToken: what a program shows to read the server's figures; mostly nobody may.
    ///   - identities: `.same()` where pages are compared with earlier ones.
    public init(
        _ engine: Engine = .sqlite, publicAddress: String = "http://localhost:8080", trustedProxies: Int = 0,
        extra: [Route] = [], isServer: Bool = false, isEmpty: Bool = false, logger: Logger? = nil,
        identities: Identities = .system, law: LawBook? = nil, press: Press? = nil,
        mail: (any MailLine)? = nil, metricsToken: String? = nil,
        clock: @escaping @Sendable () -> Moment = { Workplace.monday }
    ) async throws {
        self.logger = logger ?? Self.console
        let law = try law ?? Self.law()
        let hub = Hub()
        database = try await TestDatabase.make(
            engine, migrations: Features.migrations, isServer: isServer, announce: hub.announce)
        let statics = try StaticFiles(folder: Self.publicFolder)
        let assets = Assets(statics.link)
        house = House(
            database: PlanWatch(database, allowing: WholeReading.known), hub: hub,
            settings: try Settings(
                publicAddress: publicAddress, secretKey: Self.secretKey, trustedProxies: trustedProxies,
                metricsToken: metricsToken),
            clock: clock, identities: identities, followers: Features.followers, doorkeeper: Doorkeeping(),
            frame: MenuFrame(assets: assets), assets: assets, law: law, menu: Features.menu, press: press,
            mail: mail)
        site = Site(house: house, statics: statics, routes: Features.routes + extra)
        responder = site.router().buildResponder()
        if !isEmpty { try await found() }
    }

    /// Another server on the same database, with the same settings and clock.
    ///
    /// - Parameter isServer: it keeps in memory what it has read, as servers do.
    public init(beside other: Workplace, isServer: Bool = false, extra: [Route] = []) throws {
        let hub = Hub(name: isServer ? "beside" : "")
        logger = other.logger
        database = try other.database.again(isServer: isServer, announce: hub.announce)
        let statics = try StaticFiles(folder: Self.publicFolder)
        let first = other.house
        house = House(
            database: database, hub: hub, settings: first.settings, clock: first.clock, identities: first.identities,
            followers: first.followers, doorkeeper: first.doorkeeper, frame: first.frame, assets: first.assets,
            law: first.law, menu: Features.menu, mail: first.mail)
        site = Site(house: house, statics: statics, routes: Features.routes + extra)
        responder = site.router().buildResponder()
    }

    /// The same workplace, hearing the same news, but with every page made anew.
    public init(remakingPagesOf other: Workplace) throws {
        (logger, database) = (other.logger, other.database)
        let first = other.house
        house = House(
            database: first.database, hub: first.hub,
            settings: try Settings(
                publicAddress: first.settings.publicAddress, secretKey: Self.secretKey, keepsPages: false),
            clock: first.clock, identities: first.identities, followers: first.followers,
            doorkeeper: first.doorkeeper, frame: first.frame, assets: first.assets, law: first.law,
            menu: Features.menu)
        site = Site(house: house, statics: other.site.statics, routes: other.site.routes)
        responder = site.router().buildResponder()
    }

    /// Until what it keeps in memory counts: at its start it does not know yet whether others hear it.
    public func untilItHears() async throws {
        let hub = house.hub
        while !hub.isUnchanged([String](), since: hub.heard) { try await Task.sleep(for: .milliseconds(20)) }
    }

    /// Says what should not happen, and no line for each answer.
    private static let console = {
        var logger = Logger(label: "test")
        logger.logLevel = .notice
        return logger
    }()
    private static let secretKey = String(repeating: "secret ", count: 6)

    /// What somebody does without a page: for putting things in place.
    public func deed(by person: Person?, at moment: Moment = monday) -> Deed {
        Deed(by: person?.id, at: moment, identities: house.identities, followers: house.followers)
    }

    private func found() async throws {
        let deed = deed(by: nil)
        try await database.write { writer in
            try writer.execute(
                "INSERT INTO organisation (id, name_da, name_en) VALUES (1, 'Nordhavn Universitet', 'Nordhavn University')"
            )
            for unit in Self.units { try writer.apply(unit.added(reportLink: "link-\(unit.id)"), deed) }
            for person in Self.people { try writer.apply(person.added(), deed) }
            for body in Self.bodies { try writer.apply(body.added(), deed) }
            for (mandate, person) in Self.mandates { try writer.apply(mandate.given(to: person.name), deed) }
            for person in Self.people {
                try writer.execute(
                    """
                    INSERT INTO session (hash, person_id, expires)
                    VALUES (\(Self.session(of: person).text), \(person.id), \("2100-01-01T00:00:00.000Z"))
                    """)
            }
        }
    }

    /// New people, who are signed in.
    public func employ(_ people: [Person]) async throws {
        let deed = deed(by: nil)
        try await database.write { writer in
            for person in people {
                try writer.apply(person.added(), deed)
                try writer.execute(
                    """
                    INSERT INTO session (hash, person_id, expires)
                    VALUES (\(Self.session(of: person).text), \(person.id), \("2100-01-01T00:00:00.000Z"))
                    """)
            }
        }
    }

    static func session(of person: Person) -> SecretHash { SecretHash(of: "session of \(person.id)") }

    private static let units = [
        Unit(
            id: university, code: "NU", parent: nil, kind: .organisation,
            name: Words(da: "Nordhavn Universitet", en: "Nordhavn University"), isLegalEntity: true, opens: beginning),
        Unit(
            id: chemistry, code: "KEMI", parent: university, kind: .department,
            name: Words(da: "Institut for Grøn Kemi", en: "Department of Green Chemistry"), isLegalEntity: false,
            opens: beginning),
        Unit(
            id: laboratories, code: "KEMI-LAB", parent: chemistry, kind: .section,
            name: Words(da: "Laboratorier", en: "Laboratories"), isLegalEntity: false, opens: beginning),
        Unit(
            id: office, code: "KEMI-KONTOR", parent: chemistry, kind: .section,
            name: Words(da: "Sekretariat", en: "Office"), isLegalEntity: false, opens: beginning),
        Unit(
            id: history, code: "HIST", parent: university, kind: .department,
            name: Words(da: "Institut for Historie", en: "Department of History"), isLegalEntity: false,
            opens: beginning),
    ]

    private static let bodies = [
        Body(
            id: committee, kind: .committee, name: Words(da: "AMU Grøn Kemi", en: "Green Chemistry committee"),
            units: [chemistry], opens: beginning),
        Body(
            id: labGroup, kind: .group, name: Words(da: "AMG Laboratorier", en: "Laboratories group"),
            parent: committee,
            units: [laboratories], opens: beginning),
        Body(
            id: historyGroup, kind: .group, name: Words(da: "AMG Historie", en: "History group"), units: [history],
            opens: beginning),
    ]

    private static let mandates = [
        (mandate("maja-lab", .representative, labGroup, maja, .elected), maja),
        (mandate("jonas-lab", .leader, labGroup, jonas, .appointed), jonas),
        (mandate("eva-committee", .coordinator, committee, eva, .appointed), eva),
        (mandate("karl-history", .representative, historyGroup, karl, .elected), karl),
    ]

    private static func mandate(
        _ id: String, _ role: Role, _ body: BodyID, _ person: Person, _ origin: Mandate.Origin
    ) -> Mandate {
        Mandate(id: ID(id), role: role, body: body, person: person.id, origin: origin, starts: beginning)
    }

    public static let publicFolder = root.appendingPathComponent("Public")
    public static let lawFolder = root.appendingPathComponent("Resources/law")

    /// The program's own rules.
    public static func law() throws -> LawBook { try LawBook(folder: lawFolder) }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}
