import Access
import Journal
import Kernel
import Organisation
import Storage
import Web

/// Makes figures of what people shared, once for each month and never again: what does not change cannot be compared with
/// itself a day later. Done by whoever looks first from the eighth day of the next month on.
enum Gathering {
    static let day = 8
    /// Figures are kept, and new ones held against them, for so many months.
    static let months = 12

    static func first(on day: Day) -> Month {
        (0..<months).reduce(Month(of: day)) { month, _ in month.previous }
    }

    /// The month that can be gathered on this day.
    static func month(on day: Day) -> Month {
        let last = Month(of: day).previous
        return day.parts.day >= Self.day ? last : last.previous
    }

    static func carryOut(in visit: Visit) async throws {
        try await countAllotted(in: visit)
        let (today, deed) = (visit.today, visit.deed)
        let month = month(on: today)
        guard try await !visit.read({ try TimeStore($0).isGathered(month) }) else { return }
        try await visit.write { writer in
            let store = TimeStore(writer.reader)
            guard try !store.isGathered(month) else { return }
            let cells = try cells(of: month, on: today, store)
            try writer.apply(TimeChanges.gathered(month, cells, before: first(on: today)), deed)
        }
    }

    /// Hours allotted are read for the whole organisation once a day, before anything is written, so that nobody waits.
    private static func countAllotted(in visit: Visit) async throws {
        let (today, deed) = (visit.today, visit.deed)
        let figures = try await visit.read { reader -> [ComparedFigure]? in
            try TimeStore(reader).isAllottedCounted(on: today) ? nil : ComparedFigure.allotted(on: today, reader)
        }
        guard let figures else { return }
        try await visit.write { writer in
            guard try !TimeStore(writer.reader).isAllottedCounted(on: today) else { return }
            try writer.apply(TimeChanges.counted(figures, on: today), deed)
        }
    }

    /// By role, those that may be shown beside all that was shown before.
    private static func cells(of month: Month, on day: Day, _ store: TimeStore) throws -> [(
        role: Role, cell: ComparedCell
    )] {
        let reader = store.reader
        let written = Dictionary(grouping: try store.shared(of: month), by: \.mandate)
        var contributions: [Role: [Contribution]] = [:]
        let places = MandatePlaces(reader, on: day)
        for (id, lines) in written.sorted(by: { $0.key < $1.key }) {
            guard let mandate = try MandateStore(reader).find(id),
                let minutes = TimeUsed.weekly(
                    Dictionary(lines.map { ($0.period, $0.minutes) }) { first, _ in first }, in: month)
            else { continue }
            let line = try places.line(of: mandate.place)
            contributions[mandate.role, default: []].append(
                Contribution(source: mandate.person.text, line: line, minutes: minutes))
        }
        return try contributions.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { role, all in
            let cells = Comparison.cells(Contribution.merged(all))
            let earlier = try store.published(role, from: first(on: day))
            return earlier.allSatisfy { Comparison.maySucceed(cells, $0) } ? cells.map { (role, $0) } : []
        }
    }
}

/// Where in the tree a mandate is held: at the unit, or at the one that a body's units have in common.
final class MandatePlaces {
    private let reader: Reader
    private let day: Day
    private var known: [Mandate.Place: [UnitID]] = [:]

    init(_ reader: Reader, on day: Day) {
        self.reader = reader
        self.day = day
    }

    func line(of place: Mandate.Place) throws -> [UnitID] {
        if let line = known[place] { return line }
        let units: [UnitID] =
            switch place {
            case .unit(let unit): [unit]
            case .body(let body): try BodyStore(reader).units(of: body, on: day)
            }
        let lines = try units.map { try UnitStore(reader).line(to: $0, on: day).map(\.id) }
        let line = lines.dropFirst().reduce(lines.first ?? []) { Contribution.common($0, $1) }
        known[place] = line
        return line
    }
}

extension ComparedFigure {
    /// What is allotted today, in cells as the figures of use are. Hours allotted stand openly with each mandate, so that
    /// they are of today and not held against earlier ones.
    static func allotted(on day: Day, _ reader: Reader) throws -> [ComparedFigure] {
        let places = MandatePlaces(reader, on: day)
        var contributions: [Role: [Contribution]] = [:]
        for mandate in try MandateStore(reader).allotted(on: day) {
            guard let minutes = mandate.minutesAWeek else { continue }
            contributions[mandate.role, default: []].append(
                Contribution(source: mandate.person.text, line: try places.line(of: mandate.place), minutes: minutes))
        }
        return contributions.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { role, all in
            Comparison.cells(Contribution.merged(all)).compactMap { cell in
                cell.unit.map { unit in
                    ComparedFigure(
                        role: role, cell: cell.name, unit: unit, isOwn: cell.isOwn, people: cell.contributions.count,
                        quartiles: Quartiles(cell.contributions.map(\.minutes)), month: nil)
                }
            }
        }
    }
}
