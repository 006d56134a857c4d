import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Agreements

/// Who may prepare, read, carry out and end an agreement, and who writes rules of procedure.
@Suite struct RightsTests {
    @Test(arguments: Engine.tested)
    func `a draft is there for the coordinator, the secretariat and the administrator, and for nobody else`(
        engine: Engine
    ) async throws {
        let committees = try await Committees(engine)
        let work = committees.work
        let office = Mandate(
            id: ID("karl-secretariat"), role: .secretariat, in: .unit(Workplace.university), person: Workplace.karl.id,
            origin: .appointed, starts: Workplace.today)
        let id = try await committees.begun()
        let pages = ["", "/basics", "/texts/agreements", "/texts/contents", "/texts/effects", "/preview", "/paper"]
        for page in pages {
            #expect(try await work.get("/agreements/\(id)\(page)", as: Workplace.eva).status == 200, "\(page)")
            #expect(try await work.get("/agreements/\(id)\(page)", as: Workplace.rikke).status == 200, "\(page)")
            #expect(try await work.get("/agreements/\(id)\(page)", as: Workplace.maja).status == 404, "\(page)")
            #expect(try await work.get("/agreements/\(id)\(page)", as: Workplace.karl).status == 404, "\(page)")
            #expect(try await work.get("/agreements/none\(page)", as: Workplace.eva).status == 404, "\(page)")
        }
        for form in ["basics", "texts/effects", "conclusion", "discard", "reversal", "review", "files/x/removal"] {
            #expect(try await work.post("/agreements/\(id)/\(form)", as: Workplace.maja).status == 404, "\(form)")
            #expect(try await work.post("/agreements/none/\(form)", as: Workplace.eva).status == 404, "\(form)")
        }
        #expect(try await work.get("/agreements/\(id)/texts/preview", as: Workplace.eva).status == 404)
        let deed = work.deed(by: nil)
        try await work.database.write { try $0.apply(office.given(to: "Karl Åkjær"), deed) }
        #expect(try await work.get("/agreements/\(id)", as: Workplace.karl).status == 200)
        #expect(try await work.get("/agreements", as: Workplace.karl).text.contains("ASU Kemi"))
        #expect(try await !work.get("/agreements", as: Workplace.maja).text.contains("ASU Kemi"))
    }

    @Test(arguments: Engine.tested)
    func `whoever arranges nothing cannot begin one`(engine: Engine) async throws {
        let committees = try await Committees(engine)
        for person in [Workplace.maja, Workplace.jonas, Workplace.karl, Workplace.ida] {
            #expect(try await committees.work.get("/agreements/new", as: person).status == 403)
            #expect(try await committees.work.post("/agreements", as: person, Committees.basics).status == 403)
        }
        #expect(try await committees.work.get("/agreements/new", as: Workplace.eva).status == 200)
    }

    @Test(arguments: Engine.tested)
    func `what is agreed is read by all, changed by nobody and ended by those who arrange it`(
        engine: Engine
    ) async throws {
        let committees = try await Committees(engine)
        let work = committees.work
        let (id, _) = try await committees.concluded()
        for person in [Workplace.sara, Workplace.karl, Workplace.ida] {
            #expect(try await work.get("/agreements/\(id)", as: person).text.contains("Om activities"))
            #expect(try await work.get("/agreements/\(id)/paper", as: person).status == 200)
            #expect(try await work.get("/agreements/\(id)/reversal", as: person).status == 403)
            #expect(try await work.post("/agreements/\(id)/reversal", as: person).status == 403)
            #expect(try await work.post("/agreements/\(id)/review", as: person).status == 403)
        }
        for form in ["basics", "texts/effects", "conclusion", "discard"] {
            let reply = try await work.post("/agreements/\(id)/\(form)", as: Workplace.eva)
            #expect(reply.status == 409 && reply.text.contains("gennemført og kan ikke ændres"), "\(form)")
        }
        #expect(try await work.get("/agreements/\(id)/reversal", as: Workplace.eva).status == 200)
    }

