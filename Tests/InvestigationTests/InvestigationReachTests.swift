import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Investigation

/// Who gets in, and who finds nothing.
@Suite struct InvestigationReachTests {
    private static let (maja, jonas, sara, eva, karl, rikke) = (
        Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.eva, Workplace.karl, Workplace.rikke
    )

    /// All doors of an investigation with one of each in it.
    private func doors(_ work: Workplace, _ page: String) async throws -> (read: [String], write: [String]) {
        try await work.add("steps", ["what": "Ida gled"], to: page)
        let cause = try await work.why("Hemmelig årsag", in: page)
        try await work.add("barriers", ["what": "Måtten", "state": "failed"], to: page)
        let step = try await work.piece("step", "Ida gled")
        let barrier = try await work.piece("barrier", "Måtten")
        let pieces = ["steps/\(step)", "causes/\(cause)", "barriers/\(barrier)"]
        return (
            [page, page + "/paper", page + "/closure"] + pieces.map { "\(page)/\($0)" },
            [page, page + "/closure", page + "/reopening", page + "/participants", page + "/conclusion"]
                + ["steps", "causes", "barriers"].map { "\(page)/\($0)" }
                + pieces.flatMap { ["\(page)/\($0)", "\(page)/\($0)/removal"] }
                + [
                    "\(page)/steps/\(step)/place", "\(page)/causes/\(cause)/action",
                    "\(page)/barriers/\(barrier)/action",
                ]
        )
    }

