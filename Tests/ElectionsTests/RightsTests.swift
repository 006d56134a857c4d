import Access
import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Elections

/// Who may do what. The employer sees to it that the election is held, and takes no part in it.
// One after the other, so that they hold no more connections than others leave them.
@Suite(.serialized) struct RightsTests {
    @Test(arguments: Engine.tested)
    func `the coordinator, the secretary and the administrator call an election; nobody else does`(engine: Engine)
        async throws
    {
        let labs = try await Laboratories(engine)
        let path = "/bodies/lab-group/elections"
        for person in [Workplace.maja, Workplace.jonas, Workplace.sara] {
            #expect(try await labs.work.get("\(path)/new", as: person).status == 403)
            #expect(try await labs.work.post(path, as: person, Laboratories.form).status == 403)
        }
        #expect(try await labs.work.get("\(path)/new", as: Workplace.karl).status == 404)
        #expect(try await labs.work.post(path, as: Workplace.karl, Laboratories.form).status == 404)
        #expect(try await labs.work.get("\(path)/new", as: Workplace.rikke).status == 200)
        #expect(try await labs.work.get("\(path)/new", as: Workplace.eva).status == 200)
        #expect(try await labs.work.get("/bodies/nowhere/elections/new", as: Workplace.eva).status == 404)
        #expect(try await labs.work.post("/bodies/nowhere/elections", as: Workplace.eva).status == 404)
        #expect(try await labs.work.post(path, as: Workplace.eva).status == 422)
    }

