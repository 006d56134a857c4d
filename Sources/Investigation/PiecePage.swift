import Design
import Kernel
import Markup
import Reports
import Web

/// A piece of an investigation that is written anew or taken away.
struct PiecePage<Kind: KeptPiece> {
    let visit: Visit
    let picture: InvestigationPicture
    /// Nothing where somebody else took it away since the form was made: then what was typed is put in as a new one.
    let piece: Kind?
    var problems = Problems.none
    var clash: EditClash?

    private var text: InvestigationTexts { InvestigationTexts(language: visit.language) }
    private var causes: CauseTexts { CauseTexts(language: visit.language) }
    private var report: ID<Report> { picture.report.id }
    private var back: Link { "/reports/\(report)/investigation" }

    var page: Page {
        let kind = Reports.name(of: picture.report.kind).in(visit.language)
        return Page(
            title: title, section: "reports",
            content: """
                \(Breadcrumbs([(text.reports, "/reports"), (kind, "/reports/\(report)"), (text.investigation, back)], language: visit.language))\
                \(PageHeader(title))\(meanwhile)<div class="narrow stack">\(form)\(removal)</div>
                """)
    }

    private var title: String {
        switch Kind.self {
        case is EventStep.Type: text.editStep
        case is Cause.Type: causes.editCause
        default: text.editBarrier
        }
    }

    private var meanwhile: Meanwhile? {
        clash.map { clash in
            Meanwhile(
                nil, clashes: clash.theirs.sorted { $0.key < $1.key }.map { (label($0.key), told($0.key, $0.value)) },
                language: visit.language)
        }
    }

    private func label(_ name: String) -> String {
        switch name {
        case "time": text.time
        case "parent": causes.answers
        case "bone": causes.bone
        case "state": text.state
        default: Kind.self is Cause.Type ? causes.cause : Kind.self is Barrier.Type ? text.barrier : text.step
        }
    }

    /// What the other one wrote, as people read it.
    private func told(_ name: String, _ value: String) -> String {
        switch name {
        case "parent": value.isEmpty ? causes.theEvent : picture.tree[ID(value)]?.what ?? causes.theEvent
        case "bone": Bone(rawValue: value).map(causes.name) ?? causes.boneAsAbove
        case "state": BarrierState(rawValue: value).map(text.name) ?? value
        default: value
        }
    }

    private var form: HTML {
        let isRemoval = visit.address.hasSuffix("/removal")
        let isRefused = visit.method == .post && !isRemoval
        let fields = clash?.fields ?? (isRefused ? visit.fields : Fields(piece?.written ?? [:]))
        let action = piece.map { Link.to($0.id, of: report) } ?? Self.new(in: report)
        return Form(
            to: action, csrf: nil, fields: fields, problems: isRemoval ? .none : problems, language: visit.language
        ).html { form in
            """
            \(visit.seal)\(piece.map { Meanwhile.carried($0.written, form) })\(questions(form))\
            <div class="actions">\(Button(text.save))\(Button(text.cancel, to: back, .quiet))</div>
            """
        }
    }

    private static func new(in report: ID<Report>) -> Link {
        let path = "\(Kind.path)"
        return "/reports/\(report)/investigation/\(path)"
    }

    private func questions(_ form: Form) -> HTML {
        let cause = piece as? Cause
        let fields = PieceFields(form: form, visit: visit, tree: picture.tree, itself: cause?.id)
        switch Kind.self {
        case is EventStep.Type: return fields.step
        case is Cause.Type: return fields.cause
        default: return fields.barrier
        }
    }

    /// Asks once, and says what goes and what stays.
    private var removal: HTML {
        guard let piece else { return .nothing }
        let isRefused = visit.address.hasSuffix("/removal") && !problems.isEmpty
        return Disclosure(text.remove, isOpen: isRefused) {
            Form(
                to: Link.to(piece.id, of: report, then: "removal"), csrf: nil, problems: isRefused ? problems : .none,
                idPrefix: "removal-", language: visit.language
            ).html { form in
                """
                \(visit.seal)\(Meanwhile.carried(piece.written, form))<p class="lines">»\(piece.what)«</p>\
                \(when: Kind.self is Cause.Type, "<p class=\"meta\">\(causes.removal)</p>")\
                \(Button("\(text.remove)", .danger))
                """
            }
        }.html
    }
}
