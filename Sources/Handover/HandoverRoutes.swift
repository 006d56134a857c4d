import Access
import Kernel
import Organisation
import Storage
import Web

/// Only the holder of a mandate comes here; to everybody else it is not found, whatever his or her rights.
struct HandoverRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/handovers", for: .signedIn, showAll)
        routes.get("/handovers/:id", for: .signedIn, show)
        routes.post("/handovers/:id/steps", for: .signedIn, tick)
        routes.get("/handovers/:id/words", for: .signedIn) { visit in .page(try await words(visit)) }
        routes.post("/handovers/:id/words", for: .signedIn, say)
    }

    private func showAll(_ visit: Visit) async throws -> Answer {
        let (person, today) = (visit.viewer.person, visit.today)
        let (own, names) = try await visit.read { reader in
            let store = HandoverStore(reader)
            let own = try store.own(of: person, on: today)
            return (own, try store.names(of: own, on: today))
        }
        return .page(HandoverListPage(visit: visit, mandates: own, names: names).page)
    }

    private func show(_ visit: Visit) async throws -> Answer {
        let (id, viewer, today): (ID<Mandate>, Viewer, Day) = (try visit.id(), visit.viewer, visit.today)
        let found = try await visit.read { reader -> (Mandate, Handover?)? in
            guard let mandate = try HandoverStore(reader).own(id, of: viewer.person) else { return nil }
            // What the body does is no longer the business of one who has left it.
            guard !HandoverRules.isOver(mandate, on: today) else { return (mandate, nil) }
            return (mandate, try Handover(mandate, for: viewer, on: today, reader))
        }
        guard let found else { throw Refusal.notFound }
        guard let handover = found.1 else {
            guard HandoverRules.mayHandOver(found.0, on: today) else { throw Refusal.notFound }
            return .redirect("/handovers/\(id)/words")
        }
        return .page(HandoverPage(visit: visit, handover: handover).page)
    }

    private func tick(_ visit: Visit) async throws -> Answer {
        let (id, person, deed): (ID<Mandate>, PersonID, _) = (try visit.id(), visit.viewer.person, visit.deed)
        let (step, isDone) = (visit.fields["step"], Reading(visit.fields).isTicked("done"))
        try await visit.write { writer in
            guard let mandate = try HandoverStore(writer.reader).own(id, of: person),
                !HandoverRules.isOver(mandate, on: deed.day),
                HandoverStep.of(mandate.role).contains(where: { $0.name == step })
            else { throw Refusal.notFound }
            try writer.apply(HandoverChanges.ticked(step, isDone: isDone, of: mandate, on: deed.day), deed)
        }
        return .redirect("/handovers/\(id)")
    }

    private func words(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let (id, person, today): (ID<Mandate>, PersonID, Day) = (try visit.id(), visit.viewer.person, visit.today)
        let found = try await visit.read { reader -> HandoverWordsPage? in
            let store = HandoverStore(reader)
            guard let mandate = try store.own(id, of: person), HandoverRules.mayHandOver(mandate, on: today) else {
                return nil
            }
            return HandoverWordsPage(
                visit: visit, mandate: mandate, name: try store.names(of: [mandate], on: today)[id],
                words: try store.words(of: [id])[id]?.words ?? "", problems: problems)
        }
        guard let found else { throw Refusal.notFound }
        return found.page
    }

    private func say(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let (id, person, deed): (ID<Mandate>, PersonID, _) = (try visit.id(), visit.viewer.person, visit.deed)
            let fields = visit.fields
            let link = try await visit.once { writer in
                guard let mandate = try HandoverStore(writer.reader).own(id, of: person),
                    HandoverRules.mayHandOver(mandate, on: deed.day)
                else { throw Refusal.notFound }
                let words = try HandoverRules.words(fields)
                try writer.apply(HandoverChanges.said(words, about: mandate, deed), deed)
                return "/handovers/\(id)/words"
            }
            return .redirect(link, saying: HandoverTexts(language: visit.language).kept)
        } form: { problems in
            try await words(visit, problems: problems)
        }
    }
}
