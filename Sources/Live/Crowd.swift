/// How many who listen are told, and read, without anybody waiting for it.
enum Crowd {
    /// Milliseconds of reading for each reader: 1,000 boards ask for some hundred pages a second.
    private static let share = 4
    /// So few need not wait for each other.
    private static let few = 32
    private static let longest = 32_768
    private static let restEach = Duration.microseconds(100)
    private static let longestRest = Duration.milliseconds(500)

    /// Milliseconds within which each reads at a moment of its own choice. In steps of twice as much, since who listens is
    /// nobody's business: the figure shall not count them.
    static func time(for readers: Int) -> Int {
        guard readers > few else { return 0 }
        var time = 2 * few * share
        while time < readers * share, time < longest { time *= 2 }
        return time
    }

    /// How long nobody is told anything after so many were: a thousand changes a second cost a thousand boards, and the
    /// server, ten words a second each.
    static func rest(after reached: Int) -> Duration {
        min(restEach * reached, longestRest)
    }
}
