import Design
import Kernel
import Markup
import Storage
import Web

/// One card, alone on the phone: three questions, each saved as it is answered.
struct CardPage {
    let visit: Visit
    let seen: SeenRound
    let card: PriorityCard
    let known: KnownCard?
    let count: Int
    /// The cards beside this one.
    let previous: CardID?
    let next: CardID?
    let answers: Answers
    var problems = Problems.none

    /// - Throws: `Refusal` where the viewer is not asked, or the card is not in the round.
    init(_ visit: Visit, _ id: RoundID, _ card: CardID, _ problems: Problems = .none, _ reader: Reader) throws {
        self.visit = visit
        self.problems = problems
        seen = try SeenRound(id, for: visit.viewer, reader)
        let cards = try RoundStore(reader).cards(of: id)
        guard let index = cards.firstIndex(where: { $0.id == card }) else { throw Refusal.notFound }
        guard seen.mayPlace else { throw Refusal.forbidden(PriorityRefusals.place) }
        self.card = cards[index]
        known = try KnownCard.all([cards[index]], reader).first
        count = cards.count
        previous = index > 0 ? cards[index - 1].id : nil
        next = index + 1 < cards.count ? cards[index + 1].id : nil
        let placing = PlacingStore(reader)
        let mark =
            seen.round.step == .placing
            ? try placing.mark(of: visit.viewer.person, in: id, visit.house.settings) : nil
        answers = try mark.flatMap { try placing.answers(by: $0, in: id)[card] } ?? Answers()
    }

    private var text: PriorityTexts { PriorityTexts(language: visit.language) }
    private var round: PriorityRound { seen.round }
    private var path: Link { "/priorities/\(round.id)" }
    private func link(_ card: CardID) -> Link { "/priorities/\(round.id)/cards/\(card)" }

    var page: Page {
        let title = known?.title ?? ""
        let steps: [(String, Link)] = [(round.title, path)]
        return Page(
            title: "\(card.place). \(title)", section: "plan", topics: [.priorities(round.id)],
            scripts: ["js/placing.js"],
            content: """
                \(Breadcrumbs(steps, language: visit.language))\
                <div data-live-part="moved">\(moved)</div>\
                <div class="narrow stack">\(PageHeader(title, about: text.card(card.place, of: count)))\
                \(fate)\(why)\(form)<p class="meta">\(text.nobodySees) \(text.howFew)</p></div>
                """)
    }

    /// That the round is elsewhere: whoever stands here is led there.
    private var moved: HTML {
        guard round.step != .placing else { return .nothing }
        return Banner(.soon) {
            """
            <p>\(round.step == .proposal ? text.notYet : text.isOver) \
            <a href="\(path)" data-moved-on>\(text.toTheRound)</a></p>
            """
        }.html
    }

    private var fate: HTML? {
        known.flatMap { text.name($0.fate) }.map { "<p>\(Badge($0))</p>" }
    }

    private var why: HTML? {
        guard let why = known?.why, !why.isEmpty else { return nil }
        return "<p class=\"lines\">\(why)</p>"
    }

    private var fields: Fields {
        guard visit.method == .get else { return visit.fields }
        var fields = Fields()
        fields["effect"] = answers.effect.map { String($0.rawValue) } ?? ""
        fields["reach"] = answers.reach.map { String($0.rawValue) } ?? ""
        fields["hands"] = answers.hands.map { String($0.rawValue) } ?? ""
        return fields
    }

    private var form: HTML {
        guard round.step == .placing else { return .nothing }
        return Form(
            to: "/priorities/\(round.id)/cards/\(card.id)/placement", csrf: visit.csrf, fields: fields,
            problems: problems, language: visit.language
        ).html { form in
            """
            \(each: Question.allCases, { form.field($0.rawValue, text.asked($0), .cards(text.choices($0))).html })\
            <p class="meta" role="status" data-placing data-saved="\(text.saved)" data-saving="\(text.saving)" \
            data-unsaved="\(text.notSaved)"></p>\
            \(Button(text.saveAndNext, .primary, isFull: true))\
            <nav class="row" aria-label="\(text.allCards)">\(previous.map { Button("←\u{A0}\(card.place - 1)", to: link($0), .quiet) })\
            \(Button(text.allCards, to: path, .quiet))\
            \(next.map { Button("\(card.place + 1)\u{A0}→", to: link($0), .quiet) })</nav>
            """
        }
    }
}

/// That an answer came too late, with the answer in sight.
struct TooLatePage {
    let visit: Visit
    let late: TooLate
    let title: String

    private var text: PriorityTexts { PriorityTexts(language: visit.language) }

    var page: Page {
        let answers = (try? Answers(visit.fields, isPartial: true)) ?? Answers()
        let given: [(name: String, value: HTML)] = [
            (text.name(.effect), "\(answers.effect.map(text.effect) ?? "–")"),
            (text.name(.reach), "\(answers.reach.map(text.reach) ?? "–")"),
            (text.name(.hands), "\(answers.hands.map(text.name) ?? "–")"),
        ]
        return Page(
            title: text.tooLate, section: "plan",
            content: """
                \(PageHeader(text.tooLate, about: text.tooLateAbout(late.round.step)))\
                \(Sheet(title) { "\(Facts(given))" })\
                \(Button(text.toTheRound, to: "/priorities/\(late.round.id)", .primary))
                """)
    }
}
