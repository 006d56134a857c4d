import Kernel
import Law
import Organisation
import Reports
import Storage

/// All that is counted of a unit and what lay under it, over the years.
struct UnitStatistics: Sendable {
    /// So many years are told, with the one that is looked at.
    static let years = 10
    /// So many are read, since twelve months before the first of them may be asked for.
    private static let yearsRead = 12
    /// Reports of days that are not summed yet: more are left out, and the page says so.
    private static let mostPending = 3000
    static let mostParts = 60
    /// Reports whose places are looked at.
    private static let mostSpotted = 2000

    let seen: SeenUnit
    let year: Int
    let today: Day
    let sums: SumTable
    /// Of the parts of which the viewer sees more than of the whole.
    let ownSums: SumTable
    let hours: [Month: WorkedHours]
    /// The units directly below, as they lay at the end of the year, with what is counted of each.
    let parts: [Part]
    /// There are more units below than are told.
    let hasMoreParts: Bool
    /// The sums are being made: of some days nothing is counted yet.
    let isBehind: Bool
    /// The tree was changed for the past, and what lies after that is still counted as it lay before.
    let isBeingRelined: Bool
    /// Places that reports of the year name in the same words. Nothing where they are too many to be looked at for a page.
    let spots: [ReportedSpot]?
    /// Fewer than this are not told to whoever does not work on the reports.
    let least: Int
    private let law: LawBook

    struct Part: Sendable {
        let unit: Unit
        let sums: SumTable
        let hours: [Month: WorkedHours]
    }

    init(_ seen: SeenUnit, year: Int, by law: LawBook, today: Day, _ reader: Reader) throws {
        self.law = law
        let store = SumStore(reader)
        let span = (year - Self.yearsRead + 1)...year
        var sums = try store.sums(of: seen.unit.id, in: span)
        let end = min(today, Month.all(of: year).last?.last ?? today)
        let below =
            seen.sight == .whole
            ? try UnitStore(reader).page(under: seen.unit.id, on: end, most: Self.mostParts + 1) : []
        let told = Array(below.prefix(Self.mostParts))
        let ids = told.map(\.id)
        var partSums = try store.monthlySums(of: ids, in: year)
        let partHours = try store.hours(of: ids, in: year)
        var ownSums = SumTable()
        for part in seen.ownParts { ownSums.add(try store.sums(of: part, in: span).amounts) }
        let pending = try Self.pending(seen.unit.id, today: today, store)
        for report in pending ?? [] {
            for (unit, added) in report.contributions {
                if unit == seen.unit.id { sums.add(added) }
                if seen.ownParts.contains(unit) { ownSums.add(added) }
                if ids.contains(unit) { partSums[unit, default: SumTable()].add(added) }
            }
        }
        hours = try store.hours(of: seen.unit.id, in: span)
        parts = told.map { Part(unit: $0, sums: partSums[$0.id] ?? SumTable(), hours: partHours[$0.id] ?? [:]) }
        (hasMoreParts, isBehind) = (below.count > told.count, pending == nil)
        least = try ThresholdStore(reader).least()
        spots =
            seen.sight == .whole
            ? try Self.spots(of: seen.unit.id, in: year, on: end, reader) : []
        isBeingRelined = try store.relinedSince() != nil
        (self.seen, self.year, self.today, self.sums, self.ownSums) = (seen, year, today, sums, ownSums)
    }

    /// What has come since the last day that was summed. Nothing where it is too much to be counted for a page.
    private static func pending(_ unit: UnitID, today: Day, _ store: SumStore) throws -> [SummedReport]? {
        guard let last = try store.lastDay() ?? ReportStore(store.reader).firstDay().map({ $0 - 1 }) else { return [] }
        let facts = try ReportStore(store.reader).facts(
            reportedFrom: last + 1, through: today, under: unit, today: today, most: mostPending + 1)
        guard facts.count <= mostPending else { return nil }
        let lines = UnitLines(store.reader)
        return try Incident.all(facts, on: today, store.reader).map { incident in
            SummedReport(incident, line: try lines.line(to: incident.unit, on: incident.day))
        }
    }

    private static func spots(of unit: UnitID, in year: Int, on end: Day, _ reader: Reader) throws -> [ReportedSpot]? {
        guard let first = Day(year: year, month: 1, day: 1) else { return [] }
        return try ReportStore(reader).spots(
            reportedFrom: first, through: end, under: unit, on: end, most: mostSpotted)
    }

    // MARK: What is asked of it

    /// By what people count as full-time in a year.
    func hoursLaw(in year: Int) -> HoursLaw { law.hours(on: Month.all(of: year).last?.last ?? today) }

