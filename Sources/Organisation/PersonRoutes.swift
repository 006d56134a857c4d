import Access
import Design
import Journal
import Kernel
import Markup
import Storage
import Web

/// A person's page, for those who may see it, and what the administrator writes there; and what everybody writes of
/// oneself.
struct PersonRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/people/:id", for: .signedIn, show)
        routes.get("/people/:id/edit", for: .administrator) { visit in .page(try await form(visit)) }
        routes.post("/people/:id", for: .administrator, change)
        routes.get("/people/:id/leaving", for: .administrator) { visit in .page(try await leaving(visit)) }
        routes.post("/people/:id/leaving", for: .administrator, leave)
        routes.get("/account/contact", for: .signedIn) { visit in .page(try await contact(visit)) }
        routes.post("/account/contact", for: .signedIn, changeContact)
    }

    private func show(_ visit: Visit) async throws -> Answer {
        let (id, viewer): (PersonID, Viewer) = (try visit.id(), visit.viewer)
        if id == viewer.person, !viewer.isAdministrator { return .redirect("/account") }
        return try await visit.organisationPage { asOf, reader in
            // Whoever looks after the unit of today, whatever day is shown.
            guard let sight = try PersonSight(id, on: asOf.day, reader),
                try PersonSight(id, on: asOf.today, reader)?.isSeen(by: viewer, on: asOf.today, reader) == true
            else { return nil }
            let lines = viewer.isAdministrator ? try JournalStore(reader).lines(about: Subject("person", id)) : []
            let history = lines.filter { ["added", "changed", "left"].contains($0.verb) }
            return PersonPage(
                visit: visit, asOf: asOf, sight: sight, history: history,
                names: try PersonStore(reader).names(of: Set(history.compactMap(\.person)))
            ).page
        }
    }

    private func form(_ visit: Visit, problems: Problems = .none, clash: PersonMerging? = nil) async throws -> Page {
        let (id, today): (PersonID, Day) = (try visit.id(), visit.today)
        let sight = try await visit.read { try PersonSight(id, on: today, $0) }
        guard let sight else { throw Refusal.notFound }
        return PersonFormPage(
            visit: visit, person: sight.person, unit: sight.unit, writable: PersonField.allCases,
            action: "/people/\(id)",
            back: "/people/\(id)", problems: problems, merging: clash
        ).page
    }

    private func change(_ visit: Visit) async throws -> Answer {
        let (id, deed): (PersonID, Deed) = (try visit.id(), visit.deed)
        do {
            return try await visit.orAgain {
                let fields = visit.fields
                let link = try await visit.once { writer in
                    try PersonWork(writer: writer, deed: deed).change(id, fields, PersonField.allCases)
                    return "/people/\(id)"
                }
                return .redirect(link, saying: PersonTexts(language: visit.language).saved)
            } form: { problems in
                try await form(visit, problems: problems)
            }
        } catch let clash as PersonClash {
            return .page(try await form(visit, clash: clash.merging), status: 409)
        }
    }

    private func leaving(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let (id, today): (PersonID, Day) = (try visit.id(), visit.today)
        let sight = try await visit.read { try PersonSight(id, on: today, $0) }
        guard let sight else { throw Refusal.notFound }
        return LeavingPage(visit: visit, sight: sight, problems: problems).page
    }

    private func leave(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let (id, deed): (PersonID, Deed) = (try visit.id(), visit.deed)
            let fields = visit.fields
            let link = try await visit.once { writer in
                try PersonWork(writer: writer, deed: deed).leave(id, fields)
                return "/people/\(id)"
            }
            return .redirect(link, saying: PersonTexts(language: visit.language).leftNow)
        } form: { problems in
            try await leaving(visit, problems: problems)
        }
    }

    private func contact(_ visit: Visit, problems: Problems = .none, clash: PersonMerging? = nil) async throws -> Page {
        let (id, today) = (visit.viewer.person, visit.today)
        let sight = try await visit.read { try PersonSight(id, on: today, $0) }
        guard let sight else { throw Refusal.notFound }
        return PersonFormPage(
            visit: visit, person: sight.person, unit: sight.unit, writable: PersonField.own, action: "/account/contact",
            back: "/account", problems: problems, merging: clash
        ).page
    }

    private func changeContact(_ visit: Visit) async throws -> Answer {
        let (id, deed) = (visit.viewer.person, visit.deed)
        do {
            return try await visit.orAgain {
                let fields = visit.fields
                let link = try await visit.once { writer in
                    try PersonWork(writer: writer, deed: deed).change(id, fields, PersonField.own)
                    return "/account"
                }
                return .redirect(link, saying: PersonTexts(language: visit.language).saved)
            } form: { problems in
                try await contact(visit, problems: problems)
            }
        } catch let clash as PersonClash {
            return .page(try await contact(visit, clash: clash.merging), status: 409)
        }
    }
}
