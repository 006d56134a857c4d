import Access
import Journal
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
            try await decide(visit) { .declining(reason: $0.text("reason", limit: IdeaDecision.reasonLimit)) }
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

/// What a viewer does with ideas, inside one write. The pages and the programs' routes both come here.
struct IdeaWork {
    let writer: Writer
    let viewer: Viewer
    let deed: Deed

    init(_ writer: Writer, _ visit: Visit) {
        self.writer = writer
        viewer = visit.viewer
        deed = visit.deed
    }

    private var reader: Reader { writer.reader }

    /// Stands once for each person, however often it is given.
    /// - Throws: `Refusal` where it is one's own, or is decided already.
    func support(_ id: IdeaID, _ support: IdeaSupport) throws {
        let idea = try SeenIdea(id, for: viewer, on: deed.day, reader).idea
        guard !viewer.isGiver(of: idea) else { throw Refusal.conflict(IdeaRefusals.ownIdea) }
        guard try IdeaStore(reader).support(of: id, by: viewer.person) != support else { return }
        guard idea.isOpen else { throw Refusal.conflict(IdeaRefusals.decided) }
        try writer.apply(idea.supported(support, by: viewer.person), deed)
    }

    func withdraw(_ id: IdeaID) throws {
        let idea = try SeenIdea(id, for: viewer, on: deed.day, reader).idea
        guard try IdeaStore(reader).support(of: id, by: viewer.person) != nil else { return }
        try writer.apply(idea.unsupported(by: viewer.person), deed)
    }

    /// - Throws: `Problems`, and `Refusal` where the viewer does not decide here.
    func decide(
        _ id: IdeaID, _ fields: Fields, _ read: (inout Reading) -> IdeaDecision
    ) throws -> IdeaDecision {
        let idea = try SeenIdea.decidable(id, by: viewer, on: deed.day, reader).idea
        var reading = Reading(fields)
        let decision = read(&reading)
        try reading.finish()
        guard Int(fields["version"].trimmed) == idea.version else { throw Problems(IdeaProblem.decidedMeanwhile) }
        let decided = try idea.decided(decision, by: deed.person, on: deed.day)
        guard decided != idea else { return decision }
        try writer.apply(decided.saved(instead: idea, as: decision.verb), deed)
        if let telling = IdeaTelling.of(decision, on: idea.what) {
            try writer.apply(idea.told(telling, reader, deed), deed)
        }
        return decision
    }
}
