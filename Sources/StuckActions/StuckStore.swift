import Access
import ActionPlan
import Kernel
import Organisation
import Storage

/// Reads checks and what is answered in them.
struct StuckStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    func find(_ id: CheckID) throws -> StuckCheck? { try checks("id = \(id)", most: 1).first }

    /// Latest first; the stopped ones left out.
    func checks(of action: ActionID, most: Int = 50) throws -> [StuckCheck] {
        try checks("action_id = \(action) AND ended_at IS NULL", most: most)
    }

    func open(of action: ActionID) throws -> StuckCheck? {
        try checks("action_id = \(action) AND compared_at IS NULL AND ended_at IS NULL", most: 1).first
    }

    /// The checks of these actions, and when each was compared; of one that runs, not yet.
    static func checked(_ actions: [ActionID]) -> Query<(action: ActionID, compared: Moment?)> {
        Query(
            """
            SELECT action_id, compared_at FROM stuck_check WHERE action_id IN \(SQL.list(actions)) AND ended_at IS NULL
            """
        ) { row in (action: try row[0], compared: try row[1]) }
    }

    /// Of each action, whether it is being checked now, and when it was last compared.
    static func latest(
        _ checks: [(action: ActionID, compared: Moment?)]
    ) -> [ActionID: (isOpen: Bool, compared: Day?)] {
        Dictionary(grouping: checks, by: \.action).mapValues { rows in
            (rows.contains { $0.compared == nil }, rows.compactMap(\.compared).max()?.day)
        }
    }

    /// When the owners of these actions last said whether they move.
    static func answered(_ actions: [ActionID]) -> Query<(action: ActionID, day: Day)> {
        Query("SELECT action_id, answered FROM stuck_question WHERE action_id IN \(SQL.list(actions))") { row in
            (action: try row[0], day: try row[1])
        }
    }

    /// Who was asked to answer, and how many have.
    func people(of check: CheckID) throws -> [PersonID: Bool] {
        Dictionary(
            uniqueKeysWithValues: try reader.rows(
                "SELECT person_id, answered FROM stuck_person WHERE check_id = \(check)"
            ) { row in (try row[0], try row[1]) })
    }

    /// The open checks that the person was asked to answer and has not, the latest first.
    static func toAnswer(by person: PersonID, most: Int) -> Query<StuckCheck> {
        checks(
            """
            compared_at IS NULL AND ended_at IS NULL AND id IN (
                SELECT check_id FROM stuck_person WHERE person_id = \(person) AND answered = 0)
            """, most: most)
    }

    /// In the order of the questions; within one the order says nothing.
    func answers(in check: CheckID) throws -> [AnswerRow] {
        try rows("check_id = \(check)")
    }

    /// What lies under this mark: one person's own.
    func answers(in check: CheckID, under mark: String) throws -> CheckAnswers? {
        let rows = try rows("check_id = \(check) AND mark = \(mark)")
        guard !rows.isEmpty else { return nil }
        return CheckAnswers(
            replies: Dictionary(rows.compactMap { row in row.reply.map { (row.question, $0) } }) { one, _ in one },
            lines: Dictionary(rows.filter { !$0.line.isEmpty }.map { ($0.question, $0.line) }) { one, _ in one })
    }

    private func rows(_ condition: SQL) throws -> [AnswerRow] {
        try reader.rows(
            "SELECT question, person_id, reply, line FROM stuck_answer WHERE \(condition) ORDER BY question, mark"
        ) { row in
            let reply: String? = try row[2]
            return AnswerRow(
                question: try row[0], person: try row[1], reply: reply.flatMap(Verdict.init(rawValue:)),
                line: try row[3])
        }
    }

    private func checks(_ condition: SQL, most: Int) throws -> [StuckCheck] {
        try reader.rows(Self.checks(condition, most: most))
    }

    private static func checks(_ condition: SQL, most: Int) -> Query<StuckCheck> {
        Query(
            """
            SELECT id, action_id, body_id, named, started_by, started_at, compared_at, ended_at, outcome FROM stuck_check
            WHERE \(condition) ORDER BY id DESC LIMIT \(most)
            """
        ) { row in
            try StuckCheck(
                id: row[0], action: row[1], body: row[2], isNamed: row[3], startedBy: row[4], startedAt: row[5],
                comparedAt: row[6], endedAt: row[7], outcome: row[8])
        }
    }
}

/// How long a group lets an action lie before it is asked whether it moves.
struct StuckSetting: Sendable, Equatable {
    let body: BodyID
    /// Nothing where it is never asked.
    let weeks: Int?

    static let choices = [2, 4, 6, 8, 12, 26]
    static let usualWeeks = 6
    /// What has moved later than this stands still for nobody.
    static let fewestWeeks = 2

    init(body: BodyID, weeks: Int?) {
        (self.body, self.weeks) = (body, weeks)
    }

    /// - Parameter set: what the group has set: 0 where it does not want to be asked; nothing where it has set nothing.
    init(body: BodyID, set: Int?) {
        let weeks = set ?? Self.usualWeeks
        self.init(body: body, weeks: weeks == 0 ? nil : weeks)
    }

    init(of body: BodyID, _ reader: Reader) throws {
        self.init(body: body, weeks: try Self.all(of: [body], reader)[body]?.weeks ?? nil)
    }

    init(_ fields: Fields, of body: BodyID) throws(Problems) {
        var reading = Reading(fields)
        let text = reading.text("weeks", limit: 10)
        let weeks = Self.choices.first { String($0) == text }
        if weeks == nil, text != "0", !text.isEmpty { reading.note(FieldProblem.notAChoice, at: "weeks") }
        try reading.finish()
        self.init(body: body, weeks: weeks)
    }

    var stillness: Stillness { Stillness(weeks: weeks) }

    /// Of each of these bodies, as the group has set it, or as it is for all who have set nothing.
    static func all(of bodies: Set<BodyID>, _ reader: Reader) throws -> [BodyID: StuckSetting] {
        guard !bodies.isEmpty else { return [:] }
        let set = Dictionary(try reader.rows(weeks(of: bodies)).map { ($0.body, $0.weeks) }) { one, _ in one }
        return Dictionary(uniqueKeysWithValues: bodies.map { ($0, StuckSetting(body: $0, set: set[$0])) })
    }

    /// Of those among these bodies that have set anything.
    static func weeks(of bodies: Set<BodyID>) -> Query<(body: BodyID, weeks: Int)> {
        Query("SELECT body_id, weeks FROM stuck_setting WHERE body_id IN \(SQL.list(bodies.sorted()))") { row in
            (body: try row[0], weeks: try row[1])
        }
    }
}
