import Access
import Kernel
import Markup
import Organisation
import Storage
import Web

/// The rounds of a plan, and each as everybody sees it.
enum RoundRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/plan/:body/priorities", for: .signedIn) { try await list($0) }
        routes.get("/plan/:body/priorities/new", for: .signedIn) { .page(try await form($0, .none)) }
        routes.post("/plan/:body/priorities", for: .signedIn) { try await start($0) }
        routes.get("/priorities/:id", for: .signedIn) { .page(try await page($0)) }
        routes.get("/priorities/:id/print", for: .signedIn) { try await paper($0) }
        routes.get("/prioritise", for: .signedIn) { .page(JoinPage(visit: $0, problems: .none).page) }
        routes.post("/prioritise", for: .signedIn) { try await join($0) }
        routes.get("/prioritise/:code", for: .signedIn) { try await door($0) }
    }

    private static func list(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        return .page(
            try await visit.read { reader in
                let seen = try SeenPriorities(id, for: visit.viewer, reader)
                let rounds = try RoundStore(reader).rounds(of: id)
                let cards = try RoundStore(reader).cardCounts(of: rounds.map(\.id))
                return RoundListPage(visit: visit, seen: seen, rounds: rounds, cards: cards).page
            })
    }

    private static func form(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let id: BodyID = try visit.id("body")
        return try await visit.read { try NewRoundPage(visit, of: id, problems, $0).page }
    }

    private static func start(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                "/priorities/\(try RoundWork(writer, visit).start(id, visit.fields))"
            }
            return .redirect(link, saying: PriorityTexts(language: visit.language).startedNow)
        } form: {
            try await form(visit, $0)
        }
    }

    static func page(_ visit: Visit, _ problems: Problems = .none) async throws -> Page {
        let id: RoundID = try visit.id()
        return try await visit.read { reader in
            try RoundPage(visit, try SeenRound(id, for: visit.viewer, reader), problems, reader).page()
        }
    }

    private static func paper(_ visit: Visit) async throws -> Answer {
        let id: RoundID = try visit.id()
        return .page(
            try await visit.read { reader in
                let round = try RoundPage(visit, try SeenRound(id, for: visit.viewer, reader), .none, reader)
                return try RoundOnPaper(round: round).page()
            })
    }

    private static func join(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            guard let round = try await find(visit.fields["code"], visit) else {
                throw Problems(PriorityProblem.unknownCode, at: "code")
            }
            return .redirect("/priorities/\(round)")
        } form: {
            JoinPage(visit: visit, problems: $0).page
        }
    }

    private static func door(_ visit: Visit) async throws -> Answer {
        guard let round = try await find(visit.parameters["code"] ?? "", visit) else { throw Refusal.notFound }
        return .redirect("/priorities/\(round)")
    }

    /// Nothing where there is none with this code, and where it is not within reach: the two cannot be told apart.
    private static func find(_ typed: String, _ visit: Visit) async throws -> RoundID? {
        let code = typed.trimmed.uppercased()
        guard code.utf8.count <= PriorityRound.codeLength else { return nil }
        return try await visit.read { reader in
            guard let round = try RoundStore(reader).find(code: code),
                try SeenPriorities.includes(round.body, for: visit.viewer, reader)
            else { return nil }
            return round.id
        }
    }
}
