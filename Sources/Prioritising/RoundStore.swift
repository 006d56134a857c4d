import ActionPlan
import Ideas
import Kernel
import Storage

struct RoundStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    func find(_ id: RoundID) throws -> PriorityRound? {
        try reader.first(
            "SELECT \(PriorityRound.columns) FROM priority_round WHERE id = \(id)", PriorityRound.init(row:))
    }

    func find(code: String) throws -> PriorityRound? {
        try reader.first(
            "SELECT \(PriorityRound.columns) FROM priority_round WHERE code = \(code)", PriorityRound.init(row:))
    }

    /// Latest first.
    func rounds(of body: BodyID, most: Int = 100) throws -> [PriorityRound] {
        try reader.rows(
            """
            SELECT \(PriorityRound.columns) FROM priority_round WHERE body_id = \(body)
            ORDER BY started DESC, id LIMIT \(most)
            """, PriorityRound.init(row:))
    }

    /// Those that are not closed.
    func open(of body: BodyID, most: Int) throws -> [PriorityRound] {
        try reader.rows(Self.open(of: body, most: most))
    }

    static func open(of body: BodyID, most: Int) -> Query<PriorityRound> {
        Query(
            """
            SELECT \(PriorityRound.columns) FROM priority_round WHERE body_id = \(body) AND step < 4
            ORDER BY id LIMIT \(most)
            """, PriorityRound.init(row:))
    }

    /// In the order in which they were laid out.
    func cards(of round: RoundID) throws -> [PriorityCard] {
        try reader.rows(
            "SELECT \(PriorityCard.columns) FROM priority_card WHERE round_id = \(round) ORDER BY place",
            PriorityCard.init(row:))
    }

    func cardCounts(of rounds: [RoundID]) throws -> [RoundID: Int] {
        Dictionary(
            uniqueKeysWithValues: try reader.rows(
                """
                SELECT round_id, COUNT(*) FROM priority_card WHERE round_id IN \(SQL.list(rounds)) GROUP BY round_id
                """
            ) { row in (try row[0], try row[1]) })
    }

    /// The overlay of each card that enough have placed; nothing before all is shown.
    func overlays(of cards: [PriorityCard]) throws -> [CardID: Overlay] {
        let sums = try reader.rows(
            "SELECT card_id, placement, people FROM priority_sum WHERE card_id IN \(SQL.list(cards.map(\.id)))"
        ) { row in (card: try row[0] as CardID, placement: Placement(number: try row[1]), people: try row[2] as Int) }
        return Dictionary(grouping: sums, by: \.card).compactMapValues { sums in
            Overlay(Dictionary(sums.compactMap { sum in sum.placement.map { ($0, sum.people) } }, uniquingKeysWith: +))
        }
    }

    func judged(_ round: PriorityRound) throws -> [Judged<PriorityCard>] {
        let cards = try cards(of: round.id)
        let overlays = round.step.isShown ? try overlays(of: cards) : [:]
        return cards.map { card in
            Judged(
                card, place: card.place, proposal: card.proposal, overlay: overlays[card.id],
                agreed: round.step >= .agreement ? card.agreed : nil)
        }
    }

    /// The latest round in which the group has agreed where this lies.
    func agreed(about subject: String, kind: String) throws -> (round: PriorityRound, card: CardID)? {
        let found = try reader.first(
            """
            SELECT priority_card.round_id, priority_card.id FROM priority_card
            JOIN priority_round ON priority_round.id = priority_card.round_id
            WHERE priority_card.subject_id = \(subject) AND priority_card.kind = \(kind)
            AND priority_card.agreed IS NOT NULL AND priority_round.step >= 3
            ORDER BY priority_round.started DESC, priority_round.id LIMIT 1
            """
        ) { row in (round: try row[0] as RoundID, card: try row[1] as CardID) }
        guard let found, let round = try find(found.round) else { return nil }
        return (round, found.card)
    }
}

extension PriorityRound {
    static var columns: SQL {
        "id, body_id, title, audience, code, step, started, closed, people, version, board_before"
    }

    init(row: Row) throws {
        let (audience, step): (String, Int) = try (row[3], row[5])
        guard let audience = Audience(rawValue: audience) else {
            throw UnreadableColumn(column: 3, expected: "audience of a round")
        }
        guard let step = RoundStep(rawValue: step) else {
            throw UnreadableColumn(column: 5, expected: "step of a round")
        }
        try self.init(
            id: row[0], body: row[1], title: row[2], audience: audience, code: row[4], step: step, started: row[6],
            closed: row[7], people: row[8], version: row[9], boardBefore: row[10])
    }
}

extension PriorityCard {
    static var columns: SQL { "id, place, kind, subject_id, title, proposal, agreed" }

    init(row: Row) throws {
        let (kind, subject, title): (String, String?, String) = try (row[2], row[3], row[4])
        let about: About =
            switch (kind, subject) {
            case ("idea", let id?): .idea(IdeaID(id))
            case ("action", let id?): .action(ActionID(id))
            default: .own(title)
            }
        let (proposal, agreed): (Int?, Int?) = try (row[5], row[6])
        try self.init(
            id: row[0], place: row[1], about: about, proposal: proposal.flatMap(Placement.init),
            agreed: agreed.flatMap(Placement.init))
    }
}

extension PriorityCard.About {
    var kind: String {
        switch self {
        case .idea: "idea"
        case .action: "action"
        case .own: "own"
        }
    }

    /// The id of what the card stands for.
    var subject: String? {
        switch self {
        case .idea(let id): id.text
        case .action(let id): id.text
        case .own: nil
        }
    }

    var ownTitle: String { if case .own(let title) = self { title } else { "" } }
}
