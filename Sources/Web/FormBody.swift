import Kernel
import Markup

/// Reads `application/x-www-form-urlencoded`, in a body or after the question mark.
enum FormBody {
    static let fieldLimit = 2000

    static func fields(_ bytes: some Collection<UInt8>) throws -> Fields {
        var fields = Fields()
        var count = 0
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            count += 1
            guard count <= fieldLimit else { throw UnreadableBody.tooManyFields }
            let cut = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let value = cut == pair.endIndex ? pair[cut...] : pair[pair.index(after: cut)...]
            fields.append(decoded(value), to: decoded(pair[..<cut]))
        }
        return fields
    }

    /// `%41` and `+` decoded; what is no UTF-8 becomes the replacement character, what is NUL is left out.
    static func decoded(_ bytes: some Collection<UInt8>) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                let next = rest.prefix(2)
                guard next.count == 2, let value = UInt8(String(decoding: next, as: UTF8.self), radix: 16) else {
                    plain.append(byte)
                    continue
                }
                plain.append(value)
                rest = rest.dropFirst(2)
            default: plain.append(byte)
            }
        }
        plain.removeAll { $0 == 0 }
        return String(decoding: plain, as: UTF8.self)
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
