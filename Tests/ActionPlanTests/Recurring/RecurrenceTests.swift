import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

extension Workplace {
    func recur(
        _ fields: [String: String] = [:], _ id: String = "trays", as person: Person = maja
    ) async throws -> Reply {
        try await post(
            "/actions/\(id)/recurrence", as: person,
            ["rhythm": "months", "every": "6", "made": "closing"].merging(fields) { $1 })
    }

    /// What has been put up after the action.
    func next(after id: String = "trays") async throws -> [Action] {
        try await database.read { reader in
            let found = try ActionStore(reader).actions(from: Origin(kind: "action", id: id))
            return try ActionStore(reader).find(found.map(\.id))
        }
    }

    func close(_ id: String = "trays", as person: Person = maja) async throws {
        #expect(try await post("/actions/\(id)/closure", as: person, Sent.closure).status == 303)
    }

    func leave(_ person: Person, on day: Day = today - 1) async throws {
        try await database.write { writer in
            _ = try writer.execute("UPDATE person SET ends = \(day) WHERE id = \(person.id)")
        }
    }

    func chain(_ id: String = "trays") async throws -> Recurrence? {
        try await database.read { try RecurrenceStore($0).chain(of: ActionID(id))?.0 }
    }
}

@Suite struct `An action that comes again` {
    let calendar = Calendar()

    func workplace(_ engine: Engine = .sqlite, responsible: Person = Workplace.maja) async throws -> Workplace {
        let workplace = try await Workplace.with(calendar, engine)
        try await workplace.put(.sample(responsible: responsible.id))
        return workplace
    }

