import Access
import Kernel
import Organisation
import Storage

/// An open report that is like another one, and in what.
public struct SimilarReport: Sendable {
    public enum Likeness: Int, Sendable, CaseIterable {
        case kind, place, unit

        fileprivate var weight: Int {
            switch self {
            case .kind, .place: 2
            case .unit: 1
            }
        }
    }

    public let report: Report
    /// In the order of the cases.
    public let likenesses: [Likeness]

    /// Nothing where they have nothing in common.
    init?(_ report: Report, like other: Report) {
        self.report = report
        likenesses = Likeness.allCases.filter { likeness in
            switch likeness {
            case .kind: report.kind == other.kind
            case .place: !PlaceWords(report.place).isDisjoint(with: PlaceWords(other.place))
            case .unit: report.unit == other.unit
            }
        }
        guard !likenesses.isEmpty else { return nil }
    }

    var weight: Int { likenesses.reduce(0) { $0 + $1.weight } }
}

/// By what a place is known again, as people write places: a number together with the word that it counts, and words that say
/// more than that it is a building.
struct PlaceWords: Sendable, Equatable {
    let words: Set<String>

    init(_ place: String) {
        let parts = place.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        var words: Set<String> = []
        for (index, part) in parts.enumerated() {
            if part.contains(where: \.isNumber) {
                let next = parts.dropFirst(index + 1).first ?? ""
                let isFloor = Self.floors.contains(next)
                words.insert("\(index > 0 && !isFloor ? parts[index - 1] : next) \(part)")
            } else if part.count >= 4, !Self.common.contains(part) {
                words.insert(part)
            }
        }
        self.words = words
    }

    func isDisjoint(with other: PlaceWords) -> Bool { words.isDisjoint(with: other.words) }

    /// “3. sal”: the word comes after the number.
    private static let floors: Set<String> = ["sal", "etage", "floor"]
    private static let common: Set<String> = [
        "bygning", "bygningen", "lokale", "lokalet", "etage", "etagen", "gangen", "foran", "bagved", "under", "over",
        "building", "room", "floor", "corridor", "near", "behind", "front", "with", "from",
    ]
}

extension ReportStore {
    /// Days back in which others are looked for.
    static let similarDays = 730
    /// So many of the latest are looked at.
    private static let mostLookedAt = 200
    /// Units of a group's area in which others are looked for; of a larger one only the report's own unit is.
    private static let mostUnits = 60

    /// Open reports like this one that the viewer handles: of the same kind, at the same place or from the same unit, in the
    /// area of the group that looks after it, within two years. What they have most in common with it comes first, then
    /// the latest. Nothing confidential ever is among them.
    public func similar(to report: Report, for viewer: Viewer, on day: Day, most: Int = 8) throws -> [SimilarReport] {
        guard !viewer.works.isNothing else { return [] }
        let area = try BodyStore(reader).group(covering: report.unit, on: day)?.units ?? []
        let near = try Reach(bodies: [], roots: Set(area), on: day).units(most: Self.mostUnits, reader) ?? []
        let units = Set(near + [report.unit]).sorted()
        let found = try reader.rows(
            """
            SELECT \(Report.columns) FROM report
            WHERE unit_id IN \(SQL.list(units)) AND reported >= \(day - Self.similarDays) AND confidential = 0
            AND first_id IS NULL
            AND id <> \(report.id) AND \(viewer.works.condition(oneUnit: "report.unit_id"))
            ORDER BY reported DESC, id LIMIT \(Self.mostLookedAt)
            """, Report.init(row:))
        let similar = found.compactMap { SimilarReport($0, like: report) }
        // What was found is in order already, and keeps it among those of the same weight.
        let ranked = similar.enumerated().sorted { one, other in
            (-one.element.weight, one.offset) < (-other.element.weight, other.offset)
        }
        return ranked.prefix(most).map(\.element)
    }
}
