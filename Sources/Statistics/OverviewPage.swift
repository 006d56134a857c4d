import Design
import Kernel
import Markup
import Organisation
import Web

/// The yearly overview of accidents, poisonings and health injuries that a committee talks about: all that is counted, and
/// room for what is agreed.
struct OverviewPage {
    let visit: Visit
    let statistics: UnitStatistics

    private var language: Language { visit.language }
    private var text: OverviewTexts { OverviewTexts(language: language) }

    var page: Page {
        let unit = statistics.seen.unit
        let back = ("/statistics" as Link).with([("unit", unit.id.text), ("year", "\(statistics.year)")])
        let title = text.title(statistics.year, unit.name.in(language))
        return Page(
            title: title, surroundings: .paper(.a4Landscape), section: "reports", scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: back).html)\
                <header class="row"><h1>\(title)</h1>\
                <span class="push meta">\(visit.today.long(in: language))</span></header>\
                <div class="stack">\(StatisticsHead(statistics: statistics, language: language).html)\
                \(each: figures, { $0.sheet(csv: nil).html })\
                \(each: text.questions, { question in Sheet(question) { room }.html })</div>
                """)
    }

    private var figures: [StatisticFigure] {
        DrawnStatistics(statistics: statistics, language: language, rollingMonths: 24).all
    }

    /// Lines to write on.
    private var room: HTML { HTML(each: 0..<4) { _ in "<div class=\"writing\"></div>" } }
}

struct OverviewTexts {
    let language: Language

    func title(_ year: Int, _ unit: String) -> String {
        language.pick(
            da: "Årlig oversigt over ulykker \(year): \(unit)", en: "Yearly overview of accidents \(year): \(unit)")
    }

    /// What a committee talks about once a year.
    var questions: [String] {
        language.pick(
            da: "Hvad ser vi?|Hvad har virket, og hvad har ikke?|Hvad aftaler vi, hvem gør det, og hvornår?",
            en: "What do we see?|What has worked, and what has not?|What do we agree, who does it, and by when?"
        ).split(separator: "|").map(String.init)
    }
}
