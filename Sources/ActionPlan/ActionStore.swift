import Access
import Kernel
import Organisation
import Storage

public struct ActionStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    public func find(_ id: ActionID) throws -> Action? {
        guard var action = try reader.first("SELECT \(Action.columns) FROM action WHERE id = \(id)", Action.init(row:))
        else { return nil }
        action.agreed.partners = Set(try partners(of: id))
        return action
    }

    func partners(of id: ActionID) throws -> [PersonID] {
        try reader.values("SELECT person_id FROM action_partner WHERE action_id = \(id)")
    }

    /// The partners of many actions at once.
    func partners(of ids: [ActionID]) throws -> [ActionID: Set<PersonID>] {
        guard !ids.isEmpty else { return [:] }
        let pairs = try reader.rows(
            "SELECT action_id, person_id FROM action_partner WHERE action_id IN \(SQL.list(ids))"
        ) { row in (try row[0] as ActionID, try row[1] as PersonID) }
        return Dictionary(grouping: pairs, by: \.0).mapValues { Set($0.map(\.1)) }
    }

    /// Open actions that the person is responsible for and that do not lie on hold, first due first.
    public static func waiting(for person: PersonID, most: Int) -> Query<ListedAction> {
        listed(
            "responsible_id = \(person) AND closed_on IS NULL AND look_again_on IS NULL", orderedBy: "due, id", most)
    }

    /// Open actions whose day has passed, the longest overdue first.
    public func overdue(for reach: Reach, on day: Day, most: Int = 20) throws -> Query<ListedAction> {
        Self.listed(
            """
            closed_on IS NULL AND due < \(day) AND look_again_on IS NULL
            AND \(try reach.actions(reader))
            """, orderedBy: "due, id", most)
    }

    /// The open actions of a plan, first due first.
    public func open(of body: BodyID, most: Int = 20) throws -> [ListedAction] {
        try reader.rows(Self.listed("body_id = \(body) AND closed_on IS NULL", orderedBy: "due, id", most))
    }

    /// Those of a plan that were closed last.
    public func lastClosed(of body: BodyID, most: Int = 5) throws -> [Action] {
        try rows("body_id = \(body) AND closed_on IS NOT NULL", orderedBy: "closed_on DESC, id", most)
    }

    /// How many open actions of a plan have passed their day, counted as far as `most`.
    public func overdueCount(of body: BodyID, on day: Day, most: Int) throws -> Int {
        try reader.value(
            """
            SELECT COUNT(*) FROM (
                SELECT 1 FROM action WHERE body_id = \(body) AND closed_on IS NULL AND due < \(day)
                AND look_again_on IS NULL LIMIT \(most)
            ) AS counted
            """) ?? 0
    }

    /// Actions on hold whose day to look again has come.
    public func toLookAgainAt(of body: BodyID, on day: Day, most: Int = 20) throws -> [Action] {
        try rows("body_id = \(body) AND look_again_on <= \(day)", orderedBy: "look_again_on, id", most)
    }

    /// What was made of one report, risk or finding.
    public func actions(from origin: Origin) throws -> [Action] {
        try rows("origin_kind = \(origin.kind) AND origin_id = \(origin.id)", orderedBy: "id", 100)
    }

    /// How many actions a plan has at each stage, those on hold left out.
    public func countsByStage(_ body: BodyID) throws -> [Stage: Int] {
        Dictionary(uniqueKeysWithValues: try reader.rows(Self.countsByStage(body)))
    }

    public static func countsByStage(_ body: BodyID) -> Query<(Stage, Int)> {
        Query(
            """
            SELECT stage, COUNT(*) FROM action WHERE body_id = \(body) AND look_again_on IS NULL GROUP BY stage
            """
        ) { row in (try row[0], try row[1]) }
    }

    /// What was changed last on a plan.
    public func latestChanges(_ body: BodyID, most: Int = 10) throws -> [Action] {
        try rows("body_id = \(body)", orderedBy: "changed_at DESC, id DESC", most)
    }

    /// Latest last.
    func comments(on id: ActionID, most: Int = 500) throws -> [Comment] {
        try reader.rows(
            """
            SELECT id, person_id, at, text FROM (
                SELECT id, person_id, at, text FROM action_comment WHERE action_id = \(id) ORDER BY id DESC LIMIT \(most)
            ) AS latest ORDER BY id
            """
        ) { row in try Comment(id: row[0], person: row[1], at: row[2], text: row[3]) }
    }

    /// Latest first; the ones taken back among them.
    public func closures(of id: ActionID) throws -> [MadeClosure] {
        try reader.rows(
            """
            SELECT id, planned, done, effect, learned, person_id, at, reopened_at, severity FROM action_closure
            WHERE action_id = \(id) ORDER BY id DESC LIMIT 50
            """
        ) { row in
            try MadeClosure(
                id: row[0],
                closure: Closure(
                    planned: row[1], done: row[2], effect: row[3], learned: row[4], severity: row[8]),
                person: row[5], at: row[6], reopenedAt: row[7])
        }
    }

    /// Who hears of what happens to the action: whoever moves on it, made it or said something about it.
    public func concerned(with action: Action) throws -> Set<PersonID> {
        let commenters: [PersonID] = try reader.values(
            "SELECT DISTINCT person_id FROM action_comment WHERE action_id = \(action.id)")
        return action.agreed.partners.union(commenters)
            .union([action.agreed.responsible] + [action.createdBy].compactMap { $0 })
    }

    static func listed(_ condition: SQL, orderedBy order: SQL, _ most: Int) -> Query<ListedAction> {
        Query(ListedAction.query(condition, of: "action", orderedBy: order, most), ListedAction.init(row:))
    }

    /// The whole actions, with their partners, in the order in which they are named.
    public func find(_ ids: [ActionID]) throws -> [Action] {
        guard !ids.isEmpty else { return [] }
        let partners = try partners(of: ids)
        let found = try reader.rows(
            "SELECT \(Action.columns) FROM action WHERE id IN \(SQL.list(ids))"
        ) { row in
            var action = try Action(row: row)
            action.agreed.partners = partners[action.id] ?? []
            return action
        }
        let byID = Dictionary(found.map { ($0.id, $0) }) { one, _ in one }
        return ids.compactMap { byID[$0] }
    }

    func rows(_ condition: SQL, orderedBy order: SQL, _ most: Int) throws -> [Action] {
        try reader.rows(Self.rows(condition, orderedBy: order, most))
    }

    static func rows(_ condition: SQL, orderedBy order: SQL, _ most: Int) -> Query<Action> {
        Query(
            "SELECT \(Action.columns) FROM action WHERE \(condition) ORDER BY \(order) LIMIT \(most)", Action.init(row:)
        )
    }
}

extension Action {
    static var columns: SQL {
        """
        id, body_id, what, why, how, unit_id, responsible_id, due, follow_up, follow_up_on, theme_id, kind, difficulty,
        origin_kind, origin_id, stage, rank, hold_reason, look_again_on, closed_on, created_by, created_at, changed_at,
        version, judge_on, severity
        """
    }

    /// Without its partners, which are rows of their own.
    init(row: Row) throws {
        let agreed = try Agreement(
            what: row[2], why: row[3], how: row[4], unit: row[5], responsible: row[6], due: row[7], followUp: row[8],
            followUpOn: row[9], theme: row[10], kind: row[11], difficulty: row[12])
        var origin: Origin?
        if let kind: String = try row[13], let id: String = try row[14] { origin = Origin(kind: kind, id: id) }
        var hold: Hold?
        if let reason: String = try row[17], let day: Day = try row[18] {
            hold = Hold(reason: reason, lookAgainOn: day)
        }
        try self.init(
            id: row[0], body: row[1], agreed: agreed, origin: origin, stage: row[15], rank: row[16], hold: hold,
            closedOn: row[19], judgeOn: row[24], severity: row[25], createdBy: row[20], createdAt: row[21],
            changedAt: row[22], version: row[23])
    }
}
