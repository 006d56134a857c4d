/// How much room a text takes. No font is opened: what letters of Inter measure on average is near enough to break lines
/// and to cut what does not fit.
struct Lettering {
    /// In the drawing's own measure.
    let size: Double
    var isBold = false

    func width(_ text: String) -> Double {
        text.reduce(0) { $0 + Self.width(of: $1) } * size * (isBold ? 1.07 : 1)
    }

    /// Cut where it does not fit, with a mark that says so.
    func fitting(_ text: String, into room: Double) -> String {
        guard width(text) > room else { return text }
        var cut = ""
        var left = room - width("…")
        for letter in text {
            left -= width(String(letter))
            guard left >= 0 else { break }
            cut.append(letter)
        }
        while cut.last?.isWhitespace == true { cut.removeLast() }
        return cut + "…"
    }

    /// Broken between words; the last line takes the rest and is cut.
    func lines(_ text: String, into room: Double, most: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
            if let last = lines.last, lines.count >= most || width("\(last) \(word)") <= room {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(word)
            }
        }
        return lines.map { fitting($0, into: room) }
    }

    /// In parts of the size.
    private static func width(of letter: Character) -> Double {
        switch letter {
        case "i", "j", "l", ".", ",", ":", ";", "'", "|", "!", " ", "I": 0.29
        case "f", "r", "t", "-", "(", ")", "/": 0.39
        case "m", "w", "M", "W", "æ", "Æ", "@", "…": 0.91
        case _ where letter.isUppercase: 0.71
        case _ where letter.isNumber: 0.63
        default: 0.59
        }
    }
}
