import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

@Suite struct OrganisationAPITests {
    private func token(_ workplace: Workplace, _ person: Person, _ scopes: String...) async throws -> String {
        let secret = "token of \(person.id)"
        let deed = workplace.deed(by: person)
        try await workplace.database.write { writer in
            try writer.apply(
                SignIn.token(secret, person.id, name: "test", scopes: scopes, until: deed.moment + 3600), deed)
        }
        return secret
    }

    @Test(arguments: Engine.tested)
    func `Units, people, bodies and mandates are read`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let token = try await token(workplace, Workplace.sara, "organisation:read")
        #expect(try await workplace.api(.get, "/api/v1/units", token: token).text.contains("\"KEMI-LAB\""))
        #expect(try await workplace.api(.get, "/api/v1/bodies", token: token).text.contains("AMG Laboratorier"))
        let mandates = try await workplace.api(.get, "/api/v1/mandates?body=lab-group", token: token)
        #expect(mandates.text.contains("\"maja-lab\"") && !mandates.text.contains("karl"))
        #expect(try await workplace.api(.get, "/api/v1/mandates?body=none", token: token).status == 404)
        #expect(try await workplace.api(.get, "/api/v1/people", token: nil).status == 401)
    }

    @Test(arguments: Engine.tested)
    func `People come two hundred at a time, each once`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let people = "external_id,name\n" + (1...230).map { "\($0),Person \($0)\n" }.joined()
        try await workplace.imported(people: people)
        let token = try await token(workplace, Workplace.sara, "organisation:read")
        let first = try await workplace.api(.get, "/api/v1/people?q=person", token: token).text
        let last = try #require(first.firstMatch(of: /"after":"([0-9a-z]+)"/)?.1)
        let second = try await workplace.api(.get, "/api/v1/people?q=person&after=\(last)", token: token).text
        let names = (first + second).matches(of: /"name":"(Person \d+)"/).map { String($0.1) }
        #expect(names.count == 230 && Set(names).count == 230)
        #expect(second.contains("\"after\":null"))
    }

    @Test(arguments: Engine.tested)
    func `The administrator adds a body, the coordinator gives a seat; others do not`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let rikke = try await token(workplace, Workplace.rikke, "organisation:write")
        let eva = try await token(workplace, Workplace.eva, "organisation:write")
        let maja = try await token(workplace, Workplace.maja, "organisation:write")
        let body = #"{"kind": "group", "name_da": "AMG Kontor", "units": ["KEMI-KONTOR"]}"#
        #expect(try await workplace.api(.post, "/api/v1/bodies", token: eva, json: body).status == 403)
        let added = try await workplace.api(.post, "/api/v1/bodies", token: rikke, json: body)
        let id = try #require(added.text.firstMatch(of: /"id":"([0-9a-z]+)"/)?.1)
        #expect(added.status == 200)
        #expect(try await workplace.api(.post, "/api/v1/bodies", token: rikke, json: "{}").status == 422)

        let seat = #"{"body": "\#(id)", "email": "sara@nordhavn.example", "role": "member", "origin": "appointed"}"#
        #expect(try await workplace.api(.post, "/api/v1/mandates", token: maja, json: seat).status == 403)
        #expect(try await workplace.api(.post, "/api/v1/mandates", token: eva, json: seat).status == 200)
        let again = try await workplace.api(.post, "/api/v1/mandates", token: eva, json: seat)
        #expect(again.status == 422 && again.text.contains("\"field\":\"email\""))
        let strangers = seat.replacing(String(id), with: "history-group")
        #expect(try await workplace.api(.post, "/api/v1/mandates", token: eva, json: strangers).status == 403)
    }
}
