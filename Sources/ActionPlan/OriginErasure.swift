import Journal
import Kernel
import Storage

extension Origin {
    private static let erasedKind = "erased"
    /// Of which it is not even told that it has been.
    private static let untold = "untold"

    /// What an action came from is gone for good.
    var isErased: Bool { kind == Self.erasedKind }

    /// What it was, where that may be told: `report`.
    var erasedKind: String? { isErased && id != Self.untold ? id : nil }

    fileprivate func erased(isTold: Bool) -> Origin { Origin(kind: Self.erasedKind, id: isTold ? kind : Self.untold) }
}

extension ActionPlan {
    /// Actions stay when what they came from is erased, with all of their history; they no longer say which it was.
    /// - Parameter isTold: those who work on the plan may know what kind of thing it was.
    /// - Returns: the actions that came from it.
    public static func eraseOrigin(_ origin: Origin, isTold: Bool, _ writer: Writer) throws -> [ActionID] {
        let actions: [ActionID] = try writer.reader.values(
            "SELECT id FROM action WHERE origin_kind = \(origin.kind) AND origin_id = \(origin.id)")
        let erased = origin.erased(isTold: isTold)
        // Also examples of actions that followed from those.
        let example: SQL = """
            UPDATE plan_example SET origin_kind = \(erased.kind), origin_id = \(erased.id)
            WHERE origin_kind = \(origin.kind) AND origin_id = \(origin.id)
            """
        let action: SQL = """
            UPDATE action SET origin_kind = \(erased.kind), origin_id = \(erased.id)
            WHERE origin_kind = \(origin.kind) AND origin_id = \(origin.id)
            """
        try writer.execute(
            actions.isEmpty ? [example] : [action, example], raising: actions.map { Topic.action($0).name })
        return actions
    }
}
