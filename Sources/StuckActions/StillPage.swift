import ActionPlan
import Design
import Kernel
import Markup
import Organisation
import Web

/// What of a plan stands still, and how long the group lets an action lie before its owner is asked.
struct StillPage {
    let visit: Visit
    let plan: SeenPlan
    let setting: StuckSetting
    let still: [StillAction]
    let problems: Problems

    private var language: Language { visit.language }
    private var text: StuckTexts { StuckTexts(language: language) }

    var page: Page {
        let name = plan.body.name.in(language)
        let title = text.stillIn(name)
        return Page(
            title: title, section: "plan", topics: [.board(of: plan.body.id)],
            content: """
                \(Breadcrumbs([(name, "/plan/\(plan.body.id)")], language: language))\
                \(PageHeader(title, about: text.stillAbout(setting.weeks)))\
                <div class="stack loose"><div data-live-part="still">\(when: still.isEmpty, nothing, else: table)</div>\
                \(when: plan.standing.mayWork, form)</div>
                """)
    }

    private var nothing: HTML {
        EmptyState(text.nothingStill, text.nothingStillAbout, icon: visit.house.assets.icon(.list, isLarge: true)).html
    }

    private var table: HTML {
        Sheet(isPadded: false) {
            DataTable(
                text.still, isCaptionSeen: false, asCards: true,
                columns: [.init(text.what), .init(text.responsible), .init(text.lastMoved), .init(text.now)],
                rows: still.map(row)
            ).html
        }.html
    }

    private func row(_ one: StillAction) -> DataTable.Row {
        let now = one.isChecked ? text.isChecked : one.isAsked ? text.isAsked : text.hasSaid
        return DataTable.Row([
            "<a href=\"\("/actions/\(one.action.id)" as Link)\">\(one.action.what)</a>", "\(one.action.name)",
            "<span class=\"keep\">\(one.since.short(in: language, today: visit.today))</span>", "\(now)",
        ])
    }

    private var form: HTML {
        var fields = visit.fields
        if !fields.has("weeks") { fields["weeks"] = String(setting.weeks ?? 0) }
        let weeks = StuckSetting.choices.map { Choice(String($0), text.weeks($0)) } + [Choice("0", text.never)]
        return Sheet {
            Form(
                to: "/plan/\(plan.body.id)/still", csrf: nil, fields: fields, problems: problems, language: language
            ).html { form in
                """
                \(visit.seal)\(form.field("weeks", text.setting, .select(weeks), hint: text.settingAbout))\
                <div class="actions">\(Button(text.save, .plain))</div>
                """
            }
        }.html
    }
}
