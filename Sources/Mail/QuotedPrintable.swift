/// A text as it travels in a mail, by RFC 2045: what is plain stays readable.
enum QuotedPrintable {
    private static let longestLine = 76

    static func encoded(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line(String($0)) }
            .joined(separator: "\r\n")
    }

    private static func line(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var lines: [[UInt8]] = [[]]
        for (place, byte) in bytes.enumerated() {
            let isLast = place == bytes.count - 1
            let sign = isPlain(byte, isLast: isLast) ? [byte] : escaped(byte)
            // A broken line ends in a mark, for which there must be room.
            if lines[lines.count - 1].count + sign.count > longestLine - 1 {
                lines[lines.count - 1].append(equals)
                lines.append([])
            }
            lines[lines.count - 1] += sign
        }
        return lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\r\n")
    }

    /// Spaces at the end of a line are lost on the way.
    private static func isPlain(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case equals: false
        case 0x20, 0x09: !isLast
        default: (0x21...0x7E).contains(byte)
        }
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        [equals, figures[Int(byte >> 4)], figures[Int(byte & 15)]]
    }

    private static let equals = UInt8(ascii: "=")
    private static let figures = Array("0123456789ABCDEF".utf8)
}
