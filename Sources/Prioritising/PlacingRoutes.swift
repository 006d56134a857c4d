import Kernel
import Markup
import Storage
import Web

/// What each does alone: one card at a time.
enum PlacingRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/priorities/:id/cards/:card", for: .signedIn) { .page(try await page($0)) }
        routes.post("/priorities/:id/cards/:card/placement", for: .signedIn) { try await place($0) }
    }

    private static func page(_ visit: Visit, _ problems: Problems = .none) async throws -> Page {
        let (id, card): (RoundID, CardID) = (try visit.id(), try visit.id("card"))
        return try await visit.read { try CardPage(visit, id, card, problems, $0).page }
    }

    /// Sent whole by the form's button; by the script at each answer, with what there is.
    private static func place(_ visit: Visit) async throws -> Answer {
        let (id, card): (RoundID, CardID) = (try visit.id(), try visit.id("card"))
        do {
            return try await visit.orAgain {
                let isPartial = visit.wantsJSON
                try await visit.write { try RoundWork($0, visit).place(id, card, visit.fields, isPartial: isPartial) }
                guard !visit.wantsJSON else { return .json(["saved": .flag(true)]) }
                return .redirect(try await next(after: card, in: id, visit))
            } form: {
                try await page(visit, $0)
            }
        } catch let late as TooLate {
            return try await told(late, visit)
        }
    }

    /// The next card that is not placed yet, then the first such; the round where all are.
    private static func next(after card: CardID, in id: RoundID, _ visit: Visit) async throws -> Link {
        let next = try await visit.read { reader -> CardID? in
            let placing = PlacingStore(reader)
            guard let mark = try placing.mark(of: visit.viewer.person, in: id, visit.house.settings) else { return nil }
            let placed = try placing.answers(by: mark, in: id)
            let cards = try RoundStore(reader).cards(of: id).map(\.id)
            let here = (cards.firstIndex(of: card) ?? 0) + 1
            return (cards[here...] + cards[..<here]).first { placed[$0]?.placement == nil }
        }
        return next.map { "/priorities/\(id)/cards/\($0)" } ?? "/priorities/\(id)"
    }

    static func told(_ late: TooLate, _ visit: Visit) async throws -> Answer {
        let title = try await visit.read { try KnownCard.all([late.card], $0).first?.title ?? "" }
        return .page(TooLatePage(visit: visit, late: late, title: title).page, status: 409)
    }
}