    @Test(arguments: Engine.tested)
    func `a wide area has the same elections as one whose units are named`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        let roots = [Workplace.university, Workplace.laboratories, Workplace.history]
        func found(_ bodies: Set<BodyID>) async throws -> [[ID<Election>]] {
            try await labs.work.house.database.read { reader in
                try roots.map { root in
                    let reach = Reach(bodies: bodies, roots: [root], on: Workplace.today)
                    let store = ElectionStore(reader)
                    #expect(try reader.rows(store.unfilled(within: reach)).isEmpty)
                    return try store.page(within: reach).map(\.id)
                }
            }
        }
        #expect(try await found([]) == [[id], [id], []])
        #expect(try await found([Workplace.labGroup]) == [[id], [id], [id]])
        for root in roots { try await labs.work.widen(root) }
        #expect(try await found([]) == [[id], [id], []])
        #expect(try await found([Workplace.labGroup]) == [[id], [id], [id]])
    }

    @Test(arguments: Engine.tested)
    func `a leader sees how far it is, and neither candidates, ballot nor register`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        try await labs.stand([Workplace.maja, Workplace.sara], in: id)
        let page = "/elections/\(id)"
        let seen = try await labs.work.get(page, as: Workplace.jonas).text
        #expect(seen.contains("Nominations"))
        #expect(!seen.contains("Maja Holm lytter."))
        #expect(!seen.contains("Sara Lund"))
        for form in ["candidacy", "nominations", "refusal", "withdrawal"] {
            #expect(
                try await labs.work.post("\(page)/\(form)", as: Workplace.jonas, ["person": "sara"]).status == 422,
                "\(form)")
        }
        for path in ["screen", "dates", "cancellation"] {
            #expect(try await labs.work.get("\(page)/\(path)", as: Workplace.jonas).status == 403)
            #expect(try await labs.work.get("\(page)/\(path)", as: Workplace.sara).status == 403)
        }
        for path in ["register", "cancellation", "dates"] {
            #expect(try await labs.work.post("\(page)/\(path)", as: Workplace.jonas).status == 403)
        }
        #expect(try await labs.work.get("\(page)/register", as: Workplace.jonas).status == 403)
        labs.clock.go(to: Laboratories.voting)
        #expect(try await labs.work.get("\(page)/ballot", as: Workplace.jonas).status == 303)
        #expect(try await labs.vote("1", as: Workplace.jonas, in: id).status == 403)
        #expect(try await labs.election(id).voted == 0)
    }

    @Test(arguments: Engine.tested)
    func `a stranger finds nothing, and whoever looks after it is no voter`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        for path in ["", "/ballot", "/register", "/protocol", "/screen", "/dates", "/cancellation"] {
            #expect(try await labs.work.get("/elections/\(id)\(path)", as: Workplace.karl).status == 404)
            #expect(try await labs.work.get("/elections/nowhere\(path)", as: Workplace.maja).status == 404)
        }
        for path in [
            "ballot", "candidacy", "nominations", "refusal", "withdrawal", "register", "cancellation", "dates",
        ] {
            #expect(
                try await labs.work.post("/elections/\(id)/\(path)", as: Workplace.karl, ["choice": "1"]).status == 404)
            #expect(try await labs.work.post("/elections/nowhere/\(path)", as: Workplace.maja).status == 404)
        }
        #expect(try await labs.vote("1", as: Workplace.eva, in: id).status == 403)
        #expect(try await labs.vote("1", as: Workplace.ida, in: id).status == 403)
        #expect(try await labs.work.get("/bodies/lab-group/elections", as: Workplace.karl).status == 404)
        #expect(try await !labs.work.get("/elections", as: Workplace.karl).text.contains("AMG Laboratorier"))
        #expect(try await labs.work.get("/elections", as: Workplace.sara).text.contains("AMG Laboratorier"))
    }

    @Test(arguments: Engine.tested)
    func `an empty ballot comes back, and a second one changes nothing`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        let empty = try await labs.work.post("/elections/\(id)/ballot", as: Workplace.maja)
        #expect(empty.status == 422)
        #expect(empty.text.contains("Sæt et kryds"))
        try await labs.vote("1", as: Workplace.maja, in: id)
        let second = try await labs.vote("2", as: Workplace.maja, in: id)
        #expect(second.status == 303)
        #expect(second.said?.contains("kun én stemmeseddel") == true)
        #expect(try await labs.work.get("/elections/\(id)/ballot", as: Workplace.maja).location == "/elections/\(id)")
        try await labs.close()
        #expect(try await labs.candidates(id).map(\.votes) == [1, 0])
        let late = try await labs.vote("2", as: Workplace.sara, in: id)
        #expect(late.status == 409)
        #expect(late.text.contains("ikke talt med"))
    }

    @Test(arguments: Engine.tested)
    func `nobody is proposed twice, no leader, no student and no stranger`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        func propose(_ person: String) async throws -> Reply {
            try await labs.work.post("/elections/\(id)/nominations", as: Workplace.maja, ["person": person])
        }
        #expect(try await propose("").text.contains("Feltet mangler"))
        #expect(try await propose("jonas").text.contains("leder andre"))
        #expect(try await propose("ida@nordhavn.example").text.contains("Kun den, der står på valglisten"))
        #expect(try await propose("Karl Åkjær").status == 422)
        #expect(try await propose("nobody").status == 422)
        #expect(try await propose("Sara Lund").status == 303)
        #expect(try await propose("sara@nordhavn.example").text.contains("Er allerede spurgt"))
        try await labs.stand([Workplace.sara], in: id)
        #expect(try await propose("sara").text.contains("Stiller allerede op"))
        #expect(try await propose("maja").status == 303)
        #expect(try await labs.candidates(id).map(\.answer) == [.stands, .stands])
    }

    @Test func `who says no is not told to anybody, and who withdraws is off the ballot`() async throws {
        let labs = try await Laboratories()
        let id = try await labs.call()
        let page = "/elections/\(id)"
        _ = try await labs.work.post("\(page)/nominations", as: Workplace.maja, ["person": "sara"])
        #expect(try await labs.work.post("\(page)/refusal", as: Workplace.sara).status == 303)
        for person in [Workplace.maja, Workplace.eva, Workplace.jonas] {
            let text = try await labs.work.get(page, as: person).text
            #expect(!text.contains("<span>Sara Lund"))
        }
        try await labs.stand([Workplace.maja], in: id)
        #expect(try await labs.work.post("\(page)/withdrawal", as: Workplace.maja).status == 303)
        #expect(try await labs.work.post("\(page)/withdrawal", as: labs.colleagues[0]).status == 422)
        labs.clock.go(to: Laboratories.waiting)
        #expect(try await labs.work.post("\(page)/candidacy", as: Workplace.maja).status == 422)
        #expect(try await labs.election(id).state == .unfilled)
    }

    @Test(arguments: Engine.tested)
    func `programs read how it stands and the result, and never a vote`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        try await labs.vote("1", as: Workplace.maja, in: id)
        let token = try await labs.token(of: Workplace.sara)
        let during = try await labs.work.api(.get, "/api/v1/elections/\(id)", token: token).text
        #expect(during.contains("\"turnout\":\"hidden\"") && during.contains("\"voted\":0"))
        #expect(during.contains("\"votes\":null"))
        let list = try await labs.work.api(.get, "/api/v1/elections?body=lab-group", token: token).text
        #expect(list.contains("\"phase\":\"voting\""))
        try await labs.close()
        let after = try await labs.work.api(.get, "/api/v1/elections/\(id)", token: token).text
        #expect(after.contains("\"turnout\":\"exact\"") && after.contains("\"voted\":1"))
        #expect(after.contains("\"votes\":\"1\""))
        #expect(after.contains("\"outcome\":\"elected\""))
        let stranger = try await labs.token(of: Workplace.karl)
        #expect(try await labs.work.api(.get, "/api/v1/elections/\(id)", token: stranger).status == 404)
        #expect(try await labs.work.api(.get, "/api/v1/elections?body=lab-group", token: stranger).status == 404)
        #expect(try await labs.work.api(.get, "/api/v1/elections", token: nil).status == 401)
    }
}

extension Laboratories {
    /// A program that reads the organisation for this person.
    func token(of person: Person) async throws -> String {
        let token = "token of \(person.id)"
        try await work.database.write { writer in
            try writer.execute(
                """
                INSERT INTO api_token (hash, person_id, name, scopes, expires)
                VALUES (\(SecretHash(of: token).text), \(person.id), 'test', 'organisation:read', '2100-01-01T00:00:00.000Z')
                """)
        }
        return token
    }
}
