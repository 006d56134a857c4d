import Foundation
import Storage
import Synchronization
import Testing

/// How threads share what waits for them.
@Suite(.timeLimit(.minutes(5)))
struct ErrandQueueTests {
    private final class Nothing: Errand {
        func run(on line: Void) {}
        func refuse(_ problem: StorageProblem) {}
    }

    @Test func `no thread waits with what it has put off, also where another was quicker`() async {
        let queue = ErrandQueue<Void>()
        // How many threads have put something off.
        let putOff = Mutex(0)
        for _ in 0..<4 {
            Thread.detachNewThread {
                var hasPutOff = false
                while let errand = queue.next(beforeWaiting: {
                    if hasPutOff { putOff.withLock { $0 -= 1 } }
                    hasPutOff = false
                }) {
                    errand.run(on: ())
                    if !hasPutOff { putOff.withLock { $0 += 1 } }
                    hasPutOff = true
                }
            }
        }
        for round in 0..<5000 {
            for _ in 0...round % 4 { queue.add(Nothing()) }
            while queue.count > 0 || putOff.withLock({ $0 }) > 0 { await Task.yield() }
        }
        queue.close()
    }
}
