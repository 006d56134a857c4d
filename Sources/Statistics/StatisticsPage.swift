import Design
import Kernel
import Law
import Markup
import Organisation
import Web

/// What is counted of a unit: what matters first, then each figure as a sentence, a drawing and a table.
struct StatisticsPage {
    let visit: Visit
    let statistics: UnitStatistics
    /// What can be chosen from; what lies deeper is found in the table of units.
    let choices: [Choice]
    /// The viewer says for how few nothing is told.
    var setsThreshold = false
    var problems: Problems = .none

    private var language: Language { visit.language }
    private var text: StatisticsTexts { StatisticsTexts(language: language) }
    private var seen: SeenUnit { statistics.seen }
    private var name: String { seen.unit.name.in(language) }
    var drawn: DrawnStatistics { DrawnStatistics(statistics: statistics, language: language) }

    func link(_ path: Link, figure: String = "") -> Link {
        path.with([("unit", seen.unit.id.text), ("year", "\(statistics.year)"), ("figure", figure)])
    }

    var page: Page {
        Page(
            title: text.title(name), section: "reports",
            content: """
                \(Breadcrumbs(crumbs, language: language))\
                \(PageHeader(text.title(name), about: text.about, actions: actions))
                \(filters)
                <div class="stack loose">\(when: statistics.isBehind, Banner(text.isBehind, .soon).html)\
                \(when: statistics.isBeingRelined, Banner(text.isBeingRelined, .soon).html)\
                \(when: isEmpty, "\(EmptyState(text.nothing, text.nothingAbout))", else: sheets)\
                \(when: setsThreshold, threshold)</div>
                """)
    }

    private var crumbs: [(String, Link)] {
        [(text.reports, "/reports")]
            + seen.line.dropLast().map { ($0.name.in(language), ("/statistics" as Link).with([("unit", $0.id.text)])) }
    }

    private var isEmpty: Bool { statistics.yearsTold.isEmpty }

    private var actions: HTML {
        """
        \(when: seen.arranges && !isEmpty, Button(text.overview, to: link("/statistics/overview"), .quiet).html)\
        \(when: seen.sight == .whole, Button(text.writeHours, to: "/units/\(seen.unit.id)/months", .quiet).html)
        """
    }

    private var filters: FilterBar {
        let last = visit.today.year
        let years = (0..<UnitStatistics.years).map { Choice("\(last - $0)", "\(last - $0)") }
        var fields = [
            Field("year", text.year, .select(years), value: "\(statistics.year)", language: language)
        ]
        if choices.count > 1 {
            fields.insert(
                Field("unit", text.unit, .select(choices), value: seen.unit.id.text, language: language), at: 0)
        }
        return FilterBar(
            to: "/statistics", fields: fields, kept: choices.count > 1 ? [] : [("unit", seen.unit.id.text)],
            isNarrowed: false, language: language)
    }

    private var sheets: HTML {
        """
        \(StatisticsHead(statistics: statistics, language: language).html)\
        \(each: drawn.all, { figure in
            figure.sheet(csv: link("/statistics/table.csv", figure: figure.name.rawValue), folding: text.numbers).html
        })
        """
    }

    private var threshold: HTML {
        let form = Form(
            to: "/statistics/threshold", csrf: nil,
            fields: problems.isEmpty ? Fields(["least": "\(statistics.least)"]) : visit.fields, problems: problems,
            language: language)
        return Sheet(text.thresholdTitle) {
            form.html { form in
                """
                \(visit.seal)\(form.field(
                    "least", text.thresholdLabel, .number(least: nil, most: nil),
                    hint: text.thresholdHint(Threshold.floor)))
                \(Button(text.save, .plain))
                """
            }
        }.html
    }
}

/// The numbers that matter, and what they say: the same on the screen and on paper.
struct StatisticsHead {
    let statistics: UnitStatistics
    let language: Language

    private var text: StatisticsTexts { StatisticsTexts(language: language) }

    var html: HTML {
        guard statistics.seen.sight == .whole else { return Sheet { "<p>\(text.guarded(statistics.least))</p>" }.html }
        let year = statistics.year
        let months = statistics.months(of: year)
        let (lost, days) = (statistics.lostTime(over: months), statistics.daysAway(in: year))
        let ratio = statistics.nearMissRatio(in: year)
        let said =
            [text.said(lost.rate)] + (lost.rate.hours > 0 ? [text.said(statistics.change, since: year - 1)] : [])
            + text.missing(lost) + (statistics.isYearOver ? [] : [text.yearIsRunning(year)])
            + (days == nil ? [text.daysOfFew(statistics.least)] : []) + [text.counting]
        return Sheet("\(year)") {
            """
            <div class="figures">\
            \(Figure("\(statistics.lostTimeCount(of: .employee, in: year))", text.lostTime))\
            \(Figure(number(lost.rate.perMillion), text.frequency))\
            \(Figure(days.map { "\($0)" } ?? "–", text.lostDays))\
            \(Figure(number(statistics.severity(in: year)), text.severity))\
            \(Figure(number(lost.rate.perThousandPeople(fullTime.fullTimeHours)), text.perThousand))\
            \(Figure(number(ratio), text.ratio))</div>\
            \(each: said, { "<p>\($0)</p>" })\
            \(LawNotes(title: text.fullTime, rules: [fullTime.fullTime], language: language))
            """
        }.html
    }

    private var fullTime: HoursLaw { statistics.hoursLaw(in: statistics.year) }

    private func number(_ number: Double?) -> String { number.map(text.decimal) ?? "–" }
}
