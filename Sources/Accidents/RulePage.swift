import Design
import Kernel
import Law
import Markup
import Web

/// From how many days of absence on an accident must be notified: the rule, the bill, and what somebody found out.
struct RulePage {
    let visit: Visit
    let rule: NotificationRule
    let maySettle: Bool
    let problems: Problems

    private var language: Language { visit.language }
    private var text: AccidentTexts { AccidentTexts(language: language) }

    var page: Page {
        Page(
            title: text.rule, section: "reports", topics: [.accidentRule],
            content: """
                \(Breadcrumbs([(text.reports, "/reports")], language: language))\
                \(PageHeader(text.rule, about: text.ruleAbout))\
                <div class="stack" data-live-part="rule">\(Sheet { "\(line(rule.law.absence))\(bill)\(finding)" })</div>\
                \(when: maySettle && rule.law.bill != nil, "\(Sheet(text.settle) { form })")
                """)
    }

    private func line(_ rule: LawRule) -> HTML {
        "<p>\(rule.words.in(language))</p><p>\(LawSource(rule, language: language))</p>"
    }

    private var bill: HTML? { rule.law.bill.map(line) }

    private var finding: HTML {
        guard let finding = rule.finding else {
            return Banner(text.open(rule.law.bill?.words.in(language) ?? ""), .soon).html
        }
        let day = finding.day.long(in: language)
        return "<p><b>\(text.settled(finding.holds, day, finding.source))</b></p>"
    }

    private var form: HTML {
        Form(to: "/accidents/rule", csrf: nil, fields: visit.fields, problems: problems, language: language).html {
            form in
            """
            \(visit.seal)\(form.field("holds", text.whatHolds, .list(choices)))\
            \(form.field("source", text.whereRead, .text(limit: RuleFinding.sourceLimit), hint: text.whereReadHint))\
            <div class="actions">\(Button(text.settle))</div>
            """
        }
    }

    private var choices: [Choice] {
        let from = rule.law.bill?.from?.long(in: language) ?? ""
        return [
            Choice(RuleFinding.Answer.no.rawValue, text.asBefore(rule.law.absenceDays)),
            Choice(RuleFinding.Answer.yes.rawValue, text.asBill(rule.law.billDays, from)),
        ]
    }
}
