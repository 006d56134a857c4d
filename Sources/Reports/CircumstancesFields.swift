import Design
import Kernel
import Markup

/// Whom it struck, where the work was done and whether it was working time: as the reporter says it, and as those who handle
/// the report correct it.
struct CircumstancesFields {
    let language: Language

    private var text: ReportTexts { ReportTexts(language: language) }

    func html(_ form: Form) -> HTML {
        """
        \(form.field("affected", text.affected, .select(affected)))\
        \(form.field("setting", text.setting, .select(settings)))\
        \(form.field("outside-hours", text.outsideHours, .tick))
        """
    }

    private var affected: [Choice] { Affected.allCases.map { Choice($0.rawValue, text.name(of: $0)) } }
    private var settings: [Choice] { WorkSetting.allCases.map { Choice($0.rawValue, text.name(of: $0)) } }
}

extension Circumstances {
    /// As a form shows them.
    var fields: Fields {
        Fields([
            "affected": affected.rawValue, "setting": setting.rawValue, "outside-hours": isOutsideHours ? "on" : "",
        ])
    }
}