    /// The latest month that is over.
    var lastMonth: Month { Month(of: today).previous }

    /// The months of a year that are over.
    func months(of year: Int) -> [Month] { Month.all(of: year).filter { $0 <= lastMonth } }

    var isYearOver: Bool { year < today.year }

    /// Lost-time accidents of employees in relation to the hours that they worked.
    func lostTime(over months: [Month]) -> CoveredRate {
        CoveredRate(over: months, hours: hours) { sums.amount(.lostTime, Affected.employee.rawValue, in: $0.text) }
    }

    func lostDays(over months: [Month]) -> CoveredRate {
        CoveredRate(over: months, hours: hours) { sums.amount(.lostDays, Affected.employee.rawValue, in: $0.text) }
    }

    func count(_ measure: Measure, _ part: String, in year: Int) -> Int {
        Month.all(of: year).reduce(0) { $0 + sums.amount(measure, part, in: $1.text) }
    }

    func count(_ kind: ReportKind, in year: Int) -> Int { count(.kind, kind.rawValue, in: year) }

    /// Days away of employees after accidents of the year. Whoever does not see them on each accident hears them of all that
    /// he or she works on, once the year is over, and where they are not those of few: what a part has, or what one day
    /// adds, could be one person's.
    func daysAway(in year: Int) -> Int? {
        let accidents = lostTimeCount(of: .employee, in: year)
        guard seen.seesDaysAway || accidents == 0 || tellsDaysAway(in: year) else { return nil }
        return count(.lostDays, Affected.employee.rawValue, in: year)
    }

    private func tellsDaysAway(in year: Int) -> Bool {
        let others = lostTimeCount(of: .employee, in: year) - ownCount(.lostTime, Affected.employee.rawValue, in: year)
        return seen.line.count == 1 && year < today.year && others >= least
    }

    /// The same to a thousand hours, of the months that have hours: nothing where those have few accidents.
    func severity(in year: Int) -> Double? {
        let months = months(of: year)
        let (accidents, own) = (lostTime(over: months), ownLostTime(over: months))
        let isFew = [accidents.rate.count - own.rate.count, accidents.left - own.left].contains {
            $0 != 0 && $0 < least
        }
        guard daysAway(in: year) != nil, seen.seesDaysAway || !isFew else { return nil }
        return lostDays(over: months).rate.perThousandHours
    }

    /// As `lostTime`, of the parts of which the viewer sees more; by the hours of the whole.
    func ownLostTime(over months: [Month]) -> CoveredRate {
        CoveredRate(over: months, hours: hours) { ownSums.amount(.lostTime, Affected.employee.rawValue, in: $0.text) }
    }

    func ownCount(_ measure: Measure, _ part: String, in year: Int) -> Int {
        Month.all(of: year).reduce(0) { $0 + ownSums.amount(measure, part, in: $1.text) }
    }

    func lostTimeCount(of affected: Affected, in year: Int) -> Int { count(.lostTime, affected.rawValue, in: year) }

    /// Near misses to each accident; nothing where there was no accident.
    func nearMissRatio(in year: Int) -> Double? {
        let accidents = count(.accident, in: year)
        return accidents > 0 ? Double(count(.nearMiss, in: year)) / Double(accidents) : nil
    }

    /// From the same months of the year before to those of this year that are over and have hours in both years.
    var change: RateChange {
        let months = months(of: year).filter { month in
            guard let earlier = Month(year: month.year - 1, month: month.month) else { return false }
            return isKnown(month) && isKnown(earlier)
        }
        let earlier = months.compactMap { Month(year: $0.year - 1, month: $0.month) }
        return RateChange(from: lostTime(over: earlier).rate, to: lostTime(over: months).rate)
    }

    private func isKnown(_ month: Month) -> Bool { (hours[month]?.hours ?? 0) > 0 }

    /// The earliest year of which anything is told, and those after it: that there is a year must not tell of what is
    /// confidential, nor of few.
    var yearsTold: [Int] {
        let all = ((year - Self.years + 1)...year).map { $0 }
        let told = seen.sight == .whole ? yearsCounted : Set(all.filter { GuardedYear($0, of: self).tellsAnything })
        let worked = Set(hours.keys.map(\.year))
        return Array(all.drop { !told.contains($0) && !worked.contains($0) })
    }

    private var yearsCounted: Set<Int> {
        let open = sums.amounts.filter { $0.key.measure != .confidential && $0.value > 0 }
        return Set(open.keys.compactMap { Int($0.period.prefix(4)) })
    }

    /// Kinds of which everything may be told to those who work on them.
    static let openKinds = ReportKind.allCases.filter { !$0.isConfidential }
}
