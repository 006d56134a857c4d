import Access
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Where an idea is given: the unit, and the body in whose parking lot it is laid.
struct IdeaPlace: Sendable {
    let unit: Unit
    let body: Body
}

/// Which place a visitor means: that of the poster's link, that of a plan or a unit, or the own one.
struct AskedPlace: Sendable {
    /// Where the form is sent to.
    let door: Link
    /// The secret of a unit's own link, which is open to the world.
    let secret: String?
    let body: String
    let unit: String
    private let viewer: Viewer
    private let day: Day

    init(_ visit: Visit) {
        secret = visit.parameters["link"]
        door = secret.map { "/r/\($0)/idea" } ?? "/idea"
        body = visit.fields["body"].trimmed
        unit = visit.fields["unit"].trimmed
        viewer = visit.viewer
        day = visit.today
    }

    /// Nothing where there is no such unit, where it is closed, and where no body looks after it.
    /// - Throws: `Refusal.notFound` where it is not within the viewer's reach.
    func found(_ reader: Reader) throws -> IdeaPlace? {
        if let secret { return try place(UnitStore(reader).find(reportLink: secret, on: day), reader) }
        if !body.isEmpty { return try placeOfPlan(reader) }
        let asked = unit.isEmpty ? viewer.home : UnitID(unit)
        guard let asked else { return nil }
        guard try asked == viewer.home || viewer.reads.includes(asked, reader) else { throw Refusal.notFound }
        return try place(UnitStore(reader).find(asked, on: day), reader)
    }

    private func place(_ unit: Unit?, _ reader: Reader) throws -> IdeaPlace? {
        guard let unit, unit.isOpen(on: day), let body = try BodyStore(reader).group(covering: unit.id, on: day) else {
            return nil
        }
        return IdeaPlace(unit: unit, body: body)
    }

    /// At the own unit where the plan's body looks after it, else at the first that it does look after.
    private func placeOfPlan(_ reader: Reader) throws -> IdeaPlace? {
        let body = try SeenIdeas(BodyID(body), for: viewer, on: day, reader).body
        guard body.isOpen(on: day) else { return nil }
        let isOwn = try viewer.home.map { try Reach(bodies: [], roots: Set(body.units), on: day).includes($0, reader) }
        let first = isOwn == true ? [viewer.home].compactMap { $0 } : []
        let units = try (first + body.units).lazy.compactMap { try UnitStore(reader).find($0, on: day) }
        guard let unit = units.first(where: { $0.isOpen(on: day) }) else { return nil }
        return IdeaPlace(unit: unit, body: body)
    }
}
