import CSodium

/// A number that only the private key reads, and to which anybody can add without reading it: ElGamal's encryption in
/// the group ristretto255, with the number as the exponent.
///
/// The same number sealed twice looks different, and a sum looks like any other sealed number: who sees it before and
/// after something was added cannot tell whether that was a nought or a one.
struct SealedNumber: Sendable, Equatable {
    static let length = 2 * Point.length

    private let mask: Point
    private let masked: Point

    /// A nought or a one, sealed anew.
    init(_ isOne: Bool, for key: BoxKey) throws(BoxProblem) {
        let secret = Scalar.random()
        mask = try .generator(times: secret)
        let cover = try key.point.times(secret)
        masked = isOne ? try cover + .generator : cover
    }

    init(bytes: some Collection<UInt8>) throws(BoxProblem) {
        guard bytes.count == Self.length else { throw .damaged }
        mask = Point(Array(bytes.prefix(Point.length)))
        masked = Point(Array(bytes.suffix(Point.length)))
    }

    private init(mask: Point, masked: Point) {
        self.mask = mask
        self.masked = masked
    }

    var bytes: [UInt8] { mask.bytes + masked.bytes }

    static func + (one: SealedNumber, other: SealedNumber) throws(BoxProblem) -> SealedNumber {
        SealedNumber(mask: try one.mask + other.mask, masked: try one.masked + other.masked)
    }

    /// - Throws: `BoxProblem.damaged` where it is larger than the exponents go.
    func opened(by secret: Scalar, _ exponents: Exponents) throws(BoxProblem) -> Int {
        guard let number = try exponents.exponent(of: masked - mask.times(secret)) else { throw .damaged }
        return number
    }
}

/// Finds small exponents, such as people can reach by voting: so many small steps are known, and great ones are tried.
struct Exponents: Sendable {
    private let most: Int
    private let known: [[UInt8]: Int]
    private let stride: Point

    init(most: Int) throws(BoxProblem) {
        var known: [[UInt8]: Int] = [:]
        var point = Point.neutral
        while known.count * known.count <= most {
            known[point.bytes] = known.count
            point = try point + .generator
        }
        self.most = most
        self.known = known
        stride = point
    }

    /// Nothing where it is larger than the most.
    func exponent(of point: Point) throws(BoxProblem) -> Int? {
        var rest = point
        for strides in 0...known.count {
            if let steps = known[rest.bytes] {
                let number = strides * known.count + steps
                return number <= most ? number : nil
            }
            rest = try rest - stride
        }
        return nil
    }
}

/// What ballots are sealed with. It cannot open them.
struct BoxKey: Sendable, Equatable {
    let point: Point

    init(of secret: Scalar) throws(BoxProblem) { point = try .generator(times: secret) }
    init(bytes: [UInt8]) { point = Point(bytes) }

    var bytes: [UInt8] { point.bytes }
}

/// A secret exponent.
struct Scalar: Sendable {
    let bytes: [UInt8]

    /// - Parameter long: 64 bytes by chance, reduced so that every exponent is as likely.
    init(reducing long: [UInt8]) {
        precondition(long.count == 64)
        var bytes = [UInt8](repeating: 0, count: 32)
        crypto_core_ristretto255_scalar_reduce(&bytes, long)
        self.bytes = bytes
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    static func random() -> Scalar {
        precondition(Sodium.isReady)
        var bytes = [UInt8](repeating: 0, count: 32)
        crypto_core_ristretto255_scalar_random(&bytes)
        return Scalar(bytes: bytes)
    }
}

/// An element of the group.
struct Point: Sendable, Equatable {
    static let length = 32
    static let neutral = Point([UInt8](repeating: 0, count: length))
    static let generator: Point = {
        var bytes = [UInt8](repeating: 0, count: length)
        crypto_scalarmult_ristretto255_base(&bytes, [1] + [UInt8](repeating: 0, count: 31))
        return Point(bytes)
    }()

    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func generator(times secret: Scalar) throws(BoxProblem) -> Point {
        var bytes = [UInt8](repeating: 0, count: length)
        guard crypto_scalarmult_ristretto255_base(&bytes, secret.bytes) == 0 else { throw .damaged }
        return Point(bytes)
    }

    func times(_ secret: Scalar) throws(BoxProblem) -> Point {
        var product = [UInt8](repeating: 0, count: Self.length)
        guard bytes.count == Self.length, crypto_scalarmult_ristretto255(&product, secret.bytes, bytes) == 0 else {
            throw .damaged
        }
        return Point(product)
    }

    static func + (one: Point, other: Point) throws(BoxProblem) -> Point {
        try combined(one, other, crypto_core_ristretto255_add)
    }

    static func - (one: Point, other: Point) throws(BoxProblem) -> Point {
        try combined(one, other, crypto_core_ristretto255_sub)
    }

    private static func combined(
        _ one: Point, _ other: Point,
        _ combine: (UnsafeMutablePointer<UInt8>, UnsafePointer<UInt8>, UnsafePointer<UInt8>) -> Int32
    ) throws(BoxProblem) -> Point {
        var bytes = [UInt8](repeating: 0, count: length)
        guard one.bytes.count == length, other.bytes.count == length, combine(&bytes, one.bytes, other.bytes) == 0
        else { throw .damaged }
        return Point(bytes)
    }
}

enum Sodium {
    static let isReady = sodium_init() >= 0

    static func sha256(_ text: String) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        let bytes = Array(text.utf8)
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }
}

/// Why a box cannot be used.
enum BoxProblem: Error, Equatable {
    /// Somebody changed it from outside, or the server's secret key is another than the one that it was locked with.
    case damaged
    /// What is in it does not fit the roll of those who voted.
    case doesNotAddUp
}
