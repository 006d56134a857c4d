/// Where new ids and secrets come from; handed to whoever needs one, so that a test can hand in its own.
public struct Identities: Sendable {
    private let bytes: @Sendable (_ count: Int) -> [UInt8]

    public init(bytes: @escaping @Sendable (_ count: Int) -> [UInt8]) {
        self.bytes = bytes
    }

    /// The operating system's generator.
    public static let system = Identities { count in
        var generator = SystemRandomNumberGenerator()
        return Array(unsafeUninitializedCapacity: count) { bytes, filled in
            // Eight at a time: each word is a call of the system.
            while filled < count {
                let word = generator.next()
                for place in 0..<min(8, count - filled) {
                    bytes[filled + place] = UInt8(truncatingIfNeeded: word >> (8 * UInt64(place)))
                }
                filled += min(8, count - filled)
            }
        }
    }

    /// An id of 100 random bits that tells nothing, not even when it was made.
    public func random<Thing>(_ kind: Thing.Type = Thing.self) -> ID<Thing> {
        ID(Self.letters(bytes(20)))
    }

    /// An id that sorts by its moment: only for things whose order is no secret.
    public func ordered<Thing>(_ kind: Thing.Type = Thing.self, at moment: Moment) -> ID<Thing> {
        ID(Self.beginning(at: moment) + Self.letters(bytes(16)))
    }

    /// With what an id that sorts by its moment begins: such ids of this moment and later ones sort after it.
    public static func beginning(at moment: Moment) -> String {
        var time = [UInt8](repeating: 0, count: 10)
        var rest = moment.milliseconds
        for place in time.indices.reversed() {
            time[place] = UInt8(truncatingIfNeeded: rest & 31)
            rest >>= 5
        }
        return letters(time)
    }

    /// A secret that a person may have to type: letters and figures that cannot be mistaken for each other,
    /// five bits each.
    public func code(letters count: Int) -> String {
        Self.letters(bytes(count)).uppercased()
    }

    /// A secret of 160 bits for links, sessions and tokens.
    public func secret() -> String {
        Self.letters(bytes(32))
    }

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    private static func letters(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.map { alphabet[Int($0 & 31)] }, as: UTF8.self)
    }
}
