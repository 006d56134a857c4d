import Design
import Kernel
import Markup
import Web

/// What of an action goes beyond its group: that others may learn from it, and what leaders are asked for it.
struct ActionBeyond {
    let visit: Visit
    let seen: SeenAction
    let names: [PersonID: String]

    private var action: Action { seen.action }

    /// For those who decide whether other groups see it; nothing where it did not work.
    func sharing(_ example: Example?, of closures: [MadeClosure]) -> Sheet? {
        guard seen.standing.mayWork,
            closures.contains(where: { $0.reopenedAt == nil && $0.closure.effect == .yes })
        else { return nil }
        let words = ExampleTexts(language: visit.language)
        let button: HTML =
            example == nil
            ? Button(words.share, to: "/actions/\(action.id)/example").html
            : PostButton(words.withdraw, to: "/actions/\(action.id)/example/withdrawal", csrf: visit.csrf).html
        let told = example == nil ? words.isNotShared : words.isShared
        return Sheet(words.sharing) { "<div class=\"row\"><span class=\"meta\">\(told)</span>\(button)</div>" }
    }

    /// What leaders were asked, and the way to ask one.
    func decisions(_ requests: [LeaderRequest]) -> HTML? {
        let words = LeaderTexts(language: visit.language)
        let mayAsk = seen.standing.mayWork && action.isOpen
        guard mayAsk || !requests.isEmpty else { return nil }
        let cards = HTML(each: requests) { request in
            RequestCard(
                request: request, names: names, csrf: seen.standing.mayWork ? visit.csrf : nil, today: visit.today,
                language: visit.language
            ).html
        }
        let ask = Button(words.ask, to: "/actions/\(action.id)/requests/new")
        return """
            \(when: !requests.isEmpty, "<h2>\(words.title)</h2>")\(cards)\
            \(when: mayAsk, "<div class=\"row\">\(ask)</div>")
            """
    }
}
