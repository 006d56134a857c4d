import Access
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Who reads what is told in confidence in a unit: seen by everyone who has signed in, named by those who arrange.
enum NamingRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/units/:id/handlers", for: .signedIn) { .page(try await page($0)) }
        routes.post("/units/:id/handlers", for: .signedIn) { try await name($0) }
        routes.post("/units/:id/handlers/end", for: .signedIn) { try await end($0) }
        routes.post("/units/:id/handlers/away", for: .signedIn) { try await away($0) }
    }

    private static func page(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let id: UnitID = try visit.id()
        let (viewer, day) = (visit.viewer, visit.today)
        let picture = try await visit.read { try NamingPicture(of: id, for: viewer, on: day, $0) }
        guard let picture else { throw Refusal.notFound }
        return NamingPage(visit: visit, picture: picture, problems: problems).page
    }

    private static func name(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let fields = visit.fields
            let next = try await change(visit) { unit, old, deed, writer in
                let new = try NewNaming(fields) { try PersonStore(writer.reader).named($0, on: deed.day) }
                guard old?.handler.person != new.handler.id || old?.deputy.person != new.deputy.id else { return }
                try writer.apply(new.named(for: unit, instead: old, deed), deed)
            }
            return .redirect(next, saying: ConfidenceTexts(language: visit.language).named)
        } form: {
            try await page(visit, problems: $0)
        }
    }

    private static func end(_ visit: Visit) async throws -> Answer {
        let next = try await change(visit) { unit, old, deed, writer in
            guard let old else { return }
            try writer.apply(old.ended(of: unit, deed), deed)
        }
        return .redirect(next, saying: ConfidenceTexts(language: visit.language).namingEnded)
    }

    /// By those who arrange the unit, once however often it is sent.
    private static func change(
        _ visit: Visit, _ body: @escaping @Sendable (Unit, HandlerNaming?, Deed, Writer) throws -> Void
    ) async throws -> Link {
        let id: UnitID = try visit.id()
        let (viewer, deed) = (visit.viewer, visit.deed)
        return try await visit.once { writer in
            let reader = writer.reader
            guard let unit = try UnitStore(reader).find(id, on: deed.day), unit.isOpen(on: deed.day) else {
                throw Refusal.notFound
            }
            guard try viewer.namesHandlers(of: id, on: deed.day, reader) else { throw notYours }
            try body(unit, NamingStore(reader).now(of: id, on: deed.day), deed, writer)
            return "/units/\(id)/handlers"
        }
    }

    private static let notYours = Refusal.forbidden(
        Words(
            da: "Det kan kun områdets arbejdsmiljøkoordinator eller arbejdsmiljøsekretariatet.",
            en: "Only the area's working environment coordinator or the working environment secretariat can do that."))

    /// By the one who is away.
    private static func away(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let id: UnitID = try visit.id()
            let (person, deed) = (visit.viewer.person, visit.deed)
            var reading = Reading(visit.fields)
            let last = reading.optionalDay("until")
            if let last, last < deed.day { reading.note(FieldProblem.dayInThePast, at: "until") }
            try reading.finish()
            try await visit.write { writer in
                let namings = try writer.reader.rows(NamingStore.covering(id, on: deed.day))
                guard namings.contains(where: { $0.names(person) }) else { throw Refusal.notFound }
                try writer.apply(HandlerAbsence.kept(of: person, until: last), deed)
            }
            let text = ConfidenceTexts(language: visit.language)
            return .redirect("/units/\(id)/handlers", saying: last == nil ? text.isBack : text.isAway)
        } form: {
            try await page(visit, problems: $0)
        }
    }
}

extension HandlerNaming {
    func names(_ one: PersonID) -> Bool { handler.person == one || deputy.person == one }
}

/// Who reads what is told in confidence in a unit, and who did.
struct NamingPicture: Sendable {
    let unit: Unit
    /// Those that hold, the unit's own first.
    let namings: [HandlerNaming]
    let former: [HandlerNaming]
    /// Who reads it where nobody is named.
    let byOffice: [Confidant]
    let names: [PersonID: String]
    let units: [UnitID: Words]
    let mayName: Bool
    /// How many could read what came in now, the deputy too: without those who are away, unless there is nobody else.
    let readers: Int

    /// Nothing where there is no such unit.
    init?(of id: UnitID, for viewer: Viewer, on day: Day, _ reader: Reader) throws {
        guard let place = try ReportedPlace(id, on: day, reader), place.unit.isOpen(on: day) else { return nil }
        unit = place.unit
        namings = place.surroundings.namings
        former = try NamingStore(reader).former(of: id, on: day)
        let now = Entrusted(among: place.surroundings)
        let entrusted = now.handlers
        let away = Set(namings.flatMap { [$0.handler, $0.deputy] }.filter { $0.isAway(on: day) }.map(\.person))
        readers = max(Set(now.all.map(\.person)).subtracting(away).count, now.isNobody ? 0 : 1)
        byOffice =
            namings.isEmpty
            ? Confidant.all(among: place.surroundings).filter { entrusted.contains($0.person) } : []
        let people = byOffice.map(\.person) + (namings + former).compactMap(\.namedBy)
        names = try PersonStore(reader).names(of: Set(people))
        units = try UnitStore(reader).names(of: Set(namings.map(\.unit)), on: day)
        mayName = try viewer.namesHandlers(of: id, on: day, reader)
    }
}
