import Logging

/// JSON as it is written, a byte after the other. Whatever a text holds, it stays one text on one line.
struct JSONText {
    /// What every line has.
    static let heads: Set = ["at", "level", "message"]
    /// No more of one text, in letters as Unicode counts them: a line is read by people.
    static let longest = 4_000

    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    mutating func begin(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        isFirst = true
    }

    mutating func end(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        isFirst = false
    }

    mutating func field(_ name: String, _ value: String) {
        self.name(name)
        text(value)
    }

    mutating func field(_ name: String, _ value: Logger.MetadataValue) {
        self.name(name)
        self.value(value)
    }

    private mutating func name(_ name: String) {
        separate()
        text(name)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    private mutating func value(_ value: Logger.MetadataValue) {
        switch value {
        case .string(let text): self.text(text)
        case .stringConvertible(let number as Int): bytes += "\(number)".utf8
        case .stringConvertible(let number as Double) where number.isFinite: bytes += "\(number)".utf8
        case .stringConvertible(let flag as Bool): bytes += "\(flag)".utf8
        case .stringConvertible(let other): text(other.description)
        case .array(let values):
            begin("[")
            for value in values {
                separate()
                self.value(value)
            }
            end("]")
        case .dictionary(let values):
            begin("{")
            for (key, value) in values.sorted(by: { $0.key < $1.key }) { field(key, value) }
            end("}")
        }
    }

    private mutating func text(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for (place, scalar) in text.unicodeScalars.enumerated() {
            guard place < Self.longest else {
                bytes += "…".utf8
                break
            }
            switch scalar {
            case "\"": bytes += #"\""#.utf8
            case "\\": bytes += #"\\"#.utf8
            case "\n": bytes += #"\n"#.utf8
            case "\r": bytes += #"\r"#.utf8
            case "\t": bytes += #"\t"#.utf8
            case _ where Self.isUnsafe(scalar): escape(scalar)
            default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Controls, which JSON forbids or a terminal obeys, and what ends a line or turns its direction for some readers.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        let figures = String(scalar.value, radix: 16)
        bytes += (#"\u"# + String(repeating: "0", count: 4 - figures.count) + figures).utf8
    }
}
