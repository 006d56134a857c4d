import Markup

/// How a thing stands, in one or two words; colour and shape only underline them.
public struct Badge: Pattern {
    public enum Tone: String, Sendable, CaseIterable {
        case ok
        case soon
        case late
        case plain = ""
    }

    let tone: Tone
    let text: String

    public init(_ text: String, _ tone: Tone = .plain) {
        self.text = text
        self.tone = tone
    }

    public var html: HTML {
        """
        <span class="state\(when: tone != .plain, " \(tone.rawValue)")">\(text)</span>
        """
    }
}
