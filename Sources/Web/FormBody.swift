import Kernel
import Markup

/// Reads `application/x-www-form-urlencoded`, in a body or after the question mark.
enum FormBody {
    static let fieldLimit = 2000

    static func fields(_ bytes: [UInt8]) throws -> Fields {
        var fields = Fields()
        let pairs = bytes.split(separator: UInt8(ascii: "&"), maxSplits: fieldLimit)
        guard pairs.count <= fieldLimit else { throw UnreadableBody.tooManyFields }
        for pair in pairs {
            let cut = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            fields.append(decoded(pair[cut...].dropFirst()), to: decoded(pair[..<cut]))
        }
        return fields
    }

    /// `%41` and `+` decoded; what is no UTF-8 becomes the replacement character, what is NUL is left out.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var place = bytes.startIndex
        while place < bytes.endIndex {
            var byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "+") {
                byte = UInt8(ascii: " ")
            } else if byte == UInt8(ascii: "%"), place + 1 < bytes.endIndex,
                let high = hexadecimal(bytes[place]), let low = hexadecimal(bytes[place + 1])
            {
                byte = high << 4 | low
                place += 2
            }
            if byte != 0 { plain.append(byte) }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    static func encoded(_ fields: Fields, without left: Set<String>) -> String {
        fields.texts.filter { !left.contains($0.key) }.sorted { $0.key < $1.key }.flatMap { name, values in
            values.map { "\(percent(name))=\(percent($0))" }
        }.joined(separator: "&")
    }

    private static func percent(_ text: String) -> String {
        let link: Link = "\(text)"
        return link.text
    }
}

/// A body that cannot be read at all.
enum UnreadableBody: Error {
    case tooManyFields
    case tooLarge
    case notAForm
    case notJSON
}
