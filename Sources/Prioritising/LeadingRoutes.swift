import Kernel
import Markup
import Storage
import Web

/// What those who lead a round do: move it on, lay its cards, and lay the board by it.
enum LeadingRoutes {
    static func add(to routes: inout Routes) {
        routes.post("/priorities/:id/step", for: .signedIn) { try await move($0) }
        routes.post("/priorities/:id/cards/:card/proposal", for: .signedIn) { try await lay($0, asProposal: true) }
        routes.post("/priorities/:id/cards/:card/agreement", for: .signedIn) { try await lay($0, asProposal: false) }
        routes.post("/priorities/:id/order", for: .signedIn) { visit in
            let id: RoundID = try visit.id()
            try await visit.write { try RoundWork($0, visit).layBoard(id) }
            return .redirect("/priorities/\(id)", saying: PriorityTexts(language: visit.language).boardLaidNow)
        }
        routes.post("/priorities/:id/order/undo", for: .signedIn) { visit in
            let id: RoundID = try visit.id()
            try await visit.write { try RoundWork($0, visit).layBoardBack(id) }
            return .redirect("/priorities/\(id)", saying: PriorityTexts(language: visit.language).boardLaidBackNow)
        }
    }

    private static func move(_ visit: Visit) async throws -> Answer {
        let id: RoundID = try visit.id()
        let to = try await visit.write { try RoundWork($0, visit).move(id, visit.fields) }
        return .redirect("/priorities/\(id)", saying: PriorityTexts(language: visit.language).movedNow(to: to))
    }

    private static func lay(_ visit: Visit, asProposal isProposal: Bool) async throws -> Answer {
        let (id, card): (RoundID, CardID) = (try visit.id(), try visit.id("card"))
        do {
            return try await visit.orAgain {
                let laid = try await visit.write {
                    try RoundWork($0, visit).lay(id, card, asProposal: isProposal, visit.fields)
                }
                let order = CardOrder(rawValue: visit.fields["sort"]) ?? .laid
                return .redirect(
                    "/priorities/\(id)?sort=\(order.rawValue)#card-\(laid.place)",
                    saying: PriorityTexts(language: visit.language).laidNow)
            } form: {
                try await RoundRoutes.page(visit, $0)
            }
        } catch let late as TooLate {
            return try await PlacingRoutes.told(late, visit)
        }
    }
}
