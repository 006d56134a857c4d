import ActionPlan
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import StuckActions

/// From the plan's own record to the question on Today, and what each answer does.
@Suite struct `Does it move?` {
    private static let (maja, jonas, sara, eva, karl) = (
        Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.eva, Workplace.karl
    )
    private let calendar = Calendar()
    private static let question = "/actions/fans/still"

    private func asks(_ work: Workplace, _ person: Person = maja) async throws -> Bool {
        try await work.get("/", as: person).text.contains(Self.question)
    }

    @Test(arguments: Engine.tested)
    func `is asked of whoever is responsible after six weeks, and the board marks the note`(engine: Engine) async throws
    {
        let work = try await Workplace.with(calendar, engine)
        try await work.put(responsible: Self.sara)
        calendar.pass(days: 41)
        #expect(try await !asks(work, Self.sara))
        #expect(try await !work.get("/plan/lab-group", as: Self.maja).text.contains(">Står stille</span>"))
        calendar.pass(days: 1)
        #expect(try await asks(work, Self.sara))
        #expect(try await !asks(work, Self.maja))
        #expect(try await work.get("/plan/lab-group", as: Self.maja).text.contains(">Står stille</span>"))
        #expect(try await work.get("/plan/lab-group/still", as: Self.maja).text.contains("Ny udsugning"))
        #expect(try await work.get("/actions/fans", as: Self.jonas).text.contains("Nothing has happened to it since"))
    }

    @Test(arguments: ["comment", "stage", "edit", "leader"])
    func `a comment, a move, a change and a question to the leader each make it move`(what: String) async throws {
        let work = try await Workplace.with(calendar)
        try await work.put()
        calendar.pass(days: 50)
        #expect(try await asks(work))
        #expect(try await work.get("/plan/lab-group", as: Self.maja).text.contains(">Står stille</span>"))
        switch what {
        case "comment": _ = try await work.post("/actions/fans/comments", as: Self.sara, ["comment": "Jeg ringer"])
        case "stage":
            _ = try await work.post("/actions/fans/stage", as: Self.maja, ["stage": "at_goal", "version": "1"])
        case "edit":
            _ = try await work.post(
                "/actions/fans", as: Self.jonas,
                [
                    "what": "Ny udsugning", "why": "Støv", "unit": "laboratories", "responsible": "maja",
                    "due": (Workplace.today + 300).text, "difficulty": "simple", "version": "1",
                ])
        default:
            _ = try await work.post(
                "/actions/fans/requests", as: Self.maja,
                ["wish": "time", "text": "En time", "leader": "jonas", "answer_by": (Workplace.today + 60).text])
        }
        #expect(try await !asks(work))
        #expect(try await !work.get("/plan/lab-group", as: Self.maja).text.contains(">Står stille</span>"))
    }

    @Test func `what is on hold or closed is not asked about`() async throws {
        let work = try await Workplace.with(calendar)
        try await work.put()
        _ = try await work.post(
            "/actions/fans/hold", as: Self.maja,
            ["reason": "Venter", "look_again_on": (Workplace.today + 200).text, "key": "1"])
        calendar.pass(days: 60)
        #expect(try await !asks(work))
        #expect(try await work.get(Self.question, as: Self.maja).status == 409)
        _ = try await work.post("/actions/fans/resumption", as: Self.maja)
        calendar.pass(days: 60)
        #expect(try await asks(work))
        _ = try await work.post(
            "/actions/fans/closure", as: Self.maja, ["done": "Sat op", "effect": "yes", "key": "2"])
        #expect(try await !asks(work))
        for path in [Self.question, "/actions/fans/checks/new"] {
            #expect(try await work.get(path, as: Self.maja).status == 409)
        }
        #expect(try await work.post(Self.question, as: Self.maja, ["answer": "stuck"]).status == 409)
        #expect(try await work.post("/actions/fans/checks", as: Self.maja, ["form": "named"]).status == 409)
    }

    @Test(arguments: Engine.tested)
    func `it moves: how it stands becomes a comment, and after the next six weeks it is asked again`(engine: Engine)
        async throws
    {
        let work = try await Workplace.with(calendar, engine)
        try await work.put()
        calendar.pass(days: 42)
        let refused = try await work.post(Self.question, as: Self.maja, ["answer": "moves", "said": ""])
        #expect(refused.status == 422 && refused.text.contains("Feltet mangler"))
        let said = try await work.post(Self.question, as: Self.maja, ["answer": "moves", "said": "Tilbuddet er <her>"])
        #expect(said.location == "/actions/fans")
        #expect(try await work.get("/actions/fans", as: Self.maja).text.contains("Tilbuddet er &lt;her&gt;"))
        #expect(try await !asks(work))
        calendar.pass(days: 41)
        #expect(try await !asks(work))
        calendar.pass(days: 1)
        #expect(try await asks(work))
    }

