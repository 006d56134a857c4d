import Kernel

/// The lot that decides between candidates with as many votes. Its secret is chosen before anybody votes, and its
/// fingerprint shown from then on; the draw also depends on the whole count, which nobody knew when it was chosen.
/// Anybody can draw it again.
struct Lot: Sendable, Equatable {
    let secret: String
    let election: ID<Election>
    let count: Count

    /// What is shown while people vote.
    static func fingerprint(of secret: String) -> String { String(hexadecimal: Sodium.sha256(secret)) }

    /// The text of which the fingerprint is the candidate's draw.
    func text(of number: Int) -> String {
        let votes = count.votes.enumerated().map { "\($0.offset + 1)=\($0.element)" }.joined(separator: " ")
        return "\(secret) \(election) ballots=\(count.ballots) blank=\(count.blank) \(votes) draw=\(number)"
    }

    func draw(of number: Int) -> String { Self.fingerprint(of: text(of: number)) }

    /// Numbers of candidates: most votes first, and of equals the one whose draw comes first in the alphabet.
    var order: [Int] {
        count.votes.indices.map { $0 + 1 }.sorted { one, other in
            let (left, right) = (count.votes[one - 1], count.votes[other - 1])
            return left == right ? draw(of: one) < draw(of: other) : left > right
        }
    }

    /// The candidates between whom the lot decided who got a place: those with as many votes on both sides of a limit.
    func tied(at limits: [Int]) -> [[Int]] {
        let order = order
        let decided = limits.filter { $0 > 0 && $0 < order.count }.map { limit in
            (last: count.votes[order[limit - 1] - 1], next: count.votes[order[limit] - 1])
        }
        return Set(decided.filter { $0.last == $0.next }.map(\.last)).sorted(by: >).map { votes in
            order.filter { count.votes[$0 - 1] == votes }
        }
    }
}
