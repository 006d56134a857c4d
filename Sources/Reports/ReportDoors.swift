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
        routes.get("/r/:link", for: everyone) { try await form($0) }
        routes.post("/r/:link", for: everyone) { try await report($0) }
        routes.get("/report", for: .signedIn) { try await form($0) }
        routes.post("/report", for: .signedIn) { try await report($0) }
    }

    private static func form(_ visit: Visit) async throws -> Answer {
        guard let door = try await door(visit), !door.isClosed else { return closed(visit) }
        return .page(page(visit, door, code: .new(visit.house.identities)))
    }

    private static func report(_ visit: Visit) async throws -> Answer {
        guard let door = try await door(visit), !door.isClosed else { return closed(visit) }
        let code = ReportCode(typed: visit.fields["code"]) ?? .new(visit.house.identities)
        if door.choosesUnit, visit.fields["find"] == "unit", !visit.fields["q"].trimmed.isEmpty {
            return .page(page(visit, door, code: code, found: try await units(visit)))
        }
        return try await visit.orAgain {
            try await ReportIntake(visit: visit, unit: door.unit, code: code).take()
            guard let report = try await visit.read({ try ReportStore($0).find(code) }) else { throw Refusal.notFound }
            return .page(ThanksPage(visit: visit, report: report, code: code, again: door.link).page)
        } form: { problems in
            page(visit, door, code: code, problems: problems)
        }
    }

    private static func page(
        _ visit: Visit, _ door: Door, code: ReportCode, problems: Problems = .none, found: [Unit]? = nil
    ) -> Page {
        ReportFormPage(
            visit: visit, unit: door.unit, confidant: door.confidant, code: code, problems: problems, found: found,
            action: door.link, choosesUnit: door.choosesUnit
        ).page
    }

    private static func closed(_ visit: Visit) -> Answer {
        .page(NobodyReadsPage(visit: visit).page, status: 404)
    }

    private static func units(_ visit: Visit) async throws -> [Unit] {
        let (text, day) = (visit.fields["q"].trimmed, visit.today)
        return try await visit.read { try UnitStore($0).beginning(with: text, on: day, most: 10) }
    }

    private static func door(_ visit: Visit) async throws -> Door? {
        let (day, home) = (visit.today, visit.viewer.home)
        let link = visit.parameters["link"]
        let chosen = visit.fields.all("unit").last { !$0.isEmpty }
        return try await visit.read { reader in
            let store = UnitStore(reader)
            let unit: Unit? =
                if let link {
                    try store.find(reportLink: link, on: day)
                } else if let chosen {
                    try store.find(UnitID(chosen), on: day)
                } else if let home {
                    try store.find(home, on: day)
                } else {
                    try store.tops(on: day).first
                }
            guard let unit, unit.isOpen(on: day) else { return nil }
            return try Door(unit, link: link, on: day, reader)
        }
    }
}

/// Where somebody reports: the unit it is about, and who reads there.
private struct Door: Sendable {
    let unit: Unit
    let link: Link
    let choosesUnit: Bool
    let confidant: Role?
    let isClosed: Bool

    init(_ unit: Unit, link: String?, on day: Day, _ reader: Reader) throws {
        self.unit = unit
        self.link = link.map { "/r/\($0)" } ?? "/report"
        choosesUnit = link == nil
        confidant = try ReportReaders(of: .offensive, in: unit.id, on: day, reader).confidant
        let hasReaders = try !ReportReaders(of: .nearMiss, in: unit.id, on: day, reader).isNobody
        isClosed = link != nil && !hasReaders && confidant == nil
    }
}
