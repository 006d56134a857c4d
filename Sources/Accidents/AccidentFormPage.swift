import Design
import Kernel
import Markup
import Reports
import Web

/// What the authority asks, in one form; it comes back with everything typed where something is wrong.
struct AccidentFormPage {
    let visit: Visit
    let picture: AccidentPicture
    let problems: Problems

    private var language: Language { visit.language }
    private var forms: FormTexts { FormTexts(language: language) }
    private var names: SheetTexts { SheetTexts(language: language) }

    var page: Page {
        let text = AccidentTexts(language: language)
        let steps: [(String, Link)] = [
            (text.reports, "/reports"), (text.report, "/reports/\(picture.report.id)"),
            (text.accident, "/reports/\(picture.report.id)/accident"),
        ]
        return Page(
            title: forms.details, section: "reports",
            content: """
                \(Breadcrumbs(steps, language: language))\(PageHeader(forms.details, about: forms.onePerson))\
                \(Sheet { form })
                """)
    }

    private var form: HTML {
        let fields = problems.isEmpty ? begun : visit.fields
        return Form(
            to: "/reports/\(picture.report.id)/accident", csrf: nil, fields: fields, problems: problems,
            language: language
        ).html { form in
            """
            \(visit.seal)\(form.hidden("version", fields["version"]))\
            \(form.field("happened", forms.happened, .day(latest: visit.today)))\
            \(form.field("time", forms.time, .time, isRequired: false))\
            \(form.field("place", forms.place, .text(limit: AccidentDetails.lineLimit), isRequired: false))\
            \(form.field("course", forms.course, .lines(rows: 5, limit: AccidentDetails.courseLimit), isRequired: false))\
            \(form.field("agent", forms.agent, .text(limit: AccidentDetails.lineLimit), hint: forms.agentHint, isRequired: false))\
            \(person(form))\
            \(form.field("incapacity", forms.incapacity, .select(incapacities)))\
            \(form.field("compensation", forms.compensation, .tick, hint: forms.compensationHint, isRequired: false))\
            \(form.field("died", forms.died, .day(latest: visit.today), hint: forms.diedHint, isRequired: false))\
            <div class="actions">\(Button(forms.save))</div>
            """
        }
    }

    private func person(_ form: Form) -> HTML {
        """
        \(form.field("name", forms.name, .text(limit: AccidentDetails.nameLimit), isRequired: false))\
        \(form.field("job", forms.job, .text(limit: AccidentDetails.lineLimit), isRequired: false))\
        \(form.field("employment", forms.employment, .select(employments), isRequired: false))\
        \(form.field("hired", forms.hired, .day(latest: visit.today), isRequired: false))
        """
    }

    private var employments: [Choice] {
        [Choice("", forms.notChosen)] + Employment.allCases.map { Choice($0.rawValue, names.name(of: $0)) }
    }

    private var incapacities: [Choice] {
        Incapacity.allCases.map { Choice($0.rawValue, names.name(of: $0)) }
    }

    /// What is known already.
    private var begun: Fields {
        let record = picture.begun
        let report = picture.report
        return Fields([
            "version": String(picture.record?.version ?? 0), "happened": record?.happened.text ?? "",
            "time": record?.event.time ?? "", "place": record?.event.place ?? report.place,
            "course": record?.event.course ?? report.what, "agent": record?.event.agent ?? "",
            "name": record?.injured.name ?? "", "job": record?.injured.job ?? "",
            "employment": record?.injured.employment?.rawValue ?? "", "hired": record?.injured.hired?.text ?? "",
            "incapacity": (record?.incapacity ?? .unknown).rawValue,
            "compensation": record?.mayBeCompensated == true ? "on" : "", "died": record?.died?.text ?? "",
        ])
    }
}
