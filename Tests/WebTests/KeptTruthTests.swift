import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

/// What is answered from memory says what a page made anew would say, whatever has been done in between.
struct KeptTruthTests {
    private static let pages = ["/", "/plan/lab-group", "/actions", "/actions?body=lab-group", "/report", "/idea"]
    private static let people = [
        Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.eva, Workplace.karl,
    ]

    private struct Step {
        let person: Person?
        let path: String
        let fields: [String: String]
        /// What time did meanwhile.
        let passed: SQL?

        init(_ person: Person?, _ path: String, _ fields: [String: String] = [:], passed: SQL? = nil) {
            (self.person, self.path, self.fields, self.passed) = (person, path, fields, passed)
        }
    }

    /// In the order in which a group would do them; ids that the program chose stand as the table's only new row.
    private static let steps: [Step] = {
        let (maja, jonas, sara, eva, rikke) = (
            Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.eva, Workplace.rikke
        )
        func action(_ more: [String: String] = [:]) -> [String: String] {
            [
                "body": "lab-group", "what": "Ny udsugning", "unit": "laboratories", "responsible": "jonas",
                "due": day(10), "difficulty": "simple",
            ].merging(more) { $1 }
        }
        return [
            Step(
                nil, "/r/link-laboratories",
                ["kind": "near_miss", "what": "Glat gulv", "anonymous": "on", "code": "7Q2M-XK4D-90TB-HW3E"]),
            Step(maja, "/reports/{report}/reading"),
            Step(maja, "/reports/{report}/messages", ["text": "Hvor?", "key": "1"]),
            Step(maja, "/actions", action()),
            Step(jonas, "/actions/{action}", action(["what": "Ny udsugning nu", "due": day(3), "version": "1"])),
            Step(maja, "/actions/{action}/stage", ["stage": "at_goal", "version": "2"]),
            Step(maja, "/plan/lab-group/themes", ["title": "Luft"]),
            Step(maja, "/actions/{action}/stage", ["stage": "under_way", "theme": "{plan_theme}", "version": "3"]),
            Step(jonas, "/themes/{plan_theme}", ["title": "Luft og støv"]),
            Step(sara, "/actions/{action}/comments", ["comment": "Godt"]),
            Step(
                maja, "/plan/lab-group/still", ["weeks": "4"],
                passed: "UPDATE action SET changed_at = '2025-10-01T08:00:00.000Z'"),
            Step(sara, "/actions/{action}/comments", ["comment": "Den bevæger sig"]),
            Step(jonas, "/actions/{action}/still", ["answer": "stuck"]),
            Step(jonas, "/actions/{action}/checks", ["form": "unnamed"]),
            Step(
                maja, "/actions/{action}/handings",
                ["to": "committee", "what": "Udsugning", "asked": "Penge", "why": "Vi har ingen"]),
            Step(eva, "/handings/{handing}/return", ["reason": "Søg puljen"]),
            Step(
                maja, "/actions/{action}/expert-help",
                ["need": "Måling", "source": "inside", "seeker": "jonas", "by": day(5)]),
            Step(jonas, "/expert-help/{expert_help}", ["state": "found", "result": "Teknisk drift"]),
            Step(jonas, "/actions/{action}/hold", ["reason": "Venter", "look_again_on": day(40)]),
            Step(jonas, "/actions/{action}/resumption"),
            Step(maja, "/actions/bulk", ["ids": "{action}", "new_responsible": "maja"]),
            Step(maja, "/actions/bulk/{bulk_edit}/undoing"),
            Step(
                maja, "/actions/{action}/requests",
                ["wish": "time", "text": "En time", "leader": "jonas", "answer_by": day(0)]),
            Step(
                jonas, "/requests/{leader_request}/answer", ["decision": "no", "reason": "Senere", "from": day(9)],
                passed: "UPDATE leader_request SET answer_by = \(Workplace.today - 1)"),
            Step(jonas, "/actions/{action}/severity", ["severity": "4"]),
            Step(jonas, "/actions/{action}/closure", ["done": "Sat op", "effect": "yes"]),
            Step(
                jonas, "/actions/{action}/judgement",
                ["lasted": "partly", "seen": "Den larmer", "version": "{version}"],
                passed: "UPDATE action SET closed_on = \(Workplace.today - 90), judge_on = \(Workplace.today - 1)"),
            Step(maja, "/plan/lab-group/lasting", ["judge_after": "6"]),
            Step(jonas, "/actions/{action}/reopening", ["reason": "Den larmer"]),
            Step(maja, "/themes/{plan_theme}/closure"),
            Step(maja, "/reports/{report}/closure", ["reason": "Tørret op", "key": "2"]),
            Step(sara, "/idea", ["what": "Gåmøder", "anonymous": "on", "key": "3"]),
            Step(jonas, "/ideas/{idea}/support"),
            Step(maja, "/ideas/{idea}/parking", ["version": "1"]),
            Step(maja, "/ideas/{idea}/declining", ["version": "2", "reason": "Nej"]),
            Step(jonas, "/notices/read"),
            Step(maja, "/notices/read"),
            Step(
                rikke, "/people/jonas",
                [
                    "name": "Jonas Riis Holm", "email": "jonas@nordhavn.example", "language": "en", "kind": "employee",
                    "unit": "KEMI-LAB",
                ]),
            Step(sara, "/language", ["language": "en"]),
            Step(
                eva, "/bodies/lab-group/seats",
                ["email": "sara@nordhavn.example", "role": "deputy", "origin": "elected", "deputy_of": "maja-lab"]),
            Step(
                eva, "/bodies/lab-group/elections",
                [
                    "occasion": "term_ends", "seats": "1", "deputies": "0", "nominations_open": day(0),
                    "nominations_end": day(14), "voting_starts": day(17), "voting_ends": day(24),
                    "term_starts": day(30), "term": "two", "follows": "maja-lab",
                ]),
            Step(sara, "/elections/{election}/candidacy", ["presentation": "Jeg lytter."]),
            Step(sara, "/elections/{election}/withdrawal"),
            Step(eva, "/elections/{election}/cancellation", ["reason": "Datoerne passer ikke."]),
            Step(eva, "/units/laboratories/handlers", ["handler": "Sara Lund", "deputy": "Karl Åkjær"]),
            Step(sara, "/units/laboratories/handlers/away", ["until": day(9)]),
            Step(
                rikke, "/units/laboratories/move", ["parent": "KEMI-KONTOR", "day": day(0), "reason": "Ny ledelse"]),
            Step(eva, "/bodies/lab-group/edit", ["name_da": "AMG Lab", "name_en": "Lab group", "units": "KEMI-LAB"]),
            Step(rikke, "/mandates/jonas-lab/end"),
        ]
    }()

