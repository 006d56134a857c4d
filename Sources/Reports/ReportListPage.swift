import Design
import Kernel
import Markup
import Organisation
import Web

/// What has been reported in the viewer's units: what waits first.
struct ReportListPage {
    let visit: Visit
    let filter: ReportStore.Filter
    let reports: [Report]
    /// In which the viewer can step in.
    let lying: [LyingCase]
    let units: [UnitID: Unit]
    let next: ReportStore.Place?

    private var text: ReportTexts { ReportTexts(language: visit.language) }

    var page: Page {
        Page(title: text.reports, section: "reports", topics: visit.viewer.reportTopics, content: content)
    }

    private var content: HTML {
        """
        \(PageHeader(text.reports, about: text.reportsAbout, actions: actions))
        \(when: !reports.isEmpty || filter.isNarrowed, "\(filters)")
        <div class="stack" data-live-part="reports">\(when: !lying.isEmpty, "\(lyingCases)")\
        \(when: !reports.isEmpty, list, else: lying.isEmpty ? "\(empty)" : .nothing)</div>
        \(Pager(previous: nil, next: next.map { link("/reports", after: $0) }, language: visit.language))
        """
    }

    private var actions: HTML {
        """
        \(Button(text.myReports, to: "/reports/mine", .quiet))\(when: visit.viewer.isMember, others)
        """
    }

    private var others: HTML {
        """
        \(Button(text.accidents, to: "/accidents", .quiet))\(Button(text.inNumbers, to: "/statistics", .quiet))\
        \(Button(text.asCSV, to: link("/reports/export.csv"), .quiet))\
        \(Button(text.asWorkbook, to: link("/reports/export.xlsx"), .quiet))
        """
    }

    private var filters: FilterBar {
        FilterBar(
            to: "/reports", search: filter.text,
            fields: [
                Field(
                    "kind", text.kind,
                    .select(
                        [Choice("", text.all)] + ReportKind.allCases.map { Choice($0.rawValue, text.name(of: $0)) }),
                    value: filter.kind?.rawValue ?? "", language: visit.language),
                Field(
                    "stage", text.state,
                    .select([Choice("", text.all)] + ReportStage.allCases.map { Choice($0.name, text.name(of: $0)) }),
                    value: filter.stage?.name ?? "", language: visit.language),
                Field(
                    "severity", text.severity,
                    .select(
                        [Choice("", text.all)] + Harm.allCases.reversed().map { Choice($0.name, text.atLeast($0)) }),
                    value: filter.severity?.name ?? "", language: visit.language),
                Field(
                    "order", text.order,
                    .select([
                        Choice("", text.waitingFirst), Choice(ReportStore.Order.worstFirst.rawValue, text.worstFirst),
                    ]),
                    value: filter.order == .worstFirst ? filter.order.rawValue : "", language: visit.language),
            ],
            kept: filter.unit.map { [("unit", $0.text)] } ?? [], isNarrowed: filter.isNarrowed, language: visit.language
        )
    }

    private var lyingCases: Sheet {
        let trust = ConfidenceTexts(language: visit.language)
        return Sheet(trust.lie, isPadded: false) {
            "\(TaskRows(lying.map { $0.row(in: units[$0.unit]?.name, visit) }))"
        }
    }

    private var list: HTML {
        "<h2 class=\"unseen\">\(text.reports)</h2>\(Sheet(isPadded: false) { "\(TaskRows(reports.map(row)))" })"
    }

    private func row(_ report: Report) -> TaskRow {
        let unit = units[report.unit]?.name.in(visit.language)
        // Not a word of a confidential one before it is opened, which is kept.
        let what =
            report.isConfidential
            ? [text.name(of: report.kind), unit]
            : [
                text.name(of: report.kind), unit, report.place, report.severity.told(in: visit.language),
                report.first == nil ? nil : text.anotherStruck,
            ]
        return TaskRow(
            report.isConfidential ? text.confidentialReport : report.excerpt, to: "/reports/\(report.id)",
            detail: what.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · "),
            badge: badge(report.stage), when: report.reported.short(in: visit.language, today: visit.today),
            distance: report.reported.distance(from: visit.today, in: visit.language))
    }

    private func badge(_ stage: ReportStage) -> Badge {
        Badge(text.name(of: stage), stage == .waiting ? .soon : stage == .closed ? .ok : .plain)
    }

    private var empty: EmptyState {
        filter.isNarrowed
            ? EmptyState(text.noneFound, text.noneFoundHelp)
            : EmptyState(text.noReports, text.noReportsHelp, firstStep: poster)
    }

    private var poster: Button? {
        visit.viewer.home.map { Button(text.poster, to: "/units/\($0)/poster") }
    }

    private func link(_ path: Link, after place: ReportStore.Place? = nil) -> Link {
        path.with([
            ("q", filter.text), ("kind", filter.kind?.rawValue ?? ""), ("stage", filter.stage?.name ?? ""),
            ("unit", filter.unit?.text ?? ""), ("severity", filter.severity?.name ?? ""),
            ("order", filter.order == .worstFirst ? filter.order.rawValue : ""), ("after", place?.text ?? ""),
        ])
    }
}

/// What the viewer has reported under his or her own name.
struct MyReportsPage {
    let visit: Visit
    let reports: [Report]

    private var text: ReportTexts { ReportTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.myReports, section: "reports", topics: reports.map { .report($0.id) },
            content: """
                \(PageHeader(text.myReports, about: text.mineAbout))
                <div class="stack" data-live-part="reports">\(when: reports.isEmpty, "\(empty)", else: list)</div>
                """)
    }

    private var empty: EmptyState {
        EmptyState(text.noneMine, text.noneMineHelp, firstStep: Button(text.reportSomething, to: "/report", .primary))
    }

    private var list: HTML {
        "<h2 class=\"unseen\">\(text.myReports)</h2>\(Sheet(isPadded: false) { "\(TaskRows(reports.map(row)))" })"
    }

    private func row(_ report: Report) -> TaskRow {
        TaskRow(
            report.excerpt, to: "/reports/\(report.id)", detail: text.name(of: report.kind),
            badge: Badge(text.name(of: report.stage), report.stage == .closed ? .ok : .plain),
            when: report.reported.short(in: visit.language, today: visit.today))
    }
}

extension Report {
    /// The beginning of what was written, on one line.
    var excerpt: String {
        let line = what.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= 90 ? line : line.prefix(88).trimmingSuffix(while: \.isWhitespace) + " …"
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> String {
        var rest = self
        while let last = rest.last, isLeftOut(last) { rest.removeLast() }
        return String(rest)
    }
}
