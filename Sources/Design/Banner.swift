import Markup

/// A sentence across the page, said once: after something was done, or before something goes wrong.
public struct Banner: Pattern {
    let tone: Badge.Tone
    let content: HTML

    public init(_ text: String, _ tone: Badge.Tone = .plain) {
        self.init(tone) { "\(text)" }
    }

    public init(_ tone: Badge.Tone = .plain, content: () -> HTML) {
        self.tone = tone
        self.content = content()
    }

    public var html: HTML {
        """
        <div class="banner\(when: tone != .plain, " \(tone.rawValue)")" role="status"><div class="stack tight">\
        \(content)</div></div>
        """
    }
}
