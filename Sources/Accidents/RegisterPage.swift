import Design
import Kernel
import Markup
import Organisation
import Reports
import Web

/// All accidents that the viewer handles, with what must be sent and what was.
struct RegisterPage {
    let visit: Visit
    let filter: RegisterFilter
    let register: AccidentRegister
    let unfilled: [Report]
    let units: [UnitID: Words]
    let isFirst: Bool

    private var language: Language { visit.language }
    private var text: RegisterTexts { RegisterTexts(language: language) }

    var page: Page {
        Page(
            title: text.register, section: "reports", topics: Reports.topics(for: visit.viewer) + [.accidentRule],
            content: """
                \(Breadcrumbs([(AccidentTexts(language: language).reports, "/reports")], language: language))\
                \(PageHeader(text.register, about: text.registerAbout, actions: actions))\
                <div data-live-part="unfilled">\(when: isFirst && !filter.isNarrowed, "\(waiting)")</div>\
                \(when: filter.isNarrowed || !register.accidents.isEmpty, "\(filters)")\
                <div class="stack" data-live-part="accidents">\(when: register.accidents.isEmpty, "\(empty)", else: list)</div>\
                \(Pager(previous: nil, next: register.next.map { link("/accidents", after: $0) }, language: language))
                """)
    }

    private var actions: HTML {
        """
        \(Button(text.rule, to: "/accidents/rule", .quiet))\
        \(Button(text.asCSV, to: link("/accidents/export.csv"), .quiet))
        """
    }

    private func link(_ path: Link, after place: String = "") -> Link {
        path.with([("state", filter.part?.rawValue ?? ""), ("unit", filter.unit?.text ?? ""), ("after", place)])
    }

    private var filters: FilterBar {
        let parts = [Choice("", text.all)] + RegisterFilter.Part.allCases.map { Choice($0.rawValue, text.name(of: $0)) }
        return FilterBar(
            to: "/accidents",
            fields: [
                Field("state", text.state, .select(parts), value: filter.part?.rawValue ?? "", language: language)
            ],
            kept: filter.unit.map { [("unit", $0.text)] } ?? [], isNarrowed: filter.isNarrowed, language: language)
    }

    private var waiting: HTML {
        guard !unfilled.isEmpty else { return .nothing }
        let rows = unfilled.map { report in
            TaskRow(
                title(report), to: "/reports/\(report.id)/accident", detail: units[report.unit]?.in(language),
                when: report.reported.short(in: language, today: visit.today),
                distance: report.reported.distance(from: visit.today, in: language))
        }
        return Sheet(text.unfilled, isPadded: false) {
            "<div class=\"body\"><p class=\"meta\">\(text.unfilledAbout)</p></div>\(TaskRows(rows))"
        }.html
    }

    private var list: HTML {
        """
        <h2 class="unseen">\(text.register)</h2>\(Sheet(isPadded: false) { "\(TaskRows(register.accidents.map(row)))" })
        """
    }

    private func row(_ accident: RegisteredAccident) -> TaskRow {
        let (report, standing) = (accident.report, accident.standing)
        let state = standing.next?.state ?? standing.state
        let deadline = standing.next?.deadline
        let sent = accident.record.sendings.first.map { text.sentOn($0.day.short(in: language, today: visit.today)) }
        let details = [
            units[report.unit]?.in(language), accident.record.happened.short(in: language, today: visit.today), sent,
        ]
        return TaskRow(
            title(report), to: "/reports/\(report.id)/accident",
            detail: details.compactMap { $0 }.joined(separator: " · "),
            badge: Badge(AccidentTexts(language: language).badge(state), state.tone),
            when: deadline?.short(in: language, today: visit.today),
            distance: deadline?.distance(from: visit.today, in: language))
    }

    /// Not a word of a confidential one before it is opened, which is kept.
    private func title(_ report: Report) -> String {
        guard !report.isConfidential else { return text.confidential }
        let line = report.what.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= 90 ? line : String(line.prefix(88)) + " …"
    }

    private var empty: EmptyState {
        filter.isNarrowed
            ? EmptyState(text.noneFound, text.noneFoundHelp) : EmptyState(text.none, text.noneHelp)
    }
}
