import Design
import Kernel
import Markup
import Web

/// All jobs with how each stands, and the latest runs.
struct JobsPage {
    struct Line: Sendable {
        let job: Job
        /// Nothing where no server has run it yet.
        let standing: JobStanding?
        let latest: JobRun?
    }

    let visit: Visit
    let lines: [Line]
    let runs: [JobRun]

    private var language: Language { visit.language }
    private var text: JobTexts { JobTexts(language: language) }

    var page: Page {
        Page(
            title: text.jobs, section: "administration",
            content: """
                \(Breadcrumbs([(text.administration, "/administration")], language: language))
                \(PageHeader(text.jobs, about: "\(text.about)"))
                \(Sheet(isPadded: false) { table })
                \(Sheet(text.runs, isPadded: runs.isEmpty) { history })
                """)
    }

    private var table: HTML {
        DataTable(
            text.jobs, isCaptionSeen: false, asCards: true,
            columns: [.init(text.job), .init(text.last), .init(text.next), .init(text.now)], rows: lines.map(row)
        ).html
    }

    private func row(_ line: Line) -> DataTable.Row {
        let last: HTML =
            line.latest.map { run in
                "<span>\(moment(run.ended ?? run.started)) \(badge(run))</span>"
            } ?? "\(text.never)"
        let isRunning = line.standing?.run != nil && !isLost(line.standing)
        let next: HTML =
            isRunning ? "\(text.running)" : line.standing.map { "\(moment($0.next))" } ?? "\(text.soon)"
        let button = PostButton(
            text.runNow, to: "/administration/jobs/\(line.job.name)/hurry", csrf: visit.csrf, .quiet)
        return .init([
            "\(line.job.title.in(language))", last, next,
            "\(when: !isRunning && line.standing != nil, "\(button)")",
        ])
    }

    private func isLost(_ standing: JobStanding?) -> Bool {
        standing.map { JobRules.isFree(leaseEnds: $0.leaseEnds, at: visit.moment) } ?? true
    }

    private var history: HTML {
        guard !runs.isEmpty else { return "<p class=\"meta\">\(text.noRuns)</p>" }
        let titles = Dictionary(lines.map { ($0.job.name, $0.job.title.in(language)) }) { first, _ in first }
        return DataTable(
            text.runs, isCaptionSeen: false,
            columns: [
                .init(text.started), .init(text.job), .init(text.outcome), .init(text.did, isNumber: true),
                .init(text.server),
            ],
            rows: runs.map { run in
                .init([
                    "\(moment(run.started))", "\(titles[run.job] ?? run.job)", badge(run), "\(run.count)",
                    "\(run.server)",
                ])
            }
        ).html
    }

    private func badge(_ run: JobRun) -> HTML {
        guard let outcome = run.outcome else { return "\(Badge(text.running, .soon))" }
        let fault: HTML = "\(when: !run.fault.isEmpty, " <small class=\"meta\">\(run.fault)</small>")"
        return "\(Badge(text.name(of: outcome), outcome == .done ? .ok : .late))\(fault)"
    }

    private func moment(_ moment: Moment) -> String {
        "\(moment.day.short(in: language, today: visit.today)) \(moment.clock(in: language))"
    }
}
