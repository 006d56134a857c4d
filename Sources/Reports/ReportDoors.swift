import Access
import Kernel
import Markup
import Organisation
import Storage
import Web

/// The two doors: the unit's own link, open to the world, and the one for those who have signed in.
enum ReportDoors {
    static func add(to routes: inout Routes) {
        let everyone = Who.anyone(because: "whoever holds the poster's link may report, without a name if wished")
        routes.get("/r/:link", for: everyone, countsGuesses: true) { try await form($0) }
        routes.post("/r/:link", for: everyone) { try await report($0) }
        routes.get("/report", for: .signedIn) { try await form($0) }
        routes.post("/report", for: .signedIn) { try await report($0) }
    }

    private static func form(_ visit: Visit) async throws -> Answer {
        guard let door = try await openDoor(visit) else { return closed(visit) }
        let identities = visit.house.identities
        let code = ReportCode.new(identities)
        visit.mustBeNew(code.text) { ReportCode.new(identities).text }
        return .page(page(visit, door, code: code))
    }

    /// The form as a phone keeps it. Nothing where the door is closed.
    static func copy(_ visit: Visit) async throws -> Page? {
        try await openDoor(visit).map { page(visit, $0, code: nil) }
    }

    /// What is right is taken in by one write; the door is looked at only where the form must be shown again.
    private static func report(_ visit: Visit) async throws -> Answer {
        let code = ReportCode(typed: visit.fields["code"]) ?? .new(visit.house.identities)
        let asked = AskedUnit(visit)
        if asked.isChosen, visit.fields["find"] == "unit", !visit.fields["q"].trimmed.isEmpty {
            guard let door = try await openDoor(visit) else { return closed(visit) }
            return .page(page(visit, door, code: code, found: try await units(visit)))
        }
        var door: Door?
        return try await visit.orAgain {
            do {
                guard let sender = try await ReportIntake(visit: visit, asked: asked, code: code).take() else {
                    return closed(visit)
                }
                if visit.wantsJSON { return .json(received(code, from: sender)) }
                return .page(ThanksPage(visit: visit, sender: sender, code: code, again: asked.link).page)
            } catch let problems as Problems {
                door = try await openDoor(visit)
                guard door != nil else { return closed(visit) }
                throw problems
            }
        } form: { problems in
            guard let door else { throw problems }
            return page(visit, door, code: code, problems: problems)
        }
    }

    private static func page(
        _ visit: Visit, _ door: Door, code: ReportCode?, problems: Problems = .none, found: [Unit]? = nil
    ) -> Page {
        ReportFormPage(
            visit: visit, unit: door.unit, confidence: door.confidence, code: code, problems: problems, found: found,
            action: door.link, choosesUnit: door.choosesUnit
        ).page
    }

    /// As what waited on a phone hears of it: whether somebody must keep the code.
    private static func received(_ code: ReportCode, from sender: ReportSender) -> JSON {
        ["code": .text(code.text), "hasCode": .flag(sender.person == nil)]
    }

    private static func closed(_ visit: Visit) -> Answer {
        let text = ReportTexts(language: visit.language)
        if visit.wantsJSON {
            return .json(["title": .text(text.closedTitle), "detail": .text(text.closedLink)], status: 404)
        }
        return .page(NobodyReadsPage(visit: visit).page, status: 404)
    }

    private static func units(_ visit: Visit) async throws -> [Unit] {
        let (text, day) = (visit.fields["q"].trimmed, visit.today)
        return try await visit.read { try UnitStore($0).beginning(with: text, on: day, most: 10) }
    }

    /// Nothing where no such unit is open, or where nobody reads what would be reported there.
    private static func openDoor(_ visit: Visit) async throws -> Door? {
        let asked = AskedUnit(visit)
        let door = try await visit.read { reader in
            try asked.found(reader).map { try Door($0.unit, $0.surroundings, asked, reader) }
        }
        return door?.isClosed == false ? door : nil
    }
}

/// Which unit a visitor means: that of the poster's link, the one chosen, or the own one.
struct AskedUnit: Sendable {
    let link: Link
    /// False at a unit's own link, which always means that unit.
    let isChosen: Bool
    let day: Day
    private let secret: String?
    private let chosen: String?
    private let home: UnitID?

    init(_ visit: Visit) {
        secret = visit.parameters["link"]
        chosen = visit.fields.all("unit").last { !$0.isEmpty }
        home = visit.viewer.home
        day = visit.today
        link = secret.map { "/r/\($0)" } ?? "/report"
        isChosen = secret == nil
    }

    /// With the bodies and offices around it. Nothing where there is none, or where it is closed.
    func found(_ reader: Reader) throws -> ReportedPlace? {
        guard let id = try named ?? unnamed(reader), let found = try ReportedPlace(id, on: day, reader),
            found.unit.isOpen(on: day)
        else { return nil }
        return found
    }

    /// The unit's id, where it is known without looking.
    var named: UnitID? {
        guard secret == nil else { return nil }
        return chosen.map { UnitID($0) } ?? home
    }

    private func unnamed(_ reader: Reader) throws -> UnitID? {
        let store = UnitStore(reader)
        if let secret { return try store.find(reportLink: secret, on: day)?.id }
        return try store.tops(on: day).first?.id
    }
}

/// Where somebody reports: the unit it is about, and who reads there.
private struct Door: Sendable {
    let unit: Unit
    let link: Link
    let choosesUnit: Bool
    let confidence: Confidence
    let isClosed: Bool

    init(_ unit: Unit, _ surroundings: Surroundings, _ asked: AskedUnit, _ reader: Reader) throws {
        self.unit = unit
        link = asked.link
        choosesUnit = asked.isChosen
        confidence = try Confidence(among: surroundings, in: unit.id, reader)
        let isRead = !ReportReaders(of: .nearMiss, among: surroundings).isNobody
        isClosed = !asked.isChosen && !isRead && confidence.isNobody
    }
}
