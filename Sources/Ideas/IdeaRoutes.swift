import Kernel
import Markup
import Storage
import Web

/// One idea: what everybody does with it, and what its body's members decide.
enum IdeaRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/ideas/:id", for: .signedIn) { .page(try await page($0)) }
        routes.post("/ideas/:id/support", for: .signedIn) { try await support($0) }
        routes.post("/ideas/:id/support/withdrawal", for: .signedIn) { try await withdraw($0) }
        routes.post("/ideas/:id/parking", for: .signedIn) { visit in
            try await decide(visit) { .parking(reason: $0.optionalText("reason", limit: IdeaDecision.reasonLimit)) }
        }
        routes.post("/ideas/:id/declining", for: .signedIn) { visit in
            try await decide(visit) { reading in
                .declining(
                    reason: reading.text("reason", limit: IdeaDecision.reasonLimit),
                    erasing: reading.isTicked("erase"))
            }
        }
        routes.post("/ideas/:id/reopening", for: .signedIn) { try await decide($0) { _ in .reopening } }
    }

    private static func page(_ visit: Visit, _ problems: Problems = .none) async throws -> Page {
        let id: IdeaID = try visit.id()
        return try await visit.read { reader in
            let seen = try SeenIdea(id, for: visit.viewer, on: visit.today, reader)
            return try IdeaPage(visit: visit, seen: seen, problems: problems, reader).page
        }
    }

    private static func support(_ visit: Visit) async throws -> Answer {
        let id: IdeaID = try visit.id()
        let support: IdeaSupport = Reading(visit.fields).isTicked("helps") ? .helping : .standing
        try await visit.write { try IdeaWork($0, visit).support(id, support) }
        return .redirect("/ideas/\(id)", saying: IdeaTexts(language: visit.language).supportedNow(support))
    }

    private static func withdraw(_ visit: Visit) async throws -> Answer {
        let id: IdeaID = try visit.id()
        try await visit.write { try IdeaWork($0, visit).withdraw(id) }
        return .redirect("/ideas/\(id)", saying: IdeaTexts(language: visit.language).withdrawnNow)
    }

    private static func decide(
        _ visit: Visit, _ read: @escaping @Sendable (inout Reading) -> IdeaDecision
    ) async throws -> Answer {
        let id: IdeaID = try visit.id()
        return try await visit.orAgain {
            let decision = try await visit.write { writer in
                try IdeaWork(writer, visit).decide(id, visit.fields, read)
            }
            return .redirect("/ideas/\(id)", saying: IdeaTexts(language: visit.language).decidedNow(decision))
        } form: {
            try await page(visit, $0)
        }
    }
}
