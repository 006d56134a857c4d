import Design
import Kernel
import Markup
import Organisation
import Web

/// All cards where they lie: the drawing with its table, and each card by itself.
struct RoundPicture {
    let visit: Visit
    let seen: SeenRound
    let judged: [Judged<PriorityCard>]
    let known: [CardID: KnownCard]
    let problems: Problems
    let order: CardOrder

    private var text: PriorityTexts { PriorityTexts(language: visit.language) }
    private var round: PriorityRound { seen.round }
    private var isProposing: Bool { round.step == .proposal }
    private var ranks: [Int: Int] { judged.ranks() }
    private var cards: [Judged<PriorityCard>] { judged.ordered(by: order) }

    var html: HTML {
        """
        \(overview)\(when: round.step >= .agreement && seen.mayLead, afterwards)\
        <div class="round-cards">\(each: cards, { card($0) })</div>
        """
    }

    private func title(_ one: Judged<PriorityCard>) -> String {
        let title = known[one.card.id]?.title ?? ""
        return title.isEmpty ? text.name(.gone) ?? "" : title
    }

    // MARK: All together

    private var overview: HTML {
        Sheet(isProposing ? text.proposalPicture : text.picture, aside: aside, isPadded: false) {
            """
            <div class="body stack"><div class="round-picture">\(drawing)</div>\(when: !isProposing, orders)</div>\(table)
            """
        }.html
    }

    private var aside: HTML? { round.step.isShown ? "\(text.people(round.people))" : nil }

    var drawing: HTML {
        let laid = judged.filter { $0.lies != nil }
        let told = laid.map { one in "\(one.place): \(one.lies.map(text.words) ?? "")" }.joined(separator: "; ")
        return MatrixDrawing(
            labels: text.matrixLabels,
            marks: laid.compactMap { one in
                one.lies.map { MatrixDrawing.Mark(placement: $0, look: .card(one.place)) }
            }, told: text.pictureTold(laid.isEmpty ? text.nothingPlaced : told)
        ).svg
    }

    private var orders: HTML {
        let tabs = CardOrder.allCases.map { one in
            Tabs.Tab(
                text.name(one),
                to: ("/priorities/\(round.id)" as Link).with([("sort", one == .laid ? "" : one.rawValue)]),
                isCurrent: one == order)
        }
        return Tabs(text.order, tabs).html
    }

    var table: DataTable {
        var columns: [DataTable.Column] = [.init(text.theCard)]
        columns += Question.allCases.map { .init(text.name($0)) }
        if !isProposing { columns += [.init(text.unity), .init(text.priority, isNumber: true)] }
        let ranks = ranks
        return DataTable(
            text.picture, isCaptionSeen: false, columns: columns,
            rows: cards.map { one in
                var cells: [HTML] = ["\(one.place). \(title(one))"]
                cells += Question.allCases.map { "\(word(of: $0, one.lies))" }
                if !isProposing {
                    let unity = one.overlay.map { text.badge(Unity(percent: $0.agreement)) }
                    cells += [unity.map { "\($0)" } ?? "–", "\(ranks[one.place].map(String.init) ?? "–")"]
                }
                return DataTable.Row(cells)
            })
    }

    private func word(of question: Question, _ placement: Placement?) -> String {
        guard let placement else { return "–" }
        return switch question {
        case .effect: text.effect(placement.effect)
        case .reach: text.reach(placement.reach)
        case .hands: text.name(placement.hands)
        }
    }

    // MARK: One by one

    private func card(_ one: Judged<PriorityCard>) -> HTML {
        CardSheet(
            visit: visit, seen: seen, one: one, known: known[one.card.id], title: title(one),
            rank: isProposing ? nil : ranks[one.place],
            problems: visit.parameters["card"] == one.card.id.text ? problems : .none, order: order
        ).html
    }

    // MARK: Afterwards

    private var afterwards: HTML {
        let isLaid = round.boardBefore != nil
        let path: Link = isLaid ? "/priorities/\(round.id)/order/undo" : "/priorities/\(round.id)/order"
        let hasActions = judged.contains { $0.agreed != nil && known[$0.card.id]?.action != nil }
        let ideas = known.values.filter(\.isOpenIdea).sorted { $0.card.place < $1.card.place }
        guard hasActions || isLaid || !ideas.isEmpty else { return .nothing }
        return Sheet(text.whatFollows) {
            """
            \(when: hasActions || isLaid, """
                <p>\(isLaid ? text.boardIsLaid : text.layBoardHint)</p>\
                <div class="actions">\(PostButton(isLaid ? text.layBoardBack : text.layBoard, to: path, csrf: visit.csrf))\
                \(Button(text.board, to: "/plan/\(round.body)", .quiet))</div>
                """)\
            \(when: !ideas.isEmpty, """
                <p>\(text.whatFollowsAbout)</p><ul class="stack tight">\(each: ideas, { idea in
                    "<li><a href=\"\(idea.link ?? "/")\">\(idea.title)</a></li>"
                })</ul>
                """)
            """
        }.html
    }
}
