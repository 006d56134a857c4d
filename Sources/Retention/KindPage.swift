import Design
import Kernel
import Markup
import Web

/// One kind: what it is, why it is kept, what would go today, and the switch.
struct KindPage {
    let visit: Visit
    let picture: KindPicture
    let dryRun: DryRun
    let runs: [RetentionRun]
    var problems = Problems.none

    private var language: Language { visit.language }
    private var text: RetentionTexts { RetentionTexts(language: language) }
    private var kind: RetainedKind { picture.kind }
    private var rule: RetentionRule { picture.rule }
    private var parts: KindParts { KindParts(picture: picture, visit: visit) }

    var page: Page {
        Page(
            title: kind.title.in(language), section: "administration",
            content: """
                \(Breadcrumbs(
                    [(text.administration, "/administration"), (text.retention, "/administration/retention")],
                    language: language))
                \(PageHeader(kind.title.in(language), about: "\(parts.badge) \(kind.what.in(language))" as HTML))
                \(when: problems[""] != nil, "\(Banner(.late) { "<p>\(problem)</p>" })")
                \(Sheet { Facts(facts).html })
                \(Sheet(text.dryRun, isPadded: true) { whatWouldGo })
                \(changeTerm)
                \(history)
                """)
    }

    private var problem: String { problems[""]?.explained(in: language) ?? "" }

    private var facts: [(name: String, value: HTML)] {
        var facts: [(name: String, value: HTML)] = [(text.term, "\(text.term(rule.term))")]
        if !rule.reason.isEmpty { facts.append((text.reason, "\(rule.reason)")) }
        facts += [
            (text.countedFrom, "\(kind.since.in(language))"), (text.remains, "\(kind.remains.in(language))"),
            (
                text.basis,
                """
                \(kind.basis.words.in(language))<br><small class="meta">\(text.name(of: kind.basis.standing)): \
                \(kind.basis.source)</small>
                """
            ),
            (text.lastRun, "\(parts.lastRun)"),
        ]
        return facts
    }

    private var whatWouldGo: HTML {
        """
        <p>\(text.wouldGo) \(parts.due)</p>\
        \(when: kind.looking == nil, "<p class=\"meta\">\(text.untoldAbout)</p>",
            else: "<p class=\"meta\">\(text.dryRunAbout)</p>\(each: dryRun.tables.filter { !$0.rows.isEmpty }, table)")\
        <div class="actions">\(buttons)</div>
        """
    }

    private func table(_ table: DryRun.Table) -> HTML {
        DataTable(
            table.title.in(language), isCaptionSeen: false, asCards: false,
            columns: [.init(table.title.in(language)), .init(text.count, isNumber: true)],
            rows: table.rows.map { name, count in
                .init(["\(name.in(language))", "\(count.map { "\($0)" } ?? text.few)"])
            }
        ).html
    }

    private var buttons: HTML {
        guard rule.isActive else {
            return PostButton(
                text.switchOn, to: "/administration/retention/\(kind.name)/start", csrf: visit.csrf, .primary,
                hidden: [("looked", rule.lookMark(visit))]
            ).html
        }
        let now = PostButton(
            text.carryOutNow, to: "/administration/retention/\(kind.name)/now", csrf: visit.csrf)
        let stop = PostButton(
            text.switchOff, to: "/administration/retention/\(kind.name)/stop", csrf: visit.csrf, .quiet)
        return "\(when: kind.mayHurry, "\(now)")\(stop)"
    }

    private var changeTerm: Disclosure {
        let isWrong = problems["term"] != nil || problems["reason"] != nil
        let known = Fields(["term": "\(kind.choice.count(of: rule.term))", "reason": rule.reason])
        return Disclosure(text.changeTerm, isOpen: isWrong) {
            Form(
                to: "/administration/retention/\(kind.name)/term", csrf: visit.csrf,
                fields: isWrong ? visit.fields : known, problems: isWrong ? problems : .none, language: language
            ).html { form in
                """
                \(form.field(
                    "term", text.termIn(kind.choice.unit), .number(least: kind.choice.least, most: kind.choice.most),
                    hint: text.bounds(kind.choice)))
                \(form.field("reason", text.reason, .lines(rows: 2, limit: 500), hint: text.reasonHint, isRequired: false))
                <p class="meta">\(text.changeAbout)</p>
                \(Button(text.save, .plain))
                """
            }
        }
    }

    private var history: HTML {
        guard !runs.isEmpty else { return .nothing }
        return Sheet(text.runs) {
            "<ul>\(each: runs, { "<li>\(parts.told($0))</li>" })</ul>"
        }.html
    }
}
