import Foundation
import Kernel
import Live
import Storage
import Synchronization

/// Limits how often one caller may use a route that is open to the world, whichever server answers. Counted in memory
/// and forgotten with the window: no address is stored.
final class Turnstile: Sendable {
    static let windowSeconds = 600
    /// A whole institute may stand behind one address.
    static let limit = 300
    /// More callers than this in one window share what is left, so that no crowd of addresses fills the memory.
    static let mostCallers = 50_000

    /// That somebody went through.
    struct Passage {
        let window: Int
        let route: String
        let caller: String

        init(of caller: String, through route: String, at moment: Moment) {
            self.caller = Self.place(of: caller)
            self.route = route
            window = moment.milliseconds / 1000 / Turnstile.windowSeconds
        }

        /// Counted apart from what the same door takes in: who guesses keeps no neighbour at the same address from reporting.
        init(of caller: String, guessing route: String, at moment: Moment) {
            self.init(of: caller, through: "guess:" + route, at: moment)
        }

        /// Whoever has an address of IPv6 has a whole network of them, of 64 bits: all of it is one caller. An address of
        /// IPv4 is the same however it is written.
        private static func place(of caller: String) -> String {
            var bytes = [UInt8](repeating: 0, count: 16)
            guard caller.utf8.contains(UInt8(ascii: ":")), inet_pton(AF_INET6, caller, &bytes) == 1 else {
                return String(caller.prefix(64))
            }
            guard !bytes.starts(with: ofIPv4) else { return bytes.suffix(4).map(String.init).joined(separator: ".") }
            return String(hexadecimal: Array(bytes.prefix(8)))
        }

        private static let ofIPv4: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    }

    private struct Window {
        var number = 0
        var counts: [String: Int] = [:]

        func known(_ passage: Passage) -> Int { counts[key(passage), default: 0] }

        mutating func count(_ passage: Passage) -> Int {
            let key = key(passage)
            counts[key, default: 0] += 1
            return counts[key, default: 0]
        }

        /// Where the room is full, that of all who have not come before.
        private func key(_ passage: Passage) -> String {
            let own = "\(passage.caller) \(passage.route)"
            return counts.count >= Turnstile.mostCallers && counts[own] == nil ? passage.route : own
        }
    }

    private let window = Mutex(Window())

    init(hub: Hub) {
        hub.hear(about: Passage.about) { [weak self] in
            if let passage = Passage($0) { self?.hear(passage) }
        }
    }

    func lets(_ passage: Passage) -> Bool {
        count(passage) <= Self.limit
    }

    /// Whether the caller may guess once more; a guess is counted by `lets` when it was wrong.
    func isOpen(to passage: Passage) -> Bool {
        window.withLock { $0.number != passage.window || $0.known(passage) < Self.limit }
    }

    /// - Returns: how many times the caller has come in this window.
    private func count(_ passage: Passage) -> Int {
        window.withLock { window in
            // Clocks of servers differ by a little: what is counted in the next window already stays so.
            if passage.window != window.number, passage.window != window.number - 1 {
                window = Window(number: passage.window)
            }
            return window.count(passage)
        }
    }

    /// A server whose clock is far from this one's counts for itself.
    private func hear(_ passage: Passage) {
        window.withLock { window in
            if passage.window == window.number + 1 { window = Window(number: passage.window) }
            if passage.window == window.number { _ = window.count(passage) }
        }
    }
}

/// As the other servers are told.
extension Turnstile.Passage {
    static let about = "passage"

    var remark: Remark { Remark(about: Self.about, "\(window) \(route) \(caller)") }

    init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let window = Int(parts[0]) else { return nil }
        (self.window, route, caller) = (window, parts[1], parts[2])
    }
}
