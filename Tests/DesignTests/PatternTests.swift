import Kernel
import Markup
import MarkupTesting
import Testing

@testable import Design

struct PatternTests {
    static let language = Language.english

    static var patterns: [any Pattern] {
        let x = hostile
        let choices = [Choice(x, x, detail: x), Choice("b", "B")]
        let controls: [Control] = [
            .text(limit: 10, completes: x), .lines(limit: 10), .day(earliest: Day(number: 1)), .time, .number(least: 1),
            .select(choices), .cards(choices), .list(choices), .scale(choices), .ticks(choices, ticked: [x]), .tick,
            .files(accepts: x, isMany: true, isPhoto: true),
        ]
        let fields: [any Pattern] = controls.map {
            Field(
                "what", x, $0, value: x, hint: x, problem: SampleProblem(text: x), isRequired: false, language: language
            )
        }
        let note = Note(id: "1", x, to: "/a/\(x)", owner: x, due: x, badge: Badge(x), stage: x, theme: x, move: "/m")
        let others: [any Pattern] = [
            Button(x, to: "/", icon: "<b></b>"), Button(x, name: x, value: x),
            PostButton(x, to: "/", csrf: x, hidden: [(x, x)]), Badge(x, .late), Sheet(x, aside: "a") { "\(x)" },
            TaskRows([TaskRow(x, to: "/", detail: x, badge: Badge(x), when: x, distance: x)]), Face(x, isNamed: false),
            PersonName(x, detail: x), Figure(x, unit: x, x), Facts([(x, "\(x)")]), Banner(x), Banner(x, .soon),
            EmptyState(x, x, firstStep: Button(x, to: "/")), Breadcrumbs([(x, "/")], language: language),
            Tabs(x, [.init(x, to: "/", count: 3, isCurrent: true)]), PageHeader(x, about: x, actions: "a"),
            Pager(previous: "/", next: "/", about: x, language: language), Timeline([.init(x, .ok, what: "\(x)")]),
            Steps([x, x, x], current: 1, language: language),
            Thread([.init(by: x, x, x), .init(by: x, x, x, isOwn: true)], language: language),
            DataTable(
                x, columns: [.init(x), .init(x, isNumber: true, sort: "/", order: .ascending)],
                rows: [.init(["\(x)", "\(x)"], .changed)]),
            FilterBar(to: "/", search: x, kept: [(x, x)], isNarrowed: true, language: language),
            Dialog("d", x, opener: x, language: language) { "\(x)" }, Disclosure(x) { "\(x)" },
            Poster(x, x, drawing: .nothing, foot: x), ParkingLot(x, about: x, [.init(x, to: "/", support: x)]),
            Board(x, stages: choices, themes: choices, notes: [note], csrf: x, language: language),
            Said(x), Shortcuts(language: language), Meanwhile(x, clashes: [(x, x)], language: language),
            SourcedRules(
                x, [SourcedRule(Words(da: x, en: x), source: Words(da: x, en: x), isRead: false)], language: language),
        ]
        return fields + others
    }

    @Test(arguments: PatternTests.patterns.indices)
    func `a pattern is sound markup whatever it is given`(index: Int) {
        let html = Self.patterns[index].html
        #expect(HTMLCheck(html).problems == [])
        #expect(!html.source.contains("<script>"))
        #expect(!html.source.contains("&lt;small") && !html.source.contains("&lt;span"))
        #expect(!html.source.contains("HTML(") && !html.source.contains("Optional("))
    }

    @Test(arguments: Language.allCases)
    func `the design page is sound markup`(language: Language) {
        let html = DesignPage(language: language, assets: .sample).html
        #expect(HTMLCheck(html).problems == [])
        #expect(!html.source.contains("&lt;"))
    }

    @Test func `a shell is sound markup around hostile names`() {
        let signedIn = Shell.sample(hostile).page(hostile) { "\(hostile)" }
        let plain = PlainShell(
            language: .english, assets: .sample, here: "/report", organisation: hostile, csrf: hostile, said: hostile
        ).page(hostile) { "\(hostile)" }
        #expect(HTMLCheck(signedIn).problems == [])
        #expect(HTMLCheck(plain).problems == [])
        #expect(!(signedIn + plain).source.contains("<script>"))
    }

    @Test func `a place in the menu where nothing waits shows no number`() {
        let html = Shell.sample().page("Today") { "x" }.source
        #expect(html.contains("<span class=\"count\">4</span>"))
        #expect(!html.contains("<span class=\"count\">0</span>"))
    }

    @Test func `a hundred and more in the menu are ninety-nine and more, and news are a dot`() throws {
        let many = try #require(MenuItem(.sun, "Plan", to: "/plan", count: 120, counted: "overdue").mark).source
        #expect(many.contains(">99+<span class=\"unseen\"> overdue</span>"))
        let news = try #require(MenuItem(.sun, "Today", to: "/", count: 3, counted: "news", hasNews: true).mark).source
        #expect(
            news.contains("count dot") && news.contains("<span class=\"unseen\"> news</span>") && !news.contains("3"))
    }

    @Test func `a table tells how it is sorted`() {
        let table = DataTable("List", columns: [.init("Due", sort: "/?sort=due", order: .descending)], rows: [])
        #expect(table.html.source.contains("aria-sort=\"descending\""))
    }

    @Test(arguments: [("Maja Holm", "MH"), ("Per Due Elm", "PE"), ("åse", "Å"), ("", "")])
    func `initials are the first and the last`(name: String, initials: String) {
        #expect(Face(name).initials == initials)
    }

    @Test func `a face keeps its colour from one start of the server to the next`() {
        #expect(Face("Maja Holm").colour == 1)
        #expect(Face("Jonas Riis").colour == 6)
    }

    @Test func `a note that the viewer may not move has no form`() {
        let note = Note(id: "1", "Lamps", to: "/a/1", stage: "a", theme: "b")
        let board = Board(
            "Plan", stages: [Choice("a", "A")], themes: [Choice("b", "B")], notes: [note], csrf: "c", language: .english
        )
        #expect(board.html.source.contains("Lamps"))
        #expect(!board.html.source.contains("<form") && !board.html.source.contains("data-id"))
    }
}
