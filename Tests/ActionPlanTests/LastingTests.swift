import Kernel
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing

@testable import ActionPlan

/// A clock that a test moves by days.
final class Calendar: Sendable {
    private let moment = Mutex(Workplace.monday)

    var now: Moment { moment.withLock { $0 } }
    func pass(days: Int) { moment.withLock { $0 = $0 + days * 86_400 } }
}

extension Workplace {
    static func with(_ calendar: Calendar, _ engine: Engine = .sqlite) async throws -> Workplace {
        try await Workplace(engine, clock: { calendar.now })
    }

    func judge(
        _ lasted: String, of id: String = "trays", as person: Person = maja, version: Int? = nil,
        _ more: [String: String] = [:]
    ) async throws -> Reply {
        let now = try await action(id)?.version ?? 0
        return try await post(
            "/actions/\(id)/judgement", as: person,
            ["lasted": lasted, "seen": "Bakkerne bliver brugt", "version": String(version ?? now)]
                .merging(more) { $1 })
    }
}

@Suite struct `Whether a closed action lasted` {
    let calendar = Calendar()

    /// Closed by Maja on the Monday.
    func closed(_ engine: Engine = .sqlite, _ more: [String: String] = [:]) async throws -> Workplace {
        let workplace = try await Workplace.with(calendar, engine)
        try await workplace.put(.sample())
        let reply = try await workplace.post(
            "/actions/trays/closure", as: Workplace.maja, Sent.closure.merging(more) { $1 })
        #expect(reply.status == 303)
        return workplace
    }

    @Test(arguments: Engine.tested)
    func `is asked of whoever was responsible after three months, and a yes settles it`(engine: Engine) async throws {
        let workplace = try await closed(engine)
        calendar.pass(days: 89)
        #expect(!(try await workplace.get("/", as: Workplace.maja)).text.contains("Holdt det?"))
        calendar.pass(days: 1)
        #expect((try await workplace.get("/", as: Workplace.maja)).text.contains("/actions/trays/judgement"))
        #expect(!(try await workplace.get("/", as: Workplace.jonas)).text.contains("/actions/trays/judgement"))
        let asked = try await workplace.get("/actions/trays/judgement", as: Workplace.maja)
        #expect(asked.status == 200 && asked.text.contains("Bakkerne står der"))
        let answered = try await workplace.judge("yes")
        #expect(answered.location == "/actions/trays")
        #expect(try await workplace.action()?.judgeOn == nil)
        #expect(!(try await workplace.get("/", as: Workplace.maja)).text.contains("/actions/trays/judgement"))
        let page = try await workplace.get("/actions/trays", as: Workplace.sara)
        #expect(page.text.contains("Ja, det holdt") && page.text.contains("Bakkerne bliver brugt"))
        #expect(page.text.contains("søndag 5. april 2026"))
        #expect(try await workplace.told(Workplace.jonas.id).first == "»Spildbakker i alle stinkskabe«: det holdt.")
    }

