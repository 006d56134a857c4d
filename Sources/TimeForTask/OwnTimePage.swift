import Access
import Design
import Kernel
import Markup
import Organisation
import Web

/// How long the task takes, put in within seconds on a phone; what was written before; and how it is for others.
struct OwnTimePage {
    struct Others: Sendable {
        let allotted: ComparedFigure?
        let used: ComparedFigure?
    }

    let visit: Visit
    /// Those of which something can be written now.
    let held: [Mandate]
    let mandates: [Mandate]
    let names: [ID<Mandate>: Words]
    let used: [TimeUsed]
    let isShared: Bool
    let others: [ID<Mandate>: Others]
    let mayCompare: Bool
    let problems: Problems

    private var text: TimeTexts { TimeTexts(language: visit.language) }
    private var words: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.title,
            content: """
                \(Breadcrumbs([(text.account, "/account")], language: visit.language))
                \(PageHeader(text.title, about: text.onlyYou,
                    actions: mayCompare ? Button(text.comparison, to: "/time/comparison").html : nil))
                \(when: held.isEmpty, EmptyState(text.noMandate, text.noMandateHow).html, else: columns)
                """)
    }

    private var columns: HTML {
        """
        <div class="columns"><div class="stack">\(Sheet(text.write) { form })
        \(Sheet(text.yours, isPadded: false) { figures })</div>
        <div class="stack">\(each: held, { mandate in Sheet(name(mandate)) { about(mandate) }.html })
        \(Sheet(text.sharing) { sharing })</div></div>
        """
    }

    private func name(_ mandate: Mandate) -> String {
        "\(names[mandate.id]?.in(visit.language) ?? "–"), \(words.name(mandate.role))"
    }

    private var form: HTML {
        let form = Form(to: "/time", csrf: nil, fields: fields, problems: problems, language: visit.language)
        let periods = TimePeriod.remembered(on: visit.today)
        let choices = zip(periods, text.periods).map { period, name in
            Choice(period.text, "\(name) (\(period.name(in: visit.language)))")
        }
        return form.html { form in
            """
            \(visit.seal)
            \(when: held.count > 1, form.field("mandate", text.mandate, .select(held.map { Choice($0.id.text, name($0)) })).html,
                else: form.hidden("mandate", held.first?.id.text ?? ""))
            \(form.field("period", text.when, .select(choices)))
            \(form.field("hours", text.hours, .text(), hint: text.hoursHint, isRequired: false))
            \(Button(text.keep, .primary, isFull: true))
            """
        }
    }

    private var fields: Fields {
        visit.method == .get
            ? Fields(["period": TimePeriod.remembered(on: visit.today)[1].text]) : visit.fields
    }

    private var figures: HTML {
        guard !used.isEmpty else { return EmptyState(text.nothing, text.nothingHow).html }
        let known = Dictionary(mandates.map { ($0.id, $0) }) { first, _ in first }
        return DataTable(
            text.yours, isCaptionSeen: false,
            columns: [.init(text.when), .init(text.mandate), .init(text.hours, isNumber: true)],
            rows: used.map { one in
                .init([
                    "\(one.period.name(in: visit.language))", "\(known[one.mandate].map(name) ?? "–")",
                    "\(text.hours(one.minutes))",
                ])
            }
        ).html
    }

    private func about(_ mandate: Mandate) -> HTML {
        let own = mandate.minutesAWeek.map { "\(text.hours($0)) \(text.aWeek)" } ?? text.noneAgreed
        let others = others[mandate.id]
        return """
            \(Facts([
                (text.allotted, "\(own)"), (text.allottedOthers, "\(others?.allotted.map(text.told) ?? text.tooFew)"),
                (text.usedOthers, "\(others?.used.map(text.told) ?? text.tooFew)"),
            ]))
            """
    }

    private var sharing: HTML {
        let link: Link = "/time/sharing"
        return """
            <p>\(isShared ? text.isShared : text.isNotShared)</p><p class="meta">\(text.howShared)</p>
            \(PostButton(
                isShared ? text.stopSharing : text.share, to: link, csrf: visit.csrf,
                hidden: isShared ? [] : [("share", "on")]))
            \(when: !used.isEmpty, Button(text.withdraw, to: "/time/withdrawal", .quiet).html)
            """
    }
}

/// Asks once, with what goes.
struct WithdrawalPage {
    let visit: Visit

    var page: Page {
        let text = TimeTexts(language: visit.language)
        return Page(
            title: text.withdraw,
            content: """
                \(Breadcrumbs([(text.account, "/account"), (text.title, "/time")], language: visit.language))
                \(PageHeader(text.withdraw))
                <p>\(text.withdrawHow)</p>
                \(Form(to: "/time/withdrawal", csrf: nil, language: visit.language).html { _ in
                    """
                    \(visit.seal)<div class="actions">\(Button(text.withdraw, .danger))\
                    \(Button(text.cancel, to: "/time", .quiet))</div>
                    """
                })
                """)
    }
}
