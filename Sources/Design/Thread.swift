import Kernel
import Markup

/// A conversation, such as the one between a reporter without a name and the one who handles the report.
public struct Thread: Pattern {
    public struct Message: Sendable {
        let author: String
        let when: String
        let text: String
        let isOwn: Bool

        public init(by author: String, _ when: String, _ text: String, isOwn: Bool = false) {
            self.author = author
            self.when = when
            self.text = text
            self.isOwn = isOwn
        }
    }

    let messages: [Message]
    let language: Language

    public init(_ messages: [Message], language: Language) {
        self.messages = messages
        self.language = language
    }

    public var html: HTML { "<ol class=\"thread\">\(messages.map(item))</ol>" }

    private func item(_ message: Message) -> HTML {
        let author = message.isOwn ? DesignTexts(language: language).you : message.author
        return """
            <li\(when: message.isOwn, " class=\"own\"")><span class="by"><b>\(author)</b> · \(message.when)</span>\
            <p>\(message.text)</p></li>
            """
    }
}
