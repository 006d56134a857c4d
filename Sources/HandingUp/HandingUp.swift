import Access
import ActionPlan
import Design
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// What a group cannot solve itself: it hands the action up to a body above, whose answer comes back, or seeks help from
/// experts.
public enum HandingUp {
    public static let migrations = HandingSchema.migrations
    static let originKind = "handing"

    public static var routes: [Route] {
        var routes = Routes()
        HandingRoutes.add(to: &routes)
        HelpRoutes.add(to: &routes)
        return routes.all
    }

    /// Who hears of what happens on the action plan.
    public static let followers: [Follower] = [ActionFollower.follow]

    /// What an action that came of a handing says of it.
    @Sendable public static func origin(_ id: String, for viewer: Viewer, _ reader: Reader) throws -> Origins.Told? {
        let text = HandingTexts(language: viewer.language)
        do {
            let seen = try SeenHanding(HandingID(id), for: viewer, on: viewer.reads.day, reader)
            return (text.origin(seen.handing.what, from: seen.from.name.in(viewer.language)), seen.handing.link)
        } catch Refusal.notFound {
            return nil
        }
    }

    /// What those below wrote for the body above is for nobody else.
    @Sendable public static func discretion(_ id: String, _ reader: Reader) throws -> Discretion { .nothing }

    /// What a plan's page says of it: what waits for an answer here, and which of its actions others have.
    @Sendable public static func onBoard(
        _ body: BodyID, _ visit: Visit, _ asking: Asking
    ) -> PlanGuests.Shown {
        let away = asking.rows(HandingStore.away(of: body))
        let counts = asking.rows(HandingStore.waitingCount(for: body, most: 99))
        let any = asking.rows(HandingStore.any(to: body))
        return { plan, _ in
            let text = HandingTexts(language: visit.language)
            let marks = Dictionary(away.rows.map { ($0, Badge(text.isUp)) }) { one, _ in one }
            guard plan.standing.mayWork, any.first != nil else { return BoardGuest(marks: marks) }
            let link: Link = "/plan/\(body)/handed"
            let waiting = counts.first.flatMap { $0 > 0 ? $0 : nil }
            return BoardGuest(
                above: waiting.map { "<p><a href=\"\(link)\">\(text.waitHere($0))</a></p>" },
                tabs: [Tabs.Tab(text.handedUp, to: link, count: waiting)], marks: marks)
        }
    }

    /// What an action's page says of it.
    @Sendable public static func onAction(_ seen: SeenAction, _ visit: Visit, _ reader: Reader) throws -> HTML? {
        try HandingSheet(visit: visit, seen: seen, reader)?.html
    }

    /// What waits for the person: what was handed up to the bodies in which he or she has a seat, and help to be found.
    @Sendable public static func matters(of visit: Visit, _ asking: Asking) -> Matter.Further {
        let waiting = asking.rows(HandingStore.waiting(for: visit.viewer.seats, most: mostOnToday))
        let sought = asking.rows(HelpStore.sought(by: visit.viewer.person))
        return { _, asking in
            let from = Set(waiting.rows.map(\.from))
            let names = asking.rows(from.isEmpty ? .nothing : BodyStore.names(of: from))
            return { reader in
                let names = Dictionary(uniqueKeysWithValues: names.rows)
                return try waiting.rows.map { matter($0, from: names[$0.from]) }
                    + HelpStore(reader).open(sought.rows, most: mostOnToday).map(matter)
            }
        }
    }

    private static func matter(_ handing: Handing, from body: Words?) -> Matter {
        Matter(
            HandingTexts.waits(handing.what), body ?? Words(da: "", en: ""), to: handing.link, .question,
            on: handing.at.day)
    }

    private static func matter(_ help: ExpertHelp) -> Matter {
        let need = help.need.firstWords(16)
        return Matter(
            HandingTexts.findHelp, Words(da: need, en: need), to: "/expert-help/\(help.id)", .question, on: help.by,
            topics: [.action(help.action)])
    }

    private static let mostOnToday = 6
}

extension Handing {
    var link: Link { "/handings/\(id)" }
}
