import Access
import Journal
import Kernel
import Live
import Storage
import Synchronization

/// What the menu says that waits behind its places. The program's outermost layer fills this in.
public struct MenuCounting: Sendable {
    /// When one of these changes, it is counted anew.
    let topics: @Sendable (Viewer) -> [Topic]
    /// By the section that a page names.
    let count: @Sendable (Viewer, Day, Reader) throws -> [String: Int]

    public init(
        topics: @escaping @Sendable (Viewer) -> [Topic],
        count: @escaping @Sendable (Viewer, Day, Reader) throws -> [String: Int]
    ) {
        self.topics = topics
        self.count = count
    }

    public static let nothing = MenuCounting(topics: { _ in [] }, count: { _, _, _ in [:] })
}

/// Counts by person, kept in memory until what was counted changes or the day does: a page costs no query for its menu
/// where nothing has happened.
final class MenuCounts: Sendable {
    private struct Known {
        let counts: [String: Int]
        let stamps: [Hub.Stamp]
        let day: Day
    }

    private let hub: Hub
    private let counting: MenuCounting
    private let known = Mutex<[PersonID: Known]>([:])
    private static let limit = 20_000

    init(_ counting: MenuCounting, hub: Hub) {
        self.counting = counting
        self.hub = hub
    }

    /// What the person's counts follow from, besides rights and the day.
    func topics(for viewer: Viewer) -> [Topic] { counting.topics(viewer) }

    /// Nothing where the database does not answer: a page is worth more than its menu's counts.
    func counts(for viewer: Viewer, on day: Day, in database: any Database) async -> [String: Int] {
        // Asked for before it is counted, so that a change in between makes what was counted stale.
        let stamps = ([.rights] + topics(for: viewer)).map { hub.stamp($0.name) }
        let kept = known.withLock { $0[viewer.person] }
        if let kept, kept.stamps == stamps, kept.day == day { return kept.counts }
        let count = counting.count
        guard let counts = try? await database.read({ try count(viewer, day, $0) }) else { return [:] }
        known.withLock { known in
            if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
            known[viewer.person] = Known(counts: counts, stamps: stamps, day: day)
        }
        return counts
    }
}

extension Site {
    /// The visit with what its page's menu says; only where there is a menu.
    func counted(_ visit: Visit, for answer: Answer) async -> Visit {
        guard case .page(let page, _, _) = answer, case .app = page.surroundings, visit.viewer.isSomebody else {
            return visit
        }
        var visit = visit
        visit.menuCounts = await house.menuCounts.counts(for: visit.viewer, on: visit.today, in: house.database)
        return visit
    }
}
