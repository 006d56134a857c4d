import Storage

/// Rows in the text form of COPY.
struct CopyText {
    private var bytes: [UInt8] = []

    var isEnough: Bool { bytes.count >= 65_536 }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    func withCharacters<Value>(_ body: (UnsafeBufferPointer<CChar>) -> Value) -> Value {
        bytes.withUnsafeBytes { body($0.assumingMemoryBound(to: CChar.self)) }
    }

    mutating func append(_ row: [SQLValue]) throws {
        for (index, value) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: "\t")) }
            switch value {
            case .null: bytes.append(contentsOf: "\\N".utf8)
            case .integer(let number): bytes.append(contentsOf: String(number).utf8)
            case .text(let text): try append(text)
            case .bytes(let content):
                bytes.append(contentsOf: "\\\\x".utf8)
                Hex.append(content, to: &bytes)
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func append(_ text: String) throws {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
            case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
            case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
            case 0: throw StorageProblem.refused("NUL in a text")
            default: bytes.append(byte)
            }
        }
    }
}