    @Test func `it waits: it lies on hold with its reason and its day`() async throws {
        let work = try await Workplace.with(calendar)
        try await work.put(responsible: Self.sara)
        calendar.pass(days: 42)
        let day = (Workplace.today + 90).text
        let late = try await work.post(
            Self.question, as: Self.sara,
            ["answer": "waits", "said": "Byggeriet", "look_again_on": Workplace.today.text])
        #expect(late.status == 422 && late.text.contains("Byggeriet"))
        let said = try await work.post(
            Self.question, as: Self.sara, ["answer": "waits", "said": "Byggeriet", "look_again_on": day])
        #expect(said.status == 303)
        let action = try await work.database.read { try ActionStore($0).find(ActionID("fans")) }
        #expect(action?.hold == Hold(reason: "Byggeriet", lookAgainOn: Workplace.today + 90))
        #expect(try await work.told(Self.jonas).contains { $0.contains("er på hold") })
    }

    @Test func `it is stuck leads to the check, dropping it to its closing, and nobody is asked again at once`()
        async throws
    {
        let work = try await Workplace.with(calendar)
        try await work.put()
        calendar.pass(days: 42)
        #expect(
            try await work.post(Self.question, as: Self.maja, ["answer": "stuck"]).location
                == "/actions/fans/checks/new")
        #expect(try await !asks(work))
        #expect(try await work.get("/plan/lab-group", as: Self.maja).text.contains(">Står stille</span>"))
        calendar.pass(days: 42)
        #expect(
            try await work.post(Self.question, as: Self.maja, ["answer": "dropped"]).location == "/actions/fans/closure"
        )
        #expect(try await !asks(work))
    }

    @Test func `an owner without a seat suggests to drop it, and the group hears`() async throws {
        let work = try await Workplace.with(calendar)
        try await work.put(responsible: Self.sara)
        calendar.pass(days: 42)
        #expect(try await work.post(Self.question, as: Self.sara, ["answer": "dropped"]).status == 422)
        let said = try await work.post(Self.question, as: Self.sara, ["answer": "dropped", "said": "Vi flytter"])
        #expect(said.location == "/actions/fans")
        #expect(try await work.told(Self.maja) == ["Sara Lund foreslår, at I dropper »Ny udsugning«."])
        #expect(try await work.get("/actions/fans", as: Self.maja).text.contains("Vi flytter"))
    }

    @Test(arguments: Engine.tested)
    func `where the owner has left, the members are asked`(engine: Engine) async throws {
        let work = try await Workplace.with(calendar, engine)
        try await work.put(responsible: Self.sara)
        calendar.pass(days: 50)
        #expect(try await !asks(work, Self.jonas))
        try await work.change("UPDATE person SET ends = \(Workplace.today) WHERE id = 'sara'")
        #expect(try await asks(work, Self.jonas))
        #expect(try await work.get("/", as: Self.maja).text.contains("Sara Lund er her ikke mere"))
        #expect(try await !asks(work, Self.eva))
    }

    @Test func `a group sets its own time, or does not want to be asked`() async throws {
        let work = try await Workplace.with(calendar)
        try await work.put()
        calendar.pass(days: 30)
        #expect(try await !asks(work))
        #expect(try await work.post("/plan/lab-group/still", as: Self.jonas, ["weeks": "4"]).status == 303)
        #expect(try await asks(work))
        // The board meeting goes by the same time.
        #expect(try await work.post("/plan/lab-group/meeting", as: Self.jonas).status == 303)
        #expect(try await work.get("/plan/lab-group/meeting", as: Self.maja).text.contains(">Står stille</span>"))
        #expect(try await work.post("/plan/lab-group/still", as: Self.jonas, ["weeks": "0"]).status == 303)
        #expect(try await !work.get("/plan/lab-group/meeting", as: Self.maja).text.contains(">Står stille</span>"))
        #expect(try await !asks(work))
        #expect(try await !work.get("/plan/lab-group", as: Self.maja).text.contains(">Står stille</span>"))
        for wrong in ["", "3", "-1", "x", "99"] {
            #expect(try await work.post("/plan/lab-group/still", as: Self.jonas, ["weeks": wrong]).status == 422)
        }
        for (person, status) in [(Self.sara, 403), (Self.karl, 404)] {
            #expect(try await work.post("/plan/lab-group/still", as: person, ["weeks": "4"]).status == status)
        }
    }

    @Test func `only who may move the note says whether it moves`() async throws {
        let work = try await Workplace.with(calendar)
        try await work.put()
        calendar.pass(days: 42)
        for (person, status) in [(Self.sara, 403), (Self.karl, 404)] {
            #expect(try await work.get(Self.question, as: person).status == status)
            #expect(try await work.post(Self.question, as: person, ["answer": "stuck"]).status == status)
        }
    }
}
