import Kernel
import Storage
import Web

/// What people place while nobody sees it.
struct PlacingStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// The mark by which a person's own placements are found again in this round, and in no other. It is made of the
    /// server's secret key and of the round's salt, which is gone when all is shown: neither the database alone nor the
    /// key alone leads back. Nothing where the round is past placing.
    func mark(of person: PersonID, in round: RoundID, _ settings: Settings) throws -> String? {
        let salt: String? = try reader.value("SELECT salt FROM priority_round WHERE id = \(round)")
        return salt.map { salt in
            String(hexadecimal: settings.derivedKey("priority placement", "\(salt)\n\(person)").prefix(20))
        }
    }

    func answers(by mark: String, in round: RoundID) throws -> [CardID: Answers] {
        Dictionary(
            uniqueKeysWithValues: try reader.rows(
                """
                SELECT card_id, effect, reach, hands FROM priority_placement
                WHERE round_id = \(round) AND mark = \(mark)
                """
            ) { row in
                let (effect, reach, hands): (Int?, Int?, Int?) = try (row[1], row[2], row[3])
                let answers = Answers(
                    effect: effect.flatMap(Grade.init), reach: reach.flatMap(Grade.init),
                    hands: hands.flatMap(Hands.init))
                return (try row[0], answers)
            })
    }

    /// How many have placed a card, and how many all of them.
    func progress(in round: RoundID, cards: Int) throws -> (begun: Int, done: Int) {
        let found = try reader.first(
            """
            SELECT COUNT(*), COALESCE(SUM(CASE WHEN placed >= \(cards) THEN 1 ELSE 0 END), 0) FROM (
                SELECT COUNT(*) AS placed FROM priority_placement
                WHERE round_id = \(round) AND effect IS NOT NULL AND reach IS NOT NULL AND hands IS NOT NULL
                GROUP BY mark
            ) AS people
            """
        ) { row in (try row[0] as Int, try row[1] as Int) }
        return found ?? (0, 0)
    }

    /// How many placed each card where, of the cards that enough have placed.
    func sums(in round: RoundID) throws -> [(card: CardID, placement: Placement, people: Int)] {
        let sums = try reader.rows(
            """
            SELECT card_id, effect, reach, hands, COUNT(*) FROM priority_placement
            WHERE round_id = \(round) AND effect IS NOT NULL AND reach IS NOT NULL AND hands IS NOT NULL
            GROUP BY card_id, effect, reach, hands ORDER BY card_id, effect, reach, hands
            """
        ) { row in
            let answers = Answers(
                effect: Grade(rawValue: try row[1]), reach: Grade(rawValue: try row[2]),
                hands: Hands(rawValue: try row[3]))
            return (card: try row[0] as CardID, placement: answers.placement, people: try row[4] as Int)
        }
        let totals = Dictionary(sums.map { ($0.card, $0.people) }, uniquingKeysWith: +)
        return sums.compactMap { sum in
            guard let placement = sum.placement, totals[sum.card, default: 0] >= Overlay.fewest else { return nil }
            return (sum.card, placement, sum.people)
        }
    }
}