    @Test(arguments: Engine.tested)
    func `rules of procedure are written by those who lead the body, decided once, and read by all`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        let path = "/bodies/lab-group/rules"
        #expect(try await work.get(path, as: Workplace.karl).text.contains("No rules") == false)
        for person in [Workplace.sara, Workplace.karl, Workplace.maja] {
            #expect(try await work.get("\(path)/draft", as: person).status == 403)
            for form in ["draft", "adoption", "discard"] {
                #expect(try await work.post("\(path)/\(form)", as: person).status == 403, "\(form)")
            }
        }
        #expect(try await work.post("\(path)/draft", as: Workplace.jonas).status == 422)
        let texts = ["tasks", "members", "meetings", "agenda", "minutes"]
        let fields = Dictionary(uniqueKeysWithValues: texts.map { ("text-\($0)", "Om \($0)") })
        let decision = ["decided_by": "Udvalget", "decided_on": Workplace.today.text]
        #expect(try await work.post("\(path)/adoption", as: Workplace.jonas, decision).status == 404)
        #expect(try await work.post("\(path)/draft", as: Workplace.jonas, ["text-tasks": "Om tasks"]).status == 303)
        // Half a document is not decided on.
        let half = try await work.post("\(path)/adoption", as: Workplace.jonas, decision)
        #expect(half.status == 422 && half.text.contains("Minutes: needs a text."))
        #expect(try await work.post("\(path)/draft", as: Workplace.eva, fields).status == 303)
        #expect(try await work.post("\(path)/adoption", as: Workplace.eva).status == 422)
        let early = decision.merging(["decided_on": (Workplace.today + 1).text]) { $1 }
        #expect(try await work.post("\(path)/adoption", as: Workplace.eva, early).status == 422)
        let backwards = decision.merging(["starts": (Workplace.today - 1).text]) { $1 }
        #expect(try await work.post("\(path)/adoption", as: Workplace.eva, backwards).status == 422)
        #expect(try await !work.get(path, as: Workplace.sara).text.contains("Om tasks"))
        #expect(try await work.post("\(path)/adoption", as: Workplace.eva, decision).status == 303)
        #expect(try await work.get(path, as: Workplace.karl).text.contains("Om tasks"))
        #expect(try await work.get("\(path)/1/paper", as: Workplace.karl).status == 200)
        for version in ["2", "0", "x"] {
            #expect(try await work.get("\(path)/\(version)", as: Workplace.eva).status == 404)
            #expect(try await work.get("\(path)/\(version)/paper", as: Workplace.eva).status == 404)
        }
        #expect(try await work.get("/bodies/none/rules", as: Workplace.eva).status == 404)
    }

    @Test(arguments: Engine.tested)
    func `a new version begins from the old, holds from its day, and the old one stays`(engine: Engine) async throws {
        let clock = Clock()
        let work = try await Workplace(engine, clock: { clock.now })
        let path = "/bodies/lab-group/rules"
        let texts = ["tasks", "members", "meetings", "agenda", "minutes"]
        var fields = Dictionary(uniqueKeysWithValues: texts.map { ("text-\($0)", "Om \($0)") })
        let today = Workplace.today
        _ = try await work.post("\(path)/draft", as: Workplace.eva, fields)
        _ = try await work.post(
            "\(path)/adoption", as: Workplace.eva, ["decided_by": "Udvalget", "decided_on": today.text])
        #expect(try await work.get("\(path)/draft", as: Workplace.eva).text.contains("Om tasks"))
        fields["text-tasks"] = "Nye opgaver"
        _ = try await work.post("\(path)/draft", as: Workplace.eva, fields)
        _ = try await work.post(
            "\(path)/adoption", as: Workplace.eva,
            ["decided_by": "Udvalget", "decided_on": today.text, "starts": (today + 10).text])
        #expect(try await work.get(path, as: Workplace.sara).text.contains("Om tasks"))
        clock.go(to: 10)
        #expect(try await work.get(path, as: Workplace.sara).text.contains("Nye opgaver"))
        #expect(try await work.get("\(path)/1", as: Workplace.sara).text.contains("Om tasks"))
    }

    @Test func `the journal tells what was done`() async throws {
        let committees = try await Committees()
        _ = try await committees.concluded()
        let verbs = try await committees.work.database.read {
            try $0.values(
                "SELECT DISTINCT verb FROM journal WHERE subject_kind = 'agreement' ORDER BY verb", as: String.self)
        }
        #expect(verbs == ["changed", "concluded", "created"])
        #expect(
            try await committees.work.get("/administration/journal", as: Workplace.rikke).text.contains(
                "Aftale om fælles udvalg"))
    }

    @Test(arguments: Engine.tested)
    func `a draft that is discarded is gone, with its files`(engine: Engine) async throws {
        let committees = try await Committees(engine)
        let id = try await committees.begun()
        let file = Upload(name: "a.pdf", mediaType: "application/pdf", bytes: [37])
        _ = try await committees.work.post(
            "/agreements/\(id)/texts/agreements", as: Workplace.eva, [:], uploads: ["file-company_agreement": file])
        #expect(try await committees.work.post("/agreements/\(id)/discard", as: Workplace.eva).status == 303)
        let left = try await committees.work.database.read {
            try $0.value("SELECT (SELECT COUNT(*) FROM agreement) + (SELECT COUNT(*) FROM stored_file)", as: Int.self)
        }
        #expect(left == 0)
    }

    @Test(arguments: Engine.tested)
    func `programs read agreements and rules of procedure`(engine: Engine) async throws {
        let committees = try await Committees(engine)
        let (_, joint) = try await committees.concluded()
        try await committees.work.database.write { writer in
            try writer.execute(
                """
                INSERT INTO api_token (hash, person_id, name, scopes, expires)
                VALUES (\(SecretHash(of: "token").text), \(Workplace.karl.id), 'test', 'organisation:read', '2100-01-01T00:00:00.000Z')
                """)
        }
        let list = try await committees.work.api(.get, "/api/v1/agreements", token: "token").text
        #expect(list.contains("\"joint\":\"\(joint)\"") && list.contains("\"state\":\"concluded\""))
        #expect(try await committees.work.api(.get, "/api/v1/bodies/committee/rules", token: "token").status == 404)
        #expect(try await committees.work.api(.get, "/api/v1/agreements", token: nil).status == 401)
    }
}
