import Synchronization

/// How many live lines each session holds open: enough for a person's tabs, too few to tie a server up.
final class LiveLines: Sendable {
    static let most = 40
    /// Milliseconds after which a browser may try again that holds too many.
    static let wait = 60_000

    private let open = Mutex<[String: Int]>([:])

    func open(_ owner: String) -> Bool {
        open.withLock { open in
            guard open[owner, default: 0] < Self.most else { return false }
            open[owner, default: 0] += 1
            return true
        }
    }

    func close(_ owner: String) {
        open.withLock { open in
            guard let count = open[owner] else { return }
            open[owner] = count > 1 ? count - 1 : nil
        }
    }
}
