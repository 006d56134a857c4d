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

    @Test(arguments: Engine.tested)
    func `two who set up at the same moment do it once`(engine: Engine) async throws {
        let (workplace, path) = try await empty(engine)
        async let one = workplace.post(path, as: nil, written)
        async let other = workplace.post(path, as: nil, written.merging(["email": "bo@soehavn.example"]) { $1 })
        #expect([try await one.status, try await other.status].sorted() == [303, 404])
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
