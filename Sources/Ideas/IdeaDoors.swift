import Access
import Kernel
import Markup
import Organisation
import Storage
import Web

/// The two doors: beside the one for reports at the unit's own link, open to the world, and the one for those who have
/// signed in.
enum IdeaDoors {
    static func add(to routes: inout Routes) {
        let everyone = Who.anyone(because: "whoever holds the poster's link may give an idea, without a name if wished")
        routes.get("/r/:link/idea", for: everyone, countsGuesses: true) { try await form($0) }
        routes.post("/r/:link/idea", for: everyone) { try await give($0) }
        routes.get("/idea", for: .signedIn) { try await form($0) }
        routes.post("/idea", for: .signedIn) { try await give($0) }
    }

    private static func form(_ visit: Visit) async throws -> Answer {
        let asked = AskedPlace(visit)
        guard let place = try await visit.read({ try asked.found($0) }) else { return nowhere(visit, asked) }
        return .page(IdeaFormPage(visit: visit, asked: asked, place: place).page)
    }

    private static func give(_ visit: Visit) async throws -> Answer {
        let asked = AskedPlace(visit)
        return try await visit.orAgain {
            guard let taken = try await IdeaIntake(visit: visit, asked: asked).take() else {
                return nowhere(visit, asked)
            }
            return thanks(visit, asked, taken)
        } form: { problems in
            guard let place = try await visit.read({ try asked.found($0) }) else {
                return NoIdeasPage(visit: visit, asked: asked).page
            }
            return IdeaFormPage(visit: visit, asked: asked, place: place, problems: problems).page
        }
    }

    /// Whoever gave a name finds the idea; who gave none is not led to it, since the way would stand in the browser's
    /// history.
    private static func thanks(_ visit: Visit, _ asked: AskedPlace, _ idea: Idea) -> Answer {
        guard idea.giver.person == nil else {
            return .redirect("/ideas/\(idea.id)", saying: IdeaTexts(language: visit.language).givenNow)
        }
        return .page(ThanksPage(visit: visit, asked: asked).page)
    }

    private static func nowhere(_ visit: Visit, _ asked: AskedPlace) -> Answer {
        .page(NoIdeasPage(visit: visit, asked: asked).page, status: 404)
    }
}
