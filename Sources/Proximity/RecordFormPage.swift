import Design
import Files
import Kernel
import Law
import Markup
import Organisation
import Web

/// What the form of a record is made from.
struct RecordGround: Sendable {
    /// From which somebody came; the record is about it or about a unit above it.
    let unit: Unit
    let line: [Unit]
    /// Changes that it can answer, with what they were.
    let changes: [(id: ID<OrganisationChange>, told: Words)]
    let figures: AreaFigures
    /// The version that is corrected, with what stands in it.
    let former: ProximityRecord?
    let assessments: [Criterion: String]
    let answered: Set<ID<OrganisationChange>>
    let files: [StoredFile]
    /// Who wrote the version that is corrected.
    let writer: String?

    /// As the form shows it before anything is typed.
    func fields(_ query: Fields, on today: Day) -> Fields {
        var texts: [String: [String]] = written(on: today).mapValues { [$0] }
        if former == nil {
            let change = query["change"]
            texts["occasion"] = [change.isEmpty ? query["occasion"] : ProximityRecord.Occasion.change.rawValue]
            texts["changes"] = change.isEmpty ? [] : [change]
        } else {
            texts["changes"] = answered.map(\.text)
        }
        return Fields(texts)
    }

    /// By field; of a new record the figures that are known.
    func written(on today: Day) -> [String: String] {
        var texts = [
            "unit": (former?.unit ?? unit.id).text, "day": (former?.day ?? today).text,
            "occasion": former?.occasion.rawValue ?? "", "employees": "\(former?.employees ?? figures.employees)",
            "units": "\(former?.units ?? figures.units)", "groups": "\(former?.groups ?? figures.groups)",
            "members": "\(former?.members ?? figures.members)", "conclusion": former?.conclusion ?? "",
            "decided_by": former?.decidedBy ?? "", "participants": former?.participants ?? "",
        ]
        for criterion in Criterion.allCases { texts["criterion-\(criterion.rawValue)"] = assessments[criterion] ?? "" }
        return texts
    }
}

/// The form in which the proximity of a unit's safety organisation is described, or corrected as a new version.
struct RecordFormPage {
    let visit: Visit
    let ground: RecordGround
    var problems = Problems.none
    var clash: EditClash?

    private var text: ProximityTexts { ProximityTexts(language: visit.language) }
    private var language: Language { visit.language }

    var page: Page {
        let name = ground.unit.name.in(language)
        let title = ground.former == nil ? text.newRecord : text.correct
        return Page(
            title: "\(text.title(name)): \(title)", section: "organisation",
            content: """
                \(Breadcrumbs([(name, "/units/\(ground.unit.id)"), (text.proximity, "/units/\(ground.unit.id)/proximity")], language: language))
                \(PageHeader(title, about: ground.former == nil ? name : "\(name) · \(text.correctHow)"))
                \(clash.map { clash in
                    Meanwhile(ground.writer, clashes: clash.theirs.sorted { $0.key < $1.key }.map { (label($0.key), $0.value) }, language: language)
                })
                <div class="columns"><div>\(form)</div>\(SourcedRules(text.law, visit.house.law.committees(on: visit.today).proximity.map(\.sourced), isOpen: true, language: language))</div>
                """)
    }

    private var form: HTML {
        let link: Link = ground.former.map { "/proximity/\($0.id)/edit" } ?? "/units/\(ground.unit.id)/proximity"
        let fields =
            clash?.fields ?? (visit.method == .post ? visit.fields : ground.fields(visit.fields, on: visit.today))
        let form = Form(
            to: link, csrf: nil, fields: fields, problems: problems, hasFiles: true, language: language)
        let units = ground.line.reversed().map { Choice($0.id.text, $0.name.in(language)) }
        let occasions = ProximityRecord.Occasion.allCases.map { Choice($0.rawValue, text.name($0)) }
        return form.html { form in
            """
            \(visit.seal)\(when: ground.former != nil, Meanwhile.carried(ground.written(on: visit.today), form))
            \(form.field("unit", text.unit, .select(units), hint: text.unitHint))
            <div class="pair">\(form.field("day", text.day, .day(latest: visit.today), hint: text.dayHint))
            \(form.field("occasion", text.occasion, .select(occasions)))</div>
            \(when: !ground.changes.isEmpty, form.field("changes", text.changes, .ticks(ground.changes.map { Choice($0.id.text, $0.told.in(language)) }), isRequired: false).html)
            <h2>\(text.figures)</h2><p class="hint">\(text.figuresHow)</p>
            <div class="pair">\(form.field("employees", text.employees, .number(least: 0)))\(form.field("units", text.units, .number(least: 0)))</div>
            <div class="pair">\(form.field("groups", text.groups, .number(least: 0)))\(form.field("members", text.members, .number(least: 0)))</div>
            <h2>\(text.assessment)</h2>
            \(each: Criterion.allCases, { criterion in
                form.field("criterion-\(criterion.rawValue)", text.name(criterion), .lines(limit: WrittenProximity.textLimit), hint: text.help(criterion)).html
            })
            \(form.field("conclusion", text.conclusion, .lines(rows: 4, limit: WrittenProximity.textLimit), hint: text.conclusionHint))
            \(form.field("decided_by", text.decidedBy, .text(limit: 400), hint: text.decidedByHint))
            \(form.field("participants", text.participants, .lines(rows: 2, limit: 2000)))
            \(form.field("file", text.file, .files(accepts: "*/*", isMany: true), isRequired: false))
            <div class="actions">\(Button(text.save, .primary))\(Button(text.back, to: "/units/\(ground.unit.id)/proximity", .quiet))</div>
            """
        }
    }

    private func label(_ name: String) -> String {
        if let criterion = Criterion.allCases.first(where: { name == "criterion-\($0.rawValue)" }) {
            return text.name(criterion)
        }
        return switch name {
        case "unit": text.unit
        case "day": text.day
        case "occasion": text.occasion
        case "employees": text.employees
        case "units": text.units
        case "groups": text.groups
        case "members": text.members
        case "conclusion": text.conclusion
        case "decided_by": text.decidedBy
        default: text.participants
        }
    }
}
