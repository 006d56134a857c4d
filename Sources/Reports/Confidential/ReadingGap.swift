import Access
import Kernel
import Organisation
import Storage

/// A unit in which fewer than two could read what is told in confidence now. Known from namings, offices and who is here
/// alone, and so the same whether or not there is any case: whoever hears of it learns of none.
struct ReadingGap: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        /// What came in now would be refused.
        case nobody
        /// All who are named have left; by office others read what comes in now.
        case allLeft
        /// The other one has left, or nobody is named and one alone reads by office.
        case onlyOne(String)
        /// The other one is away until the end of this day.
        case onlyOneUntil(String, Day)
    }

    let unit: UnitID
    let name: Words
    let kind: Kind
    /// The last day on which it was otherwise, or the last on which it is so; nothing where that is not known.
    let day: Day?
}

/// The gaps that somebody can mend: those who name, in their area; and the administrator, where the whole organisation has
/// nobody.
struct ReadingGaps: Sendable {
    static let most = 6
    let all: [ReadingGap]

    init(for viewer: Viewer, on day: Day, _ reader: Reader) throws {
        let roots = try viewer.coordinated(on: day, reader)
        var gaps: [ReadingGap] = []
        if !roots.isEmpty {
            gaps = try Self.weak(under: roots, on: day, reader)
            let named = Set(gaps.map(\.unit))
            // What lies under them goes the same way, unless somebody is named there.
            let tops = try roots.subtracting(named).sorted().prefix(Self.most).compactMap {
                try UnitStore(reader).find($0, on: day)
            }
            gaps += try tops.filter { $0.isOpen(on: day) }.compactMap { try Self.byOffice($0, on: day, reader) }
        }
        if viewer.isAdministrator {
            let known = Set(gaps.map(\.unit))
            gaps += try UnitStore(reader).tops(on: day).prefix(Self.most).filter { !known.contains($0.id) }
                .compactMap { try Self.byOffice($0, on: day, reader) }.filter { $0.kind == .nobody }
        }
        all = Array(gaps.prefix(Self.most))
    }

    /// Namings of which one has left or is away, or both.
    private static func weak(under roots: Set<UnitID>, on day: Day, _ reader: Reader) throws -> [ReadingGap] {
        let namings = try reader.rows(NamingStore.weak(under: roots, on: day, most: most))
        let names = try UnitStore(reader).names(of: Set(namings.map(\.unit)), on: day)
        return try namings.compactMap { naming -> ReadingGap? in
            // A unit that has closed takes in nothing.
            guard let name = names[naming.unit] else { return nil }
            let here = [naming.handler, naming.deputy].filter { !$0.hasLeft }
            let ends = try [naming.handler, naming.deputy].filter(\.hasLeft).compactMap {
                try PersonStore(reader).find($0.person, on: day)?.ends
            }
            switch here.count {
            case 0:
                let others = try Entrusted(among: Surroundings(of: naming.unit, on: day, reader))
                return ReadingGap(
                    unit: naming.unit, name: name, kind: others.isNobody ? .nobody : .allLeft, day: ends.max())
            case 1: return ReadingGap(unit: naming.unit, name: name, kind: .onlyOne(here[0].name), day: ends.max())
            default:
                let able = here.filter { !$0.isAway(on: day) }
                guard let away = here.filter({ $0.isAway(on: day) }).compactMap(\.away).min() else { return nil }
                // Where both are away, either reads what comes: the one who is back first is told of.
                let one = able.first ?? here.first { $0.away == away } ?? here[0]
                return ReadingGap(unit: naming.unit, name: name, kind: .onlyOneUntil(one.name, away), day: away)
            }
        }
    }

    /// Where nobody is named at or above the unit, and by office none or one alone reads.
    private static func byOffice(_ unit: Unit, on day: Day, _ reader: Reader) throws -> ReadingGap? {
        let surroundings = try Surroundings(of: unit.id, on: day, reader)
        guard surroundings.namings.isEmpty else { return nil }
        let readers = Entrusted(among: surroundings).handlers
        guard let only = readers.first else {
            return ReadingGap(unit: unit.id, name: unit.name, kind: .nobody, day: nil)
        }
        guard readers.count == 1 else { return nil }
        let name = try PersonStore(reader).name(of: only) ?? ""
        return ReadingGap(unit: unit.id, name: unit.name, kind: .onlyOne(name), day: nil)
    }
}

extension NamingStore {
    /// Those that hold at or under these units, of whom somebody has left or is away.
    static func weak(under roots: Set<UnitID>, on day: Day, most: Int) -> Query<HandlerNaming> {
        let isUnder = Reach(bodies: [], roots: roots, on: day).condition(oneUnit: "naming.unit_id")
        // One walk over the index of those that hold, made once and kept until rights or the day change.
        return Query(
            """
            SELECT \(HandlerNaming.columns(on: day)) FROM handler_naming AS naming
            WHERE naming.ended IS NULL AND naming.unit_id > '' AND (
                \(PersonStore.hasLeft("naming.handler_id", on: day)) OR \(PersonStore.hasLeft("naming.deputy_id", on: day))
                OR EXISTS (SELECT 1 FROM handler_away WHERE handler_away.person_id = naming.handler_id
                    AND handler_away.until >= \(day))
                OR EXISTS (SELECT 1 FROM handler_away WHERE handler_away.person_id = naming.deputy_id
                    AND handler_away.until >= \(day)))
            AND \(isUnder) ORDER BY naming.unit_id LIMIT \(most)
            """, HandlerNaming.init(row:))
    }
}
