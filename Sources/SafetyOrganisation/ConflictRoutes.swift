import Access
import Journal
import Kernel
import Organisation
import Storage
import Web

/// Who is coordinator and safety representative at once, how many that is, and that it is accepted.
struct ConflictRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/double-roles", for: .signedIn, list)
        routes.get("/double-roles/:id", for: .signedIn) { .page(try await page($0)) }
        routes.post("/double-roles/:id/acceptance", for: .signedIn, accept)
        routes.post("/double-roles/:id/withdrawal", for: .signedIn, withdraw)
    }

    private func list(_ visit: Visit) async throws -> Answer {
        let (viewer, day) = (visit.viewer, visit.today)
        let page = try await visit.read { reader in
            let roles = try MandateStore(reader).doubleRoles(on: day)
            let isOne = roles.contains { $0.person == viewer.person }
            guard try isOne || Mender(viewer, on: day, reader) != nil else { throw Mender.others }
            let store = ConflictStore(reader)
            let seen = try roles.filter { try Self.mayDecide($0, viewer, on: day, reader) }
            let open = try store.open(of: seen.map(\.person))
            return ConflictListPage(
                visit: visit, count: try store.count(on: day, roles),
                lines: seen.map { role in (role, open.contains { $0.covers(role) }) }, isOne: isOne)
        }
        return .page(page.page)
    }

    private func page(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let (person, viewer, day): (PersonID, Viewer, Day) = (try visit.id(), visit.viewer, visit.today)
        return try await visit.read { reader in
            let role = try Self.role(person, viewer, on: day, reader)
            let mandates = try MandateStore(reader).all(of: person).filter { role.mandates.contains($0.id) }
            let history = try ConflictStore(reader).all(of: person)
            let bodies = try BodyStore(reader).names(of: Set(mandates.compactMap(\.body)))
            let units = try UnitStore(reader).names(of: Set(mandates.compactMap(\.unit)), on: day)
            let people = Set(history.flatMap { [$0.acceptedBy, $0.withdrawnBy].compactMap(\.self) })
            return ConflictPage(
                visit: visit, role: role,
                mandates: mandates.map { mandate in
                    (mandate, mandate.body.flatMap { bodies[$0] } ?? mandate.unit.flatMap { units[$0] })
                },
                history: history, names: try PersonStore(reader).names(of: people),
                mayDecide: try Self.mayDecide(role, viewer, on: day, reader), problems: problems)
        }.page
    }

    private func accept(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let (person, viewer, fields, deed): (PersonID, Viewer, Fields, Deed) = (
                try visit.id(), visit.viewer, visit.fields, visit.deed
            )
            let link = try await visit.once { writer in
                let role = try Self.role(person, viewer, on: deed.day, writer.reader)
                guard try Self.mayDecide(role, viewer, on: deed.day, writer.reader) else { throw Self.notYours }
                let acceptance = try Acceptance.written(
                    fields, id: deed.identities.random(), for: role, by: viewer.person, at: deed.moment)
                // What was accepted before for fewer mandates gives way to this.
                for old in try ConflictStore(writer.reader).open(of: [person]) {
                    try writer.apply(old.withdrawn(deed), deed)
                }
                try writer.apply(acceptance.saved(), deed)
                return "/double-roles/\(person)"
            }
            return .redirect(link, saying: ConflictTexts(language: visit.language).acceptedSaid)
        } form: {
            try await page(visit, problems: $0)
        }
    }

    private func withdraw(_ visit: Visit) async throws -> Answer {
        let (person, viewer, deed): (PersonID, Viewer, Deed) = (try visit.id(), visit.viewer, visit.deed)
        let link = try await visit.once { writer in
            let role = try Self.role(person, viewer, on: deed.day, writer.reader)
            guard try Self.mayDecide(role, viewer, on: deed.day, writer.reader) else { throw Self.notYours }
            let open = try ConflictStore(writer.reader).open(of: [person])
            guard !open.isEmpty else { throw Self.nothingToWithdraw }
            for acceptance in open { try writer.apply(acceptance.withdrawn(deed), deed) }
            return "/double-roles/\(person)"
        }
        return .redirect(link, saying: ConflictTexts(language: visit.language).withdrawnSaid)
    }

    // MARK: Who

    /// What the person holds.
    /// - Throws: `Refusal.notFound` where it is no double role, or none for the viewer to see.
    private static func role(_ person: PersonID, _ viewer: Viewer, on day: Day, _ reader: Reader) throws -> DoubleRole {
        guard let role = try MandateStore(reader).doubleRole(of: person, on: day),
            try person == viewer.person || mayDecide(role, viewer, on: day, reader)
        else { throw Refusal.notFound }
        return role
    }

    /// The administrator and the secretariat of the area that the person coordinates; never the person. Where he or she
    /// represents the employees makes nobody decide: that may be another area.
    private static func mayDecide(_ role: DoubleRole, _ viewer: Viewer, on day: Day, _ reader: Reader) throws -> Bool {
        guard role.person != viewer.person else { return false }
        if viewer.isAdministrator { return true }
        let roots = viewer.units(as: .secretariat)
        guard !roots.isEmpty else { return false }
        let area = Reach(bodies: [], roots: roots, on: day)
        let held = try MandateStore(reader).all(of: role.person).filter { role.mandates.contains($0.id) }
        return try held.contains { mandate in
            guard mandate.role == .coordinator else { return false }
            switch mandate.place {
            case .body(let body):
                let units = try BodyStore(reader).units(of: body, on: day)
                return try !units.isEmpty && units.allSatisfy { try area.includes($0, reader) }
            case .unit(let unit): return try area.includes(unit, reader)
            }
        }
    }

    private static let notYours = Refusal.forbidden(
        Words(
            da: "Det afgør arbejdsmiljøsekretariatet eller administratoren, aldrig personen selv.",
            en: "The secretariat or the administrator decides that, never the person."))
    private static let nothingToWithdraw = Refusal.conflict(
        Words(da: "Der er ingen accept at trække tilbage.", en: "There is no acceptance to withdraw."))
}
