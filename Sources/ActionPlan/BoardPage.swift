import Design
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// A body's plan as a wall of notes.
struct BoardPage {
    let visit: Visit
    let plan: SeenPlan
    let themes: [Theme]
    let notes: [Action]
    let onHold: [Action]
    let people: [PersonID: String]
    let isOnPaper: Bool
    /// Actions that the viewer has a part in, where only that lets him or her move them.
    private let ownParts: Set<ActionID>

    /// - Parameter isOnPaper: without the forms that move notes.
    init(_ visit: Visit, _ plan: SeenPlan, isOnPaper: Bool = false, _ reader: Reader) throws {
        self.isOnPaper = isOnPaper
        self.visit = visit
        self.plan = plan
        let store = BoardStore(reader)
        let reach = visit.viewer.reads.condition(body: "body_id", unit: "unit_id")
        let open = try store.notes(of: plan.body.id, where: reach)
        let since = visit.today - BoardStore.daysClosed
        let worded = open + (try store.closed(of: plan.body.id, since: since, where: reach))
        notes = worded.map(\.action)
        people = Dictionary(worded.map { ($0.action.agreed.responsible, $0.responsible ?? "") }) { one, _ in one }
        onHold = try store.onHold(of: plan.body.id, where: reach)
        let all = try store.themes(of: plan.body.id)
        let used = Set(notes.compactMap(\.agreed.theme))
        themes = all.filter { $0.closedOn == nil || used.contains($0.id) }
        guard !plan.standing.mayWork else {
            ownParts = []
            return
        }
        let partners = try ActionStore(reader).partners(of: notes.map(\.id))
        let viewer = visit.viewer.person
        ownParts = Set(
            notes.filter { $0.agreed.responsible == viewer || partners[$0.id]?.contains(viewer) == true }.map(\.id))
    }

    private var language: Language { visit.language }
    private var text: ActionTexts { ActionTexts(language: language) }
    private var body: Body { plan.body }

    var page: Page {
        Page(
            title: "\(text.plan): \(body.name.in(language))", section: "plan", topics: [.board(of: body.id)],
            isWide: true, scripts: ["js/board.js"],
            content: """
                \(PageHeader("\(text.plan): \(body.name.in(language))", about: summary, actions: actions))\
                \(when: notes.isEmpty && themes.isEmpty && onHold.isEmpty, empty, else: wall)
                """)
    }

    var summary: HTML {
        let open = notes.filter(\.isOpen)
        let late = open.count { $0.isOverdue(on: visit.today) }
        let counts = text.count(open.count) + (late > 0 ? " · " + text.overdue(late) : "")
        return "<span data-live-part=\"summary\">\(counts)</span>"
    }

    private var actions: HTML {
        """
        \(Button(text.list, to: ("/actions" as Link).with([("body", body.id.text)])))\
        \(when: plan.standing.mayWork, "\(Button(text.themes, to: "/plan/\(body.id)/themes"))")\
        \(Button(text.print, to: "/plan/\(body.id)/print"))\
        \(when: plan.standing.mayWork, "\(Button(text.newAction, to: new, .primary))")
        """
    }

    private var new: Link { ("/actions/new" as Link).with([("body", body.id.text)]) }

    private var empty: HTML {
        let first = plan.standing.mayWork ? Button(text.newAction, to: new, .primary) : nil
        return """
            <div data-live-part="board">\(EmptyState(
                text.emptyBoard, text.emptyBoardAbout, icon: visit.house.assets.icon(.kanban, isLarge: true),
                firstStep: first))</div>
            """
    }

    var wall: HTML {
        let closed = ("/actions" as Link).with([("body", body.id.text), ("stage", Stage.closed.rawValue)])
        return """
            \(board)<p class="meta no-print">\(text.closedLately) <a href="\(closed)">\(text.allClosed)</a></p>\
            <div data-live-part="parked">\(when: !onHold.isEmpty, "\(parkingLot)")</div>
            """
    }

    private var board: Board {
        Board(
            text.plan, stages: Stage.allCases.map { Board.Stage($0.rawValue, text.name($0)) }, themes: rows,
            notes: notes.map(note), csrf: visit.csrf, language: language)
    }

    /// A row for notes without a theme only where it is needed, or where there is no other.
    private var rows: [Board.Theme] {
        let named = themes.map { Board.Theme($0.id.text, $0.title) }
        let isNeeded = themes.isEmpty || notes.contains { $0.agreed.theme == nil }
        return isNeeded ? named + [Board.Theme("", text.noTheme)] : named
    }

    private func note(_ action: Action) -> Note {
        let mayMove = !isOnPaper && (plan.standing.mayWork || ownParts.contains(action.id))
        return Note(
            id: action.id.text, action.agreed.what, to: "/actions/\(action.id)",
            owner: people[action.agreed.responsible],
            due: action.isOpen ? action.agreed.due.short(in: language, today: visit.today) : nil,
            badge: action.isOverdue(on: visit.today) ? Badge(text.isOverdue, .late) : nil, stage: action.stage.rawValue,
            theme: action.agreed.theme?.text ?? "", version: action.version,
            move: mayMove ? "/actions/\(action.id)/stage" : nil)
    }

    private var parkingLot: ParkingLot {
        ParkingLot(
            text.parkingLot, about: text.parkingLotAbout,
            onHold.map { action in
                let day = action.hold?.lookAgainOn.short(in: language, today: visit.today) ?? ""
                return ParkingLot.Idea(action.agreed.what, to: "/actions/\(action.id)", support: text.lookAgain(day))
            })
    }
}
