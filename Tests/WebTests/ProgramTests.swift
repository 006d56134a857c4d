import Foundation
import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Web

/// Programs that come with a token, and the document that tells them how.
struct ProgramTests {
    private func workplace(_ engine: Engine) async throws -> Workplace {
        let workplace = try await Workplace(engine, extra: TestRoutes.all)
        let deed = workplace.deed(by: nil)
        let tokens = [
            ("reads", ["plan:read"], 60), ("writes", ["plan:write", "nonsense"], 60), ("over", ["plan:read"], 0),
        ]
        try await workplace.database.write { writer in
            for (secret, scopes, seconds) in tokens {
                let end = Workplace.monday + seconds
                try writer.apply(SignIn.token(secret, Workplace.maja.id, name: "T", scopes: scopes, until: end), deed)
            }
        }
        return workplace
    }

    @Test(arguments: Engine.tested)
    func `a token opens what its scope says, for the person whose it is`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let read = try await workplace.api(.get, "/api/v1/test/1", token: "reads")
        #expect(read.text == #"{"name":"Maja Holm"}"#)
        let scope = try await workplace.api(.post, "/api/v1/test/1", token: "reads", json: "{}")
        #expect(scope.status == 403)
        #expect(scope.text.contains("plan:write"))
        let problem = try await workplace.api(.post, "/api/v1/test/1", token: "writes", json: "{}")
        #expect(problem.status == 422)
        #expect(problem.headers[.contentType] == "application/problem+json")
        #expect(problem.text.contains(#""field":"title""#))
    }

    @Test(arguments: Engine.tested, ["over", "unknown", "", nil])
    func `no token, an unknown one and one that is over are refused`(engine: Engine, token: String?) async throws {
        let workplace = try await workplace(engine)
        for method in [HTTPRequest.Method.get, .post] {
            let reply = try await workplace.api(method, "/api/v1/test/1", token: token, json: "{}")
            #expect(reply.status == 401)
            #expect(reply.headers[.contentType] == "application/problem+json")
            #expect(reply.headers[.wwwAuthenticate] == "Bearer")
        }
    }

    @Test func `a session is no token, and a token no session`() async throws {
        let workplace = try await workplace(.sqlite)
        #expect(try await workplace.get("/api/v1/test/1", as: Workplace.maja).status == 401)
        #expect(try await workplace.get("/account", headers: [.authorization: "Bearer reads"]).status == 303)
    }

    @Test func `the document lists every route for programs, and each as it is`() async throws {
        let workplace = try await workplace(.sqlite)
        let reply = try await workplace.get("/api/openapi.json")
        #expect(reply.headers[.contentType] == "application/json")
        let document = try #require(try JSONSerialization.jsonObject(with: Data(reply.body)) as? [String: Any])
        #expect(document["openapi"] as? String == "3.1.0")
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        let listed = Set(paths.flatMap { path, methods in methods.keys.map { "\($0) \(path)" } })
        let routes = workplace.site.routes.filter { $0.api != nil }
        #expect(routes.count >= 2)
        #expect(
            listed
                == Set(
                    routes.map { route in
                        let path = route.path.split(separator: "/").map {
                            $0.hasPrefix(":") ? "{\($0.dropFirst())}" : "\($0)"
                        }
                        return "\(route.method.rawValue.lowercased()) /\(path.joined(separator: "/"))"
                    }))
        let get = try #require(paths["/api/v1/test/{id}"]?["get"] as? [String: Any])
        #expect((get["parameters"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["id", "q"])
        #expect((get["responses"] as? [String: Any])?.keys.sorted() == ["200", "401", "403", "404", "409", "422"])
        let post = try #require(paths["/api/v1/test/{id}"]?["post"] as? [String: Any])
        #expect(post["requestBody"] != nil)
    }
}
