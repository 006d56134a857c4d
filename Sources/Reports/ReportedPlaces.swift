import Access
import Kernel
import Organisation
import Storage

/// A place that several open reports name in the same words: whatever their capitals and blanks.
public struct ReportedSpot: Sendable, Equatable {
    /// As most of them spell it.
    public let words: String
    public let count: Int
}

/// Places as people write them, gathered from the reports themselves: no word of one is kept anywhere else, so that it goes
/// when the report goes.
public enum ReportedPlaces {
    /// Fewer of the same are not told: few would point at a report, and a place that only one names may name a person.
    public static let least = 3

    /// - Parameter places: as they stand in reports.
    /// - Returns: the most frequent first; of as many, in the order of the Danish alphabet.
    static func gathered(_ places: [String], least: Int = least) -> [ReportedSpot] {
        var spellings: [String: [String: Int]] = [:]
        for place in places {
            let words = place.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let key = key(of: words)
            guard !key.isEmpty else { continue }
            spellings[key, default: [:]][words, default: 0] += 1
        }
        let told = spellings.compactMap { key, spelled -> (key: String, spot: ReportedSpot)? in
            let count = spelled.values.reduce(0, +)
            guard count >= least,
                let words = spelled.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })?.key
            else { return nil }
            return (danish(key), ReportedSpot(words: words, count: count))
        }
        return told.sorted { ($1.spot.count, $0.key) < ($0.spot.count, $1.key) }.map(\.spot)
    }

    /// Small letters, one blank between words, and no full stop after them.
    private static func key(of words: String) -> String {
        String(words.lowercased().reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
    }

    /// Sorted by its characters as the Danish alphabet sorts: æ, ø and å after z.
    private static func danish(_ key: String) -> String {
        String(
            key.map { letter -> Character in
                switch letter {
                case "æ", "ä": "{"
                case "ø", "ö": "|"
                case "å": "}"
                default: letter
                }
            })
    }
}

extension ReportStore {
    /// The places that open reports of these days name, gathered by their spelling.
    /// - Parameters:
    ///   - unit: of this unit, and those that lie under it on the day.
    ///   - most: reports that are looked at.
    /// - Returns: nothing where there are more.
    public func spots(
        reportedFrom first: Day, through last: Day, under unit: UnitID, on day: Day, most: Int
    ) throws -> [ReportedSpot]? {
        let isUnder = Reach(bodies: [], roots: [unit], on: day).condition(unit: "unit_id")
        let places: [String] = try reader.values(
            """
            SELECT place FROM report WHERE confidential = 0 AND first_id IS NULL AND reported >= \(first) AND reported <= \(last)
            AND \(isUnder) LIMIT \(most + 1)
            """)
        return places.count > most ? nil : ReportedPlaces.gathered(places)
    }
}
