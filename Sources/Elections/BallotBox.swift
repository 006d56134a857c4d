import CSodium
import Kernel
import Web

/// The keys of one election's box, made of the server's secret key and of a salt that lies beside the box and is
/// destroyed at the count. Neither the database alone nor the server's key alone opens anything.
struct BallotKeys: Sendable {
    /// Opens the sums: used at the count and nowhere else.
    let opening: Scalar
    /// Opens the roll of those who voted.
    let roll: [UInt8]
    /// What the lot is drawn with, should there be a tie.
    let lot: String

    init(salt: String, settings: Settings) {
        opening = Scalar(reducing: settings.derivedKey("ballot box", salt))
        roll = Array(settings.derivedKey("ballot roll", salt).prefix(32))
        lot = String(hexadecimal: settings.derivedKey("ballot lot", salt).prefix(32))
    }
}

/// One row for a whole election: sealed sums, one for each candidate, one for blank ballots and one for all, and the
/// sealed roll of those who have voted. A ballot is never stored; it is added to all sums at once, and everything in
/// the row looks new after it. See `docs/decisions/0010-secret-ballot.md`.
struct BallotBox: Sendable, Equatable {
    let election: ID<Election>
    let key: BoxKey
    let sums: [UInt8]
    let roll: [UInt8]

    /// An empty box.
    /// - Parameters:
    ///   - candidates: how many stand.
    ///   - voters: how many stand in the register.
    init(for election: ID<Election>, candidates: Int, voters: Int, keys: BallotKeys) throws(BoxProblem) {
        let key = try BoxKey(of: keys.opening)
        var sums: [UInt8] = []
        for _ in 0..<Ballot.sums(of: candidates) { sums += try SealedNumber(false, for: key).bytes }
        self.election = election
        self.key = key
        self.sums = sums
        let marks = [UInt8](repeating: 0, count: Self.places(for: voters) / 8)
        roll = try Self.sealed(marks, beside: sums, of: election, keys)
    }

    init(election: ID<Election>, key: [UInt8], sums: [UInt8], roll: [UInt8]) {
        self.election = election
        self.key = BoxKey(bytes: key)
        self.sums = sums
        self.roll = roll
    }

    /// With room for those who are put on the register while people vote.
    private static func places(for voters: Int) -> Int { (voters / 256 + 1) * 256 }

    /// How many the roll has room for.
    var room: Int {
        8 * (roll.count - Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES))
    }

    func hasVoted(at place: Int, _ keys: BallotKeys) throws(BoxProblem) -> Bool {
        Self.isMarked(place, in: try openedRoll(keys))
    }

    /// The box with one ballot more; nothing where this voter's is in it already.
    func taking(_ ballot: SealedBallot, from place: Int, _ keys: BallotKeys) throws(BoxProblem) -> BallotBox? {
        var marks = try openedRoll(keys)
        guard marks.indices.contains(place / 8), ballot.numbers.count * SealedNumber.length == sums.count else {
            throw .damaged
        }
        if Self.isMarked(place, in: marks) { return nil }
        marks[place / 8] |= 1 << UInt8(place % 8)
        var added: [UInt8] = []
        for (index, number) in ballot.numbers.enumerated() {
            added += try (sum(index) + number).bytes
        }
        return BallotBox(
            election: election, key: key.bytes, sums: added,
            roll: try Self.sealed(marks, beside: added, of: election, keys))
    }

    /// Opens the sums. What single people voted is not in them.
    /// - Parameter most: the largest number of votes that a candidate can have: all in the register.
    func counted(seats: Int, most: Int, _ keys: BallotKeys) throws(BoxProblem) -> Count {
        let voted = try openedRoll(keys).reduce(0) { $0 + $1.nonzeroBitCount }
        let exponents = try Exponents(most: most)
        var numbers: [Int] = []
        for index in 0..<sums.count / SealedNumber.length {
            numbers.append(try sum(index).opened(by: keys.opening, exponents))
        }
        guard numbers.count >= 2 else { throw .damaged }
        let count = Count(ballots: numbers[0], blank: numbers[1], votes: Array(numbers.dropFirst(2)))
        let chosen = count.votes.reduce(0, +)
        guard count.ballots == voted, chosen <= (count.ballots - count.blank) * seats,
            chosen >= count.ballots - count.blank
        else { throw .doesNotAddUp }
        return count
    }

    private func sum(_ index: Int) throws(BoxProblem) -> SealedNumber {
        try SealedNumber(bytes: sums[index * SealedNumber.length..<(index + 1) * SealedNumber.length])
    }

    private static func isMarked(_ place: Int, in marks: [UInt8]) -> Bool {
        marks.indices.contains(place / 8) && marks[place / 8] & (1 << UInt8(place % 8)) != 0
    }

    // The roll is sealed together with the sums beside it: whoever changes either breaks the seal.

    private static func sealed(_ marks: [UInt8], beside sums: [UInt8], of election: ID<Election>, _ keys: BallotKeys)
        throws(BoxProblem) -> [UInt8]
    {
        var nonce = [UInt8](repeating: 0, count: Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES))
        randombytes_buf(&nonce, nonce.count)
        var sealed = [UInt8](repeating: 0, count: marks.count + Int(crypto_aead_xchacha20poly1305_ietf_ABYTES))
        let beside = sums + Array(election.text.utf8)
        guard Sodium.isReady,
            crypto_aead_xchacha20poly1305_ietf_encrypt(
                &sealed, nil, marks, UInt64(marks.count), beside, UInt64(beside.count), nil, nonce, keys.roll) == 0
        else { throw .damaged }
        return nonce + sealed
    }

    private func openedRoll(_ keys: BallotKeys) throws(BoxProblem) -> [UInt8] {
        let (nonceLength, tagLength) = (
            Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES), Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)
        )
        guard roll.count >= nonceLength + tagLength else { throw .damaged }
        var marks = [UInt8](repeating: 0, count: roll.count - nonceLength - tagLength)
        let sealed = Array(roll.dropFirst(nonceLength))
        let beside = sums + Array(election.text.utf8)
        guard Sodium.isReady,
            crypto_aead_xchacha20poly1305_ietf_decrypt(
                &marks, nil, nil, sealed, UInt64(sealed.count), beside, UInt64(beside.count), roll, keys.roll) == 0
        else { throw .damaged }
        return marks
    }
}
