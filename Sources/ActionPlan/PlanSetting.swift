import Journal
import Kernel
import Storage

/// What a group has set for its plan.
public struct PlanSetting: Sendable, Equatable {
    let body: BodyID
    /// Months from an action's closing until it is asked whether it lasted.
    let judgeAfter: Int

    static let months = [1, 2, 3, 6, 12]
    static let usualMonths = 3

    init(body: BodyID, judgeAfter: Int) {
        self.body = body
        self.judgeAfter = judgeAfter
    }

    /// As the group has set it, or as it is for all who have set nothing.
    init(of body: BodyID, _ reader: Reader) throws {
        self.body = body
        judgeAfter =
            try reader.value("SELECT judge_after FROM plan_setting WHERE body_id = \(body)") ?? Self.usualMonths
    }

    init(_ fields: Fields, of body: BodyID) throws(Problems) {
        var reading = Reading(fields)
        let text = reading.text("judge_after", limit: 10)
        let months = Self.months.first { String($0) == text }
        if months == nil, !text.isEmpty { reading.note(FieldProblem.notAChoice, at: "judge_after") }
        try reading.finish()
        self.init(body: body, judgeAfter: months ?? Self.usualMonths)
    }

    /// When it is asked of an action that is closed on the day: on the day that was agreed for the follow-up, where it
    /// has not passed.
    func asked(of action: Action, on day: Day) -> Day {
        guard let agreed = action.agreed.followUpOn, agreed > day else { return next(after: day) }
        return min(agreed, day.later(months: 12 * Judgement.mostYears))
    }

    func next(after day: Day) -> Day { day.later(months: judgeAfter) }

    func set(instead old: PlanSetting) -> Change {
        guard self != old else { return Change([], journal: [], raising: []) }
        return Change(
            [
                """
                INSERT INTO plan_setting (body_id, judge_after) VALUES (\(body), \(judgeAfter))
                ON CONFLICT (body_id) DO UPDATE SET judge_after = \(judgeAfter)
                """
            ],
            journal: [
                JournalEntry(
                    Subject("plan", body), "changed", before: ["judge_after": String(old.judgeAfter)],
                    after: ["judge_after": String(judgeAfter)])
            ],
            raising: [.board(of: body)])
    }
}
