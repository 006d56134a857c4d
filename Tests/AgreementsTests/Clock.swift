import Kernel
import Synchronization
import TestSupport

/// A clock that a test turns on by days.
final class Clock: Sendable {
    private let days = Mutex(0)

    var now: Moment { Workplace.monday + days.withLock { $0 } * 86_400 }
    func go(to day: Int) { days.withLock { $0 = day } }
}
