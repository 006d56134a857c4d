import Kernel
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `The rules of an action` {
    let candidates = Candidates(
        units: [Workplace.laboratories], themes: [ThemeID("order")], people: [Workplace.maja.id, Workplace.jonas.id])

    func read(_ fields: [String: String], was old: Agreement? = nil) throws(Problems) -> Agreement {
        try Agreement(Fields(fields), among: candidates, on: Workplace.today, was: old)
    }

    func problems(_ fields: [String: String], was old: Agreement? = nil) -> Problems {
        do {
            _ = try read(fields, was: old)
            return .none
        } catch {
            return error
        }
    }

    @Test func `is read from what was sent`() throws {
        let agreed = try read(
            Sent.action(["why": " Glatte gulve ", "theme": "order", "kind": "chemical", "difficulty": "complex"]))
        #expect(agreed.what == "Spildbakker i alle stinkskabe")
        #expect(agreed.why == "Glatte gulve")
        #expect(agreed.theme == ThemeID("order"))
        #expect(agreed.kind == .chemical)
        #expect(agreed.difficulty == .complex)
    }

    @Test func `an empty form tells everything that is missing at once`() {
        #expect(Set(problems([:]).all.map(\.field)) == ["what", "unit", "responsible", "due"])
    }

    @Test func `a title of ten thousand characters is too long, one of two hundred emoji is not`() {
        let problem = problems(Sent.action(what: String(repeating: "a", count: 10_000)))["what"] as? FieldProblem
        #expect(problem == .tooLong(limit: 200, count: 10_000))
        #expect(problems(Sent.action(what: String(repeating: "👩🏽‍🔬", count: 200))).isEmpty)
        #expect(!problems(Sent.action(what: String(repeating: "👩🏽‍🔬", count: 201))).isEmpty)
    }

    @Test func `long explanations have room for four thousand characters`() {
        for field in ["why", "how", "follow_up"] {
            #expect(problems(Sent.action([field: String(repeating: "x", count: 4000)])).isEmpty)
            #expect(problems(Sent.action([field: String(repeating: "x", count: 4001)]))[field] != nil)
        }
    }

    @Test func `a new action is not due in the past`() {
        let yesterday = (Workplace.today - 1).text
        #expect(problems(Sent.action(["due": yesterday]))["due"] as? FieldProblem == .dayInThePast)
        #expect(problems(Sent.action(["due": Workplace.today.text])).isEmpty)
    }

    @Test func `a day that has passed may stay where it stands already`() {
        let old = Agreement.sample(due: Workplace.today - 1)
        #expect(problems(Sent.action(["due": (Workplace.today - 1).text]), was: old).isEmpty)
        #expect(problems(Sent.action(["due": (Workplace.today - 2).text]), was: old)["due"] != nil)
    }

    @Test(arguments: ["unit", "responsible", "theme"])
    func `what cannot be named is unknown`(field: String) {
        #expect(problems(Sent.action([field: "elsewhere"]))[field] as? FieldProblem == .unknown)
    }

    @Test func `somebody who has left may stay responsible, but cannot become it`() {
        let old = Agreement.sample(responsible: PersonID("left"))
        #expect(problems(Sent.action(["responsible": "left"]), was: old).isEmpty)
        #expect(problems(Sent.action(["responsible": "left"]))["responsible"] != nil)
    }

    @Test func `the responsible person is not a partner as well`() throws {
        var fields = Fields(Sent.action())
        fields.append("maja", to: "partners")
        fields.append("jonas", to: "partners")
        let agreed = try Agreement(fields, among: candidates, on: Workplace.today)
        #expect(agreed.partners == [Workplace.jonas.id])
    }

    @Test func `closing wants what was done and whether it worked`() {
        #expect(throws: Problems.self) {
            try Closure(Fields([String: String]()), on: Workplace.today, asked: Workplace.today + 90)
        }
        do {
            _ = try Closure(Fields(["planned": "Alt"]), on: Workplace.today, asked: Workplace.today + 90)
        } catch {
            #expect(Set(error.all.map(\.field)) == ["done", "effect"])
        }
    }

    @Test func `a hold wants a reason and a day that lies ahead`() throws {
        #expect(throws: Problems.self) { try Hold(Fields(["reason": "Venter"]), on: Workplace.today) }
        #expect(throws: Problems.self) {
            try Hold(
                Fields(["reason": "Venter", "look_again_on": (Workplace.today - 1).text]), on: Workplace.today)
        }
        let hold = try Hold(
            Fields(["reason": "Venter", "look_again_on": (Workplace.today + 30).text]), on: Workplace.today)
        #expect(hold.lookAgainOn == Workplace.today + 30)
    }

    @Test func `an overdue action is open, not on hold, and its day has passed`() {
        var action = Action.sample(due: Workplace.today - 1)
        #expect(action.isOverdue(on: Workplace.today))
        #expect(!action.isOverdue(on: Workplace.today - 1))
        action.hold = Hold(reason: "Venter", lookAgainOn: Workplace.today + 1)
        #expect(!action.isOverdue(on: Workplace.today))
    }
}
