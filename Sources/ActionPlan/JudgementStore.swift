import Access
import Kernel
import Organisation
import Storage

extension ActionStore {
    /// Oldest first.
    public func judgements(of id: ActionID, most: Int = 100) throws -> [MadeJudgement] {
        try reader.rows(
            """
            SELECT id, closure_id, lasted, seen, severity, person_id, at FROM action_judgement
            WHERE action_id = \(id) ORDER BY id LIMIT \(most)
            """
        ) { row in
            try MadeJudgement(
                id: row[0], closure: row[1], lasted: row[2], seen: row[3], severity: row[4], person: row[5], at: row[6])
        }
    }

    /// What the person is asked today: whether that for which he or she was responsible lasted. The longest due first.
    public static func toJudge(by person: PersonID, on day: Day, most: Int) -> Query<DueJudgement> {
        due("responsible_id = \(person) AND \(isDue(by: day))", most)
    }

    /// The same for a body's members, of what nobody can be asked any more, since whoever was responsible has left.
    public static func leftToJudge(in bodies: Set<BodyID>, on day: Day, most: Int) -> Query<DueJudgement> {
        guard !bodies.isEmpty else { return .nothing }
        return due(
            """
            body_id IN \(SQL.list(bodies.sorted())) AND \(isDue(by: day))
            AND \(PersonStore.hasLeft("action.responsible_id", on: day))
            """, most)
    }

    /// Between two days, though nothing is due before the first: PostgreSQL takes that for a narrow stretch whatever the days
    /// are, and makes no new plan for each.
    private static func isDue(by day: Day) -> SQL { "judge_on > '' AND judge_on <= \(day)" }

    /// All of a plan that is yet to be judged, whether its day has come or not. Within reach, by the given condition.
    func toJudge(of body: BodyID, where isWithinReach: SQL, most: Int) throws -> [DueJudgement] {
        try reader.rows(Self.due("body_id = \(body) AND judge_on IS NOT NULL AND \(isWithinReach)", most))
    }

    private static func due(_ condition: SQL, _ most: Int) -> Query<DueJudgement> {
        Query(
            """
            SELECT id, what, closed_on, judge_on, \(PersonStore.name(of: "action.responsible_id")) FROM action
            WHERE \(condition) ORDER BY judge_on, id LIMIT \(most)
            """, DueJudgement.init(row:))
    }
}
