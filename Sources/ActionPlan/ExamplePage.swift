import Access
import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// An example as this viewer sees it: where it is from only so far as he or she may read that plan.
struct SeenExample: Sendable {
    let example: Example
    /// The unit's name to those who may read the plan; to others its kind, where there are many of that kind.
    let place: Place?
    let mayReadAction: Bool

    enum Place: Sendable, Equatable {
        case unit(Words)
        case kind(Unit.Kind)
    }

    /// So many units of a kind there must be for the kind to tell nothing.
    static let fewest = 5

    /// Those that may still be told, in their order.
    /// - Parameter common: kinds of units of which there are many.
    static func all(
        _ examples: [Example], for viewer: Viewer, common: Set<Unit.Kind>, _ origins: Origins, on day: Day,
        _ reader: Reader
    ) throws -> [SeenExample] {
        let actions = try ActionStore(reader).find(examples.map(\.action))
        let byID = Dictionary(actions.map { ($0.id, $0) }) { one, _ in one }
        return try examples.compactMap { example in
            // What became confidential since it was shared is found no more.
            if let root = example.root, case .nothing = try origins.discretion(of: root, reader) { return nil }
            guard let action = byID[example.action] else { return nil }
            let mayRead = try Standing(viewer, in: action, reader).mayRead
            let unit = try UnitStore(reader).find(action.agreed.unit, on: day)
            let kind = unit.map(\.kind).flatMap { common.contains($0) ? Place.kind($0) : nil }
            return SeenExample(
                example: example, place: mayRead ? unit.map { .unit($0.name) } : kind, mayReadAction: mayRead)
        }
    }
}

/// Kinds of units of which there are so many that a kind does not tell which unit.
struct CommonKinds: Sendable {
    let kinds: Set<Unit.Kind>

    /// Counted among the first units only: where those are not enough, a kind is rather not told.
    init(on day: Day, _ reader: Reader) throws {
        let units = try UnitStore(reader).page(on: day, most: 200)
        let counts = Dictionary(grouping: units, by: \.kind).mapValues(\.count)
        kinds = Set(counts.filter { $0.value >= SeenExample.fewest }.keys)
    }
}

/// What other groups did that worked: searched, paged, and taken over with one tap.
struct ExamplesPage {
    static let pageSize = 20

    let visit: Visit
    let filter: ExampleFilter
    let examples: [SeenExample]
    let next: String?
    /// The plan on which an example would be used; nothing where the viewer works on none.
    let body: BodyID?

    private var text: ExampleTexts { ExampleTexts(language: visit.language) }
    private var words: ActionTexts { ActionTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.title, section: "plan",
            content: """
                \(PageHeader(text.title, about: text.about))\(bar)\
                <div class="stack loose">\(when: examples.isEmpty, nothing, else: cards)\(pager)</div>
                """)
    }

    private var bar: FilterBar {
        let form = Form(to: "/examples", csrf: nil, fields: visit.fields, language: visit.language)
        let kinds = [Choice("", text.allKinds)] + HazardKind.allCases.map { Choice($0.rawValue, words.name($0)) }
        return FilterBar(
            to: "/examples", search: visit.fields["q"], searchTitle: text.search,
            fields: [form.field("kind", words.kind, .select(kinds)), form.field("lasted", text.onlyLasting, .tick)],
            kept: body.map { [("body", $0.text)] } ?? [], isNarrowed: filter.isNarrowed, language: visit.language)
    }

    private var nothing: HTML {
        let icon = visit.house.assets.icon(.list, isLarge: true)
        return filter.isNarrowed || filter.after != nil
            ? EmptyState(text.noneFound, text.noneFoundAbout, icon: icon).html
            : EmptyState(text.nothing, text.nothingAbout, icon: icon).html
    }

    private var cards: HTML {
        HTML(each: examples) { ExampleCard(seen: $0, body: body, language: visit.language).html }
    }

    private var pager: Pager {
        let query: [(name: StaticString, value: String)] = [
            ("q", visit.fields["q"]), ("kind", visit.fields["kind"]), ("lasted", visit.fields["lasted"]),
            ("body", body?.text ?? ""),
        ]
        return Pager(
            previous: filter.after.map { _ in ("/examples" as Link).with(query) },
            next: next.map { ("/examples" as Link).with(query + [("after", $0)]) }, language: visit.language)
    }
}

/// One example.
struct ExampleCard: Pattern {
    let seen: SeenExample
    let body: BodyID?
    let language: Language

    private var text: ExampleTexts { ExampleTexts(language: language) }
    private var example: Example { seen.example }

    var html: HTML {
        let answers = [(text.done, example.done), (text.learned, example.learned)].filter { !$0.1.isEmpty }
        return Sheet(example.title, aside: aside) {
            """
            \(each: answers, { "<div><h3>\($0.0)</h3><p class=\"lines\">\($0.1)</p></div>" })\
            <div class="row">\(use)\(when: seen.mayReadAction, "<a href=\"\("/actions/\(example.action)" as Link)\">\(text.own)</a>")</div>
            """
        }.html
    }

    private var aside: HTML {
        let kind = example.kind.map { ActionTexts(language: language).name($0) }
        let told = [kind, place, String(example.year)].compactMap { $0 }.joined(separator: " · ")
        return "\(Badge(example.lasted ? text.lasted : text.worked, .ok)) \(told)"
    }

    private var place: String? {
        switch seen.place {
        case .unit(let name): name.in(language)
        case .kind(let kind): OrganisationTexts(language: language).name(kind)
        case nil: nil
        }
    }

    private var use: HTML? {
        body.map { body in
            let link = ActionPlan.newActionLink(body: body, origin: Origin(kind: "example", id: example.id.text))
            return """
                <a class="button primary" href="\(link)">\(text.use)<span class="unseen">: \(example.title)</span></a>
                """
        }
    }
}
