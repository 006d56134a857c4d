import Access
import Design
import Journal
import Kernel
import Markup
import Storage
import Web

/// Units, bodies, mandates and people, to be seen and to be changed.
struct OrganisationRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/organisation", for: .signedIn, showTop)
        routes.get("/units/new", for: .administrator, showNewUnit)
        routes.post("/units", for: .administrator, addUnit)
        routes.get("/units/:id", for: .signedIn, showUnit)
        routes.get("/bodies", for: .signedIn, showBodies)
        routes.get("/bodies/new", for: .administrator, showNewBody)
        routes.post("/bodies", for: .administrator, addBody)
        routes.get("/bodies/:id/seats", for: .signedIn, showSeats)
        routes.post("/bodies/:id/seats", for: .signedIn, giveSeat)
        routes.post("/mandates/:id/end", for: .signedIn, endMandate)
        routes.get("/people", for: .signedIn, showPeople)
    }

    private func showTop(_ visit: Visit) async throws -> Answer {
        let day = visit.today
        let (tops, bodies) = try await visit.read { reader in
            let tops = try UnitStore(reader).tops(on: day)
            let children = try tops.count == 1 ? UnitStore(reader).children(of: tops[0].id, on: day) : []
            return ((tops, children), try BodyStore(reader).page(on: day, most: 200))
        }
        return .page(OrganisationPage(visit: visit, tops: tops.0, children: tops.1, bodies: bodies).page)
    }

    private func showUnit(_ visit: Visit) async throws -> Answer {
        let id: UnitID = try visit.id()
        let day = visit.today
        let page = try await visit.read { reader -> UnitPage? in
            guard let unit = try UnitStore(reader).find(id) else { return nil }
            let bodies = try BodyStore(reader).bodies(covering: id, on: day)
            return UnitPage(
                visit: visit, unit: unit, line: try UnitStore(reader).line(to: id),
                children: try UnitStore(reader).children(of: id, on: day),
                bodies: try bodies.map { ($0, try BodyStore(reader).seats(of: $0.id, on: day)) })
        }
        guard let page else { throw Refusal.notFound }
        return .page(page.page)
    }

    private func showNewUnit(_ visit: Visit) -> Answer { .page(NewUnitPage(visit: visit).page) }

    private func addUnit(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let fields = visit.fields
            let (deed, identities, today) = (visit.deed, visit.house.identities, visit.today)
            let link = try await visit.once { writer in
                let store = UnitStore(writer.reader)
                let unit = try Unit.written(
                    fields, id: identities.random(), parent: try store.find(code: fields["parent"].trimmed),
                    isCodeTaken: try store.find(code: fields["code"].trimmed) != nil, on: today)
                try writer.apply(unit.added(reportLink: ReportLink.new(identities)), deed)
                return "/units/\(unit.id)"
            }
            return .redirect(link, saying: OrganisationTexts(language: visit.language).created)
        } form: { problems in
            NewUnitPage(visit: visit, problems: problems).page
        }
    }

    private func showBodies(_ visit: Visit) async throws -> Answer {
        let day = visit.today
        let after = visit.fields["after"].isEmpty ? nil : (visit.fields["name"], BodyID(visit.fields["after"]))
        let bodies = try await visit.read { reader in
            try BodyStore(reader).page(after: after.map { (name: $0.0, id: $0.1) }, on: day, most: 101)
        }
        return .page(BodiesPage(visit: visit, bodies: bodies).page)
    }

    private func showNewBody(_ visit: Visit) -> Answer { .page(NewBodyPage(visit: visit).page) }

    private func addBody(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let (fields, deed) = (visit.fields, visit.deed)
            let link = try await visit.once { writer in
                "/bodies/\(try Self.addBody(fields, deed, writer).id)/seats"
            }
            return .redirect(link, saying: OrganisationTexts(language: visit.language).created)
        } form: { problems in
            NewBodyPage(visit: visit, problems: problems).page
        }
    }

    static func addBody(_ fields: Fields, _ deed: Deed, _ writer: Writer) throws -> Body {
        var units: [String: Unit] = [:]
        for code in Body.codes(fields) { units[code] = try UnitStore(writer.reader).find(code: code) }
        let body = try Body.written(fields, id: deed.identities.random(), units: units, on: deed.day)
        try writer.apply(body.added(), deed)
        return body
    }

    private func showSeats(_ visit: Visit) async throws -> Answer {
        .page(try await seats(visit))
    }

    private func seats(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let id: BodyID = try visit.id()
        let day = visit.today
        let page = try await visit.read { reader -> SeatsPage? in
            guard let body = try BodyStore(reader).find(id) else { return nil }
            return SeatsPage(
                visit: visit, body: body, seats: try BodyStore(reader).seats(of: id, on: day),
                former: try BodyStore(reader).formerSeats(of: id, on: day),
                mayChange: try Self.mayChange(body, visit.viewer, reader), problems: problems)
        }
        guard let page else { throw Refusal.notFound }
        return page.page
    }

    /// The administrator, or whoever coordinates all units that the body looks after.
    private static func mayChange(_ body: Body, _ viewer: Viewer, _ reader: Reader) throws -> Bool {
        if viewer.isAdministrator { return true }
        let coordinated = viewer.mandates.filter { $0.role == .coordinator }.map(\.body)
        if coordinated.contains(body.id) { return true }
        guard !coordinated.isEmpty, !body.units.isEmpty else { return false }
        let roots: [UnitID] = try reader.values(
            "SELECT DISTINCT unit_id FROM body_unit WHERE body_id IN \(SQL.list(coordinated))")
        let area = Reach(bodies: [], roots: Set(roots))
        return try body.units.allSatisfy { try area.includes($0, reader) }
    }

    private func giveSeat(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let id: BodyID = try visit.id()
            let (fields, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
            let link = try await visit.once { writer in
                _ = try Self.giveSeat(in: id, fields, viewer, deed, writer)
                return "/bodies/\(id)/seats"
            }
            return .redirect(link, saying: OrganisationTexts(language: visit.language).seated)
        } form: { problems in
            try await seats(visit, problems: problems)
        }
    }

    static func giveSeat(
        in id: BodyID, _ fields: Fields, _ viewer: Viewer, _ deed: Deed, _ writer: Writer
    ) throws -> Mandate {
        guard let body = try BodyStore(writer.reader).find(id) else { throw Refusal.notFound }
        guard try mayChange(body, viewer, writer.reader) else { throw notYours }
        let person = try PersonStore(writer.reader).find(email: fields["email"])
        let held = try person.map { try BodyStore(writer.reader).mandates(of: $0.id, in: id) } ?? []
        let mandate = try Mandate.written(
            fields, id: deed.identities.random(), body: id, person: person, held: held, on: deed.day)
        try writer.apply(mandate.given(to: person?.name ?? ""), deed)
        return mandate
    }

    private func endMandate(_ visit: Visit) async throws -> Answer {
        let id: ID<Mandate> = try visit.id()
        let (deed, viewer, today) = (visit.deed, visit.viewer, visit.today)
        let link = try await visit.once { writer in
            let store = BodyStore(writer.reader)
            guard let mandate = try store.find(id), let body = try store.find(mandate.body) else {
                throw Refusal.notFound
            }
            guard try Self.mayChange(body, viewer, writer.reader) else { throw Self.notYours }
            let name = try PersonStore(writer.reader).name(of: mandate.person) ?? ""
            try writer.apply(mandate.ended(on: max(today, mandate.starts), name: name), deed)
            return "/bodies/\(body.id)/seats"
        }
        return .redirect(link, saying: OrganisationTexts(language: visit.language).mandateEnded)
    }

    static let notYours = Refusal.forbidden(
        Words(
            da: "Det kan kun administratoren eller områdets arbejdsmiljøkoordinator.",
            en: "Only the administrator or the area's working environment coordinator can do that."))

    private func showPeople(_ visit: Visit) async throws -> Answer {
        let (text, day) = (visit.fields["q"].trimmed, visit.today)
        let after = visit.fields["after"].isEmpty ? nil : (visit.fields["name"], PersonID(visit.fields["after"]))
        let people = try await visit.read { reader in
            try PersonStore(reader).page(named: text, after: after.map { (name: $0.0, id: $0.1) }, on: day, most: 51)
        }
        return .page(PeoplePage(visit: visit, people: people).page)
    }
}
