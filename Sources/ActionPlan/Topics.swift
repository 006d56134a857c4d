import Journal
import Kernel

extension Topic {
    /// A body's plan: its notes, where they hang, and its themes.
    public static func board(of body: BodyID) -> Topic { Topic("board:\(body)") }
    /// Hints of where its notes hang now, for those who see all of the board.
    static func moves(of body: BodyID) -> Topic { Topic("moves:\(body)") }
    /// Any plan at all, for lists across them.
    public static let plans = Topic("plans")
    public static func action(_ id: ActionID) -> Topic { Topic("action:\(id)") }
    /// What a person is responsible for.
    public static func actions(of person: PersonID) -> Topic { Topic("actions:\(person)") }
}

extension Subject {
    static func action(_ id: ActionID) -> Subject { Subject("action", id) }
    static func theme(_ id: ThemeID) -> Subject { Subject("theme", id) }
}
