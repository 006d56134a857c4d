import Access
import Design
import Kernel
import Markup
import Organisation
import Web

/// Where somebody says what he or she saw: on a phone, in less than half a minute.
struct ReportFormPage {
    let visit: Visit
    /// Nothing on the copy that a phone keeps of a form for one's own unit.
    let unit: Unit?
    /// Nothing on a copy that is kept: who reads there may be another by then.
    let confidence: Confidence?
    /// Nothing on a copy that is kept: each report gets its own, made on the phone.
    let code: ReportCode?
    var problems = Problems.none
    /// What a search for another unit found; nothing where none was made.
    var found: [Unit]?
    let action: Link
    /// False at the door of a unit's own link, which always means that unit.
    let choosesUnit: Bool

    private var text: ReportTexts { ReportTexts(language: visit.language) }
    private var isCopy: Bool { code == nil }
    /// Whoever has signed in is known by that; the copy for one's own unit is sent as such a one.
    private var asksWho: Bool { isCopy ? !choosesUnit : !visit.viewer.isSomebody }
    private var onDevice: DoorOnDevice { DoorOnDevice(visit: visit, door: action, isCopy: isCopy) }

    var page: Page {
        Page(
            title: text.whatDidYouSee, surroundings: .plain, madeFrom: [], scripts: DoorOnDevice.scripts,
            content:
                "\(doors)\(unit.map { "<p class=\"meta\">\($0.name.in(visit.language))</p>" as HTML })\(onDevice.around(form))"
        )
    }

    /// At a unit's own link an idea can be given as well, behind a door that is another feature's.
    private var doors: HTML {
        guard let secret = visit.parameters["link"] else { return .nothing }
        return Tabs(
            text.atTheDoor,
            [
                .init(text.reportSomething, to: action, isCurrent: true),
                .init(text.haveAnIdea, to: "/r/\(secret)/idea"),
            ]
        ).html
    }

    private var form: HTML {
        Form(
            to: action, csrf: isCopy ? nil : visit.csrf, fields: fields, problems: problems, hasFiles: true,
            language: visit.language
        ).html { form in
            """
            \(form.hidden("code", code?.text ?? ""))\(choosesUnit ? unit.map { unitChoice(form, $0) } : nil)
            \(form.field("kind", text.kind, .cards(kinds), hint: confidence?.told(in: visit.language)
                ?? OfflineTexts(language: visit.language).areConfidential))
            \(form.field("what", text.what, .lines(rows: 3, limit: NewReport.whatLimit)))
            \(form.field("place", text.place, .text(limit: NewReport.placeLimit), isRequired: false))
            \(confidence.map { $0.ticks(form, in: visit.language) })
            \(form.field("photos", text.photos, photoControl, hint: photoHint, isRequired: false))
            \(Disclosure(text.more, isOpen: hasMore) { more(form) })
            \(form.field("anonymous", text.anonymous, .tick, hint: text.anonymousHint))
            \(when: asksWho, guest(form))
            \(Button(text.send, .primary, isFull: true))
            """
        }
    }

    private func more(_ form: Form) -> HTML {
        """
        \(form.field("happened", text.day, .day(latest: isCopy ? nil : visit.today), isRequired: false))
        \(CircumstancesFields(language: visit.language).html(form))
        """
    }

    private var hasMore: Bool {
        !fields["happened"].isEmpty || !["", Affected.employee.rawValue].contains(fields["affected"])
            || !["", WorkSetting.workplace.rawValue].contains(fields["setting"]) || !fields["outside-hours"].isEmpty
    }

    /// A visitor begins without a name; whoever has signed in, with it.
    private var fields: Fields {
        guard visit.method == .get else { return visit.fields }
        var fields = Fields()
        (fields["affected"], fields["setting"]) = (Affected.employee.rawValue, WorkSetting.workplace.rawValue)
        if asksWho { fields["anonymous"] = "on" }
        fields["place"] = String(visit.fields["place"].trimmed.prefix(NewReport.placeLimit))
        return fields
    }

    private var kinds: [Choice] {
        ReportKind.allCases.map { Choice($0.rawValue, text.name(of: $0), detail: text.detail(of: $0)) }
    }

    private var photoControl: Control {
        .files(accepts: "image/jpeg,image/png,image/webp,image/heic", isMany: true, isPhoto: true)
    }

    private var photoHint: String {
        problems.isEmpty ? text.photosHint : "\(text.photosAgain) \(text.photosHint)"
    }

    private func guest(_ form: Form) -> HTML {
        """
        <div class="stack guest">\(form.field("name", text.yourName, .text(limit: NewReport.nameLimit, completes: "name"),
            hint: text.nameHint, isRequired: false))\
        \(form.field("contact", text.contact, .text(limit: NewReport.nameLimit), isRequired: false))</div>
        """
    }

    private func unitChoice(_ form: Form, _ unit: Unit) -> HTML {
        """
        \(form.hidden("unit", unit.id.text))\(Disclosure(text.elsewhere, isOpen: found != nil) {
            "\(foundUnits)\(form.field("q", text.findUnit, .text(.search), isRequired: false))"
                + "\(Button(text.find, .plain, name: "find", value: "unit"))"
        })
        """
    }

    private var foundUnits: HTML {
        guard let found else { return .nothing }
        guard !found.isEmpty else { return "<p>\(text.noSuchUnit)</p>" }
        return """
            \(Field("unit", text.unit, .list(found.map { Choice($0.id.text, $0.name.in(visit.language), detail: $0.code) }),
                value: unit?.id.text ?? "", isRequired: false, idPrefix: "found-", language: visit.language))
            """
    }
}
