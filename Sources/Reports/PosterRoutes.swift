import Kernel
import Organisation
import Storage
import Web

enum PosterRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/units/:id/poster", for: .signedIn) { try await poster($0) }
    }

    private static func poster(_ visit: Visit) async throws -> Answer {
        let id: UnitID = try visit.id()
        let day = visit.today
        let found = try await visit.read { reader -> (Unit, String, [Seat])? in
            guard let unit = try UnitStore(reader).find(id, on: day), unit.isOpen(on: day),
                let link = try UnitStore(reader).reportLink(of: id)
            else { return nil }
            let bodies = BodyStore(reader)
            let seats = try bodies.group(covering: id, on: day).map { try bodies.seats(of: $0.id, on: day) } ?? []
            return (unit, link, seats.filter { $0.mandate.role == .representative })
        }
        guard let (unit, link, seats) = found else { throw Refusal.notFound }
        return .page(try PosterPage(visit: visit, unit: unit, reportLink: link, seats: seats).page())
    }
}
