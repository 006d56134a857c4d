import Kernel
import Storage

/// Puts rounds in as they stand, without telling anybody: for invented organisations.
public enum PriorityFill {
    public struct Card: Sendable {
        let card: PriorityCard
        let placements: [Placement]

        /// - Parameter placements: everybody's, in any order; only their sums are kept.
        public init(card: PriorityCard, placements: [Placement]) {
            self.card = card
            self.placements = placements
        }
    }

    public struct Round: Sendable {
        let round: PriorityRound
        let cards: [Card]

        public init(round: PriorityRound, cards: [Card]) {
            self.round = round
            self.cards = cards
        }
    }

    public static func round(_ filling: Round, _ identities: Identities, _ writer: Writer) throws {
        let round = filling.round
        try writer.fill(
            table: "priority_round",
            columns: [
                "id", "body_id", "title", "audience", "code", "step", "started", "closed", "people", "salt", "version",
            ],
            rows: [
                [
                    round.id.stored, round.body.stored, round.title.stored, round.audience.rawValue.stored,
                    round.code.stored, round.step.rawValue.stored, round.started.stored,
                    round.closed?.stored ?? .null, round.people.stored,
                    round.step.isShown ? .null : identities.secret().stored, round.version.stored,
                ]
            ])
        try writer.fill(
            table: "priority_card",
            columns: ["id", "round_id", "place", "kind", "subject_id", "title", "proposal", "agreed"],
            rows: filling.cards.map { filled in
                let card = filled.card
                return [
                    card.id.stored, round.id.stored, card.place.stored, card.about.kind.stored,
                    card.about.subject?.stored ?? .null, card.about.ownTitle.stored,
                    card.proposal?.number.stored ?? .null, card.agreed?.number.stored ?? .null,
                ]
            })
        try writer.fill(
            table: "priority_sum", columns: ["card_id", "placement", "people"],
            rows: filling.cards.flatMap { filled in
                guard filled.placements.count >= Overlay.fewest else { return [[SQLValue]]() }
                let sums = Dictionary(filled.placements.map { ($0.number, 1) }, uniquingKeysWith: +)
                return sums.sorted { $0.key < $1.key }.map {
                    [filled.card.id.stored, $0.key.stored, $0.value.stored]
                }
            })
    }
}
