import Drawing
import Kernel
import Markup
import Organisation
import Reports

/// The same of one year, divided by what happened, where and to whom.
extension DrawnStatistics {
    private func bars(_ name: StatisticName, _ counts: [(label: String, count: Int)]) -> HTML? {
        guard counts.contains(where: { $0.count > 0 }) else { return nil }
        let bars = counts.map { BarDrawing.Bar($0.label, told: "\($0.count)", [(.full, $0.count)]) }
        return BarDrawing(name.rawValue, title: text.name(name), bars: bars).svg
    }

    private static let mostBars = 15

    var units: StatisticFigure {
        let months = statistics.months(of: year)
        let whole = reported(statistics.sums)
        let told = statistics.parts.map { part in
            (part: part, reports: reported(part.sums), lostTime: lostTime(part.sums), covered: covered(part, months))
        }
        var rows = told.map { one -> [Entry] in
            let link = ("/statistics" as Link).with([("unit", one.part.unit.id.text), ("year", "\(year)")])
            let rate = one.covered.rate
            return [
                .text(one.part.unit.name.in(language), to: link), .number(one.reports), .number(one.lostTime),
                .number(rate.hours), rated(rate.perMillion), rated(rate.interval?.low), rated(rate.interval?.high),
            ]
        }
        var said: [String] = []
        if statistics.hasMoreParts {
            said.append(text.more(told.count))
        } else if !told.isEmpty {
            let rest = whole - told.reduce(0) { $0 + $1.reports }
            let lost = lostTime(statistics.sums) - told.reduce(0) { $0 + $1.lostTime }
            if rest < 0 || lost < 0 {
                said.append(text.moved)
            } else if rest > 0 || lost > 0 {
                rows.append(
                    [.text(text.other), .number(rest), .number(lost)] + Array(repeating: rated(nil), count: 4))
            }
        }
        let heads = [text.reports, text.lostTime, text.hours, text.frequency, text.low, text.high]
        let largest = told.sorted { ($1.reports, $0.part.unit.id.text) < ($0.reports, $1.part.unit.id.text) }
        return StatisticFigure(
            name: .units, title: text.name(.units), said: said,
            drawing: bars(
                .units, largest.prefix(Self.mostBars).map { ($0.part.unit.name.in(language), $0.reports) }),
            columns: [column(text.unit, isNumber: false)] + heads.map { column($0) }, rows: rows)
    }

    /// Reports of the year that are open to all who work on them.
    private func reported(_ sums: SumTable) -> Int {
        Month.all(of: year).reduce(0) { sum, month in
            sum + UnitStatistics.openKinds.reduce(0) { $0 + sums.amount(.kind, $1.rawValue, in: month.text) }
        }
    }

    private func lostTime(_ sums: SumTable) -> Int {
        Month.all(of: year).reduce(0) { $0 + sums.amount(.lostTime, Affected.employee.rawValue, in: $1.text) }
    }

    private func covered(_ part: UnitStatistics.Part, _ months: [Month]) -> CoveredRate {
        CoveredRate(over: months, hours: part.hours) {
            part.sums.amount(.lostTime, Affected.employee.rawValue, in: $0.text)
        }
    }

    private func coded(
        _ name: StatisticName, _ measure: Measure, _ head: String, in groups: [(code: String, name: Words)],
        _ group: (String) -> String?
    ) -> (drawing: HTML?, rows: [[Entry]], count: Int) {
        let codes = statistics.sums.parts(of: measure, in: "\(year)")
        let told = EsawGroups.gathered(codes, in: groups, group).map { one in
            (label: one.name?.in(language) ?? text.notSaid, count: one.count)
        }
        return (
            bars(name, told), told.map { [.text($0.label), .number($0.count)] }, told.reduce(0) { $0 + $1.count }
        )
    }

    var causes: StatisticFigure {
        let told = coded(.causes, .deviation, text.cause, in: EsawGroups.deviations, EsawGroups.deviation)
        return StatisticFigure(
            name: .causes, title: text.name(.causes), said: [text.causes(told.count, in: year)],
            drawing: told.drawing,
            columns: [column(text.cause, isNumber: false), column(text.count)], rows: told.rows)
    }

