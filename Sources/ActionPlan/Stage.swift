import Kernel
import Storage

/// How far an action has come: the columns of the board.
public enum Stage: String, Sendable, CaseIterable, Storable {
    case started
    case underWay = "under_way"
    case atGoal = "at_goal"
    /// Waits to be judged whether it had the effect.
    case followUp = "follow_up"
    case closed

    /// Those that a note may be moved to without more being said.
    static let open = allCases.filter { $0 != .closed }
}

extension Stage {
    /// What the board's column is called.
    public func told(in language: Language) -> String { ActionTexts(language: language).name(self) }
}

/// What part of the working environment an action is about.
public enum HazardKind: String, Sendable, CaseIterable, Storable {
    case physical, psychological, ergonomic, chemical, biological, accident, organisational
}

/// Whether the cause is known and the remedy at hand, or both must be searched for.
public enum Difficulty: String, Sendable, CaseIterable, Storable {
    case simple, complex
}

/// Whether a closed action had the effect that was hoped for.
public enum Effect: String, Sendable, CaseIterable, Storable {
    case yes, partly, no
}