    @Test(arguments: Engine.tested)
    func `where it did not, the next action is opened and knows what it follows from`(engine: Engine) async throws {
        let workplace = try await closed(engine)
        calendar.pass(days: 100)
        let answered = try await workplace.judge("no")
        let link = try #require(answered.location)
        #expect(link.hasPrefix("/actions/new?") && link.contains("origin=action%3Atrays"))
        #expect(try await workplace.get(link, as: Workplace.maja).status == 200)
        let due = (Workplace.today + 200).text
        let next = try await workplace.post(
            "/actions", as: Workplace.maja, Sent.action(what: "Større bakker", ["origin": "action:trays", "due": due]))
        let old = try await workplace.get("/actions/trays", as: Workplace.maja).text
        #expect(old.contains(try #require(next.location)) && old.contains("Det holdt ikke. Hvad gør I så?"))
        #expect(
            try await workplace.get(try #require(next.location), as: Workplace.maja).text.contains("/actions/trays"))
        // The group hears, also who had no part in it.
        #expect(try await workplace.told(Workplace.jonas.id).first?.hasSuffix("det holdt ikke.") == true)
    }

    @Test func `where it lasted in part, it is asked again, and the line of judgements grows`() async throws {
        let workplace = try await closed()
        calendar.pass(days: 95)
        #expect(try await workplace.judge("partly").location == "/actions/trays")
        let again = try #require(try await workplace.action()?.judgeOn)
        #expect(again == (Workplace.today + 95).later(months: 3))
        #expect(!(try await workplace.get("/", as: Workplace.maja)).text.contains("/actions/trays/judgement"))
        calendar.pass(days: 95)
        #expect((try await workplace.get("/", as: Workplace.maja)).text.contains("/actions/trays/judgement"))
        _ = try await workplace.judge("yes")
        let judgements = try await workplace.database.read { try ActionStore($0).judgements(of: ActionID("trays")) }
        #expect(judgements.map(\.lasted) == [.partly, .yes])
    }

    @Test func `is asked on the group's own day, else on that of the follow-up, else after the plan's time`()
        async throws
    {
        let plan = PlanSetting(body: Workplace.labGroup, judgeAfter: 6)
        let today = Workplace.today
        var action = Action.sample()
        #expect(plan.asked(of: action, on: today).text == "2026-07-05")
        action.agreed.followUpOn = today + 40
        #expect(plan.asked(of: action, on: today) == today + 40)
        action.agreed.followUpOn = today
        #expect(plan.asked(of: action, on: today).text == "2026-07-05")
        let workplace = try await closed(.sqlite, ["judge_on": (today + 7).text])
        #expect(try await workplace.action()?.judgeOn == today + 7)
    }

    @Test(arguments: [
        ("2025-11-30", 3, "2026-02-28"), ("2026-01-31", 1, "2026-02-28"), ("2026-10-05", 3, "2027-01-05"),
    ])
    func `months are counted to the same day, or to the month's last`(day: String, months: Int, later: String) throws {
        #expect(try #require(Day(day)).later(months: months).text == later)
    }

    @Test func `a plan's own time holds for what is closed from then on`() async throws {
        let workplace = try await Workplace.with(calendar)
        try await workplace.put(.sample())
        let set = try await workplace.post("/plan/lab-group/lasting", as: Workplace.jonas, ["judge_after": "6"])
        #expect(set.status == 303)
        _ = try await workplace.post("/actions/trays/closure", as: Workplace.maja, Sent.closure)
        #expect(try await workplace.action()?.judgeOn?.text == "2026-07-05")
        for wrong in ["", "4", "x"] {
            let reply = try await workplace.post("/plan/lab-group/lasting", as: Workplace.jonas, ["judge_after": wrong])
            #expect(reply.status == 422)
        }
        for (person, status) in [(Workplace.sara, 403), (Workplace.karl, 404)] {
            let reply = try await workplace.post("/plan/lab-group/lasting", as: person, ["judge_after": "1"])
            #expect(reply.status == status)
        }
    }

    @Test(arguments: Engine.tested)
    func `the members are asked in the place of somebody who has left`(engine: Engine) async throws {
        let workplace = try await Workplace.with(calendar, engine)
        try await workplace.put(.sample(responsible: Workplace.sara.id))
        _ = try await workplace.post("/actions/trays/closure", as: Workplace.maja, Sent.closure)
        calendar.pass(days: 100)
        #expect(!(try await workplace.get("/", as: Workplace.maja)).text.contains("/actions/trays/judgement"))
        try await workplace.database.write { writer in
            try writer.execute("UPDATE person SET ends = \(Workplace.today + 50) WHERE id = 'sara'")
        }
        let today = try await workplace.get("/", as: Workplace.jonas)
        #expect(today.text.contains("/actions/trays/judgement") && today.text.contains("Sara Lund is no longer here."))
        #expect(!(try await workplace.get("/", as: Workplace.karl)).text.contains("/actions/trays/judgement"))
        #expect(try await workplace.judge("yes", as: Workplace.jonas).status == 303)
    }

    @Test(arguments: Engine.tested)
    func `two who answer at once make one judgement`(engine: Engine) async throws {
        let workplace = try await closed(engine)
        calendar.pass(days: 100)
        #expect(try await workplace.judge("partly", version: 2).status == 303)
        #expect(try await workplace.judge("no", as: Workplace.jonas, version: 2).status == 409)
        #expect(try await workplace.judge("no", as: Workplace.jonas, version: 2, ["key": "x"]).status == 409)
        let judgements = try await workplace.database.read { try ActionStore($0).judgements(of: ActionID("trays")) }
        #expect(judgements.count == 1)
    }

    @Test func `nothing is judged before the work, on the day of its closing, twice, or when it is open again`()
        async throws
    {
        let workplace = try await Workplace.with(calendar)
        try await workplace.put(.sample(), .sample("other", rank: 2048))
        #expect(try await workplace.judge("yes").status == 409)
        #expect(try await workplace.get("/actions/trays/judgement", as: Workplace.maja).status == 409)
        for id in ["trays", "other"] {
            _ = try await workplace.post("/actions/\(id)/closure", as: Workplace.maja, Sent.closure)
        }
        #expect(try await workplace.judge("yes").status == 409)
        calendar.pass(days: 100)
        let version = try #require(try await workplace.action()?.version)
        _ = try await workplace.post("/actions/trays/reopening", as: Workplace.jonas)
        #expect(try await workplace.action()?.judgeOn == nil)
        #expect(try await workplace.judge("yes", version: version).status == 409)
        #expect(!(try await workplace.get("/", as: Workplace.maja)).text.contains("/actions/trays/judgement"))
        #expect(try await workplace.judge("yes", of: "other").status == 303)
        #expect(try await workplace.judge("no", of: "other").status == 409)
    }

    @Test func `what did not work is not asked about again`() async throws {
        let workplace = try await closed(.sqlite, ["effect": "no", "judge_on": (Workplace.today + 7).text])
        #expect(try await workplace.action()?.judgeOn == nil)
        calendar.pass(days: 400)
        #expect(try await workplace.judge("yes").status == 409)
    }

    @Test func `an answer that lacks something comes back with what was typed`() async throws {
        let workplace = try await closed()
        calendar.pass(days: 100)
        let empty = try await workplace.judge("", ["seen": ""])
        #expect(empty.status == 422)
        let odd = try await workplace.judge("perhaps", ["seen": "Set <i>", "severity": "6"])
        #expect(odd.status == 422 && odd.text.contains("Set &lt;i&gt;"))
        #expect(try await workplace.judge("yes", ["version": "x"]).status == 422)
        for (day, status) in [(Workplace.today, 422), (Workplace.today + 3000, 422), (Workplace.today + 1, 303)] {
            try await workplace.put(.sample("on-\(day)", rank: 1))
            let closure = Sent.closure.merging(["judge_on": (day + 100).text]) { $1 }
            let reply = try await workplace.post("/actions/on-\(day)/closure", as: Workplace.maja, closure)
            #expect(reply.status == status, "\(day)")
        }
    }

    @Test func `those who took part may say so, readers may not, strangers find nothing`() async throws {
        let workplace = try await closed()
        calendar.pass(days: 100)
        for (person, status) in [(Workplace.sara, 403), (Workplace.rikke, 403), (Workplace.karl, 404)] {
            #expect(try await workplace.judge("yes", as: person).status == status)
            #expect(try await workplace.get("/actions/trays/judgement", as: person).status == status)
            let rated = try await workplace.post("/actions/trays/severity", as: person, ["severity": "3"])
            #expect(rated.status == status)
        }
        #expect(try await workplace.judge("yes", as: Workplace.eva).status == 303)
    }

    @Test func `whoever was responsible without a mandate says no, and the group goes on from there`() async throws {
        let workplace = try await Workplace.with(calendar)
        try await workplace.put(.sample(responsible: Workplace.sara.id))
        _ = try await workplace.post("/actions/trays/closure", as: Workplace.maja, Sent.closure)
        calendar.pass(days: 100)
        #expect(try await workplace.judge("no", as: Workplace.sara).location == "/actions/trays")
        #expect(!(try await workplace.get("/actions/trays", as: Workplace.sara)).text.contains("origin=action"))
        #expect((try await workplace.get("/actions/trays", as: Workplace.maja)).text.contains("origin=action"))
        #expect(try await workplace.told(Workplace.maja.id).first?.hasSuffix("det holdt ikke.") == true)
    }

    @Test func `an action cannot be made to follow from itself or from what is not there`() async throws {
        let workplace = try await closed()
        let changed = try await workplace.post(
            "/actions/trays", as: Workplace.maja, Sent.action(["origin": "action:trays", "version": "2"]))
        #expect(changed.status == 303)
        #expect(try await workplace.action()?.origin == nil)
        for origin in ["action:nothing", "action:", "action"] {
            let made = try await workplace.post("/actions", as: Workplace.maja, Sent.action(["origin": origin]))
            #expect(made.status == 422, "\(origin)")
        }
    }
}

@Suite struct `How bad a problem is, before and after` {
    @Test func `is rated before the work, at the closing and later, and drawn with its table`() async throws {
        let calendar = Calendar()
        let workplace = try await Workplace.with(calendar)
        try await workplace.put(.sample())
        let rated = try await workplace.post("/actions/trays/severity", as: Workplace.jonas, ["severity": "4"])
        #expect(rated.status == 303)
        let before = try await workplace.get("/actions/trays", as: Workplace.sara).text
        #expect(before.contains("4 af 5: alvorligt") && !before.contains("Før og efter"))
        _ = try await workplace.post(
            "/actions/trays/closure", as: Workplace.maja, Sent.closure.merging(["severity": "2"]) { $1 })
        calendar.pass(days: 100)
        _ = try await workplace.judge("yes", ["severity": "1"])
        let after = try await workplace.get("/actions/trays", as: Workplace.sara).text
        #expect(after.contains("Før og efter"))
        #expect(after.contains("4 af 5: alvorligt; Afsluttet, ") && after.contains("1 af 5: knap mærkbart."))
        #expect(after.components(separatedBy: "<circle").count - 1 == 15)
    }

    @Test(arguments: ["", "0", "6", "-1", "æ"]) func `is one of five`(severity: String) async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        let rated = try await workplace.post("/actions/trays/severity", as: Workplace.maja, ["severity": severity])
        #expect(rated.status == 422)
        #expect(try await workplace.action()?.severity == nil)
    }

    @Test func `is not rated as before when the work is done`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        _ = try await workplace.post("/actions/trays/closure", as: Workplace.maja, Sent.closure)
        let rated = try await workplace.post("/actions/trays/severity", as: Workplace.maja, ["severity": "5"])
        #expect(rated.status == 409)
    }
}
