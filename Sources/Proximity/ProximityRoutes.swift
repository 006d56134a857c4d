import Access
import Files
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Written documentation of the proximity principle: read by everybody of the area, written by those who arrange it.
public enum Proximity {
    public static var routes: [Route] {
        var routes = Routes()
        ProximityRoutes().add(to: &routes)
        RecordRoutes().add(to: &routes)
        ProximityAPI.add(to: &routes)
        return routes.all
    }

    /// What lacks documentation in the area that the viewer arranges.
    @Sendable public static func matters(of visit: Visit, _ asking: Asking) -> Matter.Found {
        { try ProximityStore($0).matters(for: visit.viewer, on: visit.today) }
    }

    public static let migrations = ProximitySchema.migrations
}

/// What lacks documentation, and the answer that a change is not a larger one.
struct ProximityRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/proximity", for: .signedIn) { visit in .page(try await page(nil, visit)) }
        routes.get("/units/:id/proximity", for: .signedIn) { visit in .page(try await page(try visit.id(), visit)) }
        routes.post("/proximity/changes/:id/answer", for: .signedIn, answer)
    }

    private func page(
        _ id: UnitID?, _ visit: Visit, refused: (id: ID<OrganisationChange>, problems: Problems)? = nil
    ) async throws -> Page {
        let (viewer, today) = (visit.viewer, visit.today)
        return try await visit.read { reader in
            let (store, units) = (ProximityStore(reader), UnitStore(reader))
            var (unit, records, matters): (Unit?, [ProximityRecord], [ProximityMatter]) = (nil, [], [])
            let mayWrite: Bool
            if let id {
                guard let found = try units.find(id, on: today), try store.mayRead(id, viewer, on: today) else {
                    throw Refusal.notFound
                }
                unit = found
                records = try store.records(covering: id, on: today)
                mayWrite = try viewer.arranges([id], on: today, reader)
                if mayWrite {
                    matters = try store.missing(
                        within: Reach(bodies: [], roots: [id], on: today), through: .latest)
                }
            } else {
                let area = try viewer.arranged(on: today, reader)
                mayWrite = !area.isNothing
                matters = try store.missing(within: area, through: .latest)
                let own = try viewer.home.map { try store.records(covering: $0, on: today) } ?? []
                let known = Set(own.map(\.id))
                let wide = area.isEverything ? area : viewer.reads
                records = try own + store.records(within: wide).filter { !known.contains($0.id) }
            }
            let places = try matters.map { matter in
                switch matter {
                case .establishment(let unit, _): unit
                case .change(let change): try change.place(units)
                }
            }
            let concerned = matters.flatMap { matter -> [UnitID] in
                guard case .change(let change) = matter else { return [] }
                return [change.unit, change.other].compactMap(\.self)
            }
            return ProximityPage(
                visit: visit, unit: unit, matters: matters, records: records,
                names: try units.names(of: Set(records.map(\.unit) + places + concerned), on: today), places: places,
                mayWrite: mayWrite, refused: refused
            ).page
        }
    }

    private func answer(_ visit: Visit) async throws -> Answer {
        let id: ID<OrganisationChange> = try visit.id()
        let (fields, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
        let from = fields["from"].isEmpty ? nil : UnitID(fields["from"])
        let here: Link = from.map { "/units/\($0)/proximity" } ?? "/proximity"
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let changes = ChangeStore(writer.reader)
                guard let change = try changes.find(id), change.asksForProximity else { throw Refusal.notFound }
                try Self.check(change, viewer, on: deed.day, writer.reader)
                guard try !changes.asking(among: [id]).isEmpty else {
                    throw Problems(ProximityProblem.answeredAlready, at: "reason")
                }
                var reading = Reading(fields)
                let reason = reading.text("reason", limit: 2000)
                try reading.finish()
                try writer.apply(change.notLarger(because: reason, deed), deed)
                return here
            }
            return .redirect(link, saying: ProximityTexts(language: visit.language).answered)
        } form: { problems in
            try await page(from, visit, refused: (id, problems))
        }
    }

    /// - Throws: who can help, where the viewer arranges neither of the units; not found, where he or she reads neither.
    static func check(_ change: OrganisationChange, _ viewer: Viewer, on day: Day, _ reader: Reader) throws {
        let units = [change.unit, change.other].compactMap(\.self)
        if try units.contains(where: { try viewer.arranges([$0], on: day, reader) }) { return }
        let store = ProximityStore(reader)
        guard try units.contains(where: { try store.mayRead($0, viewer, on: day) }) else { throw Refusal.notFound }
        throw Refusal.doesNotArrange
    }
}
