import Access
import ActionPlan
import Elections
import Ideas
import Journal
import Kernel
import Notices
import Organisation
import Reports
import SafetyOrganisation
import Storage
import Web

/// Everything that waits for one person on one day.
struct Today: Sendable {
    let reports: [Report]
    /// Elections in which the person can do something now.
    let elections: ElectionMatters
    /// What the features publish.
    let matters: [Matter]
    private let heard: [Topic]
    /// One's own, due before long.
    let own: [ListedAction]
    /// One's own that can wait.
    let later: [ListedAction]
    /// Overdue in the areas that the person works on, but somebody else's.
    let overdue: [ListedAction]
    /// There are more actions than are shown.
    let hasMore: Bool
    /// How much is wrong with the safety organisation in the area of a coordinator.
    let flaws: Int
    let notices: [Notice]
    let stages: [Stage: Int]
    /// Ideas on the plan of the own group that nobody has answered, counted as far as 99.
    let ideas: Int

    /// One picture of it all, most of it asked for at once.
    /// - Parameter flaws: follows from rights, the organisation and elections alone, and is counted by the caller.
    init(
        for visit: Visit, _ publishers: [Matter.Publisher], flaws: Int, _ reader: Reader
    ) throws {
        let (viewer, day) = (visit.viewer, visit.today)
        self.flaws = flaws
        let (asking, worksNowhere) = (Asking(), viewer.works.isNothing)
        let reports = ReportStore.waiting(for: viewer, on: day, asking)
        let elections = try ElectionStore(reader).matters(
            for: viewer, settings: visit.house.settings, on: day, asking)
        let mine = asking.rows(ActionStore.waiting(for: viewer.person, most: Self.mostOwn + 1))
        let late = asking.rows(
            worksNowhere
                ? .nothing : try ActionStore(reader).overdue(for: viewer.works, on: day, most: Self.mostOverdue + 1))
        let notices = asking.rows(NoticeStore.latest(for: viewer.person, most: 8))
        let stages = asking.rows(viewer.mainBody.map { ActionStore.countsByStage($0.body) } ?? .nothing)
        let ideas = asking.rows(viewer.mainBody.map { IdeaStore.waitingCount(of: $0.body, most: 99) } ?? .nothing)
        let further = try publishers.map { try $0.find(visit, asking) }
        try asking.go(reader)
        let waiting = asking.rows(try reports(reader))
        let nominations = elections(asking)
        let found = try further.map { try $0(reader, asking) }
        try asking.go(reader)
        self.reports = waiting.rows
        self.elections = try nominations(reader)
        heard = publishers.flatMap { $0.topics(viewer) }
        matters = try found.flatMap { try $0(reader) }
        let shown = mine.rows.prefix(Self.mostOwn)
        own = shown.filter { $0.due - day <= Self.soonDays }
        later = shown.filter { $0.due - day > Self.soonDays }
        overdue = late.rows.prefix(Self.mostOverdue).filter { $0.responsible != viewer.person }
        hasMore = mine.rows.count > Self.mostOwn || late.rows.count > Self.mostOverdue
        self.notices = notices.rows
        self.stages = Dictionary(uniqueKeysWithValues: stages.rows)
        self.ideas = ideas.first ?? 0
    }

    /// What is due later than this can wait.
    static let soonDays = 14
    private static let mostOwn = 12
    private static let mostOverdue = 8

    /// What needs the person now, as far as it is shown.
    var count: Int {
        reports.count + elections.all.count + matters.count + own.count + overdue.count + (flaws > 0 ? 1 : 0)
    }

    /// Nothing while there is a ballot to cast.
    func madeFrom(for viewer: Viewer) -> [Topic]? {
        elections.madeFrom.map {
            $0 + topics(for: viewer) + Reports.topics(for: viewer) + (viewer.works.isNothing ? [] : [.plans])
        }
    }

    func topics(for viewer: Viewer) -> [Topic] {
        var topics = matters.flatMap(\.topics) + heard
        topics += [.notices(viewer.person), .actions(of: viewer.person)]
        for mandate in viewer.mandates where mandate.role.givesRights {
            topics += [.board(of: mandate.body), .reports(of: mandate.body)]
        }
        return topics
    }
}