    /// In what kind of place accidents happened.
    var environments: StatisticFigure {
        let told = coded(
            .environments, .environment, text.place, in: EsawGroups.environments, EsawGroups.environment)
        return StatisticFigure(
            name: .environments, title: text.name(.environments), said: [], drawing: told.drawing,
            columns: [column(text.place, isNumber: false), column(text.count)], rows: told.rows)
    }

    /// Where the work was done, by kind.
    var places: StatisticFigure {
        let kinds = toldKinds
        let rows = WorkSetting.allCases.map { setting -> [Entry] in
            [.text(text.name(of: setting))] + kinds.map { .number(crossed(.setting, $0, setting.rawValue)) }
        }
        let outside: [Entry] =
            [.text(text.outsideHours)]
            + kinds.map { .number(statistics.sums.amount(.outsideHours, $0.rawValue, in: "\(year)")) }
        let told = WorkSetting.allCases.map { setting in
            (label: text.name(of: setting), count: kinds.reduce(0) { $0 + crossed(.setting, $1, setting.rawValue) })
        }
        return StatisticFigure(
            name: .places, title: text.name(.places), said: [], drawing: bars(.places, told),
            columns: [column(text.place, isNumber: false)] + kinds.map { column(text.name(of: $0)) },
            rows: kinds.isEmpty ? [] : rows + [outside])
    }

    /// In which places things happened, in the words of those who reported them.
    var spots: StatisticFigure {
        let told = (statistics.spots ?? []).prefix(Self.mostSpots)
        return StatisticFigure(
            name: .spots, title: text.name(.spots),
            said: [statistics.spots == nil ? text.tooManySpots : text.spotsAbout(ReportedPlaces.least, in: year)],
            drawing: bars(.spots, told.prefix(Self.mostBars).map { ($0.words, $0.count) }),
            columns: [column(text.place, isNumber: false), column(text.reports)],
            rows: told.map { [.text($0.words), .number($0.count)] }, isToldEmpty: statistics.spots == nil)
    }

    private static let mostSpots = 40

    /// Kinds of which something was reported in the year.
    private var toldKinds: [ReportKind] {
        UnitStatistics.openKinds.filter { statistics.count($0, in: year) > 0 }
    }

    private func crossed(_ measure: Measure, _ kind: ReportKind, _ part: String) -> Int {
        statistics.sums.amount(measure, "\(kind.rawValue)/\(part)", in: "\(year)")
    }

    var affected: StatisticFigure {
        let kinds = toldKinds
        let rows = Affected.allCases.map { affected -> [Entry] in
            [.text(text.name(of: affected)), .number(statistics.lostTimeCount(of: affected, in: year))]
                + kinds.map { .number(crossed(.affected, $0, affected.rawValue)) }
        }
        let told = Affected.allCases.map { affected in
            (label: text.name(of: affected), count: kinds.reduce(0) { $0 + crossed(.affected, $1, affected.rawValue) })
        }
        return StatisticFigure(
            name: .affected, title: text.name(.affected), said: [], drawing: bars(.affected, told),
            columns: [column(text.whom, isNumber: false), column(text.withAbsence)]
                + kinds.map { column(text.name(of: $0)) },
            rows: kinds.isEmpty ? [] : rows)
    }

    var violence: StatisticFigure {
        let sums = statistics.sums
        let count = statistics.count(.violence, in: year)
        let days = (1...7).map { (day: $0, count: sums.amount(.violentDay, "\($0)", in: "\(year)")) }
        let columns = days.map { ColumnDrawing.Column(text.shortWeekday($0.day), [(.full, $0.count)]) }
        var rows: [[Entry]] = days.map { [.text(text.weekday($0.day)), .number($0.count)] }
        rows += Month.all(of: year).map { month in
            [.text(text.text(month)), .number(sums.amount(.kind, ReportKind.violence.rawValue, in: month.text))]
        }
        rows += WorkSetting.allCases.map {
            [.text(text.name(of: $0)), .number(crossed(.setting, .violence, $0.rawValue))]
        }
        rows.append([
            .text(text.outsideHours),
            .number(sums.amount(.outsideHours, ReportKind.violence.rawValue, in: "\(year)")),
        ])
        return StatisticFigure(
            name: .violence, title: text.name(.violence), said: [text.violence(count, in: year)],
            drawing: count > 0 ? ColumnDrawing("violence", title: text.name(.violence), columns: columns).svg : nil,
            columns: [column(text.when, isNumber: false), column(text.count)], rows: count > 0 ? rows : [])
    }
}
