import Access
import Kernel
import Storage
import Web

public struct IdeaStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    /// How many of a plan's ideas nobody has answered, counted as far as `most`.
    public static func waitingCount(of body: BodyID, most: Int) -> Query<Int> {
        count("body_id = \(body) AND state = \(IdeaState.waiting)", most: most)
    }

    func find(_ id: IdeaID) throws -> Idea? {
        try reader.first("SELECT \(Idea.columns) FROM idea WHERE id = \(id)", Idea.init(row:))
    }

    /// What was sent under this key before.
    func find(key: SecretHash) throws -> Idea? {
        try reader.first("SELECT \(Idea.columns) FROM idea WHERE key_hash = \(key.text)", Idea.init(row:))
    }

    /// These ideas, in no order; those that are not there are left out.
    public func find(_ ids: [IdeaID]) throws -> [Idea] {
        guard !ids.isEmpty else { return [] }
        return try reader.rows("SELECT \(Idea.columns) FROM idea WHERE id IN \(SQL.list(ids))", Idea.init(row:))
    }

    /// The idea that this action came of, as long as that holds.
    public func find(behind action: ActionID) throws -> Idea? {
        try reader.first("SELECT \(Idea.columns) FROM idea WHERE action_id = \(action)", Idea.init(row:))
    }

    /// Open ideas of a plan within reach, those with most support first.
    public func open(of body: BodyID, where isWithinReach: SQL, most: Int) throws -> [Idea] {
        try reader.rows(Self.open(of: body, where: isWithinReach, most: most))
    }

    static func open(of body: BodyID, where isWithinReach: SQL, most: Int) -> Query<Idea> {
        ideas("\(isOpen(in: body)) AND \(isWithinReach)", orderedBy: "supports DESC, id", most: most)
    }

    static func openCount(of body: BodyID, where isWithinReach: SQL, most: Int) -> Query<Int> {
        count("\(isOpen(in: body)) AND \(isWithinReach)", most: most)
    }

    /// What the person gave under his or her own name, latest first.
    func given(by person: PersonID, most: Int = 100) throws -> [Idea] {
        try rows("person_id = \(person)", orderedBy: "given DESC, id", most: most)
    }

    func support(of idea: IdeaID, by person: PersonID) throws -> IdeaSupport? {
        try reader.first(
            "SELECT helps FROM idea_support WHERE idea_id = \(idea) AND person_id = \(person)"
        ) { row in try row[0] ? IdeaSupport.helping : .standing }
    }

    /// Who stands behind it, and so hears what becomes of it.
    func supporters(of idea: IdeaID) throws -> Set<PersonID> {
        Set(try reader.values("SELECT person_id FROM idea_support WHERE idea_id = \(idea)") as [PersonID])
    }

    /// Who would like to help.
    func helpers(of idea: IdeaID, most: Int = 50) throws -> [PersonID] {
        try reader.values(
            """
            SELECT person_id FROM idea_support WHERE idea_id = \(idea) AND helps = 1 ORDER BY person_id LIMIT \(most)
            """)
    }

    func rows(_ condition: SQL, orderedBy order: SQL, most: Int) throws -> [Idea] {
        try reader.rows(Self.ideas(condition, orderedBy: order, most: most))
    }

    private static func ideas(_ condition: SQL, orderedBy order: SQL, most: Int) -> Query<Idea> {
        Query("SELECT \(Idea.columns) FROM idea WHERE \(condition) ORDER BY \(order) LIMIT \(most)", Idea.init(row:))
    }

    private static func count(_ condition: SQL, most: Int) -> Query<Int> {
        Query("SELECT COUNT(*) FROM (SELECT 1 FROM idea WHERE \(condition) LIMIT \(most)) AS counted") { try $0[0] }
    }

    private static func isOpen(in body: BodyID) -> SQL {
        "body_id = \(body) AND state IN (\(IdeaState.waiting), \(IdeaState.parked))"
    }
}

/// How somebody stands behind an idea.
enum IdeaSupport: Sendable, Equatable {
    case standing
    /// Would like to take part if it becomes something.
    case helping
}

extension Idea {
    static var columns: SQL {
        """
        id, body_id, unit_id, what, why, given, anonymous, person_id, guest_name, state, supports, decided, decided_by,
        reason, action_id, version
        """
    }

    init(row: Row) throws {
        let person: PersonID? = try row[7]
        let nobody: IdeaGiver = try row[6] ? .anonymous : .guest(name: row[8])
        let day: Day? = try row[11]
        let reason: String = try row[13]
        let decidedBy: PersonID? = try row[12]
        try self.init(
            id: row[0], body: row[1], unit: row[2], what: row[3], why: row[4], given: row[5],
            giver: person.map(IdeaGiver.person) ?? nobody, state: row[9], supports: row[10],
            decision: day.map { Decision($0, by: decidedBy, because: reason) }, action: row[14], version: row[15])
    }
}
