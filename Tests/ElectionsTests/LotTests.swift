import Crypto
import Foundation
import Kernel
import Testing

@testable import Elections

struct LotTests {
    private func lot(_ votes: [Int], secret: String = "s") -> Lot {
        Lot(secret: secret, election: ID("e1"), count: Count(ballots: votes.reduce(0, +), blank: 0, votes: votes))
    }

    @Test func `most votes come first, and only equals are drawn`() {
        #expect(lot([1, 3, 2]).order == [2, 3, 1])
        #expect(lot([1, 3, 2]).tied(at: [1, 2]).isEmpty)
    }

    /// By another library than the product's.
    @Test func `anybody can draw it again with what the protocol shows`() {
        let lot = lot([2, 2, 1])
        let draws = [1, 2].map { number in
            (number, SHA256.hash(data: Data(lot.text(of: number).utf8)).map { String(format: "%02x", $0) }.joined())
        }
        let first = draws.min { $0.1 < $1.1 }.map(\.0)
        #expect(lot.order.first == first)
        #expect(draws.map(\.1) == [lot.draw(of: 1), lot.draw(of: 2)])
        #expect(lot.text(of: 1) == "s e1 ballots=5 blank=0 1=2 2=2 3=1 draw=1")
        let fingerprint = SHA256.hash(data: Data("s".utf8)).map { String(format: "%02x", $0) }.joined()
        #expect(Lot.fingerprint(of: "s") == fingerprint)
    }

    @Test func `the lot falls to each of two about as often`() {
        let wins = (1...400).count { lot([1, 1], secret: "secret \($0)").order.first == 1 }
        #expect((120...280).contains(wins))
    }

    @Test func `the count takes part in the draw, so that a secret alone decides nothing`() {
        let orders = Set((1...40).map { lot([$0, $0], secret: "chosen").order })
        #expect(orders.count == 2)
    }

    @Test func `only a tie across a limit is decided by lot`() {
        // Two with as many votes both get a seat, or neither does.
        #expect(lot([3, 3, 1]).tied(at: [2]).isEmpty)
        #expect(lot([3, 1, 1]).tied(at: [1]).isEmpty)
        #expect(lot([3, 1, 1]).tied(at: [1, 2]).map { $0.sorted() } == [[2, 3]])
        #expect(lot([2, 2, 2]).tied(at: [1, 2]).map { $0.sorted() } == [[1, 2, 3]])
    }
}
