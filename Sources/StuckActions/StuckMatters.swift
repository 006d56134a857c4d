import Access
import ActionPlan
import Journal
import Kernel
import Storage
import Web

/// What waits for one person of what stands still.
enum StuckMatters {
    private static let most = 4

    static func found(for viewer: Viewer, on day: Day, _ asking: Asking) -> Matter.Further {
        let still = StillActions.asked(of: viewer.person, in: viewer.seats, most: most, on: day, asking)
        let checks = asking.rows(StuckStore.toAnswer(by: viewer.person, most: most))
        return { _, asking in
            let still = still(asking)
            return { reader in
                try still().map { matter($0.still, isOwn: $0.isOwn, on: day) }
                    + checks.rows.reversed().compactMap { try matter($0, for: viewer, reader) }
            }
        }
    }

    private static func matter(_ still: StillAction, isOwn: Bool, on today: Day) -> Matter {
        let (what, name, since) = (still.action.what, still.action.name ?? "", still.since)
        return Matter(
            Words(da: "Bevæger den sig? \(what)", en: "Does it move? \(what)"),
            Words(
                da: "Ikke rørt siden \(since.short(in: .danish, today: today))"
                    + (isOwn ? "" : " · \(name) er her ikke mere."),
                en: "Not touched since \(since.short(in: .english, today: today))"
                    + (isOwn ? "" : " · \(name) is no longer here.")),
            to: "/actions/\(still.action.id)/still", .question, on: since, topics: [.action(still.action.id)])
    }

    /// Nothing where the action is closed or no longer within reach.
    private static func matter(_ check: StuckCheck, for viewer: Viewer, _ reader: Reader) throws -> Matter? {
        do {
            let action = try SeenAction(check.action, for: viewer, reader).action
            guard action.isOpen else { return nil }
            let what = action.agreed.what
            return Matter(
                Words(da: "Elleve spørgsmål: \(what)", en: "Eleven questions: \(what)"),
                Words(da: "Du svarer alene, og I sammenligner.", en: "You answer alone, then you compare."),
                to: "/checks/\(check.id)", .question, on: check.startedAt.day,
                topics: [.check(check.id), .action(action.id)])
        } catch Refusal.notFound {
            return nil
        }
    }
}
