import Kernel
import Markup
import Notices

/// A mail that says what somebody has not read: the program's own sentences and links, and never a word that anybody
/// wrote, no name and no place.
struct NewsLetter {
    /// More than this is counted, not listed.
    static let mostShown = 20

    private let told: [(words: String, address: String)]
    /// What a mail may not tell, or has no room for.
    private let untold: Int
    private let count: Int
    private let rhythm: MailRhythm
    private let address: String
    private let text: LetterTexts

    /// - Parameter address: of the site.
    init(_ notices: [MailedNotice], count: Int, rhythm: MailRhythm, address: String, language: Language) {
        told = notices.compactMap { notice in
            notice.words.map { ($0.in(language), address + notice.path) }
        }
        untold = count - told.count
        self.count = count
        self.rhythm = rhythm
        self.address = address
        text = LetterTexts(language: language)
    }

    var letter: Letter {
        Letter(language: text.language, subject: text.waits(count), plain: plain, html: html.source)
    }

    private var lead: String? {
        guard untold > 0 else { return nil }
        return told.isEmpty ? "\(text.waits(untold))." : text.others(untold)
    }

    private var plain: String {
        var lines = [text.hello, ""]
        for line in told { lines += ["- \(line.words)", "  \(line.address)"] }
        if !told.isEmpty { lines.append("") }
        if let lead { lines += [lead, ""] }
        lines += ["\(text.open): \(address)/", "", text.why, "\(text.often(rhythm)) \(text.choose): \(choice)", ""]
        return lines.joined(separator: "\n")
    }

    private var html: HTML {
        LetterPaper.html(
            text.waits(count), text.language,
            """
            <p>\(text.hello)</p>
            \(when: !told.isEmpty, "<ul>\(each: told, { "<li>\(link($0.words, $0.address))</li>" })</ul>")
            \(lead.map { "<p>\($0)</p>" })
            <p>\(link(text.open, "\(address)/"))</p>
            <p><small>\(text.why)<br>\(text.often(rhythm)) \(link(text.choose, choice))</small></p>
            """)
    }

    private var choice: String { "\(address)/account/mail" }

    private func link(_ words: String, _ address: String) -> HTML {
        "<a href=\"\(Link(outside: address) ?? "/")\">\(words)</a>"
    }
}

/// That mails arrive: for the administrator who has just set up the mail server.
struct TestLetter {
    let address: String
    let language: Language

    var letter: Letter {
        let text = LetterTexts(language: language)
        return Letter(
            language: language, subject: text.test, plain: "\(text.testHow)\n\n\(address)/\n",
            html: LetterPaper.html(text.test, language, "<p>\(text.testHow)</p><p>\(address)/</p>").source)
    }
}

private enum LetterPaper {
    static func html(_ title: String, _ language: Language, _ content: HTML) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(title)</title></head>
        <body>
        \(content)
        </body></html>

        """
    }
}
