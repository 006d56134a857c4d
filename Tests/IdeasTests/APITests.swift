import Access
import Foundation
import HTTPTypes
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Ideas

@Suite struct `Ideas for programs` {
    private func workplace(_ engine: Engine = .sqlite) async throws -> Workplace {
        let work = try await Workplace(engine)
        let scopes = "\(Scope.readPlan.rawValue) \(Scope.writePlan.rawValue)"
        try await work.database.write { writer in
            for person in ["maja", "sara", "karl"] {
                try writer.execute(
                    """
                    INSERT INTO api_token (hash, person_id, name, scopes, expires)
                    VALUES (\(SecretHash(of: person).text), \(person), 'test', \(scopes),
                    \("2100-01-01T00:00:00.000Z"))
                    """)
            }
        }
        return work
    }

    private func object(_ reply: Reply) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(reply.body)) as? [String: Any])
    }

    @Test(arguments: Engine.tested)
    func `gives, lists, shows and supports`(engine: Engine) async throws {
        let work = try await workplace(engine)
        for _ in 1...2 {
            let given = try await work.api(
                .post, "/api/v1/ideas", token: "sara", json: #"{"what": "Gåmøder", "key": "one"}"#)
            #expect(given.status == 200)
        }
        let list = try await work.api(.get, "/api/v1/ideas?body=lab-group", token: "maja")
        let ideas = try #require(try object(list)["ideas"] as? [[String: Any]])
        #expect(ideas.count == 1 && ideas[0]["what"] as? String == "Gåmøder")
        let path = "/api/v1/ideas/\(try #require(ideas[0]["id"] as? String))"
        let supported = try await work.api(.post, path + "/support", token: "maja", json: #"{"helps": true}"#)
        #expect(try object(supported)["supports"] as? Int == 1)
        #expect(try object(try await work.api(.get, path, token: "sara"))["state"] as? String == "waiting")
    }

    @Test func `refuses as the pages do`() async throws {
        let work = try await workplace()
        try await work.give("Gåmøder", as: Workplace.sara)
        let path = "/api/v1/ideas/\(try await work.idea("Gåmøder").id)"
        #expect(try await work.api(.get, path, token: "karl").status == 404)
        #expect(try await work.api(.get, "/api/v1/ideas?body=lab-group", token: "karl").status == 404)
        #expect(try await work.api(.post, path + "/support", token: "karl", json: "{}").status == 404)
        #expect(try await work.api(.post, path + "/support", token: "sara", json: "{}").status == 409)
        let empty = try await work.api(.post, "/api/v1/ideas", token: "sara", json: "{}")
        #expect(empty.status == 422 && empty.text.contains("what"))
        let elsewhere = #"{"what": "x", "unit": "history"}"#
        #expect(try await work.api(.post, "/api/v1/ideas", token: "sara", json: elsewhere).status == 404)
        #expect(try await work.ideaCount() == 1)
    }

    @Test func `an idea without a name answers with no id`() async throws {
        let work = try await workplace()
        let given = try await work.api(
            .post, "/api/v1/ideas", token: "sara", json: #"{"what": "Gåmøder", "anonymous": true}"#)
        let idea = try await work.idea("Gåmøder")
        #expect(idea.isAnonymous && !given.text.contains(idea.id.text))
    }
}
