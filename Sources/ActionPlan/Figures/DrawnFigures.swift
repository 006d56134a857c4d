import Design
import Drawing
import Kernel
import Markup

/// Makes drawings and tables of a plan's figures.
struct DrawnFigures {
    let figures: PlanFigures
    let body: BodyID
    let language: Language
    let today: Day

    var text: FigureTexts { FigureTexts(language: language) }
    private var list: Link { ("/actions" as Link).with([("body", body.text)]) }

    var all: [PlanFigure] { FigureName.allCases.map(figure) }

    func figure(_ name: FigureName) -> PlanFigure {
        switch name {
        case .people: people
        case .due: due
        case .origin: origin
        case .throughput: throughput
        case .age: age
        case .effect: effect
        }
    }

    private var lateness: Ink.Legend { [(.striped, text.overdue), (.full, text.inTime)] }

    private func bar(_ label: String, _ open: Int, overdue: Int) -> BarDrawing.Bar {
        BarDrawing.Bar(
            label, told: text.told(open, overdue: overdue), [(.striped, overdue), (.full, open - overdue)])
    }

    private func drawn(_ bars: [BarDrawing.Bar], _ name: FigureName, _ legend: Ink.Legend) -> HTML? {
        guard !bars.isEmpty else { return nil }
        return BarDrawing(name.rawValue, title: text.name(name), bars: bars, legend: legend).svg
    }

    private static let mostBars = 15

    private var people: PlanFigure {
        let loads = figures.people.loads
        let bars = loads.prefix(Self.mostBars).map { bar($0.name, $0.open, overdue: $0.overdue) }
        let rows = loads.map { load -> [PlanFigure.Entry] in
            let own = ("/actions" as Link).with([("body", body.text), ("responsible", load.person.text)])
            return [
                .text(load.name, to: own, badge: load.hasLeft ? Badge(text.hasLeft, .late) : nil), .number(load.open),
                .number(load.overdue),
            ]
        }
        return PlanFigure(
            name: .people, title: text.name(.people), said: saidOfPeople, drawing: drawn(bars, .people, lateness),
            columns: [
                .init(title: text.responsible, isNumber: false), .init(title: text.open), .init(title: text.overdue),
            ],
            rows: rows)
    }

    private var saidOfPeople: String {
        let loads = figures.people
        guard !loads.loads.isEmpty else { return text.nothingOpen }
        let left = loads.loads.filter(\.hasLeft).reduce(0) { $0 + $1.open }
        let heavy = loads.heavy.map { one in text.heavy(one.name, most: one.open, usual: loads.median) }
        let counted = text.shared(loads.loads.reduce(0) { $0 + $1.open }, by: loads.loads.count)
        return ([counted] + heavy.prefix(3) + (left > 0 ? [text.left(left)] : [])).joined(separator: " ")
    }

    private var due: PlanFigure {
        let due = figures.due
        let columns =
            [ColumnDrawing.Column(text.late, [(.striped, due.overdue)])]
            + due.coming.map { ColumnDrawing.Column(String($0.start.week), [(.full, $0.count)]) }
            + [ColumnDrawing.Column("\(due.end.week)+", [(.open, due.later)])]
        let overdue = ("/actions" as Link).with([("body", body.text), ("overdue", "on")])
        let hold = ("/actions" as Link).with([("body", body.text), ("hold", "on")])
        let weeks = due.coming.map { week -> [PlanFigure.Entry] in
            let day = week.start.short(in: language, today: today)
            return [.text(text.week(week.start.week, from: day)), .number(week.count)]
        }
        let legend: Ink.Legend = [(.striped, text.overdue), (.full, text.weeks), (.open, text.later)]
        return PlanFigure(
            name: .due, title: text.name(.due),
            said: due.open == 0 ? text.nothingOpen : text.soon(due.overdue, due.soon),
            drawing: due.open == 0
                ? nil : ColumnDrawing("due", title: text.name(.due), columns: columns, legend: legend).svg,
            columns: [.init(title: text.when, isNumber: false), .init(title: text.open)],
            rows: [[.text(text.overdue), .number(due.overdue, to: overdue)]] + weeks
                + [[.text(text.later), .number(due.later)], [.text(text.onHold), .number(due.onHold, to: hold)]])
    }

    private var origin: PlanFigure {
        let bars = figures.origins.map { bar(text.origin($0.kind), $0.open, overdue: $0.overdue) }
        return PlanFigure(
            name: .origin, title: text.name(.origin), said: bars.isEmpty ? text.nothingOpen : text.originAbout,
            drawing: drawn(bars, .origin, lateness),
            columns: [.init(title: text.origin, isNumber: false), .init(title: text.open), .init(title: text.overdue)],
            rows: figures.origins.map { [.text(text.origin($0.kind)), .number($0.open), .number($0.overdue)] })
    }

    private var throughput: PlanFigure {
        let flow = figures.throughput
        let columns = flow.months.map { month in
            ColumnDrawing.Column(
                month.short(in: language), [(.open, flow.opened[month] ?? 0), (.full, flow.closed[month] ?? 0)])
        }
        let drawing = ColumnDrawing(
            "throughput", title: text.name(.throughput), columns: columns,
            legend: [(.open, text.opened), (.full, text.closed)])
        return PlanFigure(
            name: .throughput, title: text.name(.throughput),
            said: text.throughput(flow.openedInAll, flow.closedInAll), drawing: drawing.svg,
            columns: [.init(title: text.month, isNumber: false), .init(title: text.opened), .init(title: text.closed)],
            rows: flow.months.map { month in
                [.text(month.text(in: language)), .number(flow.opened[month] ?? 0), .number(flow.closed[month] ?? 0)]
            })
    }

    private var age: PlanFigure {
        let age = figures.age
        let bars = WorkAge.Band.allCases.map { band in
            BarDrawing.Bar(text.name(band), told: String(age.counts[band] ?? 0), [(.full, age.counts[band] ?? 0)])
        }
        return PlanFigure(
            name: .age, title: text.name(.age), said: age.median.map(text.median) ?? text.nothingOpen,
            drawing: age.open == 0 ? nil : drawn(bars, .age, []),
            columns: [.init(title: text.age, isNumber: false), .init(title: text.open)],
            rows: WorkAge.Band.allCases.map { [.text(text.name($0)), .number(age.counts[$0] ?? 0)] })
    }

    private var effect: PlanFigure {
        let effects = figures.effects
        let themes = effects.themes.map { ($0.title ?? ActionTexts(language: language).noTheme, $0.share) }
        let shown = [(text.all, effects.all)] + themes
        let bars = shown.map { title, share in
            BarDrawing.Bar(
                title, told: text.worked(share.yes, of: share.count),
                [(.full, share.yes), (.striped, share.partly), (.open, share.no)])
        }
        let drawing = BarDrawing(
            "effect", title: text.name(.effect), bars: bars,
            legend: [(.full, text.yes), (.striped, text.partly), (.open, text.no)], isShare: true)
        let heads = [text.yes, text.partly, text.no, text.lasted, text.lastedPartly, text.lastedNot]
        return PlanFigure(
            name: .effect, title: text.name(.effect),
            said: effects.all.count == 0 ? text.nothingClosed : text.effect(effects.all),
            drawing: effects.all.count == 0 ? nil : drawing.svg,
            columns: [.init(title: text.theme, isNumber: false)] + heads.map { .init(title: $0) },
            rows: shown.map { title, share in
                [
                    .text(title), .number(share.yes), .number(share.partly), .number(share.no), .number(share.lasted),
                    .number(share.lastedPartly), .number(share.lastedNot),
                ]
            })
    }
}
