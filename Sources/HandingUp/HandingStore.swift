import Access
import ActionPlan
import Kernel
import Organisation
import Storage

/// Reads what was handed up, and to whom it can be.
struct HandingStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    func find(_ id: HandingID) throws -> Handing? { try rows("id = \(id)", orderedBy: "id", 1).first }

    /// Oldest first: the whole way.
    func way(of action: ActionID, most: Int = 100) throws -> [Handing] {
        try rows("action_id = \(action)", orderedBy: "id", most)
    }

    /// The one that others have now.
    func inForce(of action: ActionID) throws -> Handing? {
        try rows("action_id = \(action) AND state IN ('open', 'taken')", orderedBy: "id", 1).first
    }

    /// What became this action on the plan above.
    func taken(as action: ActionID) throws -> Handing? {
        try rows("taken_id = \(action)", orderedBy: "id", 1).first
    }

    /// What waits for an answer of these bodies, the longest first.
    static func waiting(for bodies: Set<BodyID>, most: Int) -> Query<Handing> {
        guard !bodies.isEmpty else { return .nothing }
        return handings(
            "to_body IN \(SQL.list(bodies.sorted())) AND state = \(HandingState.open)", orderedBy: "id", most)
    }

    /// All that was ever handed up to a body, what waits and is being worked on first.
    func handed(to body: BodyID, most: Int = 200) throws -> [Handing] {
        let all = try rows("to_body = \(body)", orderedBy: "id DESC", most)
        return all.filter { $0.state == .open } + all.filter { $0.state == .taken }
            + all.filter { !$0.state.isInForce }
    }

    /// How much waits for an answer of this body, counted as far as `most`.
    static func waitingCount(for body: BodyID, most: Int) -> Query<Int> {
        Query(
            """
            SELECT COUNT(*) FROM (
                SELECT 1 FROM handing WHERE to_body = \(body) AND state = \(HandingState.open) LIMIT \(most)) AS counted
            """
        ) { try $0[0] }
    }

    /// One row where anything was ever handed up to this body.
    static func any(to body: BodyID) -> Query<Int> {
        Query("SELECT 1 FROM handing WHERE to_body = \(body) LIMIT 1") { try $0[0] }
    }

    /// Which of a body's actions others have now.
    static func away(of body: BodyID, most: Int = 400) -> Query<ActionID> {
        Query(
            """
            SELECT action_id FROM handing WHERE owner_body = \(body) AND state IN ('open', 'taken') ORDER BY id
            LIMIT \(most)
            """
        ) { try $0[0] }
    }

    // MARK: Who is above

    /// To whom the action may be handed by this body: whoever has it below, or has it to answer, is left out.
    /// - Parameter unit: where the action is to be done.
    func above(_ own: Body, action: Action, passing handing: Handing? = nil, on day: Day) throws -> [Body] {
        let ladder = Ladder(
            own: own, parents: try parents(of: own, on: day),
            covering: try reader.rows(BodyStore.reaching(action.agreed.unit, on: day)).map {
                Ladder.Rung(body: $0.body, distance: $0.distance)
            })
        return ladder.above(had: try bodiesThatHad(action, handing), on: day)
    }

    private func parents(of body: Body, on day: Day) throws -> [Body] {
        var parents: [Body] = []
        var next = body.parent
        while let id = next, parents.count < Self.deepest, !parents.contains(where: { $0.id == id }),
            let parent = try BodyStore(reader).find(id, on: day)
        {
            parents.append(parent)
            next = parent.parent
        }
        return parents
    }

    /// The bodies on whose plans the matter stands, from this action down to where it began, and those through whose hands
    /// this handing has come.
    private func bodiesThatHad(_ action: Action, _ handing: Handing?) throws -> Set<BodyID> {
        var bodies: Set = [action.body]
        var next: Action? = action
        for _ in 0..<Self.deepest {
            guard let origin = try next.flatMap(self.origin) else { break }
            bodies.insert(origin.body)
            next = origin
        }
        var passed = handing
        for _ in 0..<Self.deepest {
            guard let one = passed else { break }
            bodies.formUnion([one.from, one.to])
            passed = try one.previous.flatMap(find)
        }
        return bodies
    }

    private func origin(of action: Action) throws -> Action? {
        guard let origin = action.origin else { return nil }
        switch origin.kind {
        case "action": return try ActionStore(reader).find(ActionID(origin.id))
        case HandingUp.originKind:
            return try find(HandingID(origin.id)).flatMap { try ActionStore(reader).find($0.action) }
        default: return nil
        }
    }

    private static let deepest = 12

    private func rows(_ condition: SQL, orderedBy order: SQL, _ most: Int) throws -> [Handing] {
        try reader.rows(Self.handings(condition, orderedBy: order, most))
    }

    private static func handings(_ condition: SQL, orderedBy order: SQL, _ most: Int) -> Query<Handing> {
        Query(
            """
            SELECT id, action_id, owner_body, from_body, to_body, previous_id, what, asked, why, handed_by, handed_at, state,
            answered_at, answered_by, reason, advice, taken_id FROM handing WHERE \(condition) ORDER BY \(order)
            LIMIT \(most)
            """
        ) { row in
            var answer: HandingAnswer?
            if let at: Moment = try row[12] {
                answer = HandingAnswer(at: at, by: try row[13], reason: try row[14], advice: try row[15])
            }
            return try Handing(
                id: row[0], action: row[1], owner: row[2], from: row[3], to: row[4], previous: row[5], what: row[6],
                asked: row[7], why: row[8], by: row[9], at: row[10], state: row[11], answer: answer, taken: row[16])
        }
    }
}
