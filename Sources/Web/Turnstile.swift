import Kernel
import Synchronization

/// Limits how often one caller may use a route that is open to the world. Counted in memory and forgotten with the
/// window: no address is stored.
final class Turnstile: Sendable {
    static let windowSeconds = 600
    /// A whole institute may stand behind one address.
    static let limit = 300
    /// More callers than this in one window share what is left, so that no crowd of addresses fills the memory.
    static let mostCallers = 50_000

    private struct Window {
        var number: Int
        var counts: [String: Int] = [:]
    }

    private let window = Mutex(Window(number: 0))

    func lets(_ caller: String, through path: String, at moment: Moment) -> Bool {
        let number = moment.milliseconds / 1000 / Self.windowSeconds
        return window.withLock { window in
            if window.number != number { window = Window(number: number) }
            var key = "\(caller.prefix(64)) \(path)"
            if window.counts.count >= Self.mostCallers, window.counts[key] == nil { key = path }
            window.counts[key, default: 0] += 1
            return window.counts[key, default: 0] <= Self.limit
        }
    }
}
