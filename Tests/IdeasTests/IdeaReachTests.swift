import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Ideas

/// Who may give, read, support and decide, and what happens where that has changed meanwhile.
@Suite struct IdeaReachTests {
    private static let (maja, jonas, sara, ida, eva, karl) = (
        Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.ida, Workplace.eva, Workplace.karl
    )

    @Test(arguments: Engine.tested)
    func `everybody of the area reads, its members and its coordinator decide, strangers find nothing`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        try await work.give("Gåmøder", as: Self.sara)
        let path = "/ideas/\(try await work.idea("Gåmøder").id)"
        let list = "/plan/lab-group/ideas"
        for person in [Self.maja, Self.jonas, Self.sara, Self.ida, Self.eva] {
            #expect(try await work.get(path, as: person).status == 200, "\(person.name)")
            #expect(try await work.get(list, as: person).text.contains("Gåmøder"), "\(person.name)")
        }
        for person in [Self.karl, Workplace.rikke] {
            let isAbove = person.id == Workplace.rikke.id
            #expect(try await work.get(path, as: person).status == (isAbove ? 200 : 404), "\(person.name)")
            #expect(try await work.get(list, as: person).status == (isAbove ? 200 : 404), "\(person.name)")
            if !isAbove { #expect(try await work.support("Gåmøder", as: person).status == 404) }
        }
        for deed in ["parking", "declining", "reopening"] {
            #expect(try await work.decide(deed, on: "Gåmøder", as: Self.sara, because: "x").status == 403)
            #expect(try await work.decide(deed, on: "Gåmøder", as: Self.ida, because: "x").status == 403)
            #expect(try await work.decide(deed, on: "Gåmøder", as: Self.karl, because: "x").status == 404)
        }
        #expect(try await !work.get(path, as: Self.sara).text.contains("/declining"))
        #expect(try await work.get(path, as: Self.eva).text.contains("/declining"))
        #expect(try await work.decide("parking", on: "Gåmøder", as: Self.eva).status == 303)
    }

    @Test func `nobody gives an idea to a plan or a unit that he or she does not read`() async throws {
        let work = try await Workplace()
        for query in ["?body=history-group", "?unit=history", "?unit=university", "?body=none", "?unit=none"] {
            #expect(try await work.get("/idea" + query, as: Self.sara).status == 404, "\(query)")
        }
        let sent = try await work.post("/idea", as: Self.sara, ["what": "x", "body": "history-group"])
        #expect(sent.status == 404)
        #expect(try await work.ideaCount() == 0)
    }

    @Test func `an action on another plan does not answer the idea`() async throws {
        let work = try await Workplace()
        try await work.give("Gåmøder", as: Self.sara)
        // Karl works on the plan of history; now he reads that of the laboratories, too.
        try await work.change("UPDATE person SET unit_id = 'laboratories' WHERE id = 'karl'")
        let idea = try await work.idea("Gåmøder")
        guard try await work.get("/ideas/\(idea.id)", as: Self.karl).status == 200 else {
            Issue.record("Karl should read it")
            return
        }
        let elsewhere = ["body": "history-group", "unit": "history", "responsible": "karl"]
        try await work.takeUp("Gåmøder", as: Self.karl, elsewhere)
        #expect(try await work.idea("Gåmøder").state == .waiting)
        #expect(try await work.told(Self.sara).isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `who lost the mandate since the page was made decides nothing`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.give("Gåmøder", as: Self.sara)
        let path = "/ideas/\(try await work.idea("Gåmøder").id)"
        #expect(try await work.get(path, as: Self.maja).text.contains("/declining"))
        try await work.change("UPDATE mandate SET ends = \(Workplace.today - 1) WHERE id = 'maja-lab'")
        let late = try await work.decide("declining", on: "Gåmøder", as: Self.maja, because: "Findes allerede")
        #expect(late.status == 403 && late.text.contains("Det beslutter gruppens medlemmer"))
        let taken = try await work.post("/actions", as: Self.maja, work.takingUp(try await work.idea("Gåmøder")))
        #expect(taken.status == 403)
        #expect(try await work.idea("Gåmøder").state == .waiting)
        #expect(try await work.told(Self.sara).isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `a unit that has closed takes no more ideas, and what was typed stays in sight`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.give("Gåmøder", as: Self.sara)
        let key = try await work.keyOfForm(at: Workplace.lab)
        try await work.change("UPDATE unit SET closes = \(Workplace.today - 1) WHERE id = 'laboratories'")
        let sent = ["what": "Stille <time>", "why": "Ro", "key": key, "anonymous": "on"]
        for (path, person) in [(Workplace.lab, nil), ("/idea", Self.sara)] as [(String, Person?)] {
            let reply = try await work.post(path, as: person, sent)
            #expect(reply.status == 404)
            #expect(reply.text.contains("Stille &lt;time&gt;") && reply.text.contains("Ro"), "\(path)")
            #expect(try await work.get(path, as: person).status == 404)
        }
        #expect(try await work.ideaCount() == 1)
        // What was given before is still answered.
        #expect(try await work.decide("declining", on: "Gåmøder", as: Self.maja, because: "Lukket").status == 303)
    }

    @Test func `a link that was withdrawn opens no form`() async throws {
        let work = try await Workplace()
        #expect(try await work.get(Workplace.lab).status == 200)
        try await work.change("UPDATE unit SET report_link = 'another' WHERE id = 'laboratories'")
        let gone = try await work.post(Workplace.lab, ["what": "Gåmøder", "anonymous": "on", "key": "k"])
        #expect(gone.status == 404 && gone.text.contains("Linket virker ikke længere") && gone.text.contains("Gåmøder"))
        #expect(try await work.get("/r/another/idea").status == 200)
        #expect(try await work.ideaCount() == 0)
    }

    @Test func `whoever moves away still reads what became of what he or she stood behind`() async throws {
        let work = try await Workplace()
        try await work.give("Gåmøder", as: Self.sara)
        _ = try await work.support("Gåmøder", as: Self.ida)
        try await work.change("UPDATE person SET unit_id = 'history' WHERE id IN ('sara', 'ida', 'maja')")
        let path = "/ideas/\(try await work.idea("Gåmøder").id)"
        #expect(try await work.get("/plan/lab-group/ideas", as: Self.sara).status == 404)
        #expect(try await work.get(path, as: Self.sara).status == 200)
        #expect(try await work.get(path, as: Self.ida).status == 200)
    }

    @Test func `the open door lets one caller through only so often`() async throws {
        let work = try await Workplace()
        var statuses: Set<Int> = []
        for _ in 1...301 { statuses.insert(try await work.post(Workplace.lab, ["what": ""]).status) }
        #expect(statuses == [422, 429])
        #expect(try await work.post("/idea", as: Self.sara, ["what": "Gåmøder"]).status == 303)
    }

    @Test func `a guest may give a name, and it stands beside the idea`() async throws {
        let work = try await Workplace()
        let missing = try await work.give("Gåmøder", ["anonymous": ""])
        #expect(missing.status == 422 && missing.text.contains("Gåmøder") && missing.text.contains("name-problem"))
        #expect(try await work.give("Gåmøder", ["anonymous": "", "name": "Bo <b>"]).status == 200)
        let path = "/ideas/\(try await work.idea("Gåmøder").id)"
        #expect(try await work.get(path, as: Self.sara).text.contains("Bo &lt;b&gt;"))
    }
}
