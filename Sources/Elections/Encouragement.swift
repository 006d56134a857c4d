import Kernel

/// Where nobody stood, the employer must go on encouraging an election (friskolerne; at.dk: told, not read in the law).
/// How often is not said anywhere: this is the program's own pace.
enum Encouragement {
    /// Four weeks.
    static let days = 28

    static func next(after day: Day) -> Day { day + days }
}
