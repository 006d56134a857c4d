import Journal
import Kernel
import Storage

extension Example {
    /// That all groups may learn from it, from now on.
    public func shared(of body: BodyID) -> Change {
        let words = ExampleWords.of([title, done, learned])
        return Change(
            Self.removal(of: action) + [
                """
                INSERT INTO plan_example (id, action_id, title, done, learned, kind, lasted, year, origin_kind, origin_id)
                VALUES (\(id), \(action), \(title), \(done), \(learned), \(kind), \(lasted), \(year), \(root?.kind),
                \(root?.id))
                """
            ]
                + words.map { "INSERT INTO plan_example_word (word, example_id) VALUES (\(Array($0.utf8)), \(id))" },
            journal: [JournalEntry(.action(action), "shared", after: ["title": title])],
            raising: [.action(action), .board(of: body)])
    }

    /// That nobody else may any more.
    func withdrawn(of body: BodyID) -> Change {
        Change(
            Self.removal(of: action), journal: [JournalEntry(.action(action), "unshared", before: ["title": title])],
            raising: [.action(action), .board(of: body)])
    }

    /// What is open again, or did not last, is no example for anybody.
    static func removal(of action: ActionID) -> [SQL] {
        [
            """
            DELETE FROM plan_example_word WHERE example_id IN (SELECT id FROM plan_example WHERE action_id = \(action))
            """,
            "DELETE FROM plan_example WHERE action_id = \(action)",
        ]
    }

    /// What becomes of an action's example when it has been judged.
    static func following(_ lasted: Lasting, of action: ActionID) -> [SQL] {
        switch lasted {
        case .yes: ["UPDATE plan_example SET lasted = 1 WHERE action_id = \(action)"]
        case .partly: []
        case .no: removal(of: action)
        }
    }
}
