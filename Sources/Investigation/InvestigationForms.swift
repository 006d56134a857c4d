import ActionPlan
import Design
import Kernel
import Markup
import Organisation
import Reports
import Storage
import Web

/// The forms on the page of an investigation. Whichever was sent and refused comes back as it was typed; the others are
/// empty.
struct InvestigationForms {
    let visit: Visit
    let picture: InvestigationPicture
    var problems = Problems.none
    var clash: EditClash?

    private var text: InvestigationTexts { InvestigationTexts(language: visit.language) }
    private var causes: CauseTexts { CauseTexts(language: visit.language) }

    /// The page again, with the form for causes ready for what answers this one.
    func why(_ cause: Cause) -> Link {
        "/reports/\(picture.report.id)/investigation?why=\(cause.id)#add-cause"
    }

    func editLink<Kind: Piece>(_ piece: Kind, _ title: String) -> HTML {
        let address = Link.to(piece.id, of: picture.report.id)
        return "<a href=\"\(address)\" aria-label=\"\(title): \(piece.what)\">\(title)</a>"
    }

    /// Goes on to a new action on the plan, from which a confidential report keeps away.
    func action<Kind: Piece>(from piece: Kind) -> HTML {
        guard picture.seen.body != nil, !picture.report.isConfidential else { return .nothing }
        return """
            <form class="inline" method="post" action="\(Link.to(piece.id, of: picture.report.id, then: "action"))">\
            <input type="hidden" name="csrf" value="\(visit.csrf)">\
            <button class="button quiet" aria-label="\(text.makeAction(of: piece.what))">\(text.makeAction)</button></form>
            """
    }

    /// At which cause or barrier an action stands.
    func laying(_ action: Action) -> HTML {
        let pieces =
            picture.tree.lines.map { Choice($0.cause.id.text, String($0.cause.what.prefix(70))) }
            + picture.barriers.filter(\.state.isToMend).map { Choice($0.id.text, String($0.what.prefix(70))) }
        let link: Link = "/reports/\(picture.report.id)/investigation/actions/\(action.id)"
        return Form(
            to: link, csrf: visit.csrf, fields: Fields(["piece": picture.mended[action.id] ?? ""]),
            idPrefix: "lay-\(action.id)-", language: visit.language
        ).html { form in
            """
            \(form.field("piece", action.agreed.what, .select([Choice("", text.atNone)] + pieces), isRequired: false))\
            \(Button(text.save, .plain))
            """
        }
    }

    // MARK: The forms

    var step: HTML {
        form(to: "/reports/\(picture.report.id)/investigation/steps", "step-") { form in
            """
            <p class="hint">\(text.timelineHint)</p>\(PieceFields(form: form, visit: visit, tree: picture.tree).step)\
            \(Button(text.addStep, .plain))
            """
        }
    }

    var cause: HTML {
        let address: Link = "/reports/\(picture.report.id)/investigation/causes"
        return """
            <div id="add-cause">\(form(to: address, "cause-", ["parent": visit.method == .get ? visit.fields["why"] : ""]) { form in
                """
                <p class="hint">\(causes.causesHint)</p>\
                \(PieceFields(form: form, visit: visit, tree: picture.tree).cause)\(Button(causes.addCause, .plain))
                """
            })</div>
            """
    }

    var barrier: HTML {
        form(to: "/reports/\(picture.report.id)/investigation/barriers", "barrier-") { form in
            """
            <p class="hint">\(text.barriersHint)</p>\
            \(PieceFields(form: form, visit: visit, tree: picture.tree).barrier)\(Button(text.addBarrier, .plain))
            """
        }
    }

    var conclusion: HTML {
        let address: Link = "/reports/\(picture.report.id)/investigation/conclusion"
        let labels = ["conclusion": text.conclusionLabel, "prevention": text.prevention]
        return form(to: address, "conclusion-", picture.investigation.written) { form in
            """
            \(Meanwhile.carried(picture.investigation.written, form))\(meanwhile(address, labels))\
            \(form.field("conclusion", text.conclusionLabel, .lines(rows: 4, limit: InvestigationLimit.text), isRequired: false))\
            \(form.field("prevention", text.prevention, .lines(rows: 3, limit: InvestigationLimit.text), isRequired: false))\
            \(Button(text.save, .plain))
            """
        }
    }

    var participants: HTML {
        let address: Link = "/reports/\(picture.report.id)/investigation/participants"
        let people = Set(picture.participants.map(\.person))
        let ticked = Set(people.map(\.text))
        // What the sender ticked and unticked, beside what others did meanwhile.
        let shown = isSent(to: address) ? Set(Ticks(visit.fields).applied(to: people).map(\.text)) : ticked
        return form(to: address, "participants-", ["others": picture.investigation.others]) { form in
            """
            \(form.hidden("was_people", ticked.sorted().joined(separator: " ")))\
            \(Meanwhile.carried(["others": picture.investigation.others], form))\
            \(meanwhile(address, ["others": text.others]))\
            \(when: choices.isEmpty, "<p class=\"meta\">\(text.noGroup)</p>", else: form.field("people", text.tookPart, .ticks(choices, ticked: shown), hint: text.participantsHint, isRequired: false).html)\
            \(form.field("others", text.others, .lines(rows: 2, limit: InvestigationLimit.text), hint: text.othersHint, isRequired: false))\
            \(Button(text.save, .plain))
            """
        }
    }

