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
    let notes: [HangingNote]
    /// Where there are more notes than have room.
    let crowd: CrowdedBoard?
    let onHold: [Action]
    /// What others laid in the parking lot.
    let parked: Parked
    /// What other features show beside the board.
    let guests: [BoardGuest]
    let isOnPaper: Bool
    /// Actions that the viewer has a part in, where only that lets him or her move them.
    private let ownParts: Set<ActionID>
    /// Whether other bodies answer to this one.
    private let hasBelow: Bool
    /// Whether every unit that the body looks after is within reach.
    private let seesAll: Bool

    /// - Parameter isOnPaper: without the forms that move notes.
    /// - Throws: `Refusal.notFound` where the plan is not there or not within reach.
    init(
        _ visit: Visit, of id: BodyID, guests: PlanGuests, isOnPaper: Bool = false, _ reader: Reader
    ) throws {
        self.isOnPaper = isOnPaper
        self.visit = visit
        let reads = visit.viewer.reads
        let reach = reads.condition(of: id, unit: "unit_id")
        let since = visit.today - BoardStore.daysClosed
        let asking = Asking()
        let (bodies, units) = (
            asking.rows(BodyStore.body(id, on: reads.day)), asking.rows(BodyStore.units(of: [id], on: reads.day))
        )
        let (hanging, closed) = (
            asking.rows(BoardStore.notes(of: id, where: reach)),
            asking.rows(BoardStore.closed(of: id, since: since, where: reach))
        )
        let (onHold, all, below) = (
            asking.rows(BoardStore.onHold(of: id, where: reach)), asking.rows(BoardStore.themes(of: id)),
            asking.rows(BodyStore.hasBelow(id, on: reads.day))
        )
        let lot = guests.parked(id, visit.viewer, asking)
        let beside = isOnPaper ? [] : guests.board(id, visit, asking)
        try asking.go(reader)
        hasBelow = !below.rows.isEmpty
        let open = hanging.rows
        var body = bodies.first
        body?.units = units.rows
        plan = try SeenPlan(body, for: visit.viewer, reader)
        seesAll =
            try reads.bodies.contains(plan.body.id) || plan.body.units.allSatisfy { try reads.includes($0, reader) }
        crowd =
            open.count > BoardStore.mostNotes
            ? try CrowdedBoard(of: id, where: reach, on: visit.today, reader) : nil
        notes = (crowd?.notes ?? open) + closed.rows
        self.onHold = onHold.rows
        parked = lot()
        let plan = plan
        self.guests = try beside.map { try $0(plan, reader) }
        let used = Set(notes.compactMap(\.theme))
        themes = all.rows.filter { $0.closedOn == nil || used.contains($0.id) }
        guard !plan.standing.mayWork else {
            ownParts = []
            return
        }
        let partners = try ActionStore(reader).partners(of: notes.map(\.id))
        let viewer = visit.viewer.person
        ownParts = Set(
            notes.filter { $0.responsible == viewer || partners[$0.id]?.contains(viewer) == true }.map(\.id))
    }

    private var language: Language { visit.language }
    private var text: ActionTexts { ActionTexts(language: language) }
    private var body: Body { plan.body }

    var page: Page {
        Page(
            title: "\(text.plan): \(body.name.in(language))", section: "plan", topics: topics,
            madeFrom: [.board(of: body.id)], isWide: true, scripts: ["js/board.js", "js/follow.js"],
            shortcuts: shortcuts,
            content: """
                \(PageHeader("\(text.plan): \(body.name.in(language))", about: summary, actions: actions))\(tabs)\(undo)\
                <div class="stack tight" data-live-part="guests">\(each: guests.compactMap(\.above), { $0 })</div>\
                \(when: notes.isEmpty && themes.isEmpty && onHold.isEmpty && parked.notes.isEmpty, empty, else: wall)
                """)
    }

    private var shortcuts: [Shortcut] {
        let words = ShortcutTexts(language: language)
        let new = plan.standing.mayWork ? [Shortcut("n", text.newAction, to: ".page-header a.primary")] : []
        return new + [
            Shortcut("f", words.narrow, to: ".tabs a[href^='/actions']"), Shortcut("← ↑ → ↓", words.betweenNotes),
            Shortcut("o", words.openNote), Shortcut("Enter", words.moveNote),
        ]
    }

    /// Who sees a part of the board hears no hints, which tell of all its notes.
    private var topics: [Topic] { [.board(of: body.id)] + (seesAll ? [.moves(of: body.id)] : []) }

    /// Right after a move: the way back, for as long as nobody else has touched the note.
    private var undo: HTML? {
        guard visit.said != nil, let undo = UndoneMove(visit.fields),
            let note = notes.first(where: { $0.id == undo.action && $0.version == undo.version })
        else { return nil }
        let button = PostButton(
            text.undoMove(of: note.what), to: "/actions/\(undo.action)/stage", csrf: visit.csrf,
            hidden: undo.fields)
        return "<div class=\"no-print\">\(button)</div>"
    }

    var summary: HTML {
        let open = crowd?.count ?? notes.count(where: \.isOpen)
        let late = crowd?.overdue ?? notes.count { $0.isOverdue(on: visit.today) }
        let counts = text.count(open) + (late > 0 ? " · " + text.overdue(late) : "")
        return "<span data-live-part=\"summary\">\(counts)</span>"
    }

    /// Coordinators of a unit, and the secretariat, look after many plans.
    private var arrangesMany: Bool { visit.viewer.offices.contains { $0.role.givesRights } }

    /// What else there is of the plan.
    private var tabs: Tabs {
        let own = [
            Tabs.Tab(text.board, to: "/plan/\(body.id)", isCurrent: true),
            Tabs.Tab(text.list, to: ("/actions" as Link).with([("body", body.id.text)])),
            Tabs.Tab(PlanTableTexts(language: language).table, to: "/plan/\(body.id)/table"),
            Tabs.Tab(FigureTexts(language: language).tab, to: "/plan/\(body.id)/figures"),
        ]
        let lasting = Tabs.Tab(LastingTexts(language: language).title, to: "/plan/\(body.id)/lasting")
        let themes = plan.standing.mayWork ? [Tabs.Tab(text.themes, to: "/plan/\(body.id)/themes")] : []
        let below = hasBelow ? [Tabs.Tab(BelowTexts(language: language).tab, to: "/plan/\(body.id)/below")] : []
        let all = arrangesMany ? [Tabs.Tab(BelowTexts(language: language).allPlans, to: "/plans")] : []
        return Tabs(text.plan, own + guests.flatMap(\.tabs) + [lasting] + themes + below + all)
    }

    private var actions: HTML {
        """
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
                firstStep: first))</div><div data-live-part="parked">\(parkingLot)</div>
            """
    }

    var wall: HTML {
        let closed = ("/actions" as Link).with([("body", body.id.text), ("stage", Stage.closed.rawValue)])
        return """
            \(board)<p class="meta no-print">\(text.closedLately) <a href="\(closed)">\(text.allClosed)</a></p>\
            <div data-live-part="parked">\(when: !isOnPaper || hasParked, "\(parkingLot)")</div>
            """
    }

    private var board: Board {
        Board(
            text.plan, stages: Stage.allCases.map { Board.Stage($0.rawValue, text.name($0)) }, themes: rows,
            notes: notes.map(note), rests: rests, csrf: visit.csrf, language: language)
    }

    private var rests: [Board.Rest] {
        let titles = Dictionary(themes.map { ($0.id, $0.title) }) { one, _ in one }
        return (crowd?.rests ?? []).map { rest in
            let list = ("/actions" as Link).with([
                ("body", body.id.text), ("stage", rest.stage.rawValue),
                ("theme", rest.theme.flatMap { titles[$0] } ?? ""),
            ])
            return Board.Rest(
                text.more(rest.count), to: list, stage: rest.stage.rawValue, theme: rest.theme?.text ?? "",
                before: rest.first.text)
        }
    }

    /// A row for notes without a theme only where it is needed, or where there is no other.
    private var rows: [Board.Theme] {
        let named = themes.map { Board.Theme($0.id.text, $0.title) }
        let isNeeded = themes.isEmpty || notes.contains { $0.theme == nil }
        return isNeeded ? named + [Board.Theme("", text.noTheme)] : named
    }

    private func badge(_ note: HangingNote) -> Badge? {
        if note.answerBy.map({ $0 < visit.today }) == true {
            return Badge(LeaderTexts(language: language).isMissing, .late)
        }
        if note.isOverdue(on: visit.today) { return Badge(text.isOverdue, .late) }
        return note.isOpen ? guests.lazy.compactMap { $0.marks[note.id] }.first : nil
    }

    private func note(_ note: HangingNote) -> Note {
        let mayMove = !isOnPaper && (plan.standing.mayWork || ownParts.contains(note.id))
        return Note(
            id: note.id.text, note.what, to: "/actions/\(note.id)", owner: note.name,
            due: note.isOpen ? note.due.short(in: language, today: visit.today) : nil,
            badge: badge(note), stage: note.stage.rawValue,
            theme: note.theme?.text ?? "", version: note.version, move: mayMove ? "/actions/\(note.id)/stage" : nil)
    }

    /// How many lie there.
    var parkedCount: Int { onHold.count + parked.notes.count }
    private var hasParked: Bool { parkedCount > 0 }

    private var parkingLot: ParkingLot {
        ParkingLot(
            text.parkingLot, about: hasParked ? text.parkingLotAbout : text.parkingLotEmpty,
            actions: isOnPaper ? [] : parked.actions,
            parked.notes
                + onHold.map { action in
                    let day = action.hold?.lookAgainOn.short(in: language, today: visit.today) ?? ""
                    return ParkingLot.Idea(
                        action.agreed.what, to: "/actions/\(action.id)", support: text.lookAgain(day))
                })
    }
}
