/// Markup to be read by people: a tag or a text on each line, an element that holds only text on one, and marks for all
/// that is made anew every time: ids, codes, proofs, digests.
struct MarkupLines {
    private(set) var lines: [String] = []
    private var depth = 0

    private enum Piece: Equatable {
        case start(String, isOpen: Bool)
        case end(String)
        case text(String)

        var source: String {
            switch self {
            case .start(let tag, _), .end(let tag), .text(let tag): tag
            }
        }
    }

    private static let void: Set = ["br", "hr", "img", "input", "link", "meta"]

    init(of markup: String) {
        let pieces = Self.pieces(of: Self.marked(markup))
        var place = 0
        while place < pieces.count {
            let length = Self.lengthOfLine(at: place, in: pieces)
            let line = pieces[place..<(place + length)].map(\.source).joined()
            if case .end = pieces[place] { depth = max(0, depth - 1) }
            lines.append(String(repeating: "  ", count: depth) + line)
            if length == 1, case .start(_, isOpen: true) = pieces[place] { depth += 1 }
            place += length
        }
    }

    /// `<p>Text</p>` and `<p></p>` stand on one line.
    private static func lengthOfLine(at place: Int, in pieces: [Piece]) -> Int {
        guard case .start(_, isOpen: true) = pieces[place] else { return 1 }
        if place + 1 < pieces.count, case .end = pieces[place + 1] { return 2 }
        if place + 2 < pieces.count, case .text = pieces[place + 1], case .end = pieces[place + 2] { return 3 }
        return 1
    }

    private static func pieces(of markup: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = Substring(markup)
        while !rest.isEmpty {
            guard rest.first == "<" else {
                let text = rest.prefix { $0 != "<" }
                rest = rest.dropFirst(text.count)
                if let text = shown(text) { pieces.append(.text(text)) }
                continue
            }
            let tag = rest.prefix { $0 != ">" } + ">"
            rest = rest.dropFirst(tag.count)
            let name = String(tag.dropFirst().prefix { $0.isLetter || $0.isNumber })
            let isOpen = !void.contains(name) && !tag.hasSuffix("/>") && !tag.hasPrefix("<!")
            pieces.append(tag.hasPrefix("</") ? .end(String(tag)) : .start(String(tag), isOpen: isOpen))
        }
        return pieces
    }

    /// A space beside a tag is seen by readers; a line break between tags is not.
    private static func shown(_ text: Substring) -> String? {
        let isBlank = text.allSatisfy(\.isWhitespace)
        if isBlank, text.contains(where: \.isNewline) { return nil }
        var shown = text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline).joined(separator: " ⏎ ")
        if shown.first == " " { shown = "␣" + shown.drop { $0 == " " } }
        if shown.last == " " { shown = shown.dropLast() + "␣" }
        return shown
    }

    private static func marked(_ markup: String) -> String {
        var ids: [Substring: Int] = [:]
        return
            markup
            .replacing(/\/static\/[0-9a-f]+\//) { _ in "/static/{release}/" }
            .replacing(/since=[^&\x22]*/) { _ in "since={heard}" }
            .replacing(/\b[0-9a-f]{64}\b/) { _ in "{digest}" }
            .replacing(/\b[0-9a-f]{40}\b/) { _ in "{proof}" }
            .replacing(/\b[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}\b/) { _ in "{code}" }
            .replacing(/\b[0-9a-hjkmnp-tv-z]{32}\b/) { _ in "{secret}" }
            .replacing(/<p class=\x22meta\x22>([0-9A-Z]{8}|[0-9A-Z]{12})<\/p>/) { _ in
                "<p class=\"meta\">{reference}</p>"
            }
            .replacing(/\bd=\x22[^\x22]{200,}\x22/) { _ in "d=\"{drawing}\"" }
            .replacing(/\b([0-9a-hjkmnp-tv-z]{26}|[0-9a-hjkmnp-tv-z]{20})\b/) { match in
                guard match.output.0.contains(where: \.isNumber) else { return String(match.output.0) }
                let number = ids[match.output.0, default: ids.count + 1]
                ids[match.output.0] = number
                return "{id \(number)}"
            }
    }
}