    @Test(arguments: Engine.tested)
    func `a neighbour, an employee and an administrator find nothing`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let page = try await work.investigation()
        let (read, write) = try await doors(work, page)
        for person in [Self.karl, Self.sara, Self.rikke] {
            for path in read {
                let reply = try await work.get(path, as: person)
                #expect(reply.status == 404, "\(person.name) GET \(path)")
                #expect(!reply.text.contains("Hemmelig årsag"))
            }
            for path in write {
                let reply = try await work.post(
                    path, as: person, ["what": "x", "state": "held", "feedback": "x", "conclusion": "x"])
                #expect(reply.status == 404, "\(person.name) POST \(path)")
            }
        }
        for path in read {
            #expect(try await work.get(path).status == 303, "nobody \(path)")
            for person in [Self.maja, Self.jonas, Self.eva] {
                #expect(try await work.get(path, as: person).status == 200, "\(person.name) \(path)")
            }
        }
        #expect(try await work.count("SELECT COUNT(*) FROM investigation_cause") == 1)
        #expect(try await work.count("SELECT COUNT(*) FROM investigation_step") == 1)
    }

    @Test func `an administrator who holds a mandate elsewhere finds nothing either`() async throws {
        let work = try await Workplace()
        let page = try await work.investigation()
        let mandate = Mandate(
            id: ID("rikke-history"), role: .member, body: Workplace.historyGroup, person: Self.rikke.id,
            origin: .appointed, starts: Workplace.today)
        let deed = work.deed(by: nil)
        try await work.database.write { try $0.apply(mandate.given(to: Self.rikke.name), deed) }
        #expect(try await work.get(page, as: Self.rikke).status == 404)
        #expect(try await work.post(page + "/conclusion", as: Self.rikke, ["conclusion": "x"]).status == 404)
    }

    @Test(arguments: Engine.tested)
    func `whoever reported sees the answer, never the investigation`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.report(at: "/report", as: Self.sara)
        let report = try await work.page()
        let page = report + "/investigation"
        _ = try await work.post(page, as: Self.maja)
        try await work.why("Hemmelig årsag", in: page)
        let own = try await work.get(report, as: Self.sara)
        #expect(own.status == 200)
        #expect(!own.text.contains("Undersøg") && !own.text.contains("Hemmelig årsag"))
        _ = try await work.post(page + "/conclusion", as: Self.maja, ["conclusion": "Hemmelig konklusion"])
        _ = try await work.post(page + "/closure", as: Self.maja, ["feedback": "Tak, det er ordnet", "way": "outcome"])
        let after = try await work.get(report, as: Self.sara).text
        #expect(after.contains("Tak, det er ordnet") && !after.contains("Hemmelig"))
        #expect(try await work.told(Self.sara).contains("Din melding er lukket. Se, hvad der kom ud af den."))
    }

    @Test(arguments: Engine.tested)
    func `a confidential report is looked into by its handlers alone, and nobody is told`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let page = try await work.investigation(of: "Råb på gangen", kind: "offensive", as: Self.eva)
        try await work.add("causes", ["what": "Ingen tør sige fra"], to: page, as: Self.eva)
        for person in [Self.maja, Self.jonas, Self.karl] {
            #expect(try await work.get(page, as: person).status == 404, "\(person.name)")
            #expect(try await work.post(page + "/causes", as: person, ["what": "x"]).status == 404)
            #expect(try await !work.told(person).contains { $0.hasPrefix("Undersøgelse") })
        }
        let shown = try await work.get(page, as: Self.eva).text
        #expect(shown.contains("Meldingen er fortrolig.") && shown.contains("Ingen tør sige fra"))
        // Its words do not reach a plan.
        let cause = try await work.piece("cause", "Ingen tør sige fra")
        #expect(!shown.contains("/action\""))
        #expect(try await work.post("\(page)/causes/\(cause)/action", as: Self.eva).status == 404)
        #expect(try await work.count("SELECT COUNT(*) FROM investigation_intent") == 0)
        // That it was opened is kept, as of the report itself.
        #expect(try await work.count("SELECT COUNT(*) FROM report_reading WHERE person_id = 'eva'") == 1)
    }

    @Test(arguments: Engine.tested)
    func `a handler needs no mandate to look into what was told in confidence`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let named = ["handler": "rikke@nordhavn.example", "deputy": "sara@nordhavn.example"]
        #expect(try await work.post("/units/chemistry/handlers", as: Self.eva, named).status == 303)
        try await work.report(["what": "Råb på gangen", "kind": "offensive"])
        let report = try await work.page(of: "Råb på gangen")
        let page = report + "/investigation"
        #expect(try await work.get(report, as: Self.rikke).text.contains("\(page)\""))
        #expect(try await work.post(page, as: Self.rikke).status == 303)
        #expect(
            try await work.add("causes", ["what": "Ingen tør sige fra"], to: page, as: Self.rikke).status == 303)
        #expect(try await work.get(page, as: Self.rikke).text.contains("Ingen tør sige fra"))
        for person in [Self.eva, Self.sara, Self.maja] {
            #expect(try await work.post(page + "/causes", as: person, ["what": "x"]).status == 404, "\(person.name)")
        }
    }

    @Test func `what becomes confidential is gone for the group at once`() async throws {
        let work = try await Workplace()
        let page = try await work.investigation()
        #expect(try await work.get(page, as: Self.jonas).status == 200)
        _ = try await work.post("/reports/\(page.reportID)/kind", as: Self.maja, ["kind": "offensive"])
        #expect(try await work.get(page, as: Self.jonas).status == 404)
        #expect(try await work.post(page + "/conclusion", as: Self.maja, ["conclusion": "x"]).status == 404)
        #expect(try await work.get(page, as: Self.eva).status == 200)
    }

    @Test func `a piece is found under its own investigation only`() async throws {
        let work = try await Workplace()
        let one = try await work.investigation(of: "Vand")
        let other = try await work.investigation(of: "Damp")
        let cause = try await work.why("Våd", in: one)
        #expect(try await work.get("\(other)/causes/\(cause)", as: Self.maja).status == 404)
        let changed = try await work.post("\(other)/causes/\(cause)", as: Self.maja, ["what": "Tør"])
        #expect(changed.status == 422 && changed.text.contains("Tør"))
        _ = try await work.post("\(other)/causes/\(cause)/removal", as: Self.maja)
        #expect(try await work.post("\(other)/causes/\(cause)/action", as: Self.maja).status == 404)
        let answering = try await work.add("causes", ["what": "Fordi", "parent": cause], to: other)
        #expect(answering.status == 422)
        #expect(try await work.piece("cause", "Våd") == cause)
        for path in ["/reports/none/investigation", "\(one)/causes/none", "\(one)/steps/\(cause)"] {
            #expect(try await work.get(path, as: Self.maja).status == 404, "\(path)")
        }
    }

    @Test func `the journal says that it was done, and not a word of it`() async throws {
        let work = try await Workplace()
        let page = try await work.investigation()
        _ = try await doors(work, page)
        _ = try await work.post(page + "/conclusion", as: Self.maja, ["conclusion": "Hemmelig konklusion"])
        let entries: [String] = try await work.database.read {
            try $0.values(
                "SELECT verb FROM journal WHERE subject_kind = 'investigation' AND subject_id = \(page.reportID)")
        }
        #expect(Set(entries) == ["begun", "changed"])
        let payloads: [String] = try await work.database.read { reader in
            try reader.values(
                """
                SELECT after FROM journal_payload WHERE entry_id IN
                (SELECT id FROM journal WHERE subject_kind = 'investigation' AND subject_id = \(page.reportID))
                """)
        }
        #expect(payloads.isEmpty)
    }

    @Test func `programs read it with the right token, as far as its owner reaches`() async throws {
        let work = try await Workplace()
        let page = try await work.investigation()
        _ = try await doors(work, page)
        for (token, person, scopes) in [
            ("maja", Self.maja, "reports:read"), ("karl", Self.karl, "reports:read"), ("plan", Self.maja, "plan:read"),
        ] {
            try await work.database.write {
                try $0.execute(
                    """
                    INSERT INTO api_token (hash, person_id, name, scopes, expires)
                    VALUES (\(SecretHash(of: token).text), \(person.id), \(token), \(scopes),
                    \("2100-01-01T00:00:00.000Z"))
                    """)
            }
        }
        let read = try await work.api(.get, "/api/v1" + page, token: "maja")
        #expect(read.status == 200)
        #expect(read.text.contains("Hemmelig årsag") && read.text.contains("\"leader_took_part\":false"))
        #expect(try await work.api(.get, "/api/v1" + page, token: "karl").status == 404)
        #expect(try await work.api(.get, "/api/v1" + page, token: "plan").status == 403)
        #expect(try await work.api(.get, "/api/v1" + page, token: nil).status == 401)
        try await work.report(["what": "Damp"])
        #expect(try await work.api(.get, "/api/v1\(work.page(of: "Damp"))/investigation", token: "maja").status == 404)
    }
}
