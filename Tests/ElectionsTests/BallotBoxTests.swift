import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Elections

struct BallotBoxTests {
    private let election = ID<Election>("e1")
    private let settings: Settings
    private let keys: BallotKeys

    init() throws {
        settings = try Settings(publicAddress: "http://localhost", secretKey: String(repeating: "secret ", count: 6))
        keys = BallotKeys(salt: "the salt of this election", settings: settings)
    }

    private func ballot(_ choice: String..., of candidates: Int = 3, seats: Int = 1) throws -> SealedBallot {
        try Ballot(Fields(["choice": choice]), candidates: candidates, seats: seats)
            .sealed(for: BoxKey(of: keys.opening), candidates: candidates)
    }

    private func box(candidates: Int = 3, voters: Int = 10) throws -> BallotBox {
        try BallotBox(for: election, candidates: candidates, voters: voters, keys: keys)
    }

    @Test func `a box gives back the sums of what was put in`() throws {
        var box = try box()
        for (place, choice) in ["1", "3", "3", "blank", "3", "1"].enumerated() {
            box = try #require(try box.taking(ballot(choice), from: place, keys))
        }
        let count = try box.counted(seats: 1, most: 10, keys)
        #expect(count == Count(ballots: 6, blank: 1, votes: [2, 0, 3]))
    }

    @Test func `an empty box is counted as nought`() throws {
        #expect(try box().counted(seats: 1, most: 10, keys) == Count(ballots: 0, blank: 0, votes: [0, 0, 0]))
    }

    @Test func `every number is found up to the most, and none beyond`() throws {
        for most in [0, 1, 2, 15, 16, 17, 100] {
            let exponents = try Exponents(most: most)
            var point = Point.neutral
            for number in 0...most + 20 {
                #expect(try exponents.exponent(of: point) == (number <= most ? number : nil))
                point = try point + .generator
            }
        }
        #expect(try Exponents(most: 100).exponent(of: .generator(times: .random())) == nil)
    }

    @Test func `where two are elected, one ballot counts for two`() throws {
        let box = try #require(try box().taking(ballot("1", "2", seats: 2), from: 4, keys))
        #expect(try box.counted(seats: 2, most: 10, keys) == Count(ballots: 1, blank: 0, votes: [1, 1, 0]))
    }

    @Test func `everyone in the register votes once, and the roll knows them apart`() throws {
        let box = try #require(try box().taking(ballot("1"), from: 7, keys))
        #expect(try box.taking(ballot("2"), from: 7, keys) == nil)
        #expect(try box.hasVoted(at: 7, keys))
        for place in 0..<10 where place != 7 { #expect(try !box.hasVoted(at: place, keys)) }
    }

    @Test func `another server key, another salt or another election opens nothing`() throws {
        let box = try #require(try box().taking(ballot("1"), from: 0, keys))
        let other = try Settings(publicAddress: "http://localhost", secretKey: String(repeating: "another", count: 6))
        let strangers = [
            BallotKeys(salt: "the salt of this election", settings: other),
            BallotKeys(salt: "salt", settings: settings),
        ]
        for stranger in strangers {
            #expect(throws: BoxProblem.damaged) { try box.counted(seats: 1, most: 10, stranger) }
            #expect(throws: BoxProblem.damaged) { try box.hasVoted(at: 0, stranger) }
        }
        let moved = BallotBox(election: ID("e2"), key: box.key.bytes, sums: box.sums, roll: box.roll)
        #expect(throws: BoxProblem.damaged) { try moved.counted(seats: 1, most: 10, keys) }
    }

    /// The key to seal with lies in the database: whoever may write there could add votes.
    @Test func `votes that are added from outside break the seal`() throws {
        let box = try #require(try box().taking(ballot("1"), from: 0, keys))
        let stuffed = try box.sums.chunks(of: SealedNumber.length).enumerated().flatMap { index, bytes in
            try (SealedNumber(bytes: bytes) + SealedNumber(index == 0 || index == 3, for: box.key)).bytes
        }
        let forged = BallotBox(election: election, key: box.key.bytes, sums: stuffed, roll: box.roll)
        #expect(throws: BoxProblem.damaged) { try forged.taking(ballot("1"), from: 1, keys) }
        #expect(throws: BoxProblem.damaged) { try forged.counted(seats: 1, most: 10, keys) }
        var roll = box.roll
        roll[roll.count - 1] ^= 1
        let shorter = BallotBox(election: election, key: box.key.bytes, sums: box.sums, roll: roll)
        #expect(throws: BoxProblem.damaged) { try shorter.hasVoted(at: 0, keys) }
    }

    @Test func `a ballot that chose more than the seats is not counted as sound`() throws {
        // Sealed for two seats, put in where one is elected.
        let box = try #require(try box().taking(ballot("1", "2", seats: 2), from: 0, keys))
        #expect(throws: BoxProblem.doesNotAddUp) { try box.counted(seats: 1, most: 10, keys) }
    }

    @Test func `the roll grows by those who come on the register later`() throws {
        let full = try box(voters: 255)
        #expect(full.room == 256)
        #expect(try #require(try full.taking(ballot("1"), from: 255, keys)).hasVoted(at: 255, keys))
        #expect(throws: BoxProblem.damaged) { try full.taking(ballot("1"), from: 256, keys) }
    }

    @Test(arguments: [
        ([], ElectionProblem.nothingChosen), (["1", "2"], .tooManyChosen(1)), (["blank", "1"], .blankAndNames),
    ])
    func `a ballot that cannot be read comes back with its reason`(choices: [String], problem: ElectionProblem) {
        let problems = #expect(throws: Problems.self) {
            try Ballot(Fields(["choice": choices]), candidates: 3, seats: 1)
        }
        #expect(problems?["choice"] as? ElectionProblem == problem)
    }

    @Test(arguments: ["0", "4", "-1", "x", "1x", "99999999999999999999", ""])
    func `a choice that is not on the ballot is none`(choice: String) {
        let problems = #expect(throws: Problems.self) {
            try Ballot(Fields(["choice": [choice]]), candidates: 3, seats: 1)
        }
        #expect(problems?["choice"] as? FieldProblem == .notAChoice)
    }
}

extension Array {
    func chunks(of length: Int) -> [[Element]] {
        stride(from: 0, to: count, by: length).map { Array(self[$0..<Swift.min($0 + length, count)]) }
    }
}
