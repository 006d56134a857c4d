import Markup

/// An organisation to be drawn: units from the top downward, with the bodies that look after them and who sits there.
public struct OrganisationChart: Sendable {
    /// One person and what he or she is there, or a seat that nobody holds.
    public struct Line: Sendable, Equatable {
        /// In a word, so that roles stand below each other.
        let role: String
        let name: String
        let isVacant: Bool
        let isFound: Bool

        public init(_ role: String, _ name: String, isVacant: Bool = false, isFound: Bool = false) {
            self.role = role
            self.name = name
            self.isVacant = isVacant
            self.isFound = isFound
        }
    }

    /// A body, drawn in the box of the unit that it looks after.
    public struct Card: Sendable, Equatable {
        let title: String
        let link: Link?
        let lines: [Line]
        let isFound: Bool

        public init(_ title: String, to link: Link?, lines: [Line], isFound: Bool = false) {
            self.title = title
            self.link = link
            self.lines = lines
            self.isFound = isFound
        }
    }

    public struct Unit: Sendable {
        let title: String
        let link: Link?
        /// Who holds an office for it.
        let lines: [Line]
        let cards: [Card]
        let children: [Unit]
        /// What lies below it and is not drawn, in words, with the way there.
        let rest: (words: String, link: Link?)?
        let isFound: Bool

        public init(
            _ title: String, to link: Link?, lines: [Line] = [], cards: [Card] = [], children: [Unit] = [],
            rest: (words: String, link: Link?)? = nil, isFound: Bool = false
        ) {
            self.title = title
            self.link = link
            self.lines = lines
            self.cards = cards
            self.children = children
            self.rest = rest
            self.isFound = isFound
        }
    }

    let title: String
    let description: String
    let tops: [Unit]

    /// Of the unit at the top.
    public var name: String { tops.first?.title ?? "" }

    /// - Parameters:
    ///   - title: what the drawing is called by those who hear it.
    ///   - description: what it shows, and where the same stands in words.
    public init(_ title: String, description: String, tops: [Unit]) {
        self.title = title
        self.description = description
        self.tops = tops
    }
}
