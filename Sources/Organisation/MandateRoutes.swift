import Access
import Design
import Journal
import Kernel
import Markup
import Storage
import Web

/// Seats in bodies and offices for units: who holds them, and the form that gives one.
struct MandateRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/bodies/:id/seats", for: .signedIn) { visit in
            try await show(.body(try visit.id()), visit)
        }
        routes.post("/bodies/:id/seats", for: .signedIn) { visit in
            let id: BodyID = try visit.id()
            return try await give(.body(id), backTo: "/bodies/\(id)/seats", visit)
        }
        routes.get("/units/:id/offices", for: .signedIn) { visit in
            try await show(.unit(try visit.id()), visit)
        }
        routes.post("/units/:id/offices", for: .signedIn) { visit in
            let id: UnitID = try visit.id()
            return try await give(.unit(id), backTo: "/units/\(id)/offices", visit)
        }
        routes.post("/mandates/:id/end", for: .signedIn, end)
    }

    private func show(_ place: Mandate.Place, _ visit: Visit) async throws -> Answer {
        try await visit.organisationPage { asOf, reader in
            try Self.page(place, visit, asOf, reader)?.page
        }
    }

    private static func page(
        _ place: Mandate.Place, _ visit: Visit, _ asOf: AsOf, problems: Problems = .none, _ reader: Reader
    ) throws -> SeatsPage? {
        guard let named = try NamedPlace(place, on: asOf.day, reader) else { return nil }
        let store = MandateStore(reader)
        let (seats, former, coming) = (
            try store.seats(in: place, on: asOf.day), try store.formerSeats(in: place, on: asOf.day),
            try store.comingSeats(in: place, on: asOf.day)
        )
        let units = Set((seats + former + coming).compactMap(\.mandate.representedUnit))
        return SeatsPage(
            visit: visit, asOf: asOf, place: named, seats: seats, former: former, coming: coming,
            units: try UnitStore(reader).names(of: units, on: asOf.day),
            mayChange: try mayChange(place, visit.viewer, on: visit.today, reader) && asOf.isToday,
            problems: problems)
    }

    static func mayChange(_ place: Mandate.Place, _ viewer: Viewer, on day: Day, _ reader: Reader) throws -> Bool {
        try viewer.arranges(place, on: day, reader)
    }

    private func give(_ place: Mandate.Place, backTo link: Link, _ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let (fields, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
            let next = try await visit.once { writer in
                _ = try Self.give(place, fields, viewer, deed, writer)
                return link
            }
            let isDouble = try await visit.read { try Self.isDouble(place, fields, on: deed.day, $0) }
            let text = OrganisationTexts(language: visit.language)
            let said = place.bodyID == nil ? HistoryTexts(language: visit.language).officeGiven : text.seated
            return .redirect(next, saying: isDouble ? "\(said) \(text.becameDouble)" : said)
        } form: { problems in
            let page = try await visit.read { reader in
                try Self.page(place, visit, AsOf(visit), problems: problems, reader)
            }
            guard let page else { throw Refusal.notFound }
            return page.page
        }
    }

    static func give(
        _ place: Mandate.Place, _ fields: Fields, _ viewer: Viewer, _ deed: Deed, _ writer: Writer
    ) throws -> Mandate {
        let reader = writer.reader
        let meant = try PersonStore(reader).meant(by: fields["email"], on: deed.day)
        let person = meant.person
        guard
            let surroundings = try MandateSurroundings(place, person: person?.id, on: deed.day, MandateStore(reader))
        else { throw Refusal.notFound }
        guard try mayChange(place, viewer, on: deed.day, reader) else { throw OrganisationRoutes.notYours }
        let mandate = try Mandate.written(
            fields, id: deed.identities.random(), person: person, others: meant.others,
            represented: try UnitStore(reader).find(written: fields["represented_unit"], on: deed.day),
            in: surroundings, on: deed.day)
        try writer.apply(mandate.given(to: person?.name ?? ""), deed)
        return mandate
    }

    /// Whether the role that was given there makes somebody a coordinator and a safety representative at once.
    private static func isDouble(_ place: Mandate.Place, _ fields: Fields, on day: Day, _ reader: Reader) throws -> Bool
    {
        guard let person = try PersonStore(reader).meant(by: fields["email"], on: day).person else { return false }
        let own = try MandateStore(reader).all(of: person.id)
        return own.contains { mandate in
            mandate.place == place && mandate.role.rawValue == fields["role"] && (mandate.ends ?? .latest) >= day
                && mandate.makesDoubleRole(beside: own)
        }
    }

    private func end(_ visit: Visit) async throws -> Answer {
        let id: ID<Mandate> = try visit.id()
        let (deed, viewer, today) = (visit.deed, visit.viewer, visit.today)
        let link = try await visit.once { writer in
            let reader = writer.reader
            guard let mandate = try MandateStore(reader).find(id) else { throw Refusal.notFound }
            guard try Self.mayChange(mandate.place, viewer, on: today, reader) else {
                throw OrganisationRoutes.notYours
            }
            let name = try PersonStore(reader).name(of: mandate.person) ?? ""
            try writer.apply(mandate.ended(on: max(today, mandate.starts), name: name), deed)
            return mandate.place.link
        }
        return .redirect(link, saying: OrganisationTexts(language: visit.language).mandateEnded)
    }
}

extension Mandate.Place {
    /// Where its mandates are seen and given.
    var link: Link {
        switch self {
        case .body(let body): "/bodies/\(body)/seats"
        case .unit(let unit): "/units/\(unit)/offices"
        }
    }
}

/// A body or a unit by its name, for a page about who holds what there.
struct NamedPlace: Sendable {
    let place: Mandate.Place
    let name: Words
    /// Nothing where it is a unit.
    let bodyKind: BodyKind?
    /// How many seats each side of a body has, in words.
    let sides: Words?
    let unitKind: Unit.Kind?

    init?(_ place: Mandate.Place, on day: Day, _ reader: Reader) throws {
        self.place = place
        switch place {
        case .body(let id):
            guard let body = try BodyStore(reader).find(id, on: day) else { return nil }
            (name, bodyKind, unitKind) = (body.name, body.kind, nil)
            let seats = Language.allCases.map {
                BodyTexts(language: $0).seats(employer: body.employerSeats, employees: body.employeeSeats)
            }
            sides = seats[0].flatMap { danish in seats[1].map { Words(da: danish, en: $0) } }
        case .unit(let id):
            guard let unit = try UnitStore(reader).find(id, on: day) else { return nil }
            (name, bodyKind, unitKind, sides) = (unit.name, nil, unit.kind, nil)
        }
    }

    var page: Link {
        switch place {
        case .body(let body): "/bodies/\(body)"
        case .unit(let unit): "/units/\(unit)"
        }
    }
}