    private static func day(_ number: Int) -> String { (Workplace.today + number).text }

    @Test(arguments: Engine.tested)
    func `every kept page says what it would say if it were made anew`(engine: Engine) async throws {
        let keeping = try await Workplace(engine)
        let remaking = try Workplace(remakingPagesOf: keeping)
        try await compare(keeping, remaking, after: "the beginning")
        for step in Self.steps {
            if let passed = step.passed { try await keeping.database.write { _ = try $0.execute(passed) } }
            let path = try await filled(step.path, keeping)
            var fields = step.fields
            for (name, value) in fields { fields[name] = try await filled(value, keeping) }
            let reply = try await keeping.post(path, as: step.person, fields)
            #expect([200, 303].contains(reply.status), "\(step.path): \(reply.status) \(reply.text)")
            try await compare(keeping, remaking, after: step.path)
        }
    }

    /// `{table}` is the id of the newest row that the program made there.
    private func filled(_ text: String, _ workplace: Workplace) async throws -> String {
        let kinds = /\{(report|action|version|leader_request|plan_theme|bulk_edit|idea|handing|expert_help|election)\}/
        guard let place = text.firstMatch(of: kinds) else { return text }
        let query: SQL =
            switch place.1 {
            case "report": "SELECT id FROM report"
            case "action": "SELECT id FROM action"
            case "leader_request": "SELECT id FROM leader_request"
            case "version": "SELECT CAST(version AS TEXT) FROM action"
            case "plan_theme": "SELECT id FROM plan_theme"
            case "idea": "SELECT id FROM idea"
            case "handing": "SELECT id FROM handing"
            case "expert_help": "SELECT id FROM expert_help"
            case "bulk_edit": "SELECT id FROM bulk_edit"
            default: "SELECT id FROM election"
            }
        let id: String = try #require(try await workplace.database.read { try $0.value(query) })
        return text.replacing(place.0, with: id)
    }

    /// Twice, so that the second answer is one from memory.
    private func compare(_ keeping: Workplace, _ remaking: Workplace, after step: String) async throws {
        for person in Self.people {
            for page in Self.pages {
                let anew = Self.comparable(try await remaking.get(page, as: person))
                for _ in 0..<2 {
                    let kept = Self.comparable(try await keeping.get(page, as: person))
                    #expect(kept == anew, "\(page) for \(person.name) after \(step)")
                }
            }
        }
    }

    /// Without what is another each time.
    private static func comparable(_ reply: Reply) -> String {
        "\(reply.status) "
            + reply.text.replacing(/name="(key|code)" value="[^"]*"/, with: "").replacing(/since=[^&"]*/, with: "")
    }
}
