/// PostgreSQL's text for bytes: `\x` and two hexadecimal digits for each.
enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
    }

    static func bytes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard text.count >= 2 else { return [] }
        let count = text.count / 2 - 1
        return Array(unsafeUninitializedCapacity: count) { bytes, filled in
            for index in 0..<count {
                bytes[index] = value(text[2 * index + 2]) << 4 | value(text[2 * index + 3])
            }
            filled = count
        }
    }

    private static func value(_ digit: UInt8) -> UInt8 {
        digit < UInt8(ascii: "a") ? digit &- UInt8(ascii: "0") : digit &- UInt8(ascii: "a") &+ 10
    }
}
