import Design
import Documents
import Kernel
import Markup
import Organisation
import Storage
import Web

/// A round as it stands: it follows the steps by itself on every phone and on the wall.
struct RoundPage {
    let visit: Visit
    let seen: SeenRound
    let judged: [Judged<PriorityCard>]
    let known: [CardID: KnownCard]
    /// The viewer's own, while all place alone.
    let own: [CardID: Answers]
    /// For whoever leads: how many have placed.
    let progress: (begun: Int, done: Int)
    let problems: Problems

    init(_ visit: Visit, _ seen: SeenRound, _ problems: Problems = .none, _ reader: Reader) throws {
        self.visit = visit
        self.seen = seen
        self.problems = problems
        let (round, placing) = (seen.round, PlacingStore(reader))
        judged = try RoundStore(reader).judged(round)
        known = Dictionary(
            uniqueKeysWithValues: try KnownCard.all(judged.map(\.card), reader).map { ($0.card.id, $0) })
        let isPlacing = round.step == .placing
        let mark =
            isPlacing && seen.mayPlace
            ? try placing.mark(of: visit.viewer.person, in: round.id, visit.house.settings) : nil
        own = try mark.map { try placing.answers(by: $0, in: round.id) } ?? [:]
        progress = isPlacing && seen.mayLead ? try placing.progress(in: round.id, cards: judged.count) : (0, 0)
    }

    private var text: PriorityTexts { PriorityTexts(language: visit.language) }
    private var round: PriorityRound { seen.round }

    func page() throws(QRCodeProblem) -> Page {
        let name = seen.body.name.in(visit.language)
        let steps: [(String, Link)] = [
            (name, "/plan/\(round.body)"), (text.rounds, "/plan/\(round.body)/priorities"),
        ]
        return Page(
            title: round.title, section: "plan",
            topics: [.priorities(round.id)] + (seen.mayLead ? [.placing(in: round.id)] : []),
            content: """
                \(Breadcrumbs(steps, language: visit.language))\
                <div data-live-part="round-head" class="stack">\(head)</div>\
                <div data-live-part="round-lead">\(try lead)</div>\
                <div data-live-part="round-\(round.step.name)" class="stack loose">\(content)</div>\
                \(others)
                """)
    }

    /// The parts of the other steps, empty: so that a page that stands open becomes the next step's.
    private var others: HTML {
        HTML(each: RoundStep.allCases.filter { $0 != round.step }) { step in
            "<div data-live-part=\"round-\(step.name)\" class=\"stack loose\"></div>"
        }
    }

    private var head: HTML {
        let print = round.step.isShown ? Button(text.print, to: "/priorities/\(round.id)/print").html : nil
        return """
            \(PageHeader(round.title, about: text.told(round.step), actions: print))\
            \(Steps(RoundStep.allCases.map(text.name), current: round.step.rawValue, language: visit.language))
            """
    }

    private var content: HTML {
        switch round.step {
        case .proposal where !seen.mayLead:
            EmptyState(text.waitForGroup, text.waitForGroupHelp).html
        case .placing: placing
        case .proposal, .overlay, .agreement, .closed:
            RoundPicture(
                visit: visit, seen: seen, judged: judged, known: known, problems: problems,
                order: CardOrder(rawValue: visit.fields["sort"]) ?? .laid
            ).html
        }
    }

    // MARK: Alone

    private var placing: HTML {
        guard seen.mayPlace else {
            return EmptyState(
                text.othersPlace, round.audience == .members ? text.onlyMembers : text.waitForGroupHelp
            ).html
        }
        let missing = judged.filter { own[$0.card.id]?.placement == nil }
        let first = missing.first.map { card in
            Button(
                missing.count == judged.count ? text.placeFirst : text.placeNext, to: link(card.card), .primary,
                isFull: true)
        }
        let count = text.placed(judged.count - missing.count, of: judged.count)
        return Sheet(text.yours, aside: "\(count)", isPadded: false) {
            """
            <div class="body stack">\(when: missing.isEmpty, "<p>\(text.allPlaced)</p>")\(first)\
            <p class="meta">\(text.nobodySees) \(text.howFew)</p></div>\(TaskRows(judged.map(row)))
            """
        }.html
    }

    private func link(_ card: PriorityCard) -> Link { "/priorities/\(round.id)/cards/\(card.id)" }

    private func row(_ one: Judged<PriorityCard>) -> TaskRow {
        let placement = own[one.card.id]?.placement
        return TaskRow(
            known[one.card.id]?.title ?? "", to: link(one.card), detail: placement.map(text.words),
            badge: placement == nil ? Badge(text.isMissing, .soon) : Badge(text.isPlaced, .ok))
    }

    // MARK: Leading

    private var lead: HTML {
        get throws(QRCodeProblem) {
            guard seen.mayLead, round.step != .closed else { return .nothing }
            let door = round.step == .placing ? try self.door : nil
            return Sheet(text.leading) { "\(door)\(counted)\(moves)" }.html
        }
    }

    private var counted: HTML {
        guard round.step == .placing else { return .nothing }
        return """
            <p><b>\(text.progress(begun: progress.begun, done: progress.done))</b> \(text.tooFewYet)</p>
            """
    }

    private var moves: HTML {
        """
        <div class="actions">\(round.step.next.map { button(text.moveOn(to: $0), $0, .primary) })</div>\
        \(when: round.step == .agreement, "<p class=\"meta\">\(text.closeWarning)</p>")\
        \(round.step.previous.map(back))
        """
    }

    private func back(_ step: RoundStep) -> HTML {
        Disclosure(text.stepBack) {
            """
            \(when: round.step.wipes(to: step), "<p>\(text.wipeWarning)</p>")\(button(text.stepBack(to: step), step))
            """
        }.html
    }

    private func button(_ title: String, _ step: RoundStep, _ weight: Button.Weight = .plain) -> PostButton {
        PostButton(
            title, to: "/priorities/\(round.id)/step", csrf: visit.csrf, weight,
            hidden: [("to", step.name), ("version", String(round.version))])
    }

    /// How those in the room find it: by the code on the wall, or by its QR code.
    private var door: HTML {
        get throws(QRCodeProblem) {
            let address = visit.house.settings.publicAddress + "/prioritise"
            let link = "\(address)/\(round.code)"
            let short = String(address.drop { $0 != "/" }.dropFirst(2))
            return """
                <div class="round-door">\(try QRCode(text: link).svg(label: link))<div class="stack tight">\
                <p class="round-code">\(round.code)</p><p>\(text.atTheDoor(short))</p>\
                <p class="meta">\(text.name(round.audience)). \(text.about(round.audience))</p></div></div>
                """
        }
    }
}
