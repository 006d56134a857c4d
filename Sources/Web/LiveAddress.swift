import Journal
import Kernel
import Markup

/// Where a page listens for news of its topics. The mark shows that the topics were given to this very session by a
/// page that it was allowed to see.
public enum LiveAddress {
    public static func link(_ topics: [Topic], for visit: Visit) -> Link? {
        guard !topics.isEmpty else { return nil }
        let names = topics.map(\.name).sorted().joined(separator: " ")
        return ("/live" as Link).with([
            ("topics", names), ("since", visit.house.settings.sealed(visit.heard)),
            ("mark", visit.house.settings.mark(visit.isOfTold ? told : quiet, "\(owner(visit)) \(names)")),
        ])
    }

    static func answer(_ visit: Visit) throws -> Answer {
        let names = visit.fields["topics"]
        guard isMarked(visit, told) || isMarked(visit, quiet) else { throw Refusal.notFound }
        return .changes(of: Set(names.split(separator: " ").map(String.init)), since: visit.fields["since"])
    }

    /// Whether the line belongs to a page of which may be told that it is open.
    static func isTold(_ visit: Visit) -> Bool { isMarked(visit, told) }

    private static let told: StaticString = "live"
    private static let quiet: StaticString = "live, and quiet"

    private static func isMarked(_ visit: Visit, _ purpose: StaticString) -> Bool {
        visit.house.settings.isMark(
            visit.fields["mark"], purpose, "\(owner(visit)) \(visit.fields["topics"])")
    }

    private static func owner(_ visit: Visit) -> String {
        visit.session?.text ?? "nobody"
    }
}
