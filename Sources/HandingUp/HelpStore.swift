import ActionPlan
import Journal
import Kernel
import Notices
import Storage

/// Reads the help that is sought.
struct HelpStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    func find(_ id: HelpID) throws -> ExpertHelp? { try rows("id = \(id)", orderedBy: "id", 1).first }

    /// Latest first.
    func help(for action: ActionID, most: Int = 50) throws -> [ExpertHelp] {
        try rows("action_id = \(action)", orderedBy: "id DESC", most)
    }

    /// What the person is still to find, the first due first.
    static func sought(by person: PersonID) -> Query<ExpertHelp> {
        helps("seeker_id = \(person) AND state = 'sought'", orderedBy: "by_day, id", mostSought)
    }

    /// Those of them whose actions are open.
    func open(_ sought: [ExpertHelp], most: Int) throws -> [ExpertHelp] {
        guard !sought.isEmpty else { return [] }
        let open = Set(try ActionStore(reader).find(Array(Set(sought.map(\.action)))).filter(\.isOpen).map(\.id))
        return Array(sought.filter { open.contains($0.action) }.prefix(most))
    }

    /// Nobody looks for more at once.
    private static let mostSought = 50

    private func rows(_ condition: SQL, orderedBy order: SQL, _ most: Int) throws -> [ExpertHelp] {
        try reader.rows(Self.helps(condition, orderedBy: order, most))
    }

    private static func helps(_ condition: SQL, orderedBy order: SQL, _ most: Int) -> Query<ExpertHelp> {
        Query(
            """
            SELECT id, action_id, body_id, need, source, whom, seeker_id, by_day, asked_by, asked_at, state, result,
            settled_at FROM expert_help WHERE \(condition) ORDER BY \(order) LIMIT \(most)
            """
        ) { row in
            try ExpertHelp(
                id: row[0], action: row[1], body: row[2], need: row[3], source: row[4], whom: row[5], seeker: row[6],
                by: row[7], askedBy: row[8], askedAt: row[9], state: row[10], result: row[11], settledAt: row[12])
        }
    }
}

/// What can be written of it.
extension ExpertHelp {
    func sought(for what: String, _ deed: Deed) -> Change {
        Change(
            [
                """
                INSERT INTO expert_help (id, action_id, body_id, need, source, whom, seeker_id, by_day, asked_by, asked_at,
                state, result)
                VALUES (\(id), \(action), \(body), \(need), \(source), \(whom), \(seeker), \(by), \(askedBy), \(askedAt),
                \(state), '')
                """
            ],
            journal: [
                JournalEntry(
                    .help(id), "sought",
                    after: [
                        "action": action.text, "need": need, "source": source.rawValue, "seeker": seeker.text,
                        "by": by.text,
                    ])
            ], raising: topics)
            + Notice.told(
                [seeker], HandingTelling.helpWanted(what, by: by, deed.day), at: "/expert-help/\(id)",
                mail: HandingTelling.helpWantedByMail, deed)
    }

    /// Guarded: it is settled once.
    func settled(_ result: HelpResult, about what: String, telling people: Set<PersonID>, _ deed: Deed) -> Change {
        let state: State = result.isFound ? .found : .notFound
        let update: SQL = """
            UPDATE expert_help SET state = \(state), result = \(result.text), settled_at = \(deed.moment),
            settled_by = \(deed.person) WHERE id = \(id) AND state = 'sought'
            """
        return Change(
            [update.orStale],
            journal: [JournalEntry(.help(id), state.rawValue, after: ["result": result.text])], raising: topics)
            + Notice.told(
                people, HandingTelling.helpSettled(what, isFound: result.isFound), at: "/actions/\(action)",
                mail: HandingTelling.helpSettledByMail, deed)
    }

    private var topics: [Topic] { [.action(action), .board(of: body), .actions(of: seeker)] }
}

extension Subject {
    static func help(_ id: HelpID) -> Subject { Subject("expert_help", id) }
}
