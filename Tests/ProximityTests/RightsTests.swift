import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Proximity

/// Employees of the area read, those who arrange it write, and strangers find nothing.
@Suite struct RightsTests {
    @Test(arguments: Engine.tested)
    func `a record is read in its area and written by those who arrange it`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let id = try await Records.write(work)
        for path in ["/proximity/\(id)", "/proximity/\(id)/paper", "/units/chemistry/proximity"] {
            for person in [Workplace.sara, Workplace.ida, Workplace.eva, Workplace.rikke] {
                #expect(try await work.get(path, as: person).status == 200, "\(path) \(person.name)")
            }
            #expect(try await work.get(path, as: Workplace.karl).status == 404, "\(path)")
        }
        for person in [Workplace.sara, Workplace.maja, Workplace.jonas] {
            #expect(try await work.get("/proximity/\(id)/edit", as: person).status == 403)
            #expect(try await work.get("/units/chemistry/proximity/new", as: person).status == 403)
            #expect(try await work.post("/proximity/\(id)/edit", as: person, Records.fields()).status == 403)
            #expect(try await work.post("/units/chemistry/proximity", as: person, Records.fields()).status == 403)
            #expect(try await !work.get("/units/chemistry/proximity", as: person).text.contains("Skriv en ny"))
        }
        #expect(try await work.post("/proximity/\(id)/edit", as: Workplace.karl, Records.fields()).status == 404)
        #expect(
            try await work.post("/units/laboratories/proximity", as: Workplace.karl, Records.fields()).status == 404)
        for path in ["/proximity/none", "/proximity/none/edit", "/units/none/proximity", "/units/none/proximity/new"] {
            #expect(try await work.get(path, as: Workplace.eva).status == 404, "\(path)")
        }
    }

    @Test(arguments: Engine.tested)
    func `a coordinator writes for the own area, and neither beside nor above it`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        #expect(try await work.get("/units/history/proximity/new", as: Workplace.eva).status == 404)
        #expect(try await work.get("/units/university/proximity/new", as: Workplace.eva).status == 403)
        let above = try await work.post(
            "/units/laboratories/proximity", as: Workplace.eva, Records.fields(["unit": "university"]))
        #expect(above.status == 422 && above.text.contains("har ikke adgang til den"))
        let office = Mandate(
            id: ID("karl-secretariat"), role: .secretariat, in: .unit(Workplace.university), person: Workplace.karl.id,
            origin: .appointed, starts: Workplace.today)
        let deed = work.deed(by: nil)
        try await work.database.write { try $0.apply(office.given(to: "Karl Åkjær"), deed) }
        #expect(
            try await work.post("/units/laboratories/proximity", as: Workplace.karl, Records.fields()).status == 303)
    }

    @Test(arguments: Engine.tested)
    func `an empty form and bad input come back with what is wrong`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let path = "/units/laboratories/proximity"
        let empty = try await work.post(path, as: Workplace.eva)
        #expect(empty.status == 422)
        #expect(empty.text.matches(of: #/Feltet mangler\./#).count >= 15)
        func refused(_ more: [String: String]) async throws -> String {
            let reply = try await work.post(path, as: Workplace.eva, Records.fields(more))
            return reply.status == 422 ? reply.text : "\(reply.status)"
        }
        #expect(try await refused(["day": (Workplace.today + 1).text]).contains("ikke kommet endnu"))
        #expect(try await refused(["groups": "mange"]).contains("Skriv et helt tal"))
        #expect(try await refused(["members": "-1"]).contains("Skriv et helt tal"))
        #expect(try await refused(["occasion": "change"]).contains("Sæt kryds ved den eller de ændringer"))
        #expect(try await refused(["occasion": "change", "changes": "none"]).contains("Den findes ikke"))
        #expect(try await refused(["occasion": "altid"]).contains("Vælg en af mulighederne"))
        #expect(try await refused(["unit": "history"]).contains("Den findes ikke"))
        let written: Int? = try await work.database.read { try $0.value("SELECT COUNT(*) FROM proximity_record") }
        #expect(written == 0)
    }

    @Test(arguments: Engine.tested)
    func `programs read what is written in the area of whose token it is`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        _ = try await Records.write(work)
        for person in [Workplace.sara, Workplace.karl] {
            try await work.database.write { writer in
                try writer.execute(
                    """
                    INSERT INTO api_token (hash, person_id, name, scopes, expires)
                    VALUES (\(SecretHash(of: person.id.text).text), \(person.id), 'test', 'organisation:read', '2100-01-01T00:00:00.000Z')
                    """)
            }
        }
        let own = try await work.api(.get, "/api/v1/units/laboratories/proximity", token: "sara").text
        #expect(own.contains("\"conclusion\":\"Nok\"") && own.contains("\"version\":1"))
        #expect(try await work.api(.get, "/api/v1/units/laboratories/proximity", token: "karl").status == 404)
        #expect(try await work.api(.get, "/api/v1/units/none/proximity", token: "sara").status == 404)
    }

    @Test func `the journal tells what was written and what was answered`() async throws {
        let work = try await Workplace()
        _ = try await Records.write(work)
        let journal = try await work.get("/administration/journal", as: Workplace.rikke).text
        #expect(journal.contains("Nærhed til arbejdet") && journal.contains("skrevet"))
    }
}
