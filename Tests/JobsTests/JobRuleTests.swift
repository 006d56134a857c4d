import Kernel
import TestSupport
import Testing

@testable import Jobs

struct JobRuleTests {
    private let now = Workplace.monday

    @Test(arguments: [(0, 300), (1, 30), (2, 60), (3, 120), (4, 240), (5, 300), (60, 300)])
    func `a failed job is tried again soon, then more seldom, never more seldom than its pause`(
        failures: Int, seconds: Int
    ) {
        #expect(JobRules.next(after: now, pause: 300, failures: failures) == now.adding(seconds: seconds))
    }

    @Test(arguments: [(-1, true), (0, true), (1, false), (300, false), (301, true), (86_400, true)])
    func `what would be due later than its pause allows is due: the clock was set back`(seconds: Int, isDue: Bool) {
        #expect(JobRules.isDue(next: now.adding(seconds: seconds), pause: 300, at: now) == isDue)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false), (60, false), (61, true)])
    func `a lease holds until its end, and none holds longer than leases do`(seconds: Int, isFree: Bool) {
        #expect(JobRules.isFree(leaseEnds: now.adding(seconds: seconds), at: now) == isFree)
        #expect(JobRules.isFree(leaseEnds: nil, at: now))
    }
}
