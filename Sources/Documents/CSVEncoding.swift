/// How a table's letters are kept as bytes.
public enum CSVEncoding: Sendable, Equatable {
    case utf8
    /// UTF-8 that says so in its first three bytes.
    case utf8WithMark
    /// What is not UTF-8 is taken to be this, since older Danish spreadsheets write it.
    case windows1252

    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// - Throws: `CSVProblem` where the bytes are no text in any of these.
    init(of bytes: [UInt8]) throws(CSVProblem) {
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else { throw .utf16 }
        if let nul = bytes.firstIndex(of: 0) {
            guard !Self.looksLikeUTF16(bytes.prefix(64)) else { throw .utf16 }
            throw .notText(line: Self.line(of: nul, in: bytes))
        }
        let fault = bytes.withUnsafeBufferPointer { Self.firstFault(in: $0) }
        switch (bytes.starts(with: Self.mark), fault) {
        case (true, nil): self = .utf8WithMark
        case (true, let fault?): throw .notText(line: Self.line(of: fault, in: bytes))
        case (false, nil): self = .utf8
        case (false, _): self = .windows1252
        }
    }

    func text(of bytes: some Collection<UInt8>) -> String {
        guard self == .windows1252 else { return String(decoding: bytes, as: UTF8.self) }
        var letters: [UInt8] = []
        letters.reserveCapacity(bytes.count + bytes.count / 4)
        for byte in bytes {
            guard byte >= 0x80 else {
                letters.append(byte)
                continue
            }
            let letter = UTF8.encode(Self.windows1252Scalar(byte))
            letters.append(contentsOf: letter ?? UTF8.encodedReplacementCharacter)
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Code points, not what a reader counts as letters: that would need the text.
    func length(of bytes: some Collection<UInt8>) -> Int {
        self == .windows1252 ? bytes.count : bytes.count { $0 & 0xC0 != 0x80 }
    }

    /// Every second byte of ordinary text is zero there.
    private static func looksLikeUTF16(_ beginning: ArraySlice<UInt8>) -> Bool {
        let zeros = beginning.indices.filter { beginning[$0] == 0 }
        return zeros.count * 3 > beginning.count && Set(zeros.map { $0 % 2 }).count == 1
    }

    private static func line(of place: Int, in bytes: [UInt8]) -> Int {
        1 + bytes[..<place].count { $0 == UInt8(ascii: "\n") }
    }

    /// Where the bytes stop being UTF-8: overlong forms, surrogates and numbers past the last code point included.
    static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var place = 0
        while place < bytes.count {
            guard bytes[place] >= 0x80 else {
                place += 1
                continue
            }
            guard let length = lengthOfLetter(at: place, in: bytes) else { return place }
            place += length
        }
        return nil
    }

    private static func lengthOfLetter(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let (length, second): (Int, ClosedRange<UInt8>)
        switch bytes[place] {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard place + length <= bytes.count, second.contains(bytes[place + 1]) else { return nil }
        let rest = bytes[(place + 2)..<(place + length)]
        return rest.allSatisfy { 0x80...0xBF ~= $0 } ? length : nil
    }

    private static func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar {
        guard 0x80...0x9F ~= byte else { return Unicode.Scalar(byte) }
        return upperControls[Int(byte) - 0x80]
    }

    /// The bytes 0x80 to 0x9F; five of them mean nothing.
    private static let upperControls: [Unicode.Scalar] = [
        "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}",
        "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
    ]
}
