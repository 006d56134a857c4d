/// Text that is ready for a browser.
///
/// What stands in the source is markup; what is interpolated is data and is escaped, unless it is `HTML`
/// already. No string made at run time can come in as a literal. The one way around is `HTML(trusted:)`,
/// and `bin/lint` knows every place that uses it.
public struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
    public private(set) var bytes: [UInt8]

    public static let nothing = HTML()

    public init() {
        bytes = []
    }

    /// Markup made elsewhere, by a library that is trusted to make it.
    public init(trusted source: String) {
        bytes = Array(source.utf8)
    }

    public init(stringLiteral markup: StaticString) {
        bytes = markup.withUTF8Buffer { Array($0) }
    }

    public init(stringInterpolation: StringInterpolation) {
        bytes = stringInterpolation.bytes
    }

    /// A piece for each element, one after the other.
    public init<Content: Sequence>(each content: Content, _ piece: (Content.Element) throws -> HTML) rethrows {
        bytes = []
        for element in content { bytes += try piece(element).bytes }
    }

    public var isEmpty: Bool { bytes.isEmpty }
    public var source: String { String(decoding: bytes, as: UTF8.self) }

    public static func += (html: inout HTML, more: HTML) { html.bytes += more.bytes }
    public static func + (one: HTML, other: HTML) -> HTML {
        var joined = one
        joined += other
        return joined
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + 64 * interpolationCount + 64)
        }

        public mutating func appendLiteral(_ markup: StaticString) {
            markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        public mutating func appendInterpolation(_ text: String) {
            bytes.append(escaping: text)
        }

        /// Nothing where there is no text.
        ///
        /// Disfavoured, so that `\(name.map { "<b>\($0)</b>" })` is read as markup and not as a text.
        @_disfavoredOverload
        public mutating func appendInterpolation(_ text: String?) {
            if let text { bytes.append(escaping: text) }
        }

        public mutating func appendInterpolation(_ number: some BinaryInteger) {
            bytes.append(contentsOf: number.description.utf8)
        }

        public mutating func appendInterpolation(_ html: HTML) {
            bytes.append(contentsOf: html.bytes)
        }

        public mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes.append(contentsOf: html.bytes) }
        }

        public mutating func appendInterpolation(_ parts: some Sequence<HTML>) {
            for part in parts { bytes.append(contentsOf: part.bytes) }
        }

        public mutating func appendInterpolation(_ link: Link) {
            bytes.append(escaping: link.text)
        }

        public mutating func appendInterpolation<Content: Sequence>(
            each content: Content, _ piece: (Content.Element) throws -> HTML
        ) rethrows {
            for element in content { bytes.append(contentsOf: try piece(element).bytes) }
        }

        public mutating func appendInterpolation(
            when condition: Bool,
            _ html: @autoclosure () -> HTML,
            else alternative: @autoclosure () -> HTML = .nothing
        ) {
            bytes.append(contentsOf: condition ? html().bytes : alternative().bytes)
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            var index = Self.firstSpecial(in: source, from: 0)
            while index < source.count {
                append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
                Self.escape(source[index]).withUTF8Buffer { append(contentsOf: $0) }
                start = index + 1
                index = Self.firstSpecial(in: source, from: start)
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
        }
    }

    /// Where the first byte stands that markup would take for its own; the end where there is none.
    private static func firstSpecial(in source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < source.count, source[index] > greatest || specials >> UInt64(source[index]) & 1 == 0 {
            index += 1
        }
        return index
    }

    /// `&`, `<`, `>` and both quotation marks, each as a bit.
    private static var specials: UInt64 { 1 << 0x26 | 1 << 0x3C | 1 << 0x3E | 1 << 0x22 | 1 << 0x27 }
    private static var greatest: UInt8 { 0x3E }

    private static func escape(_ special: UInt8) -> StaticString {
        switch special {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: "&#39;"
        }
    }
}
