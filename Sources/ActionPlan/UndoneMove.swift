import Kernel

/// How a note that was just moved gets back to where it hung. Its address carries it to the page after the move, for
/// those who have no script; only that very edition of the action is moved back by it.
public struct UndoneMove: Sendable {
    public let action: ActionID
    public let version: Int
    public let stage: Stage
    let theme: ThemeID?
    /// The note that it hung before; last in its cell where there is none.
    let next: ActionID?

    /// Nothing where it was opened again by the move: closing wants to know more than a place.
    init?(of moved: Action, from old: Action, before next: ActionID?) {
        guard old.isOpen else { return nil }
        action = moved.id
        version = moved.version
        stage = old.stage
        theme = old.agreed.theme
        self.next = next
    }

    /// Nothing where the address carries none.
    public init?(_ fields: Fields) {
        guard fields.has("moved"), let version = Int(fields["version"]), let stage = Stage(rawValue: fields["stage"])
        else { return nil }
        action = ActionID(fields["moved"])
        self.version = version
        self.stage = stage
        theme = fields["theme"].isEmpty ? nil : ThemeID(fields["theme"])
        next = fields["before"].isEmpty ? nil : ActionID(fields["before"])
    }

    var query: [(name: StaticString, value: String)] {
        [
            ("moved", action.text), ("version", String(version)), ("stage", stage.rawValue),
            ("theme", theme?.text ?? ""), ("before", next?.text ?? ""),
        ]
    }

    /// What the form that moves it back sends.
    public var fields: [(name: String, value: String)] {
        query.filter { $0.name.description != "moved" }.map { ($0.name.description, $0.value) }
    }
}
