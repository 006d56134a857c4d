import Kernel

/// What stands after the first semicolon of a header such as `Content-Disposition`: names and values, a value in
/// quotes where it holds more than a word.
struct HeaderParameters {
    private var values: [String: String] = [:]

    init(_ header: String) {
        var rest = Array(header.utf8.drop { $0 != UInt8(ascii: ";") }.dropFirst())[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "=")) {
            let name = String(decoding: rest[..<end], as: UTF8.self).trimmed.lowercased()
            rest = rest[(end + 1)...]
            let value = rest.first == UInt8(ascii: "\"") ? Self.quoted(&rest) : Self.word(&rest)
            if values[name] == nil { values[name] = String(decoding: value, as: UTF8.self) }
            rest = rest.drop { $0 != UInt8(ascii: ";") }.dropFirst()
        }
    }

    subscript(name: String) -> String? { values[name] }

    /// Up to the next quote that no backslash precedes; without one, all that is left.
    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        var value: [UInt8] = []
        rest.removeFirst()
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            let escapes = byte == UInt8(ascii: "\\") && rest.first == UInt8(ascii: "\"")
            value.append(escapes ? rest.removeFirst() : byte)
        }
        return value
    }

    private static func word(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        let end = rest.firstIndex(of: UInt8(ascii: ";")) ?? rest.endIndex
        let word = String(decoding: rest[..<end], as: UTF8.self).trimmed
        rest = rest[end...]
        return Array(word.utf8)
    }
}
