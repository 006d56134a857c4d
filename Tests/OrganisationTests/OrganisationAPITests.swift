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
    func `A colleague's days, kind and language are read by those who look after the unit only`(engine: Engine)
        async throws
    {
        let workplace = try await Workplace(engine)
        try await workplace.database.write {
            try $0.execute("UPDATE person SET ends = '2026-03-31', external_id = '4711' WHERE id = 'maja'")
        }
        func read(_ person: Person) async throws -> [String] {
            let token = try await token(workplace, person, "organisation:read")
            let one = try await workplace.api(.get, "/api/v1/people/maja", token: token).text
            let list = try await workplace.api(.get, "/api/v1/people?q=maja", token: token).text
            #expect(one.contains("Maja Holm") && list.contains("Maja Holm"))
            return [one, list]
        }
        for person in [Workplace.sara, Workplace.karl, Workplace.maja, Workplace.jonas] {
            for text in try await read(person) {
                for field in ["starts", "ends", "kind", "language"] {
                    #expect(text.contains("\"\(field)\":null"), "\(person.id) \(field)")
                }
            }
        }
        for person in [Workplace.eva, Workplace.rikke] {
            for text in try await read(person) {
                #expect(text.contains(#""ends":"2026-03-31""#) && text.contains(#""kind":"employee""#))
                #expect(text.contains(#""language":"da""#) && text.contains("\"starts\":\"2024"))
            }
        }
        // The coordinator of chemistry looks after nobody in history.
        let eva = try await workplace.api(.get, "/api/v1/people?q=karl", token: "token of eva").text
        #expect(eva.contains("Karl") && eva.contains("\"starts\":null"))
    }

    @Test(arguments: Engine.tested)
    func `Nothing in what others read is made of the number in the personnel system`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        func read(_ person: Person) async throws -> String {
            let token = "token of \(person.id)"
            return try await workplace.api(.get, "/api/v1/people/maja", token: token).text
        }
        func number(_ number: String) async throws {
            try await workplace.database.write {
                try $0.execute("UPDATE person SET external_id = \(number) WHERE id = 'maja'")
            }
        }
        let people = [Workplace.sara, Workplace.eva, Workplace.rikke]
        for person in people { _ = try await token(workplace, person, "organisation:read") }
        try await number("1")
        var before: [String] = []
        for person in people { before.append(try await read(person)) }
        try await number("2")
        for (person, answer) in zip(people, before) {
            let isSame = try await read(person) == answer
            #expect(isSame == !person.isAdministrator, "\(person.id)")
            #expect(answer.contains("\"edition\":null") == !person.isAdministrator, "\(person.id)")
        }
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
