import ActionPlan
import Ideas
import Kernel
import Markup
import Storage

/// A card as it stands today: its words are those of the idea or action, also where they have changed since, and gone
/// where they were taken away.
struct KnownCard: Sendable {
    let card: PriorityCard
    let title: String
    /// Why, as the idea or the action says.
    let why: String
    let link: Link?
    let fate: Fate
    /// The action that it stands for, or that has come of the idea.
    let action: ActionID?

    /// What has become of it since it was laid out.
    enum Fate: Sendable, Equatable {
        case asItWas
        case onHold
        /// The action is closed.
        case closed
        case takenUp
        case done
        case declined
        /// There is no such thing any more.
        case gone
    }

    /// Opens what an idea's group can do with it: it has not been answered yet.
    var isOpenIdea: Bool { if case .idea = card.about { fate == .asItWas } else { false } }

    static func all(_ cards: [PriorityCard], _ reader: Reader) throws -> [KnownCard] {
        let ideaIDs = cards.compactMap { card in if case .idea(let id) = card.about { id } else { nil } }
        let actionIDs = cards.compactMap { card in if case .action(let id) = card.about { id } else { nil } }
        let ideas = Dictionary(uniqueKeysWithValues: try IdeaStore(reader).find(ideaIDs).map { ($0.id, $0) })
        let actions = Dictionary(uniqueKeysWithValues: try ActionStore(reader).find(actionIDs).map { ($0.id, $0) })
        return cards.map { card in
            switch card.about {
            case .own(let title): KnownCard(own: card, title)
            case .idea(let id): KnownCard(card, ideas[id])
            case .action(let id): KnownCard(card, actions[id])
            }
        }
    }

    private init(own card: PriorityCard, _ title: String) {
        (self.card, self.title, why, link, fate, action) = (card, title, "", nil, .asItWas, nil)
    }

    private init(_ card: PriorityCard, _ idea: Idea?) {
        self.card = card
        title = idea?.what ?? ""
        why = idea?.why ?? ""
        link = idea.map { "/ideas/\($0.id)" }
        action = idea?.action
        fate =
            switch idea?.state {
            case nil: .gone
            case .waiting, .parked: .asItWas
            case .takenUp: .takenUp
            case .done: .done
            case .declined: .declined
            }
    }

    private init(_ card: PriorityCard, _ action: Action?) {
        self.card = card
        title = action?.agreed.what ?? ""
        why = action?.agreed.why ?? ""
        link = action.map { "/actions/\($0.id)" }
        self.action = action?.id
        fate = action.map { !$0.isOpen ? .closed : $0.hold == nil ? .asItWas : .onHold } ?? .gone
    }
}

/// What may be chosen as cards: a plan's open ideas, those with most support first, and its open actions, first due
/// first.
enum Offered {
    private static let mostIdeas = 60
    private static let mostActions = 100

    static func ideas(of body: BodyID, _ text: PriorityTexts, _ reader: Reader) throws -> [OfferedCard] {
        try IdeaStore(reader).open(of: body, where: "1 = 1", most: mostIdeas).map { idea in
            OfferedCard(about: .idea(idea.id), title: idea.what, detail: text.support(idea.supports))
        }
    }

    static func actions(of body: BodyID, _ text: PriorityTexts, _ reader: Reader, on day: Day) throws -> [OfferedCard] {
        try ActionStore(reader).open(of: body, most: mostActions).map { action in
            OfferedCard(
                about: .action(action.id), title: action.what,
                detail: text.due(action.due.short(in: text.language, today: day)))
        }
    }
}
