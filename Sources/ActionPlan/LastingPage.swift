import Design
import Kernel
import Markup
import Organisation
import Web

/// What of a plan is yet to be looked at: whether it lasted, and how long the group waits before it is asked.
struct LastingPage {
    /// More than this nobody looks at on one page.
    static let most = 200

    let visit: Visit
    let plan: SeenPlan
    let setting: PlanSetting
    let due: [DueJudgement]
    let problems: Problems

    private var language: Language { visit.language }
    private var text: LastingTexts { LastingTexts(language: language) }

    var page: Page {
        let name = plan.body.name.in(language)
        let title = "\(text.title) \(name)"
        return Page(
            title: title, section: "plan", topics: [.board(of: plan.body.id)],
            content: """
                \(Breadcrumbs([(name, "/plan/\(plan.body.id)")], language: language))\
                \(PageHeader(title, about: text.pageAbout))\
                <div class="stack loose"><div data-live-part="lasting">\(when: due.isEmpty, nothing, else: table)</div>\
                \(when: plan.standing.mayWork, "\(form)")</div>
                """)
    }

    private var nothing: HTML {
        EmptyState(text.nothing, text.nothingAbout, icon: visit.house.assets.icon(.list, isLarge: true)).html
    }

    private var table: HTML {
        Sheet(isPadded: false) {
            DataTable(
                text.title, isCaptionSeen: false, asCards: true,
                columns: [.init(text.what), .init(text.responsible), .init(text.closed), .init(text.asked)],
                rows: due.map(row)
            ).html
        }.html
    }

    private func row(_ one: DueJudgement) -> DataTable.Row {
        let badge = one.judgeOn <= visit.today ? Badge(text.due, .soon) : nil
        return DataTable.Row([
            "<a href=\"\("/actions/\(one.id)" as Link)\">\(one.what)</a>", "\(one.responsible)",
            "<span class=\"keep\">\(one.closedOn.short(in: language, today: visit.today))</span>",
            "<span><span class=\"keep\">\(one.judgeOn.short(in: language, today: visit.today))</span> \(badge)</span>",
        ])
    }

    private var form: HTML {
        var fields = visit.fields
        if !fields.has("judge_after") { fields["judge_after"] = String(setting.judgeAfter) }
        let months = PlanSetting.months.map { Choice(String($0), text.months($0)) }
        return Sheet {
            Form(
                to: "/plan/\(plan.body.id)/lasting", csrf: nil, fields: fields, problems: problems, language: language
            ).html { form in
                """
                \(visit.seal)\(form.field("judge_after", text.setting, .select(months), hint: text.settingAbout))\
                <div class="actions">\(Button(text.save, .plain))</div>
                """
            }
        }.html
    }
}
