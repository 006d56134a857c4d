import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

struct SetupTests {
    private let written = [
        "organisation": "Søhavn", "name": "Åse Bo", "email": "aase@soehavn.example", "password": "tre små ænder",
        "again": "tre små ænder",
    ]

    /// A house that nobody has moved into, and the path that its console shows.
    private func empty(_ engine: Engine) async throws -> (Workplace, String) {
        let workplace = try await Workplace(engine, isEmpty: true)
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { try $0.apply(SignIn.setupLink("key", deed), deed) }
        return (workplace, "/setup/key")
    }

    @Test(arguments: Engine.tested)
    func `an empty house is set up once`(engine: Engine) async throws {
        let (workplace, path) = try await empty(engine)
        #expect(try await workplace.get("/setup/another").status == 404)
        #expect(try await workplace.get(path).status == 200)
        let begun = try await workplace.post(path, as: nil, written)
        #expect(begun.location == "/organisation")
        let session = try #require(begun.cookie("session"))
        let administration = try await workplace.get("/administration", headers: [.cookie: "session=\(session)"])
        #expect(administration.status == 200)
        #expect(try await workplace.get(path).status == 404)
        #expect(try await workplace.post(path, as: nil, written).status == 404)
    }

    @Test(arguments: ["da", "en"])
    func `whoever begins in a language goes on in it`(language: String) async throws {
        let (workplace, path) = try await empty(.sqlite)
        let begun = try await workplace.post(path, as: nil, written, headers: [.acceptLanguage: language])
        let session = try #require(begun.cookie("session"))
        let page = try await workplace.get("/organisation", headers: [.cookie: "session=\(session)"])
        #expect(page.text.contains("<html lang=\"\(language)\""))
    }

    @Test(arguments: Engine.tested)
    func `two who set up at the same moment do it once`(engine: Engine) async throws {
        let (workplace, path) = try await empty(engine)
        async let one = workplace.post(path, as: nil, written)
        async let other = workplace.post(path, as: nil, written.merging(["email": "bo@soehavn.example"]) { $1 })
        #expect([try await one.status, try await other.status].sorted() == [303, 404])
    }

    @Test(arguments: Engine.tested)
    func `an invented organisation is made once, also by two at the same moment, and can be signed in to`(
        engine: Engine
    ) async throws {
        let (workplace, path) = try await empty(engine)
        #expect(try await workplace.post("/setup/another/invented").status == 404)
        async let one = workplace.post(path + "/invented")
        async let other = workplace.post(path + "/invented")
        let replies = [try await one, try await other].sorted { $0.status < $1.status }
        #expect(replies.map(\.status) == [200, 404])
        #expect(try await workplace.get(path).status == 404)
        let told = replies[0].text.matches(of: /<code[^>]*>([^<]+)<\/code>/).map { String($0.output.1) }
        let email = try #require(told.first { $0.contains("@") })
        let password = try #require(told.first { !$0.contains("@") })
        #expect(try await workplace.post("/signin", ["email": email, "password": password]).status == 303)
    }

    @Test(arguments: Engine.tested)
    func `where people are, no link sets up`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { try $0.apply(SignIn.setupLink("key", deed), deed) }
        #expect(try await workplace.get("/setup/key").status == 404)
        #expect(try await workplace.post("/setup/key", as: nil, written).status == 404)
        #expect(try await workplace.post("/setup/key/invented", as: nil).status == 404)
    }

    @Test func `what is wrong comes back with all that was typed but the password`() async throws {
        let (workplace, path) = try await empty(.sqlite)
        let refused = try await workplace.post(path, as: nil, written.merging(["email": "ingen", "again": "x"]) { $1 })
        #expect(refused.status == 422)
        #expect(refused.text.contains("value=\"Søhavn\""))
        #expect(refused.text.contains("value=\"ingen\""))
        #expect(!refused.text.contains("tre små"))
    }
}
