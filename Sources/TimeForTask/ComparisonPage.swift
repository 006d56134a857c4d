import Access
import Design
import Documents
import Kernel
import Markup
import Organisation
import Web

/// How much time there is for the task, role by role and unit by unit: a drawing, its table and its file.
struct ComparisonPage {
    struct Row: Sendable {
        let figure: ComparedFigure
        let unit: Words?
    }

    let visit: Visit
    /// What is allotted first, each in the order of roles and units.
    let rows: [Row]

    /// Rows on one page.
    private static let most = 12

    init(visit: Visit, rows: [Row]) {
        self.visit = visit
        let words = OrganisationTexts(language: visit.language)
        let text = TimeTexts(language: visit.language)
        self.rows = rows.map { row in
            (row: row, key: (row.figure.month == nil ? 0 : 1, words.name(row.figure.role), row.name(text)))
        }.sorted { $0.key < $1.key }.map(\.row)
    }

    private var text: TimeTexts { TimeTexts(language: visit.language) }
    private var words: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.comparison,
            content: """
                \(Breadcrumbs([(text.account, "/account"), (text.title, "/time")], language: visit.language))
                \(PageHeader(text.comparison, about: text.comparisonAbout,
                    actions: rows.isEmpty ? nil : Button(text.file, to: "/time/comparison.csv").html))
                <p class="meta">\(text.threshold(Comparison.least))</p>
                \(when: rows.isEmpty, EmptyState(text.noFigures, text.noFiguresHow).html, else: sheets)
                """)
    }

    private var sheets: HTML {
        let shown = rows.dropFirst(first).prefix(Self.most)
        let (allotted, used) = (shown.filter { $0.figure.month == nil }, shown.filter { $0.figure.month != nil })
        let isAnyUsed = rows.last?.figure.month != nil
        return """
            <div class="stack">\(when: !allotted.isEmpty, sheet(text.allotted, allotted))
            \(when: !used.isEmpty, sheet(text.used, used))\(when: !isAnyUsed, "<p class=\"meta\">\(text.noneShared)</p>")\
            \(pager(shown.count))</div>
            """
    }

    private var first: Int { min(max(Int(visit.fields["from"]) ?? 0, 0), max(rows.count - 1, 0)) }

    private func pager(_ count: Int) -> Pager {
        func page(_ first: Int) -> Link { ("/time/comparison" as Link).with([("from", first > 0 ? "\(first)" : "")]) }
        return Pager(
            previous: first > 0 ? page(max(first - Self.most, 0)) : nil,
            next: first + count < rows.count ? page(first + count) : nil,
            about: text.shown(first + 1, first + count, of: rows.count), language: visit.language)
    }

    private func sheet(_ title: String, _ rows: [Row]) -> HTML {
        // One name in every line would say nothing.
        let isOneUnit = Set(rows.map(name)).count == 1
        let lines = rows.map { row in
            let role = words.name(row.figure.role)
            return (isOneUnit ? role : "\(role), \(name(row))", row.figure.quartiles)
        }
        return Sheet(title, isPadded: false) {
            """
            \(TimeDrawing(lines: lines, text: text, title: title))
            \(table(title, rows))
            """
        }.html
    }

    private func table(_ title: String, _ rows: [Row]) -> DataTable {
        DataTable(
            title, isCaptionSeen: false,
            columns: [
                .init(text.role), .init(text.unit), .init(text.people), .init(text.low, isNumber: true),
                .init(text.middle, isNumber: true), .init(text.high, isNumber: true), .init(text.month),
            ],
            rows: rows.map { row in
                let quartiles = row.figure.quartiles
                return .init([
                    "\(words.name(row.figure.role))", "\(name(row))", "\(text.band(row.figure.people))",
                    "\(text.hours(quartiles.low))", "\(text.hours(quartiles.middle))", "\(text.hours(quartiles.high))",
                    "<span class=\"keep\">\(row.figure.month.map { $0.name(in: visit.language) } ?? text.today)</span>",
                ])
            })
    }

    private func name(_ row: Row) -> String { row.name(text) }

    var csv: File {
        var writer = CSVWriter(in: visit.language)
        writer.append(
            [text.kind, text.role, text.unit, text.people, text.low, text.middle, text.high, text.month].map(Cell.text))
        for row in rows {
            let quartiles = row.figure.quartiles
            writer.append([
                .text(row.figure.month == nil ? text.allotted : text.used), .text(words.name(row.figure.role)),
                .text(name(row)), .text(text.band(row.figure.people)), .number(Double(quartiles.low) / 60),
                .number(Double(quartiles.middle) / 60), .number(Double(quartiles.high) / 60),
                .text(row.figure.month?.text ?? visit.today.text),
            ])
        }
        return File(name: text.fileName, mediaType: "text/csv; charset=utf-8", bytes: writer.take())
    }
}

extension ComparisonPage.Row {
    fileprivate func name(_ text: TimeTexts) -> String {
        let unit = unit?.in(text.language) ?? "–"
        return figure.isOwn ? text.unitItself(unit) : unit
    }
}

/// The middle half of each line as a bar with a mark at its middle, on one scale. The table below says the same.
struct TimeDrawing: Pattern {
    let lines: [(name: String, quartiles: Quartiles)]
    let text: TimeTexts
    let title: String

    private static let (width, row, left) = (560, 42, 20)

    var html: HTML {
        let hours = max(1, lines.map { ($0.quartiles.high + 59) / 60 }.max() ?? 1)
        let height = lines.count * Self.row + 24
        let step = max(1, hours / 8)
        func place(_ minutes: Int) -> Int { Self.left + minutes * (Self.width - 2 * Self.left) / (hours * 60) }
        // The lines of the scale stand beside the bars only, so that none goes through a name.
        func scale(_ hour: Int) -> String {
            lines.indices.map { "M\(place(hour * 60)) \($0 * Self.row + 19)v18" }.joined()
        }
        return """
            <div class="drawing body time-drawing" role="region" aria-label="\(title)" tabindex="0">\
            <svg viewBox="0 0 \(Self.width) \(height)" role="img" aria-label="\(text.drawn(title))">
            \(each: Array(stride(from: 0, through: hours, by: step)), { hour in
                """
                <path d="\(scale(hour))" stroke="currentColor" stroke-opacity="0.2"/>\
                <text x="\(place(hour * 60))" y="\(height - 6)" font-size="13" text-anchor="middle" fill="currentColor">\(hour)</text>
                """
            })\(each: Array(lines.enumerated()), { index, line in
                let (low, high, y) = (place(line.quartiles.low), place(line.quartiles.high), index * Self.row)
                return """
                    <text x="\(Self.left)" y="\(y + 14)" font-size="13" fill="currentColor">\(line.name)</text>\
                    <rect x="\(low)" y="\(y + 23)" width="\(max(4, high - low))" height="10" rx="5" fill="currentColor" fill-opacity="0.3"/>\
                    <rect x="\(place(line.quartiles.middle) - 2)" y="\(y + 20)" width="4" height="16" rx="2" fill="currentColor"/>
                    """
            })</svg></div>
            """
    }
}
