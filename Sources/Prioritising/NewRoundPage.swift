import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Where a group says what it prioritises, and with whom.
struct NewRoundPage {
    let visit: Visit
    let body: Body
    let problems: Problems
    let ideas: [OfferedCard]
    let actions: [OfferedCard]

    /// - Throws: `Refusal` where the viewer does not lead here.
    init(_ visit: Visit, of id: BodyID, _ problems: Problems, _ reader: Reader) throws {
        self.visit = visit
        self.problems = problems
        body = try SeenPriorities.led(id, by: visit.viewer, reader).body
        let text = PriorityTexts(language: visit.language)
        ideas = try Offered.ideas(of: body.id, text, reader)
        actions = try Offered.actions(of: body.id, text, reader, on: visit.today)
    }

    private var text: PriorityTexts { PriorityTexts(language: visit.language) }

    var page: Page {
        let name = body.name.in(visit.language)
        let steps: [(String, Link)] = [
            (name, "/plan/\(body.id)"), (text.rounds, "/plan/\(body.id)/priorities"),
        ]
        return Page(
            title: text.newRound, section: "plan",
            content: """
                \(Breadcrumbs(steps, language: visit.language))\
                \(PageHeader(text.newRound, about: text.newRoundAbout))<div class="narrow">\(form)</div>
                """)
    }

    private var fields: Fields {
        guard visit.method == .get else { return visit.fields }
        var fields = Fields()
        fields["audience"] = Audience.everyone.rawValue
        return fields
    }

    private var form: HTML {
        Form(
            to: "/plan/\(body.id)/priorities", csrf: nil, fields: fields, problems: problems, language: visit.language
        ).html { form in
            """
            \(visit.seal)\
            \(form.field("title", text.roundTitle, .text(limit: PriorityRound.titleLimit), hint: text.roundTitleHint))\
            \(ticks("ideas-", text.chooseIdeas, ideas))\(form.field("cards", text.chooseActions, .ticks(choices(actions)),
                hint: actions.isEmpty ? text.noneOpen : nil, isRequired: true))\
            \(form.field("own", text.ownCards, .lines(rows: 3), hint: text.ownCardsHint, isRequired: false))\
            \(form.field("audience", text.whoPlaces, .cards(Audience.allCases.map { audience in
                Choice(audience.rawValue, text.name(audience), detail: text.about(audience))
            })))\
            \(Button(text.start, .primary))
            """
        }
    }

    /// Ideas and actions are ticked under one name.
    private func ticks(_ prefix: String, _ title: String, _ cards: [OfferedCard]) -> Field {
        Field(
            "cards", title, .ticks(choices(cards), ticked: Set(fields.all("cards"))),
            hint: cards.isEmpty ? text.noneOpen : nil, idPrefix: prefix, language: visit.language)
    }

    private func choices(_ cards: [OfferedCard]) -> [Choice] {
        cards.map { Choice($0.name, $0.title, detail: $0.detail) }
    }
}
