import Synchronization

/// How many live lines each session holds open: enough for a person's tabs, too few to tie a server up.
final class LiveLines: Sendable {
    static let most = 40
    /// Milliseconds after which a browser may try again that holds too many.
    static let wait = 60_000

    private struct State {
        var byOwner: [String: Int] = [:]
        var count = 0
        var told = 0
    }

    private let state = Mutex(State())

    var count: Int { state.withLock(\.count) }
    /// Those of pages of which may be told that they are open.
    var toldCount: Int { state.withLock(\.told) }

    func open(_ owner: String, isTold: Bool = false) -> Bool {
        state.withLock { state in
            guard state.byOwner[owner, default: 0] < Self.most else { return false }
            state.byOwner[owner, default: 0] += 1
            state.count += 1
            state.told += isTold ? 1 : 0
            return true
        }
    }

    func close(_ owner: String, isTold: Bool = false) {
        state.withLock { state in
            guard let count = state.byOwner[owner] else { return }
            state.byOwner[owner] = count > 1 ? count - 1 : nil
            state.count -= 1
            state.told -= isTold ? 1 : 0
        }
    }
}
