import Design
import Drawing
import Kernel
import Markup
import Organisation
import Reports

/// Makes drawings and tables of what is counted of a unit.
struct DrawnStatistics {
    let statistics: UnitStatistics
    let language: Language
    /// So many points, of twelve months each.
    var rollingMonths = 36

    var text: StatisticsTexts { StatisticsTexts(language: language) }
    var year: Int { statistics.year }

    typealias Entry = StatisticFigure.Entry
    typealias Column = StatisticFigure.Column

    /// Those of which there is something to tell, in their order.
    var all: [StatisticFigure] {
        StatisticName.allCases.compactMap(figure)
    }

    /// Nothing where the viewer may not have it, or where there is nothing.
    func figure(_ name: StatisticName) -> StatisticFigure? {
        guard statistics.seen.sight == .whole else {
            switch name {
            case .years: return guardedYears
            case .kinds: return guardedKinds
            default: return nil
            }
        }
        let figure: StatisticFigure =
            switch name {
            case .years: years
            case .rolling: rolling
            case .kinds: kinds
            case .units: units
            case .causes: causes
            case .environments: environments
            case .places: places
            case .spots: spots
            case .affected: affected
            case .violence: violence
            }
        return figure.rows.isEmpty && !figure.isToldEmpty ? nil : figure
    }

    func trend(_ name: StatisticName, _ points: [TrendDrawing.Point]) -> HTML? {
        guard points.contains(where: \.isKnown) else { return nil }
        return TrendDrawing(
            name.rawValue, title: text.name(name), points: points, legend: (text.frequency, text.interval),
            comma: Decimal.comma(language)
        ).svg
    }

    func point(_ label: String, _ rate: Rate) -> TrendDrawing.Point {
        let interval = rate.interval
        return TrendDrawing.Point(label, rate.perMillion, low: interval?.low ?? 0, high: interval?.high ?? 0)
    }

    func column(_ title: String, isNumber: Bool = true) -> Column { Column(title: title, isNumber: isNumber) }
    func rated(_ number: Double?) -> Entry { .rate(number, language) }

    // MARK: Over the years

    private var years: StatisticFigure {
        let told = statistics.yearsTold.map { year in
            (year, statistics.lostTime(over: statistics.months(of: year)).rate)
        }
        let rows = told.map { year, rate -> [Entry] in
            let days = statistics.daysAway(in: year)
            return [
                .text("\(year)"), .number(statistics.lostTimeCount(of: .employee, in: year)), .number(rate.hours),
                rated(rate.perMillion), rated(rate.interval?.low), rated(rate.interval?.high),
                days.map(Entry.number) ?? rated(nil),
                rated(statistics.severity(in: year)),
                rated(rate.perThousandPeople(statistics.hoursLaw(in: year).fullTimeHours)),
                rated(statistics.nearMissRatio(in: year)),
            ]
        }
        let heads = [
            text.lostTime, text.hours, text.frequency, text.low, text.high, text.lostDays, text.severity,
            text.perThousand, text.ratio,
        ]
        return StatisticFigure(
            name: .years, title: text.name(.years),
            said: [text.meaning(statistics.hoursLaw(in: statistics.year).fullTimeHours)],
            drawing: trend(.years, told.map { point("\($0.0)", $0.1) }),
            columns: [column(text.year, isNumber: false)] + heads.map { column($0) }, rows: rows)
    }

    private var rolling: StatisticFigure {
        let end = statistics.isYearOver ? Month.all(of: year).last ?? statistics.lastMonth : statistics.lastMonth
        let told = end.run(of: rollingMonths).compactMap { month -> (Month, Rate)? in
            let covered = statistics.lostTime(over: month.run(of: 12))
            return covered.missing.isEmpty ? (month, covered.rate) : nil
        }
        let points = end.run(of: rollingMonths).map { month in
            point(text.text(month), told.first { $0.0 == month }?.1 ?? Rate())
        }
        return StatisticFigure(
            name: .rolling, title: text.name(.rolling), said: [text.rollingAbout],
            drawing: trend(.rolling, points),
            columns: [column(text.monthsTo, isNumber: false)]
                + [text.lostTime, text.hours, text.frequency, text.low, text.high].map { column($0) },
            rows: told.map { month, rate in
                [
                    .text(text.text(month)), .number(rate.count), .number(rate.hours), rated(rate.perMillion),
                    rated(rate.interval?.low), rated(rate.interval?.high),
                ]
            })
    }

    private var kinds: StatisticFigure {
        let years = statistics.yearsTold.suffix(5)
        let told = UnitStatistics.openKinds.filter { kind in years.contains { statistics.count(kind, in: $0) > 0 } }
        let bars = told.map { kind in
            let count = statistics.count(kind, in: year)
            return BarDrawing.Bar(text.name(of: kind), told: "\(count)", [(.full, count)])
        }
        return StatisticFigure(
            name: .kinds, title: text.name(.kinds), said: confidential.map { [$0] } ?? [],
            drawing: bars.isEmpty ? nil : BarDrawing("kinds", title: text.name(.kinds), bars: bars).svg,
            columns: [column(text.kind, isNumber: false)] + years.map { column("\($0)") },
            rows: told.map { kind in
                [.text(text.name(of: kind))] + years.map { .number(statistics.count(kind, in: $0)) }
            })
    }

    /// Told at the top alone, of a year that is over, and never of few.
    private var confidential: String? {
        guard statistics.seen.unit.parent == nil, statistics.isYearOver else { return nil }
        let count = ToldCount(
            statistics.sums.amount(.confidential, "", in: "\(year)"), least: statistics.least)
        return text.confidential(count, in: year, least: statistics.least)
    }

    // MARK: Few are guarded

    private var guarded: [GuardedYear] {
        statistics.yearsTold.filter { $0 < statistics.today.year }.map { GuardedYear($0, of: statistics) }
    }

    private var guardedYears: StatisticFigure? {
        let told = guarded
        guard !told.isEmpty else { return nil }
        return StatisticFigure(
            name: .years, title: text.name(.years),
            said: [text.meaning(statistics.hoursLaw(in: statistics.year).fullTimeHours)],
            drawing: trend(.years, told.map { point("\($0.year)", $0.rate ?? Rate()) }),
            columns: [column(text.year, isNumber: false)]
                + [text.lostTime, text.frequency, text.low, text.high].map { column($0) },
            rows: told.map { one in
                [
                    .text("\(one.year)"), .counted(one.lostTime, text, least: statistics.least),
                    rated(one.rate?.perMillion), rated(one.rate?.interval?.low), rated(one.rate?.interval?.high),
                ]
            })
    }

    private var guardedKinds: StatisticFigure? {
        let told = Array(guarded.suffix(5))
        guard !told.isEmpty else { return nil }
        return StatisticFigure(
            name: .kinds, title: text.name(.kinds), said: [], drawing: nil,
            columns: [column(text.kind, isNumber: false)] + told.map { column("\($0.year)") },
            rows: UnitStatistics.openKinds.map { kind in
                [.text(text.name(of: kind))]
                    + told.map { .counted($0.kinds[kind] ?? .few, text, least: statistics.least) }
            })
    }
}
