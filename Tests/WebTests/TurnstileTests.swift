import Kernel
import Testing

@testable import Web

struct TurnstileTests {
    private let now = Moment(milliseconds: 1_767_600_000_000)

    @Test func `one caller is stopped, others are not, and the next window begins anew`() {
        let turnstile = Turnstile()
        for _ in 0..<Turnstile.limit { #expect(turnstile.lets("1.1.1.1", through: "/a", at: now)) }
        #expect(!turnstile.lets("1.1.1.1", through: "/a", at: now))
        #expect(turnstile.lets("1.1.1.1", through: "/b", at: now))
        #expect(turnstile.lets("2.2.2.2", through: "/a", at: now))
        #expect(turnstile.lets("1.1.1.1", through: "/a", at: now + Turnstile.windowSeconds))
    }

    @Test func `a crowd of addresses shares one count when the room is full`() {
        let turnstile = Turnstile()
        for number in 0..<Turnstile.mostCallers { _ = turnstile.lets("\(number)", through: "/a", at: now) }
        let passed = (0..<1000).count { turnstile.lets("new \($0)", through: "/a", at: now) }
        #expect(passed == Turnstile.limit)
        #expect(turnstile.lets("7", through: "/a", at: now))
    }
}
