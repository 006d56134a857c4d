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
    static func asked(
        of person: PersonID, in seats: Set<BodyID>, most: Int, on day: Day, _ asking: Asking
    ) -> (_ asking: Asking) -> () -> [(still: StillAction, isOwn: Bool)] {
        let own = asking.rows(ActionStore.unchanged(of: person, since: limit(on: day)))
        let left = asking.rows(ActionStore.unchangedAndLeft(in: seats, on: day, since: limit(on: day)))
        return { asking in
            let still = still(own.rows + left.rows.filter { $0.responsible != person }, on: day, asking)
            return { still().filter(\.isAsked).prefix(most).map { ($0, $0.action.responsible == person) } }
        }
    }

    /// Those of a plan within reach, the longest still first.
    func on(_ body: BodyID, where isWithinReach: SQL) throws -> [StillAction] {
        try still(reader.rows(ActionStore.unchanged(on: body, where: isWithinReach, since: limit)))
    }

    /// The same for who only needs to know which.
    static func marked(
        on body: BodyID, where isWithinReach: SQL, on day: Day, _ asking: Asking
    ) -> () -> [ActionID] {
        let actions = asking.rows(ActionStore.untouched(on: body, where: isWithinReach, since: limit(on: day)))
        let settings = asking.rows(StuckSetting.weeks(of: [body]))
        return {
            let stillness = StuckSetting(body: body, set: settings.first?.weeks).stillness
            return actions.rows.filter { stillness.isStill(since: $0.moved, on: day) }.map(\.id)
        }
    }

    /// Nothing where it moves, waits or is closed.
    func find(_ id: ActionID) throws -> StillAction? {
        try still([ActionStore(reader).unheld(id)].compactMap { $0 }).first
    }

    /// What was changed after this is not looked at.
    static func limit(on day: Day) -> Moment { Moment(day - 7 * StuckSetting.fewestWeeks + 1, hour: 0) }
    private var limit: Moment { Self.limit(on: day) }

    private func still(_ actions: [UnheldAction]) throws -> [StillAction] {
        let asking = Asking()
        let still = Self.still(actions, on: day, asking)
        try asking.go(reader)
        return still()
    }

    private static func still(
        _ actions: [UnheldAction], on day: Day, _ asking: Asking
    ) -> () -> [StillAction] {
        guard !actions.isEmpty else { return { [] } }
        let ids = actions.map(\.id)
        let settings = asking.rows(StuckSetting.weeks(of: Set(actions.map(\.body))))
        let (checks, answers) = (asking.rows(StuckStore.checked(ids)), asking.rows(StuckStore.answered(ids)))
        return {
            let weeks = Dictionary(settings.rows.map { ($0.body, $0.weeks) }) { one, _ in one }
            let answered = Dictionary(answers.rows.map { ($0.action, $0.day) }) { one, _ in one }
            let checked = StuckStore.latest(checks.rows)
            return actions.compactMap { action in
                let stillness = StuckSetting(body: action.body, set: weeks[action.body]).stillness
                guard stillness.isStill(since: action.moved, on: day) else { return nil }
                let check = checked[action.id]
                let last = [check?.compared, answered[action.id]].compactMap { $0 }.max()
                let isAsked = stillness.isAsked(since: action.moved, answered: last, on: day)
                return StillAction(
                    action: action, isAsked: isAsked && check?.isOpen != true, isChecked: check?.isOpen == true)
            }.sorted { $0.since < $1.since }
        }
    }
}