    @Test(arguments: Engine.tested)
    func `is put up when the one before is closed, with the same agreement and a later day`(engine: Engine) async throws
    {
        let workplace = try await workplace(engine, responsible: Workplace.sara)
        let set = try await workplace.recur()
        #expect(set.status == 303 && set.said == "Indsatsen kommer igen.")
        #expect(try await workplace.next().isEmpty)
        try await workplace.close()
        let next = try #require(try await workplace.next().first)
        var agreed = Agreement.sample(responsible: Workplace.sara.id)
        // 19 July 2026 is a Sunday.
        agreed.due = try #require(Day("2026-07-20"))
        #expect(next.agreed == agreed && next.stage == .started && next.isOpen)
        #expect(next.origin == Origin(kind: "action", id: "trays"))
        #expect(try await workplace.chain()?.action == next.id)
        #expect(
            try await workplace.told(Workplace.sara.id).filter { $0.contains("kommet igen") }
                == ["»Spildbakker i alle stinkskabe« er kommet igen, og du er ansvarlig. Frist 20. jul."])
        let page = try await workplace.get("/actions/\(next.id)", as: Workplace.sara).text
        #expect(page.contains("Kommer igen hver 6. måned, når den afsluttes."))
        #expect(page.contains("Tidligere") && page.contains("/actions/trays\""))
        let old = try await workplace.get("/actions/trays", as: Workplace.maja).text
        #expect(old.contains("Den nyeste") && old.contains("/actions/\(next.id)"))
        // It stays in its rhythm, Sunday or not.
        calendar.pass(days: 190)
        try await workplace.close(next.id.text)
        #expect(try await workplace.next(after: next.id.text).first?.agreed.due.text == "2027-01-19")
    }

    @Test(arguments: Engine.tested)
    func `is made once, however often the one before is closed and opened again`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        _ = try await workplace.recur()
        try await workplace.close()
        #expect(try await workplace.post("/actions/trays/reopening", as: Workplace.maja).status == 303)
        try await workplace.close()
        #expect(try await workplace.next().count == 1)
        // What it is set to is changed on the latest only.
        #expect(try await workplace.recur().status == 409)
        #expect(try await workplace.post("/actions/trays/recurrence/stop", as: Workplace.maja).status == 409)
    }

    @Test(arguments: Engine.tested)
    func `comes on its day in any case, once for all servers`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        _ = try await workplace.recur(["made": "day", "rhythm": "weeks", "every": "2"])
        #expect(try await ActionPlan.comeAgain(in: workplace.house) == 0)
        calendar.pass(days: 14)
        let beside = try Workplace(beside: workplace)
        async let one = ActionPlan.comeAgain(in: workplace.house)
        async let other = ActionPlan.comeAgain(in: beside.house)
        #expect(try await one + other == 1)
        #expect(try await ActionPlan.comeAgain(in: workplace.house) == 0)
        let next = try #require(try await workplace.next().first)
        #expect(next.agreed.due == Workplace.today + 28 && next.createdBy == nil)
        #expect(try await workplace.action()?.isOpen == true)
        #expect(try await workplace.told(Workplace.maja.id).filter { $0.contains("kommet igen") }.count == 1)
        // Closing makes no other.
        try await workplace.close()
        #expect(try await workplace.next().count == 1)
        let page = try await workplace.get("/actions/\(next.id)", as: Workplace.maja).text
        #expect(page.contains("Forkant: lavede indsatsen"))
    }

    @Test func `catches up with one, not with all that a long sleep has missed`() async throws {
        let workplace = try await workplace()
        _ = try await workplace.recur(["made": "day", "rhythm": "weeks", "every": "1"])
        calendar.pass(days: 200)
        #expect(try await ActionPlan.comeAgain(in: workplace.house) == 1)
        #expect(try await ActionPlan.comeAgain(in: workplace.house) == 0)
        let due = try #require(try await workplace.next().first?.agreed.due)
        #expect(due > Workplace.today + 200 && due <= Workplace.today + 207)
    }

    @Test(arguments: Engine.tested)
    func `is given to whoever leads where the responsible person has left, and says so`(engine: Engine) async throws {
        let workplace = try await workplace(engine, responsible: Workplace.sara)
        _ = try await workplace.recur()
        try await workplace.leave(Workplace.sara)
        try await workplace.close()
        let next = try #require(try await workplace.next().first)
        #expect(next.agreed.responsible == Workplace.jonas.id)
        #expect(
            try await workplace.told(Workplace.jonas.id).first { $0.contains("kommet igen") }
                == "»Spildbakker i alle stinkskabe« er kommet igen. Den er din, fordi Sara Lund ikke er her mere. Frist 20. jul."
        )
        let page = try await workplace.get("/actions/\(next.id)", as: Workplace.maja).text
        #expect(page.contains("Givet videre, fordi Sara Lund ikke er her mere."))
        #expect(page.contains("givet til Jonas Riis, fordi Sara Lund ikke er her mere"))
    }

    @Test func `ends where nobody is left to give it to`() async throws {
        let workplace = try await workplace()
        _ = try await workplace.recur(["made": "day", "rhythm": "weeks", "every": "1"])
        calendar.pass(days: 14)
        for person in [Workplace.maja, Workplace.jonas] { try await workplace.leave(person) }
        #expect(try await ActionPlan.comeAgain(in: workplace.house) == 0)
        #expect(try await workplace.chain()?.stop?.reason == .nobody)
    }

    @Test(arguments: Engine.tested)
    func `leaves a closed theme, and ends with its group or on its day`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let theme = Theme(id: ThemeID("order"), body: Workplace.labGroup, title: "Orden", place: 0)
        let deed = workplace.deed(by: Workplace.maja)
        try await workplace.database.write { writer in
            try writer.apply(theme.added(), deed)
            for id in ["a", "b"] {
                var action = Action.sample(id)
                action.agreed.theme = theme.id
                try writer.apply(action.created(deed), deed)
            }
        }
        _ = try await workplace.recur([:], "a")
        _ = try await workplace.recur(["ends": (Workplace.today + 150).text], "b")
        _ = try await workplace.recur()
        _ = try await workplace.post("/themes/order/closure", as: Workplace.maja)
        try await workplace.close("a")
        #expect(try await workplace.next(after: "a").first?.agreed.theme == nil)
        try await workplace.close("b")
        #expect(try await workplace.next(after: "b").isEmpty)
        #expect(try await workplace.chain("b")?.stop?.reason == .ended)
        let page = try await workplace.get("/actions/b", as: Workplace.maja).text
        #expect(page.contains("Kommer ikke igen: tiden er gået"))
        try await workplace.database.write { writer in
            _ = try writer.execute("UPDATE body SET closes = \(Workplace.today - 1) WHERE id = \(Workplace.labGroup)")
        }
        let late = workplace.deed(by: nil)
        try await workplace.database.write { writer in
            let action = try #require(try ActionStore(writer.reader).find(ActionID("trays")))
            #expect(try RecurrenceWork(writer: writer, deed: late).follow(closing: action) == nil)
        }
        #expect(try await workplace.chain()?.stop?.reason == .closed)
    }

    @Test(arguments: Engine.tested)
    func `is stopped, also while the job runs, and may be taken up again`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        _ = try await workplace.recur(["made": "day", "rhythm": "weeks", "every": "1"])
        calendar.pass(days: 14)
        async let job = ActionPlan.comeAgain(in: workplace.house)
        async let stop = workplace.post("/actions/trays/recurrence/stop", as: Workplace.maja)
        let (made, reply) = try await (job, stop)
        // Whichever came first, the other hears of it.
        #expect(made == 1 ? reply.status == 409 : reply.status == 303)
        #expect(try await workplace.next().count == made)
        if made == 0 {
            #expect(try await workplace.recur().status == 303)
            #expect(try await workplace.chain()?.isRunning == true)
        }
    }

    @Test func `is set and stopped by those who work on the plan, and seen by those who read it`() async throws {
        let workplace = try await workplace(responsible: Workplace.sara)
        #expect(try await workplace.recur(as: Workplace.sara).status == 403)
        #expect(try await workplace.recur(as: Workplace.karl).status == 404)
        #expect(try await workplace.recur().status == 303)
        #expect(try await workplace.get("/actions/trays/recurrence", as: Workplace.sara).status == 403)
        #expect(try await workplace.get("/actions/trays/recurrence", as: Workplace.karl).status == 404)
        #expect(try await workplace.post("/actions/trays/recurrence/stop", as: Workplace.sara).status == 403)
        #expect(try await workplace.post("/actions/trays/recurrence/stop", as: Workplace.karl).status == 404)
        let page = try await workplace.get("/actions/trays", as: Workplace.sara).text
        #expect(page.contains("Kommer igen hver 6. måned") && !page.contains("Ret rytmen"))
    }

    @Test(arguments: Engine.tested)
    func `knows what its first one came from, so that nothing confidential is told of a later one`(engine: Engine)
        async throws
    {
        let workplace = try await Workplace.with(calendar, engine)
        let origin = Origin(kind: "report", id: "r1")
        try await workplace.put(.sample(origin: origin))
        _ = try await workplace.recur()
        var last = "trays"
        for _ in 0..<3 {
            try await workplace.close(last)
            last = try #require(try await workplace.next(after: last).first?.id.text)
        }
        let action = try #require(try await workplace.action(last))
        #expect(try await workplace.database.read { try ActionStore($0).root(of: action) } == origin)
    }

    @Test func `is refused with what was typed`() async throws {
        let workplace = try await workplace()
        let reply = try await workplace.recur(["every": "0", "ends": "<script>"])
        #expect(reply.status == 422)
        #expect(reply.text.contains("Skriv et helt tal fra 1 til 60.") && reply.text.contains("&lt;script&gt;"))
        #expect(try await workplace.chain() == nil)
        try await workplace.close()
        #expect(try await workplace.recur().status == 409)
    }
}
