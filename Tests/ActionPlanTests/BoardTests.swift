import HTTPTypes
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `The board` {
    static let order: [ActionID] = ["a", "b", "c"].map(ActionID.init(_:))

    func notes(of workplace: Workplace, at stage: Stage = .started) async throws -> [String] {
        try await workplace.database.read { reader in
            try BoardStore(reader).notes(of: Workplace.labGroup, where: "1 = 1").filter { $0.stage == stage }
                .map(\.id.text)
        }
    }

    func workplace(_ engine: Engine = .sqlite, ranks: [Int] = [1024, 2048, 3072]) async throws -> Workplace {
        let workplace = try await Workplace(engine)
        for (id, rank) in zip(["a", "b", "c"], ranks) { try await workplace.put(.sample(id, what: id, rank: rank)) }
        return workplace
    }

    @Test(arguments: Engine.tested, [[1024, 2048, 3072], [1, 2, 3], [5, 5, 5]])
    func `lays a note before another, also where there is no room between two`(
        engine: Engine, ranks: [Int]
    ) async throws {
        let workplace = try await workplace(engine, ranks: ranks)
        let moved = try await workplace.post(
            "/actions/c/stage", as: Workplace.maja, ["stage": "started", "theme": "", "before": "b", "version": "1"])
        #expect(moved.status == 303)
        #expect(try await notes(of: workplace) == ["a", "c", "b"])
        _ = try await workplace.post(
            "/actions/b/stage", as: Workplace.maja, ["stage": "started", "theme": "", "before": "a", "version": "1"])
        #expect(try await notes(of: workplace) == ["b", "a", "c"])
        _ = try await workplace.post(
            "/actions/b/stage", as: Workplace.maja, ["stage": "started", "theme": "", "version": "2"])
        #expect(try await notes(of: workplace) == ["a", "c", "b"])
    }

    @Test(arguments: Engine.tested)
    func `offers right after a move to lay the note back where it hung, until somebody else touches it`(
        engine: Engine
    ) async throws {
        let workplace = try await workplace(engine)
        let moved = try await workplace.post(
            "/actions/a/stage", as: Workplace.maja, ["stage": "at_goal", "theme": "", "version": "1"])
        let page = try #require(moved.location)
        func board() async throws -> Reply {
            try await workplace.get(page, headers: [.cookie: "session=session of maja; said=SGVq"])
        }
        let offered = try await board().text
        #expect(offered.contains("Fortryd: læg »a« tilbage"))
        #expect(!(try await workplace.get(page, as: Workplace.maja).text.contains("Fortryd: læg")))

        let back = ["stage": "started", "theme": "", "before": "b", "version": "2"]
        for (name, value) in back where !value.isEmpty {
            #expect(offered.contains("<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"), "\(name)")
        }
        #expect(try await workplace.post("/actions/a/stage", as: Workplace.jonas, back).status == 303)
        #expect(try await notes(of: workplace) == ["a", "b", "c"])
        #expect(!(try await board().text.contains("Fortryd: læg")))
        #expect(try await workplace.post("/actions/a/stage", as: Workplace.maja, back).status == 409)
    }

    @Test func `tells the script the note's new version`() async throws {
        let workplace = try await workplace()
        let moved = try await workplace.post(
            "/actions/a/stage", as: Workplace.maja, ["stage": "at_goal", "theme": "", "version": "1"],
            headers: [.accept: "application/json"])
        #expect(moved.text == #"{"version":2}"#)
    }

    @Test func `sends whoever drops a note on closed to the questions`() async throws {
        let workplace = try await workplace()
        let moved = try await workplace.post(
            "/actions/a/stage", as: Workplace.maja, ["stage": "closed", "theme": "", "version": "1"])
        #expect(moved.location == "/actions/a/closure")
        #expect(try await workplace.action("a")?.isOpen == true)
    }

    @Test(arguments: [["stage": "nowhere"], ["stage": "at_goal"], ["stage": "at_goal", "version": "one"]])
    func `refuses a move that it cannot read`(fields: [String: String]) async throws {
        let workplace = try await workplace()
        #expect(try await workplace.post("/actions/a/stage", as: Workplace.maja, fields).status == 422)
    }

    @Test(arguments: Engine.tested)
    func `shows closed actions for thirty days`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        _ = try await workplace.post("/actions/a/closure", as: Workplace.maja, Sent.closure)
        let (now, later) = try await workplace.database.read { reader in
            let today = Workplace.today
            return (
                try reader.rows(BoardStore.closed(of: Workplace.labGroup, since: today - 30, where: "1 = 1")).count,
                try reader.rows(BoardStore.closed(of: Workplace.labGroup, since: today + 1, where: "1 = 1")).count
            )
        }
        #expect(now == 1)
        #expect(later == 0)
    }

    @Test(arguments: Engine.tested)
    func `has themes as rows, in the order that is wanted`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        for title in ["Stress", "Kemi og orden"] {
            let added = try await workplace.post(
                "/plan/lab-group/themes", as: Workplace.maja, ["title": title])
            #expect(added.status == 303)
        }
        func titles() async throws -> [String] {
            try await workplace.database.read { try BoardStore($0).openThemes(of: Workplace.labGroup).map(\.title) }
        }
        func id(_ title: String) async throws -> String {
            let themes = try await workplace.database.read { try BoardStore($0).themes(of: Workplace.labGroup) }
            return try #require(themes.first { $0.title == title }).id.text
        }
        #expect(try await titles() == ["Stress", "Kemi og orden"])
        let chemistry = try await id("Kemi og orden")
        _ = try await workplace.post("/themes/\(chemistry)/place", as: Workplace.maja, ["way": "up"])
        #expect(try await titles() == ["Kemi og orden", "Stress"])
        _ = try await workplace.post("/themes/\(chemistry)", as: Workplace.maja, ["title": "Kemi"])
        #expect(try await titles() == ["Kemi", "Stress"])
        let made = try await workplace.post("/actions", as: Workplace.maja, Sent.action(["theme": chemistry]))
        #expect(made.status == 303)
        _ = try await workplace.post("/themes/\(chemistry)/closure", as: Workplace.maja)
        #expect(try await titles() == ["Stress"])
        let board = try await workplace.get("/plan/lab-group", as: Workplace.maja)
        #expect(board.text.contains("Kemi"))
        let refused = try await workplace.post("/actions", as: Workplace.maja, Sent.action(["theme": chemistry]))
        #expect(refused.status == 422)
        _ = try await workplace.post("/themes/\(chemistry)/reopening", as: Workplace.maja)
        #expect(try await titles() == ["Kemi", "Stress"])
        let empty = try await workplace.post("/themes/\(chemistry)", as: Workplace.maja, ["title": " "])
        #expect(empty.status == 422)
        #expect(try await workplace.post("/themes/\(chemistry)", as: Workplace.karl, ["title": "x"]).status == 404)
        #expect(try await workplace.post("/themes/\(chemistry)", as: Workplace.sara, ["title": "x"]).status == 403)
    }

    @Test(arguments: Engine.tested)
    func `refuses a move onto a theme that was closed meanwhile, or of another plan`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let deed = workplace.deed(by: Workplace.jonas)
        let closed = Theme(id: ThemeID("gone"), body: Workplace.labGroup, title: "Støj", place: 1)
        let theirs = Theme(id: ThemeID("theirs"), body: Workplace.committee, title: "Støj", place: 1)
        try await workplace.database.write { writer in
            for theme in [closed, theirs] { try writer.apply(theme.added(), deed) }
        }
        _ = try await workplace.post("/themes/gone/closure", as: Workplace.maja)
        for theme in ["gone", "theirs", "nowhere"] {
            let moved = try await workplace.post(
                "/actions/a/stage", as: Workplace.maja, ["stage": "started", "theme": theme, "version": "1"])
            #expect(moved.status == 422, "\(theme)")
        }
        #expect(try await workplace.action("a")?.agreed.theme == nil)
        #expect(try await workplace.action("a")?.version == 1)
    }

    @Test func `gives an employee no forms to move with`() async throws {
        let workplace = try await workplace()
        #expect(try await workplace.get("/plan/lab-group", as: Workplace.maja).text.contains("move-form"))
        #expect(try await !workplace.get("/plan/lab-group", as: Workplace.sara).text.contains("move-form"))
    }

    @Test func `says what belongs there while it is empty`() async throws {
        let workplace = try await Workplace()
        let board = try await workplace.get("/plan/lab-group", as: Workplace.maja)
        #expect(board.text.contains("Ingen indsatser endnu"))
        #expect(board.text.contains("/actions/new?body=lab-group"))
    }
}
