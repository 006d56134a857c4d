import Kernel

/// A mail as it is sent: the same text twice, plain and as HTML, for programs that show one or the other.
///
/// The bytes follow from these values alone, so that a message that is sent again is the same message.
public struct Message: Sendable {
    /// What receiving servers and programs know the message by: the part before the `@`.
    public let id: String
    /// The host that the id belongs to.
    public let host: String
    public let from: MailAddress
    public let to: MailAddress
    public let at: Moment
    public let language: Language
    public let subject: String
    public let plain: String
    public let html: String
    /// Where the reader chooses to get fewer of these, or none.
    public let choice: String

    public init(
        id: String, host: String, from: MailAddress, to: MailAddress, at: Moment, language: Language, subject: String,
        plain: String, html: String, choice: String
    ) {
        self.id = id
        self.host = host
        self.from = from
        self.to = to
        self.at = at
        self.language = language
        self.subject = subject
        self.plain = plain
        self.html = html
        self.choice = choice
    }

    public var messageID: String { "<\(id)@\(host)>" }

    /// By RFC 5322 and RFC 2045: ASCII only, lines of at most 78 signs that end in CR LF.
    public var bytes: [UInt8] {
        let boundary = "=_\(id)"
        let head = [
            "Date: \(MailDate.text(at))", "From: Forkant <\(from.text)>", "To: <\(to.text)>",
            "Subject: \(HeaderText.encoded(subject, after: "Subject: ".count))", "Message-ID: \(messageID)",
            "List-Unsubscribe: <\(choice)>",
            // No answers from absent readers' programs.
            "Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All", "Content-Language: \(language.rawValue)",
            "MIME-Version: 1.0", "Content-Type: multipart/alternative; boundary=\"\(boundary)\"",
        ]
        let lines =
            head + [""] + part(plain, "plain", boundary) + part(html, "html", boundary) + ["--\(boundary)--", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private func part(_ text: String, _ kind: String, _ boundary: String) -> [String] {
        [
            "--\(boundary)", "Content-Type: text/\(kind); charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable", "", QuotedPrintable.encoded(text),
        ]
    }
}

/// `Mon, 05 Jan 2026 08:00:00 +0000`
enum MailDate {
    static func text(_ moment: Moment) -> String {
        let stored = moment.text
        // The stored form is in UTC, unlike the day that it is in Denmark.
        let day = Day(String(stored.prefix(10))) ?? moment.day
        let parts = day.parts
        let number = parts.day < 10 ? "0\(parts.day)" : "\(parts.day)"
        let clock = stored.dropFirst(11).prefix(8)
        return "\(weekdays[day.weekday - 1]), \(number) \(months[parts.month - 1]) \(parts.year) \(clock) +0000"
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