    /// The group's two first, then the others with a seat, then those who took part and have none any more.
    private var choices: [Choice] {
        let names = OrganisationTexts(language: visit.language)
        let seated = picture.seats.seats.map { seat in
            Choice(seat.mandate.person.text, seat.name, detail: names.name(seat.mandate.role))
        }
        let known = picture.seats.people
        let former = picture.participants.filter { !known.contains($0.person) }.map {
            Choice($0.person.text, picture.names[$0.person] ?? "", detail: names.name($0.role))
        }
        return seated + former
    }

    /// What was wrong with what was sent by a button alone, which no form shows.
    var problemsOfNone: ProblemSummary? {
        let forms = ["steps", "causes", "barriers", "participants", "conclusion"]
        let isOfForm = forms.contains { visit.address.hasSuffix("/\($0)") }
        return problems.isEmpty || isOfForm ? nil : ProblemSummary(problems, language: visit.language)
    }

    private func isSent(to address: Link) -> Bool {
        (!problems.isEmpty || clash != nil) && visit.address == address.text
    }

    private func meanwhile(_ address: Link, _ labels: [String: String]) -> Meanwhile? {
        guard let clash, isSent(to: address) else { return nil }
        return Meanwhile(
            nil, clashes: clash.theirs.sorted { $0.key < $1.key }.map { (labels[$0.key] ?? $0.key, $0.value) },
            language: visit.language)
    }

    /// - Parameter shown: what stands in the form before anything is typed.
    private func form(
        to address: Link, _ prefix: String, _ shown: [String: String] = [:], _ content: (Form) -> HTML
    ) -> HTML {
        let isSent = isSent(to: address)
        return Form(
            to: address, csrf: nil, fields: isSent ? clash?.fields ?? visit.fields : Fields(shown),
            problems: isSent ? problems : .none, idPrefix: prefix, language: visit.language
        ).html { "\(seal(isSent))\(content($0))" }
    }

    /// A form beside the one that was refused is another one: it does not go by the key of that.
    private func seal(_ isSent: Bool) -> HTML {
        guard visit.method == .post, !isSent else { return visit.seal }
        let key = visit.house.identities.secret()
        return """
            <input type="hidden" name="csrf" value="\(visit.csrf)"><input type="hidden" name="key" value="\(key)">
            """
    }
}

/// The questions about a piece, whether it is new or written anew.
struct PieceFields {
    let form: Form
    let visit: Visit
    let tree: CauseTree
    /// The cause that is written anew: neither it nor what answers it can be answered by it.
    var itself: ID<Cause>?

    private var text: InvestigationTexts { InvestigationTexts(language: visit.language) }
    private var causes: CauseTexts { CauseTexts(language: visit.language) }

    var step: HTML {
        """
        \(form.field("time", text.time, .text(limit: InvestigationLimit.time), hint: text.timeHint, isRequired: false))\
        \(form.field("what", text.step, .lines(rows: 2, limit: InvestigationLimit.what)))
        """
    }

    var cause: HTML {
        """
        \(form.field("parent", causes.answers, .select(parents), isRequired: false))\
        \(form.field("what", causes.cause, .lines(rows: 2, limit: InvestigationLimit.what)))\
        \(form.field("bone", causes.bone, .select(bones), isRequired: false))
        """
    }

    var barrier: HTML {
        let states = BarrierState.allCases.map { Choice($0.rawValue, text.name($0)) }
        return """
            \(form.field("what", text.barrier, .lines(rows: 2, limit: InvestigationLimit.what)))\
            \(form.field("state", text.state, .list(states)))
            """
    }

    private var parents: [Choice] {
        let branch = itself.map(tree.branch) ?? []
        let others = tree.lines.filter { !branch.contains($0.cause.id) }
        return [Choice("", causes.theEvent)]
            + others.map { line in
                Choice(
                    line.cause.id.text,
                    "\(String(repeating: "– ", count: min(line.depth, 6)))\(line.cause.what.prefix(70))")
            }
    }

    private var bones: [Choice] {
        [Choice("", causes.boneAsAbove)] + Bone.allCases.map { Choice($0.rawValue, causes.name($0)) }
    }
}

extension Link {
    /// The page on which a piece is written anew, or what is done with it.
    static func to<Kind: Piece>(_ piece: ID<Kind>, of report: ID<Report>, then deed: String = "") -> Link {
        let path = "\(Kind.path)"
        guard !deed.isEmpty else { return "/reports/\(report)/investigation/\(path)/\(piece)" }
        return "/reports/\(report)/investigation/\(path)/\(piece)/\(deed)"
    }
}
