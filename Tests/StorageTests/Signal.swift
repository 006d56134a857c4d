import Dispatch

/// Lets a test decide when a transaction goes on.
final class Signal: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func give() {
        semaphore.signal()
    }

    /// Blocks; only inside a transaction, which has a thread of its own.
    func wait() {
        semaphore.wait()
    }

    func given() async {
        await withCheckedContinuation { caller in
            DispatchQueue.global().async {
                self.semaphore.wait()
                caller.resume()
            }
        }
    }
}
