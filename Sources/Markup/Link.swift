/// An address that a browser may be sent to.
///
/// What stands in the source is the path; what is interpolated is percent-encoded, so that data can neither
/// leave its place in the path or query nor become another scheme.
public struct Link: Sendable, Hashable, ExpressibleByStringInterpolation {
    public let text: String

    public init(stringLiteral path: StaticString) {
        text = path.description
    }

    public init(stringInterpolation: StringInterpolation) {
        text = String(decoding: stringInterpolation.bytes, as: UTF8.self)
    }

    /// An address from outside: only the web, mail and telephone. Nothing where it is something else.
    public init?(outside address: String) {
        let schemes = ["https://", "http://", "mailto:", "tel:"]
        guard schemes.contains(where: { address.lowercased().hasPrefix($0) }),
            !address.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F })
        else { return nil }
        text = address
    }

    /// A path on this very site, as a browser sent it back: percent-encoded, so of visible ASCII only.
    /// Nothing where it leads elsewhere.
    public init?(onThisSite path: String) {
        // By bytes: a mark that joins the second slash would hide it from a comparison of characters.
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.dropFirst().first != UInt8(ascii: "/"),
            bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return nil }
        text = path
    }

    /// The same address with a query of these names and values; empty values are left out.
    public func with(_ query: [(name: StaticString, value: String)]) -> Link {
        let parts = query.filter { !$0.value.isEmpty }.map { "\($0.name)=\(Self.encoded($0.value))" }
        return parts.isEmpty ? self : Link(raw: text + (text.contains("?") ? "&" : "?") + parts.joined(separator: "&"))
    }

    private init(raw: String) {
        text = raw
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + 24 * interpolationCount)
        }

        public mutating func appendLiteral(_ path: StaticString) {
            path.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            Link.encode(value.description, into: &bytes)
        }
    }

    private static func encoded(_ value: String) -> String {
        var bytes: [UInt8] = []
        encode(value, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func encode(_ value: String, into bytes: inout [UInt8]) {
        var value = value
        value.withUTF8 { value in
            guard !value.allSatisfy(isPlain) else { return bytes.append(contentsOf: value) }
            for byte in value {
                guard !isPlain(byte) else {
                    bytes.append(byte)
                    continue
                }
                bytes.append(UInt8(ascii: "%"))
                bytes.append(hexadecimal(byte >> 4))
                bytes.append(hexadecimal(byte & 15))
            }
        }
    }

    private static func hexadecimal(_ half: UInt8) -> UInt8 {
        half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "A") + half - 10
    }

    /// What stands for itself in an address.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
