import Access
import ActionPlan
import Elections
import Kernel
import Organisation
import Reports
import Storage
import Web

/// All that somebody in a mandate is shown on the one page, in one picture. Plans, reports and elections are shown as
/// far as the holder's rights of the day go; nothing confidential is.
struct Handover: Sendable {
    struct Contact: Sendable {
        let seat: Seat
        let email: String?
        let phone: String
        /// The unit for which it is an office; nothing where it is a seat.
        let isOffice: Bool
    }

    let mandate: Mandate
    let name: Words
    let kind: BodyKind?
    let units: [Unit]
    /// False until the mandate begins, where the plan is not open to the person anyway.
    let seesPlan: Bool
    let actions: [ListedAction]
    let overdue: Int
    let reports: [Report]
    let elections: [Election]
    let duties: [SeatDuty]
    let contacts: [Contact]
    let closed: [Action]
    let changes: [OrganisationChange]
    let former: [Seat]
    let words: [(name: String, words: HandoverWords)]
    let ticks: [String: Day]

    init(_ mandate: Mandate, for viewer: Viewer, on day: Day, _ reader: Reader) throws {
        self.mandate = mandate
        let (store, mandates, actionStore) = (BodyStore(reader), MandateStore(reader), ActionStore(reader))
        let body = try mandate.body.flatMap { try store.find($0, on: max(day, mandate.starts)) }
        kind = body?.kind
        let ids = body?.units ?? mandate.unit.map { [$0] } ?? []
        units = try ids.prefix(20).compactMap { try UnitStore(reader).find($0, on: day) }
        name = body?.name ?? units.first?.name ?? Words(da: "–", en: "–")
        let area = Reach(bodies: Set([mandate.body].compactMap(\.self)), roots: Set(ids), on: day)
        let seesPlan: Bool =
            if let body { try viewer.reads.includes(body.id, covering: body.units, reader) } else {
                try ids.allSatisfy { try viewer.reads.includes($0, reader) }
            }
        self.seesPlan = seesPlan
        // Counted as the list counts to which the page leads.
        if !seesPlan {
            (actions, overdue) = ([], 0)
        } else if let body = mandate.body {
            actions = try actionStore.open(of: body, most: 12)
            overdue = try actionStore.overdueCount(of: body, on: day, most: 1000)
        } else {
            let late = try reader.rows(actionStore.overdue(for: area, on: day, most: 100))
            (actions, overdue) = (Array(late.prefix(12)), late.count)
        }
        closed = seesPlan ? try mandate.body.map { try actionStore.lastClosed(of: $0, most: 5) } ?? [] : []
        let waiting =
            viewer.works.isNothing
            ? [] : try ReportStore(reader).exported(for: viewer, .init(stage: .waiting), on: day, most: 100)
        reports = try Array(waiting.filter { try area.includes($0.unit, reader) }.prefix(8))
        elections = try seesPlan ? mandate.body.map { try ElectionStore(reader).open(of: $0) } ?? [] : []
        duties = try ChangeStore(reader).waiting(in: mandate.place)
        contacts = try Self.contacts(body, ids, without: mandate, on: day, reader)
        changes = try Array(
            ids.prefix(5).flatMap { try ChangeStore(reader).changes(of: $0, most: 3) }.filter { $0.recalled == nil }
                .sorted { $0.day > $1.day }.prefix(5))
        let before = try mandates.formerSeats(in: mandate.place, on: max(day, mandate.starts))
        former = Array(before.filter { $0.mandate.person != mandate.person }.prefix(5))
        let handovers = HandoverStore(reader)
        words = try handovers.said(to: mandate, on: day)
        ticks = try handovers.ticks(of: mandate.id)
    }

    /// Who sits in the body, who leads and coordinates the body above it, and who holds an office for its units.
    private static func contacts(
        _ body: Body?, _ units: [UnitID], without own: Mandate, on day: Day, _ reader: Reader
    ) throws -> [Contact] {
        let mandates = MandateStore(reader)
        var seats = try mandates.seats(in: own.place, on: day).map { (seat: $0, isOffice: own.body == nil) }
        if let above = body?.parent {
            seats += try mandates.seats(in: .body(above), on: day).filter {
                [.chair, .coordinator, .secretary].contains($0.mandate.role)
            }.map { (seat: $0, isOffice: false) }
        }
        if let unit = units.first {
            seats += try mandates.offices(covering: unit, on: day).map { (seat: $0.seat, isOffice: true) }
        }
        var known: Set<ID<Mandate>> = [own.id]
        return try seats.filter { known.insert($0.seat.mandate.id).inserted && $0.seat.mandate.person != own.person }
            .prefix(20).map { seat, isOffice in
                let known = try PersonStore(reader).find(seat.mandate.person, on: day)
                // Whoever has left is known by name only.
                let person = known?.isHere(on: day) == true ? known : nil
                return Contact(seat: seat, email: person?.email, phone: person?.phone ?? "", isOffice: isOffice)
            }
    }
}
