/// What stands between two fields.
public enum CSVSeparator: UInt8, Sendable, CaseIterable {
    case semicolon = 0x3B
    case comma = 0x2C
    case tab = 0x09

    /// The one that the header line has most of, outside its quotes; a semicolon where it has none.
    init(ofHeaderIn bytes: ArraySlice<UInt8>) {
        var counts: [CSVSeparator: Int] = [:]
        var isQuoted = false
        var hasBegun = false
        for byte in bytes {
            let endsLine = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
            if endsLine && hasBegun && !isQuoted { break }
            hasBegun = hasBegun || !endsLine
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, let separator = CSVSeparator(rawValue: byte) { counts[separator, default: 0] += 1 }
        }
        self = .semicolon
        for separator in Self.allCases where counts[separator, default: 0] > counts[self, default: 0] {
            self = separator
        }
    }

    /// Some spreadsheets tell it in a line of its own, `sep=;`, before the header.
    init?(toldIn bytes: ArraySlice<UInt8>) {
        guard bytes.starts(with: Self.telling) else { return nil }
        let rest = bytes.dropFirst(Self.telling.count)
        guard let byte = rest.first, let ending = rest.dropFirst().first,
            ending == UInt8(ascii: "\n") || ending == UInt8(ascii: "\r")
        else { return nil }
        self.init(rawValue: byte)
    }

    static let telling = Array("sep=".utf8)
}
