import Access
import Design
import Kernel
import Markup
import Storage
import Web

/// What higher features show on the plan's own pages: the plan knows none of them. Whoever owns it raises the topic of the
/// board or of the action when it changes, since these pages are kept and followed by it.
public struct PlanGuests: Sendable {
    /// Hands in what it must know of a plan, to be asked together with all else of the board; what comes back makes of the
    /// answers what is shown. The first is asked before it is known whether the viewer may read the plan, the second only
    /// where that is so.
    public typealias OnBoard = @Sendable (_ body: BodyID, _ visit: Visit, _ asking: Asking) -> Shown
    public typealias Shown = (_ plan: SeenPlan, _ reader: Reader) throws -> BoardGuest
    /// Asked only by those who may read the action; nothing where there is nothing to say of it.
    public typealias OnAction = @Sendable (_ seen: SeenAction, _ visit: Visit, _ reader: Reader) throws -> HTML?

    let parked: Parked.Owner
    private let onBoard: [OnBoard]
    private let onAction: [OnAction]

    /// - Parameters:
    ///   - parked: who is asked what lies in a plan's parking lot beside the actions on hold.
    ///   - onBoard: in the order in which they stand above the board.
    ///   - onAction: in the order in which they stand under what was agreed.
    public init(
        parked: @escaping Parked.Owner = { _, _, _ in { Parked([], actions: []) } }, onBoard: [OnBoard] = [],
        onAction: [OnAction] = []
    ) {
        self.parked = parked
        self.onBoard = onBoard
        self.onAction = onAction
    }

    func board(_ body: BodyID, _ visit: Visit, _ asking: Asking) -> [Shown] {
        onBoard.map { $0(body, visit, asking) }
    }

    func action(_ seen: SeenAction, _ visit: Visit, _ reader: Reader) throws -> [HTML] {
        try onAction.compactMap { try $0(seen, visit, reader) }
    }
}

/// What one feature shows on the board's page.
public struct BoardGuest: Sendable {
    let above: HTML?
    let tabs: [Tabs.Tab]
    let marks: [ActionID: Badge]

    /// - Parameters:
    ///   - above: a line or two between the page's head and the board; shown live, and not on paper.
    ///   - tabs: lead to what else can be done with the plan.
    ///   - marks: stand on notes that have no mark of the plan's own, such as that they are overdue.
    public init(above: HTML? = nil, tabs: [Tabs.Tab] = [], marks: [ActionID: Badge] = [:]) {
        self.above = above
        self.tabs = tabs
        self.marks = marks
    }
}
