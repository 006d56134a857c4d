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
    @Sendable public static func onBoard(_ plan: SeenPlan, _ visit: Visit, _ reader: Reader) throws -> BoardGuest {
        let (text, body, mayWork) = (HandingTexts(language: visit.language), plan.body.id, plan.standing.mayWork)
        let (away, counts, any) = try reader.together(
            HandingStore.away(of: body), mayWork ? HandingStore.waitingCount(for: body, most: 99) : .nothing,
            mayWork ? HandingStore.any(to: body) : .nothing)
        let marks = Dictionary(away.map { ($0, Badge(text.isUp)) }) { one, _ in one }
        let link: Link = "/plan/\(body)/handed"
        let waiting = counts.first.flatMap { $0 > 0 ? $0 : nil }
        return BoardGuest(
            above: waiting.map { "<p><a href=\"\(link)\">\(text.waitHere($0))</a></p>" },
            tabs: any.isEmpty ? [] : [Tabs.Tab(text.handedUp, to: link, count: waiting)], marks: marks)
    }

    /// What an action's page says of it.
    @Sendable public static func onAction(_ seen: SeenAction, _ visit: Visit, _ reader: Reader) throws -> HTML? {
        try HandingSheet(visit: visit, seen: seen, reader)?.html
    }

    /// What waits for the person: what was handed up to the bodies in which he or she has a seat, and help to be found.
    public static func matters(
        for viewer: Viewer, in seats: Set<BodyID>, on day: Day, _ reader: Reader
    ) throws -> [HandingMatter] {
        let waiting = try HandingStore(reader).waiting(for: seats, most: mostOnToday)
        let names = try BodyStore(reader).names(of: Set(waiting.map(\.from)))
        let handed = waiting.map { handing in
            HandingMatter(
                title: HandingTexts.waits(handing.what), detail: names[handing.from] ?? Words(da: "", en: ""),
                link: handing.link, day: handing.at.day, topics: [])
        }
        let sought = try HelpStore(reader).sought(by: viewer.person, most: mostOnToday).map { help in
            HandingMatter(
                title: HandingTexts.findHelp, detail: Words(da: help.need, en: help.need),
                link: "/expert-help/\(help.id)", day: help.by, topics: [.action(help.action)])
        }
        return handed + sought
    }

    private static let mostOnToday = 6
}

/// A line of Today: what was handed up, or help to be found.
public struct HandingMatter: Sendable {
    public let title: Words
    public let detail: Words
    public let link: Link
    public let day: Day
    /// What it hangs on besides the boards of the bodies.
    public let topics: [Topic]
}

extension Handing {
    var link: Link { "/handings/\(id)" }
}
