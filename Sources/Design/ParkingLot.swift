import Markup

/// Ideas, and what is on hold, below the board: waiting for somebody to pick them up.
public struct ParkingLot: Pattern {
    let title: String
    let about: String
    let actions: [Button]
    let ideas: [Idea]

    public struct Idea: Sendable {
        let title: String
        let link: Link
        let support: String?

        /// - Parameter support: how many stand behind it, in words.
        public init(_ title: String, to link: Link, support: String? = nil) {
            self.title = title
            self.link = link
            self.support = support
        }
    }

    public init(_ title: String, about: String, actions: [Button] = [], _ ideas: [Idea]) {
        self.title = title
        self.about = about
        self.actions = actions
        self.ideas = ideas
    }

    public var html: HTML {
        """
        <section class="parking" data-live-part="parking"><div class="row"><h2>\(title)</h2><small>\(about)</small>\
        \(when: !actions.isEmpty, "<span class=\"push row no-print\">\(actions)</span>")</div>\(when: !ideas.isEmpty, notes)</section>
        """
    }

    private var notes: HTML {
        "<ul class=\"cell\">\(ideas.enumerated().map { note($0.element, tint: $0.offset % Board.tints + 1) })</ul>"
    }

    private func note(_ idea: Idea, tint: Int) -> HTML {
        """
        <li class="note t\(tint)"><a href="\(idea.link)">\(idea.title)</a>\
        \(idea.support.map { "<span class=\"who\">\($0)</span>" })</li>
        """
    }
}
