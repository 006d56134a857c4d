import Access
import ActionPlan
import Design
import Journal
import Notices
import Reports
import Storage
import Web

/// What the menu tells a person: whether news are unread, what is overdue on the own group's plan, and reports that
/// nobody has read. Each by an index, and no further than it is shown.
enum MenuNumbers {
    static let counting = MenuCounting(topics: topics(of:)) { viewer, day, reader in
        let most = MenuItem.mostCounted + 1
        // Today's heading counts what waits; of news the menu says only that there are some.
        var counts = ["today": try NoticeStore(reader).unreadCount(for: viewer.person, most: 1)]
        // Anybody may be the handler of what is told in confidence, without any mandate.
        counts["reports"] = try ReportStore(reader).waitingCount(for: viewer, on: day, most: most)
        guard viewer.isMember else { return counts }
        if let main = viewer.mainBody {
            counts["plan"] = try ActionStore(reader).overdueCount(of: main.body, on: day, most: most)
        }
        return counts
    }

    @Sendable static func topics(of viewer: Viewer) -> [Topic] {
        [.notices(viewer.person)] + (viewer.mainBody.map { [.board(of: $0.body)] } ?? []) + Reports.topics(for: viewer)
    }
}
