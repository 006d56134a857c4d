import Kernel
import Live
import Storage
import Testing

@testable import Web

struct TurnstileTests {
    private let now = Moment(milliseconds: 1_767_600_000_000)

    @Test func `one caller is stopped, others are not, and the next window begins anew`() {
        let turnstile = Turnstile(hub: Hub())
        for _ in 0..<Turnstile.limit { #expect(turnstile.lets(.init(of: "1.1.1.1", through: "/a", at: now))) }
        #expect(!turnstile.lets(.init(of: "1.1.1.1", through: "/a", at: now)))
        #expect(turnstile.lets(.init(of: "1.1.1.1", through: "/b", at: now)))
        #expect(turnstile.lets(.init(of: "2.2.2.2", through: "/a", at: now)))
        #expect(turnstile.lets(.init(of: "1.1.1.1", through: "/a", at: now + Turnstile.windowSeconds)))
    }

    @Test func `a crowd of addresses shares one count when the room is full`() {
        let turnstile = Turnstile(hub: Hub())
        for number in 0..<Turnstile.mostCallers { _ = turnstile.lets(.init(of: "\(number)", through: "/a", at: now)) }
        let passed = (0..<1000).count { turnstile.lets(.init(of: "new \($0)", through: "/a", at: now)) }
        #expect(passed == Turnstile.limit)
        #expect(turnstile.lets(.init(of: "7", through: "/a", at: now)))
    }

    @Test func `a crowd that fills the room leaves nobody free to guess`() {
        let turnstile = Turnstile(hub: Hub())
        for number in 0..<Turnstile.mostCallers { _ = turnstile.lets(.init(of: "\(number)", through: "/a", at: now)) }
        let guesses = (0..<1000).count { number in
            let guess = Turnstile.Passage(of: "new \(number)", through: "/r/:link", at: now)
            guard turnstile.isOpen(to: guess) else { return false }
            return turnstile.lets(guess)
        }
        #expect(guesses == Turnstile.limit)
        // Who came before goes on.
        #expect(turnstile.isOpen(to: .init(of: "7", through: "/a", at: now)))
    }

    @Test func `a network of IPv6 is one caller, and an address of IPv4 is itself in any clothes`() {
        let turnstile = Turnstile(hub: Hub())
        let passed = (0..<1000).count { number in
            turnstile.lets(
                .init(of: "2001:db8:1:2:\(String(number, radix: 16))::1", through: "/follow", at: now))
        }
        #expect(passed == Turnstile.limit)
        #expect(turnstile.lets(.init(of: "2001:db8:1:3::1", through: "/follow", at: now)))
        for number in 0..<Turnstile.limit {
            let caller = number.isMultiple(of: 2) ? "192.0.2.7" : "::ffff:192.0.2.7"
            #expect(turnstile.lets(.init(of: caller, through: "/follow", at: now)))
        }
        #expect(!turnstile.lets(.init(of: "192.0.2.7", through: "/follow", at: now)))
        #expect(turnstile.lets(.init(of: "192.0.2.8", through: "/follow", at: now)))
        #expect(turnstile.lets(.init(of: "nobody:knows", through: "/follow", at: now)))
    }

    @Test func `what another server let through counts, unless its clock is far from ours`() {
        let hub = Hub()
        let turnstile = Turnstile(hub: hub)
        let here = Turnstile.Passage(of: "1.1.1.1", through: "/r/:link", at: now)
        #expect(turnstile.lets(here))
        for _ in 0..<Turnstile.limit - 2 { hub.announce(.remark(here.remark)) }
        let astray = Turnstile.Passage(of: "1.1.1.1", through: "/r/:link", at: now + 86_400 * 400)
        hub.announce(.remark(astray.remark))
        hub.announce(.remark(Remark(about: "passage", "nonsense")))
        #expect(turnstile.lets(here))
        #expect(!turnstile.lets(here))
        #expect(turnstile.lets(.init(of: "2.2.2.2", through: "/r/:link", at: now)))
    }

    @Test func `a server whose clock is a little ahead begins the next window for all`() {
        let hub = Hub()
        let turnstile = Turnstile(hub: hub)
        let late = Turnstile.Passage(of: "1.1.1.1", through: "/a", at: now)
        for _ in 0..<Turnstile.limit { #expect(turnstile.lets(late)) }
        let next = Turnstile.Passage(of: "1.1.1.1", through: "/a", at: now + Turnstile.windowSeconds)
        for _ in 0..<Turnstile.limit - 1 { hub.announce(.remark(next.remark)) }
        #expect(turnstile.lets(late))
        #expect(!turnstile.lets(late))
        #expect(!turnstile.lets(next))
    }
}
