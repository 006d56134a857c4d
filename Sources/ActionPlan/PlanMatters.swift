import Access
import Journal
import Kernel
import Organisation
import Storage
import Web

/// What waits for one person of the plans besides the actions themselves: to decide as a leader, to see that a leader has
/// not decided, and to say whether what was done has lasted.
enum PlanMatters {
    private static let most = 4
    private static let mostToDecide = 12

    static func found(for viewer: Viewer, on day: Day, _ asking: Asking) -> Matter.Found {
        let (person, seats) = (viewer.person, viewer.seats)
        let (asked, unheard) = (
            asking.rows(LeaderStore.asked(of: person, most: mostToDecide)),
            asking.rows(LeaderStore.unanswered(of: seats, on: day, most: most))
        )
        let (own, left) = (
            asking.rows(ActionStore.toJudge(by: person, on: day, most: most)),
            asking.rows(ActionStore.leftToJudge(in: seats, on: day, most: most))
        )
        return { reader in
            let store = LeaderStore(reader)
            let toDecide = try store.toAnswer(asked.rows, by: person, on: day)
            let undecided = try store.shown(unheard.rows.filter { $0.leader != person })
            return toDecide.map { matter($0, isOwn: true, on: day) }
                + undecided.map { matter($0, isOwn: false, on: day) }
                + own.rows.map { matter($0, isOwn: true, on: day) }
                + left.rows.map { matter($0, isOwn: false, on: day) }
        }
    }

    private static func matter(_ open: OpenRequest, isOwn: Bool, on today: Day) -> Matter {
        let (day, leader) = (open.request.answerBy, open.leader ?? "")
        let text = open.request.text.firstWords(16).ended
        return Matter(
            isOwn
                ? Words(da: "Beslut: \(open.what)", en: "Decide: \(open.what)")
                : Words(
                    da: "Lederen har ikke svaret: \(open.what)", en: "The leader has not answered: \(open.what)"),
            isOwn ? Words(da: text, en: text) : Words(da: "Spurgt: \(leader)", en: "Asked: \(leader)"),
            to: "/requests/\(open.request.id)", day < today ? .late : .question, on: day)
    }

    private static func matter(_ due: DueJudgement, isOwn: Bool, on today: Day) -> Matter {
        let name = due.responsible ?? ""
        let closed = due.closedOn
        return Matter(
            Words(da: "Holdt det? \(due.what)", en: "Did it last? \(due.what)"),
            Words(
                da: "Afsluttet \(closed.short(in: .danish, today: today))"
                    + (isOwn ? "" : " · \(name) er her ikke mere."),
                en: "Closed \(closed.short(in: .english, today: today))"
                    + (isOwn ? "" : " · \(name) is no longer here.")),
            to: "/actions/\(due.id)/judgement", .question, on: due.judgeOn)
    }
}

extension Viewer {
    /// The bodies in which the viewer has a seat that gives rights.
    public var seats: Set<BodyID> { Set(mandates.filter(\.role.givesRights).map(\.body)) }
}
