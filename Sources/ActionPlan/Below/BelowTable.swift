import Design
import Documents
import Drawing
import Kernel
import Markup

/// A line to each body, whoever needs help most first: drawn, as a table, and for a spreadsheet.
struct BelowTable {
    /// Lines to a page.
    static let most = 50
    private static let mostBars = 20

    let shown: [BodyCount]
    let total: BodyCount
    /// After which the next page begins; nothing where this is the last.
    let next: BodyID?
    let names: [BodyID: Words]
    /// Bodies that have closed while something on their plans has not.
    let closed: Set<BodyID>
    /// Those that have plans below them.
    let haveBelow: Set<BodyID>
    let language: Language
    let today: Day

    private var text: BelowTexts { BelowTexts(language: language) }
    private var figures: FigureTexts { FigureTexts(language: language) }

    private func name(_ count: BodyCount) -> String { names[count.body]?.in(language) ?? "" }

    var drawing: HTML? {
        let bars = shown.filter { $0.open > 0 }.prefix(Self.mostBars).map { count in
            BarDrawing.Bar(
                name(count), told: figures.told(count.open, overdue: count.overdue),
                [(.striped, count.overdue), (.full, count.open - count.overdue)])
        }
        guard !bars.isEmpty else { return nil }
        return BarDrawing(
            "bodies", title: text.drawing, bars: bars, legend: [(.striped, figures.overdue), (.full, figures.inTime)]
        ).svg
    }

    var table: DataTable {
        DataTable(
            text.numbers, isCaptionSeen: false,
            columns: [.init(text.body)]
                + [text.open, text.overdue, text.onHold, text.closedLately, text.worked, text.oldest].map {
                    .init($0, isNumber: true)
                },
            rows: shown.map(row))
    }

    private func row(_ count: BodyCount) -> DataTable.Row {
        let name = name(count)
        let list = ("/actions" as Link).with([("body", count.body.text), ("overdue", "on")])
        let below: HTML? =
            haveBelow.contains(count.body)
            ? """
            <br><small><a href="\("/plan/\(count.body)/below" as Link)">\(text.below)<span class="unseen">: \
            \(name)</span></a></small>
            """ : nil
        let overdue: HTML =
            count.overdue > 0 && !haveBelow.contains(count.body)
            ? "<a href=\"\(list)\">\(count.overdue)</a>" : "\(count.overdue)"
        return DataTable.Row([
            """
            <a href="\("/plan/\(count.body)" as Link)">\(name)</a>\
            \(when: closed.contains(count.body), " \(Badge(text.isClosed, .soon))")\(below)
            """,
            "\(count.open)", overdue, "\(count.onHold)", "\(count.closedLately)",
            "\(count.closed == 0 ? "–" : text.share(count.worked, of: count.closed))",
            "<span class=\"keep\">\(count.oldest.map { $0.short(in: language, today: today) } ?? "–")</span>",
        ])
    }

    func csv() -> [UInt8] {
        var writer = CSVWriter(in: language)
        let heads = [text.body, text.open, text.overdue, text.onHold, text.closedLately, figures.closed, figures.yes]
        writer.append((heads + [text.oldest]).map(Cell.text))
        for count in shown {
            let numbers = [
                count.open, count.overdue, count.onHold, count.closedLately, count.closed, count.worked,
            ]
            writer.append(
                [.text(name(count))] + numbers.map { .number(Double($0)) } + [count.oldest.map(Cell.day) ?? .empty])
        }
        return writer.take()
    }
}
