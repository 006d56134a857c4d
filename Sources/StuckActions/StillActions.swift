import Access
import ActionPlan
import Kernel
import Organisation
import Storage

/// An action that has not moved for as long as its group lets one lie.
public struct StillAction: Sendable {
    public let action: UnheldAction
    /// Its owner is to say whether it moves. Not while it is checked, nor for a while after it was asked.
    public let isAsked: Bool
    let isChecked: Bool

    public var since: Day { action.moved }
}

/// Finds what stands still, and whose turn it is to say so.
public struct StillActions {
    let reader: Reader
    let day: Day

    public init(_ reader: Reader, on day: Day) {
        (self.reader, self.day) = (reader, day)
    }

    /// What the person is asked today: one's own, and where whoever was responsible has left, those of the own bodies. The
    /// longest still first.
    public func asked(of person: PersonID, in seats: Set<BodyID>, most: Int) throws -> [(
        still: StillAction, isOwn: Bool
    )] {
        let (own, left) = try reader.together(
            ActionStore.unchanged(of: person, since: limit),
            ActionStore.unchangedAndLeft(in: seats, on: day, since: limit))
        let asked = try still(own + left.filter { $0.responsible != person }).filter(\.isAsked)
        return asked.prefix(most).map { ($0, $0.action.responsible == person) }
    }

    /// Those of a plan within reach, the longest still first.
    func on(_ body: BodyID, where isWithinReach: SQL) throws -> [StillAction] {
        try still(reader.rows(ActionStore.unchanged(on: body, where: isWithinReach, since: limit)))
    }

    /// The same for who only needs to know which.
    func marked(on body: BodyID, where isWithinReach: SQL) throws -> [ActionID] {
        let (actions, settings) = try reader.together(
            ActionStore.unchanged(on: body, where: isWithinReach, since: limit), StuckSetting.weeks(of: [body]))
        let stillness = StuckSetting(body: body, set: settings.first?.weeks).stillness
        return actions.filter { stillness.isStill(since: $0.moved, on: day) }.map(\.id)
    }

    /// Nothing where it moves, waits or is closed.
    func find(_ id: ActionID) throws -> StillAction? {
        try still([ActionStore(reader).unheld(id)].compactMap { $0 }).first
    }

    /// What was changed after this is not looked at.
    private var limit: Moment { Moment(day - 7 * StuckSetting.fewestWeeks + 1, hour: 0) }

    private func still(_ actions: [UnheldAction]) throws -> [StillAction] {
        guard !actions.isEmpty else { return [] }
        let settings = try StuckSetting.all(of: Set(actions.map(\.body)), reader)
        let still = actions.filter { settings[$0.body]?.stillness.isStill(since: $0.moved, on: day) ?? false }
        let store = StuckStore(reader)
        let (checked, answered) = (try store.checked(still.map(\.id)), try store.answered(still.map(\.id)))
        return still.compactMap { action in
            let check = checked[action.id]
            guard let stillness = settings[action.body]?.stillness else { return nil }
            let last = [check?.compared, answered[action.id]].compactMap { $0 }.max()
            let isAsked = stillness.isAsked(since: action.moved, answered: last, on: day)
            return StillAction(
                action: action, isAsked: isAsked && check?.isOpen != true, isChecked: check?.isOpen == true)
        }.sorted { $0.since < $1.since }
    }
}
