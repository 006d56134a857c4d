import Design
import Kernel
import Markup
import Web

/// One card: everybody's dots over each other, where the group laid it, and for whoever leads the form that lays it.
struct CardSheet {
    let visit: Visit
    let seen: SeenRound
    let one: Judged<PriorityCard>
    let known: KnownCard?
    let title: String
    let rank: Int?
    let problems: Problems
    /// Kept while one card after the other is laid.
    let order: CardOrder

    private var text: PriorityTexts { PriorityTexts(language: visit.language) }
    private var round: PriorityRound { seen.round }
    private var isProposing: Bool { round.step == .proposal }

    var html: HTML {
        """
        <div data-live-part="card-\(one.place)" id="card-\(one.place)">\(Sheet("\(one.place). \(title)", aside: aside) { content })</div>
        """
    }

    private var aside: HTML? { rank.map { "\(text.priority) \($0)" } }

    private var content: HTML {
        """
        \(known.flatMap { text.name($0.fate) }.map { "<p>\(Badge($0))</p>" as HTML })\
        \(when: !isProposing, seenByAll)\(when: mayLay, form)\(ways)
        """
    }

    private var seenByAll: HTML {
        guard let overlay = one.overlay else { return "<p class=\"meta\">\(text.tooFew)</p>\(said)" }
        return """
            <div class="row">\(text.badge(Unity(percent: overlay.agreement)))<span class="meta">\(text.people(overlay.total))</span></div>\
            \(drawing(overlay))\(when: !overlay.disputed.isEmpty, "<p>\(text.disputed(overlay.disputed))</p>")\
            <p class="meta">\(text.inTheMiddle(overlay.middle))</p>\(said)\(table(overlay))
            """
    }

    /// What the group said: first and in the end.
    private var said: HTML {
        """
        \(one.proposal.map { "<p class=\"meta\">□ \(text.proposed($0))</p>" as HTML })\
        \(one.agreed.map { "<p><b>◯ \(text.agreed($0))</b></p>" as HTML })
        """
    }

    private func drawing(_ overlay: Overlay) -> HTML {
        let counts = overlay.counts.sorted { $0.key.number < $1.key.number }
        var marks = counts.flatMap { placement, count in
            Array(repeating: MatrixDrawing.Mark(placement: placement, look: .dot), count: count)
        }
        if let proposal = one.proposal { marks.append(.init(placement: proposal, look: .proposal)) }
        if let agreed = one.agreed { marks.append(.init(placement: agreed, look: .agreed)) }
        let told = counts.map { "\($0.value): \(text.words($0.key))" }.joined(separator: "; ")
        return MatrixDrawing(labels: text.matrixLabels, marks: marks, told: text.pictureTold(told)).svg
    }

    private func table(_ overlay: Overlay) -> Disclosure {
        Disclosure(text.allPlacements) {
            DataTable(
                "\(text.allPlacements): \(title)", isCaptionSeen: false, asCards: false,
                columns: [.init(text.placement), .init(text.howMany, isNumber: true)],
                rows: overlay.counts.sorted { ($1.value, $0.key.number) < ($0.value, $1.key.number) }.map {
                    DataTable.Row(["\(text.words($0.key))", "\($0.value)"])
                }
            ).html
        }
    }

    // MARK: Laying it

    private var mayLay: Bool { seen.mayLead && (isProposing || round.step == .agreement) }
    private var laid: Placement? { isProposing ? one.proposal : one.agreed }

    /// Begins where all lie in the middle.
    private var fields: Fields {
        guard problems.isEmpty else { return visit.fields }
        var fields = Fields()
        guard let start = laid ?? (isProposing ? nil : one.overlay?.middle ?? one.proposal) else { return fields }
        for question in Question.allCases { fields[question.rawValue] = String(start.value(of: question)) }
        return fields
    }

    private var form: HTML {
        let path: Link =
            isProposing
            ? "/priorities/\(round.id)/cards/\(one.card.id)/proposal"
            : "/priorities/\(round.id)/cards/\(one.card.id)/agreement"
        return Form(
            to: path, csrf: visit.csrf, fields: fields, problems: problems, idPrefix: "card-\(one.place)-",
            language: visit.language
        ).html { form in
            """
            \(form.hidden("sort", order.rawValue))<div class="round-form">\(each: Question.allCases, { question in
                form.field(question.rawValue, text.name(question), .select([Choice("", text.choose)] + text.choices(question))).html
            })</div><div class="actions">\(Button(text.layIt, laid == nil ? .primary : .plain))\
            \(when: laid != nil, "\(Badge(text.isPlaced, .ok))")</div>
            """
        }
    }

    private var ways: HTML {
        guard let known, let link = known.link else { return .nothing }
        let isAnswerable = known.isOpenIdea && seen.mayLead && round.step >= .agreement
        return
            "<p><a href=\"\(link)\">\(isAnswerable ? text.takeUpOrPark : text.look(at: one.card.about))<span class=\"unseen\">: \(title)</span></a></p>"
    }
}
