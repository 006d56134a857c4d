import Markup

/// What happened, in order.
public struct Timeline: Pattern {
    public struct Event: Sendable {
        let when: String
        let what: HTML
        let tone: Badge.Tone

        public init(_ when: String, _ tone: Badge.Tone = .plain, what: HTML) {
            self.when = when
            self.tone = tone
            self.what = what
        }
    }

    let events: [Event]

    public init(_ events: [Event]) {
        self.events = events
    }

    public var html: HTML { "<ol class=\"timeline\">\(events.map(Self.item))</ol>" }

    private static func item(_ event: Event) -> HTML {
        """
        <li\(when: event.tone != .plain, " class=\"\(event.tone.rawValue)\"")><small>\(event.when)</small>\
        <div>\(event.what)</div></li>
        """
    }
}
