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
        let found = try await visit.read { reader -> (unit: Unit, link: String, contacts: UnitContacts)? in
            guard let unit = try UnitStore(reader).find(id, on: day), unit.isOpen(on: day),
                let link = try UnitStore(reader).reportLink(of: id)
            else { return nil }
            return (unit, link, try UnitContacts(of: id, on: day, today: day, reader))
        }
        guard let found else { throw Refusal.notFound }
        let poster = PosterPage(
            visit: visit, unit: found.unit, reportLink: found.link, contacts: found.contacts,
            choice: .init(visit.fields))
        return .page(try poster.page())
    }
}
