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
        routes.get("/bodies", for: .signedIn, showBodies)
        routes.get("/bodies/new", for: .administrator, showNewBody)
        routes.post("/bodies", for: .administrator, addBody)
        routes.get("/people", for: .signedIn, showPeople)
    }

    private func showTop(_ visit: Visit) async throws -> Answer {
        let text = String(visit.fields["q"].trimmed.prefix(100))
        return try await visit.organisationPage { asOf, reader in
            let tops = try UnitStore(reader).tops(on: asOf.day)
            return OrganisationPage(
                visit: visit, asOf: asOf, tops: tops,
                children: try tops.count == 1
                    ? UnitStore(reader).page(under: tops[0].id, on: asOf.day, most: OrganisationPage.shown + 1) : [],
                bodies: try BodyStore(reader).first(ofEachKind: OrganisationPage.shownOfKind, on: asOf.day),
                found: try text.isEmpty ? nil : UnitStore(reader).beginning(with: text, on: asOf.day, most: 12)
            ).page
        }
    }

    private func showNewUnit(_ visit: Visit) -> Answer { .page(NewUnitPage(visit: visit).page) }

    private func addUnit(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let (fields, deed) = (visit.fields, visit.deed)
            let link = try await visit.once { writer in "/units/\(try Self.addUnit(fields, deed, writer).id)" }
            return .redirect(link, saying: OrganisationTexts(language: visit.language).created)
        } form: { problems in
            NewUnitPage(visit: visit, problems: problems).page
        }
    }

    static func addUnit(_ fields: Fields, _ deed: Deed, _ writer: Writer) throws -> Unit {
        let (store, day) = (UnitStore(writer.reader), deed.day)
        let unit = try Unit.written(
            fields, id: deed.identities.random(), parent: try store.find(written: fields["parent"], on: day),
            isCodeTaken: try store.find(code: fields["code"].trimmed, on: day) != nil, on: day)
        try writer.apply(unit.added(reportLink: ReportLink.new(deed.identities)), deed)
        try ask(unit, deed, writer)
        return unit
    }

    /// A new unit under somebody's care asks whether the safety organisation is still close to the work.
    private static func ask(_ unit: Unit, _ deed: Deed, _ writer: Writer) throws {
        guard let parent = unit.parent, try !BodyStore(writer.reader).bodies(covering: parent, on: deed.day).isEmpty
        else { return }
        let record = OrganisationChange(
            id: deed.identities.random(), day: deed.day, kind: .opened, unit: unit.id, other: nil, reason: "",
            recorded: deed.moment, person: deed.person)
        try writer.apply(Change([record.insertion], journal: [], raising: []), deed)
    }

    private func showBodies(_ visit: Visit) async throws -> Answer {
        let after = visit.fields["after"].isEmpty ? nil : (visit.fields["name"], BodyID(visit.fields["after"]))
        return try await visit.organisationPage { asOf, reader in
            let bodies = try BodyStore(reader).page(
                after: after.map { (name: $0.0, id: $0.1) }, on: asOf.day, most: 101)
            return BodiesPage(visit: visit, asOf: asOf, bodies: bodies).page
        }
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
        let units = try UnitStore(writer.reader).find(written: Body.codes(fields), on: deed.day)
        let body = try Body.written(fields, id: deed.identities.random(), units: units, on: deed.day)
        try writer.apply(body.added(), deed)
        return body
    }

    static let notYours = Refusal.forbidden(
        Words(
            da: "Det kan kun administratoren, arbejdsmiljøsekretariatet eller områdets arbejdsmiljøkoordinator.",
            en: "Only the administrator, the secretariat or the area's working environment coordinator can do that."))

    private func showPeople(_ visit: Visit) async throws -> Answer {
        let text = visit.fields["q"].trimmed
        let after = visit.fields["after"].isEmpty ? nil : PersonID(visit.fields["after"])
        return try await visit.organisationPage { asOf, reader in
            let (store, most) = (PersonStore(reader), PeoplePage.shown + 1)
            let found =
                try text.isEmpty
                ? FoundPeople(people: store.page(after: after, on: asOf.day, most: most), further: nil)
                : store.search(text, after: after, on: asOf.day, most: most)
            let seen = try store.lookedAfter(found.people.map(\.id), by: visit.viewer, on: asOf.today)
            return PeoplePage(visit: visit, asOf: asOf, people: found.people, further: found.further, seen: seen).page
        }
    }
}
