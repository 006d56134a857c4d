import Access
import ActionPlan
import Agreements
import BoardMeetings
import Elections
import HandingUp
import Handover
import Ideas
import Journal
import Kernel
import Markup
import Notices
import Organisation
import Proximity
import Reports
import SafetyOrganisation
import Storage
import StuckActions
import Web

/// Everything that waits for one person on one day.
struct Today: Sendable {
    let reports: [Report]
    /// Confidential ones that nobody has opened, and in which the person can step in as a deputy.
    let lying: [LyingCase]
    /// Elections in which the person can do something now.
    let elections: ElectionMatters
    /// Board meetings of today.
    let meetings: [MeetingMatter]
    /// Mandates to take over, or to hand over.
    let handovers: [HandoverMatter]
    /// One's own, due before long.
    let own: [ListedAction]
    /// One's own that can wait.
    let later: [ListedAction]
    /// Papers that lack in the area that the person arranges, or are to be looked at again.
    let papers: [DuePaper]
    /// Overdue in the areas that the person works on, but somebody else's.
    let overdue: [ListedAction]
    /// Closed actions of which it is time to say whether they lasted: one's own, and those of whoever has left.
    let judgements: [(judgement: DueJudgement, isOwn: Bool)]
    /// What the person is asked to decide as a leader.
    let requests: [OpenRequest]
    /// Actions that have not moved, of which it is asked whether they do: one's own, and those of whoever has left.
    let still: [(still: StillAction, isOwn: Bool)]
    /// The eleven questions that the person is asked and has not answered.
    let checks: [CheckToAnswer]
    /// What was handed up to the bodies in which the person has a seat, and help that he or she is to find.
    let handed: [HandingMatter]
    /// What leaders have not answered in time, of the bodies in which the person has a seat.
    let unanswered: [OpenRequest]
    /// There are more actions than are shown.
    let hasMore: Bool
    /// How much is wrong with the safety organisation in the area of a coordinator.
    let flaws: Int
    let notices: [Notice]
    let stages: [Stage: Int]
    /// Ideas on the plan of the own group that nobody has answered, counted as far as 99.
    let ideas: Int

    /// One picture of it all.
    /// - Parameter flaws: follows from rights, the organisation and elections alone, and is counted by the caller.
    init(for viewer: Viewer, settings: Settings, flaws: Int, on day: Day, _ reader: Reader) throws {
        self.flaws = flaws
        let worksNowhere = viewer.works.isNothing
        let seats = Set(viewer.mandates.filter(\.role.givesRights).map(\.body))
        let (
            reports, elections, mandates, mine, late, notices, stages, ownJudgements, leftJudgements, asked, unheard,
            ideas
        ) = try reader.together(
            ReportStore(reader).waiting(for: viewer, on: day),
            ElectionStore.open(for: viewer), MandateStore.all(of: viewer.person),
            ActionStore.waiting(for: viewer.person, most: Self.mostOwn + 1),
            worksNowhere
                ? .nothing : ActionStore(reader).overdue(for: viewer.works, on: day, most: Self.mostOverdue + 1),
            NoticeStore.latest(for: viewer.person, most: 8),
            viewer.mainBody.map { ActionStore.countsByStage($0.body) } ?? .nothing,
            ActionStore.toJudge(by: viewer.person, on: day, most: Self.mostJudgements),
            ActionStore.leftToJudge(in: seats, on: day, most: Self.mostJudgements),
            LeaderStore.asked(of: viewer.person, most: Self.mostOwn),
            LeaderStore.unanswered(of: seats, on: day, most: Self.mostJudgements),
            viewer.mainBody.map { IdeaStore.waitingCount(of: $0.body, most: 99) } ?? .nothing)
        self.reports = reports
        lying = try ReportStore(reader).lying(for: viewer, on: day)
        self.elections = try ElectionStore(reader).matters(of: elections, for: viewer, settings: settings, on: day)
        handovers = try Handovers.matters(of: mandates, on: day, reader)
        papers = try DuePaper.all(for: viewer, on: day, reader)
        meetings = try MeetingMatter.all(for: viewer, on: day, reader)
        let shown = mine.prefix(Self.mostOwn)
        own = shown.filter { $0.due - day <= Self.soonDays }
        later = shown.filter { $0.due - day > Self.soonDays }
        overdue = late.prefix(Self.mostOverdue).filter { $0.responsible != viewer.person }
        judgements = ownJudgements.map { ($0, true) } + leftJudgements.map { ($0, false) }
        requests = try LeaderStore(reader).toAnswer(asked, by: viewer.person, on: day)
        unanswered = try LeaderStore(reader).shown(unheard.filter { $0.leader != viewer.person })
        still = try StillActions(reader, on: day).asked(of: viewer.person, in: seats, most: Self.mostJudgements)
        checks = try StuckActions.toAnswer(by: viewer, most: Self.mostJudgements, reader)
        handed = try HandingUp.matters(for: viewer, in: seats, on: day, reader)
        hasMore = mine.count > Self.mostOwn || late.count > Self.mostOverdue
        self.notices = notices
        self.stages = Dictionary(uniqueKeysWithValues: stages)
        self.ideas = ideas.first ?? 0
    }

    /// What is due later than this can wait.
    static let soonDays = 14
    private static let mostOwn = 12
    private static let mostOverdue = 8
    private static let mostJudgements = 4

    /// What needs the person now, as far as it is shown.
    var count: Int {
        reports.count + lying.count + elections.all.count + meetings.count + handovers.count + papers.count + own.count
            + overdue.count + judgements.count + requests.count + unanswered.count + still.count + checks.count
            + handed.count + (flaws > 0 ? 1 : 0)
    }

    /// Nothing while there is a ballot to cast.
    func madeFrom(for viewer: Viewer) -> [Topic]? {
        elections.madeFrom.map {
            $0 + topics(for: viewer) + Reports.topics(for: viewer) + (viewer.works.isNothing ? [] : [.plans])
        }
    }

    func topics(for viewer: Viewer) -> [Topic] {
        var topics: [Topic] = still.map { .action($0.still.action.id) } + handed.flatMap(\.topics)
        topics += checks.flatMap(\.topics)
        topics += [
            .notices(viewer.person), .actions(of: viewer.person), .handovers(of: viewer.person), .proximity,
            .agreements, .cases(of: viewer.person),
        ]
        for mandate in viewer.mandates where mandate.role.givesRights {
            topics += [.board(of: mandate.body), .reports(of: mandate.body)]
        }
        return topics
    }
}

/// Something in writing that is due: documentation of the proximity principle, or the review of an agreement.
struct DuePaper: Sendable {
    let title: Words
    let detail: Words
    let link: Link
    let since: Day

    static func all(for viewer: Viewer, on day: Day, _ reader: Reader) throws -> [DuePaper] {
        try ProximityStore(reader).tasks(for: viewer, on: day).map {
            DuePaper(title: $0.title, detail: $0.detail, link: $0.link, since: $0.since)
        }
            + AgreementStore(reader).tasks(for: viewer, on: day).map {
                DuePaper(title: $0.title, detail: $0.detail, link: $0.link, since: $0.since)
            }
    }
}
