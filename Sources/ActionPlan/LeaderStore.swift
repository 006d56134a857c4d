import Access
import Kernel
import Organisation
import Storage

/// Reads what leaders are asked.
public struct LeaderStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    /// A column of a list of actions: the earliest day by which an open request of the action is to be answered.
    static var answerBy: SQL {
        """
        (SELECT MIN(answer_by) FROM leader_request WHERE action_id = action.id AND answered_at IS NULL
        AND withdrawn_at IS NULL)
        """
    }

    private static let isOpen: SQL = "answered_at IS NULL AND withdrawn_at IS NULL"

    func find(_ id: RequestID) throws -> LeaderRequest? { try rows("id = \(id)", orderedBy: "id", 1).first }

    /// Latest first.
    func requests(of action: ActionID, most: Int = 50) throws -> [LeaderRequest] {
        try rows("action_id = \(action)", orderedBy: "id DESC", most)
    }

    func open(of action: ActionID) throws -> [LeaderRequest] {
        try rows("action_id = \(action) AND \(Self.isOpen)", orderedBy: "answer_by, id", 50)
    }

    /// What the person was asked as a leader and nobody has answered, the first due first.
    public static func asked(of person: PersonID, most: Int) -> Query<LeaderRequest> {
        rows("leader_id = \(person) AND \(isOpen)", orderedBy: "answer_by, id", most)
    }

    /// Those of them that the person still leads for.
    public func toAnswer(_ open: [LeaderRequest], by person: PersonID, on day: Day) throws -> [OpenRequest] {
        let actions = try actions(of: open)
        // Most ask for the same unit: who leads there is asked once.
        var leads: [[String]: Bool] = [:]
        let own = try open.filter { request in
            guard let action = actions[request.action] else { return false }
            let place = [action.body.text, action.agreed.unit.text]
            if let known = leads[place] { return known }
            let isLeader = try Self.leaders(of: action, on: day, reader).contains { $0.id == person }
            leads[place] = isLeader
            return isLeader
        }
        return try shown(own, actions)
    }

    /// What leaders have not answered though its day has passed, or can no longer answer: for the bodies that asked.
    public static func unanswered(of bodies: Set<BodyID>, on day: Day, most: Int) -> Query<LeaderRequest> {
        guard !bodies.isEmpty else { return .nothing }
        return rows(
            "body_id IN \(SQL.list(bodies.sorted())) AND \(isOpen) AND answer_by < \(day)",
            orderedBy: "answer_by, id", most)
    }

    /// With what they are about, and the leader's name.
    public func shown(_ requests: [LeaderRequest]) throws -> [OpenRequest] {
        try shown(requests, try actions(of: requests))
    }

    private func actions(of requests: [LeaderRequest]) throws -> [ActionID: Action] {
        guard !requests.isEmpty else { return [:] }
        let all = try ActionStore(reader).find(Array(Set(requests.map(\.action))))
        return Dictionary(all.map { ($0.id, $0) }) { one, _ in one }
    }

    private func shown(_ requests: [LeaderRequest], _ actions: [ActionID: Action]) throws -> [OpenRequest] {
        guard !requests.isEmpty else { return [] }
        let names = try PersonStore(reader).names(of: Set(requests.map(\.leader)))
        return requests.map {
            OpenRequest(request: $0, what: actions[$0.action]?.agreed.what ?? "", leader: names[$0.leader])
        }
    }

    /// Who may be asked about the action: the leaders in its body and in the bodies that look after its unit, and those
    /// who lead the unit or one above it. The nearest first.
    static func leaders(of action: Action, on day: Day, _ reader: Reader) throws -> [(id: PersonID, name: String)] {
        let bodies = try BodyStore(reader).bodies(covering: action.agreed.unit, on: day).map(\.id)
        var seats: [Seat] = []
        for body in [action.body] + bodies.filter({ $0 != action.body }) {
            seats += try BodyStore(reader).seats(of: body, on: day).filter { $0.mandate.role == .leader }
        }
        seats += try MandateStore(reader).offices(covering: action.agreed.unit, on: day).map(\.seat)
            .filter { $0.mandate.role == .unitLeader }
        let here = try PersonStore(reader).here(Set(seats.map(\.mandate.person)), on: day)
        var known: Set<PersonID> = []
        return seats.filter { here.contains($0.mandate.person) && known.insert($0.mandate.person).inserted }
            .map { ($0.mandate.person, $0.name) }
    }

    private func rows(_ condition: SQL, orderedBy order: SQL, _ most: Int) throws -> [LeaderRequest] {
        try reader.rows(Self.rows(condition, orderedBy: order, most))
    }

    private static func rows(_ condition: SQL, orderedBy order: SQL, _ most: Int) -> Query<LeaderRequest> {
        Query(
            """
            SELECT id, action_id, body_id, wish, text, leader_id, answer_by, asked_by, asked_at, decision, reason,
            holds_from, answered_at, withdrawn_at FROM leader_request WHERE \(condition) ORDER BY \(order) LIMIT \(most)
            """
        ) { row in
            var answer: LeaderAnswer?
            if let decision: LeaderAnswer.Decision = try row[9] {
                answer = LeaderAnswer(decision: decision, reason: try row[10], from: try row[11])
            }
            return try LeaderRequest(
                id: row[0], action: row[1], body: row[2], wish: row[3], text: row[4], leader: row[5], answerBy: row[6],
                askedBy: row[7], askedAt: row[8], answer: answer, answeredAt: row[12], withdrawnAt: row[13])
        }
    }
}
