import Design
import Kernel
import Markup
import Reports
import Web

/// ESAW's codes, found by what people say. Begun with what stands in the report already.
struct CodesPage {
    let visit: Visit
    let picture: AccidentPicture
    let problems: Problems

    private static let suggestions = 6

    private var language: Language { visit.language }
    private var forms: FormTexts { FormTexts(language: language) }
    private var path: Link { "/reports/\(picture.report.id)/accident/codes" }
    private var catalogue: EsawCatalogue { .shared }

    /// What was searched for; where nothing was, what is written of the accident.
    private var asked: String {
        let typed = String(visit.fields["q"].trimmed.prefix(300))
        return typed.isEmpty ? (picture.record?.event.course ?? picture.report.what) : typed
    }

    private var showsAll: Bool { visit.fields["all"] == "on" }

    var page: Page {
        let text = AccidentTexts(language: language)
        let steps: [(String, Link)] = [
            (text.reports, "/reports"), (text.report, "/reports/\(picture.report.id)"),
            (text.accident, "/reports/\(picture.report.id)/accident"),
        ]
        let typed = visit.fields["q"].trimmed
        let query: [(name: StaticString, value: String)] = [("q", typed), ("all", showsAll ? "" : "on")]
        return Page(
            title: forms.codes, section: "reports",
            content: """
                \(Breadcrumbs(steps, language: language))\(PageHeader(forms.codes, about: forms.codesAbout))\
                \(FilterBar(to: path, search: typed, searchTitle: forms.ownWords, isNarrowed: !typed.isEmpty, language: language))\
                \(Sheet { form })\
                <p><a href="\(path.with(query))">\(showsAll ? forms.showLikely : forms.showAll)</a></p>
                """)
    }

    private var form: HTML {
        var fields = visit.fields
        if problems.isEmpty {
            fields = Fields(picture.record?.codes.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value } ?? [:])
        }
        return Form(to: path, csrf: nil, fields: fields, problems: problems, language: language).html { form in
            """
            \(visit.seal)\(form.hidden("q", visit.fields["q"]))\(when: showsAll, form.hidden("all", "on"))\
            \(when: picture.happened == nil, "\(form.field("happened", forms.happened, .day(latest: visit.today)))")\
            \(each: EsawVariable.allCases, { question($0, fields[$0.rawValue], form) })\
            <div class="actions">\(Button(forms.save))</div>
            """
        }
    }

    private func question(_ variable: EsawVariable, _ chosen: String, _ form: Form) -> HTML {
        let name = SheetTexts(language: language).name(of: variable)
        var codes = showsAll ? catalogue.all(variable) : catalogue.search(asked, in: variable, most: Self.suggestions)
        // What is chosen stays in sight; where nothing fits, all of a short list do, and the groups of a long one.
        if codes.isEmpty { codes = catalogue.all(variable).filter { $0.isGroup } }
        if let current = catalogue.find(chosen, of: variable), !codes.contains(current) { codes.insert(current, at: 0) }
        let choices = [Choice("", forms.notChosen)] + codes.map(choice)
        return form.field(variable.rawValue, name, .list(choices), isRequired: false).html
    }

    private func choice(_ code: EsawCode) -> Choice {
        let details = [code.isGroup ? forms.group : "", code.isRemembered ? forms.remembered : ""]
        let detail = details.filter { !$0.isEmpty }.joined(separator: ", ")
        return Choice(code.code, code.told(in: language), detail: detail.isEmpty ? nil : detail)
    }
}
