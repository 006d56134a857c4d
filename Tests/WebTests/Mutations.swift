/// What somebody might send instead of what is right: something right with a few things done to it, the same in every
/// run.
struct Mutations {
    private var dice: Dice
    private let seeds: [[UInt8]]
    private let pieces: [[UInt8]]

    /// - Parameter pieces: what means something to the one who reads.
    init(of seeds: [String], with pieces: [String], seed: UInt64) {
        dice = Dice(seed: seed)
        self.seeds = seeds.map { Array($0.utf8) }
        self.pieces = pieces.map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0x80], [0xEF, 0xBB, 0xBF]]
    }

    mutating func next() -> [UInt8] {
        var bytes = one(of: seeds)
        for _ in 0..<Int.random(in: 0...6, using: &dice) { change(&bytes) }
        return Array(bytes.prefix(20_000))
    }

    mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = number(in: 0...bytes.count)
        let end = number(in: place...min(bytes.count, place + 40))
        switch number(in: 0...6) {
        case 0: bytes.insert(contentsOf: one(of: pieces), at: place)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 3: bytes.removeSubrange(place...)
        case 4: bytes.replaceSubrange(place..<end, with: one(of: pieces))
        case 5: for _ in 0..<number(in: 1...300) { bytes.insert(contentsOf: one(of: pieces), at: place) }
        default: if place < bytes.count { bytes[place] ^= 1 << UInt8(number(in: 0...7)) }
        }
    }

    private mutating func one(of all: [[UInt8]]) -> [UInt8] { all.randomElement(using: &dice) ?? [] }
}
