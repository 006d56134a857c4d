import Access
import Foundation
import HTTPTypes
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import ActionPlan

@Suite struct `The plan for programs` {
    func workplace(_ engine: Engine = .sqlite, scopes: [Scope] = [.readPlan, .writePlan]) async throws -> Workplace {
        let workplace = try await Workplace(engine)
        try await workplace.put(.sample())
        let allowed = scopes.map(\.rawValue).joined(separator: " ")
        try await workplace.database.write { writer in
            for person in ["maja", "karl"] {
                try writer.execute(
                    """
                    INSERT INTO api_token (hash, person_id, name, scopes, expires)
                    VALUES (\(SecretHash(of: person).text), \(person), 'test', \(allowed),
                    \("2100-01-01T00:00:00.000Z"))
                    """)
            }
        }
        return workplace
    }

    func text(_ fields: [String: String]) throws -> String {
        String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
    }

    @Test(arguments: Engine.tested)
    func `makes, changes, moves and closes an action`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let made = try await workplace.api(.post, "/api/v1/actions", token: "maja", json: try text(Sent.action()))
        #expect(made.status == 200)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(made.body)) as? [String: Any])
        let path = "/api/v1/actions/" + (try #require(object["id"] as? String))
        let changed = try await workplace.api(
            .put, path, token: "maja", json: try text(Sent.action(what: "Klude", ["version": "1"])))
        #expect(changed.text.contains("\"what\":\"Klude\""))
        let again = try await workplace.api(
            .put, path, token: "maja", json: try text(Sent.action(what: "Klude", ["version": "1"])))
        #expect(again.status == 409)
        let moved = try await workplace.api(
            .post, path + "/stage", token: "maja", json: #"{"stage": "at_goal", "version": 2}"#)
        #expect(moved.text.contains("\"stage\":\"at_goal\""))
        let closed = try await workplace.api(.post, path + "/closure", token: "maja", json: try text(Sent.closure))
        #expect(closed.text.contains("\"stage\":\"closed\"") && closed.text.contains("\"judge_on\":\"2026-04-05\""))
        let id = path.split(separator: "/").last ?? ""
        try await workplace.database.write { writer in
            _ = try writer.execute("UPDATE action SET closed_on = \(Workplace.today - 9) WHERE id = \(String(id))")
        }
        let judgement = #"{"lasted": "yes", "seen": "De bruges", "severity": 2, "version": 4}"#
        let judged = try await workplace.api(.post, path + "/judgement", token: "maja", json: judgement)
        #expect(judged.text.contains("\"judge_on\":null"))
        let twice = try await workplace.api(.post, path + "/judgement", token: "maja", json: judgement)
        #expect(twice.status == 409)
        let list = try await workplace.api(.get, "/api/v1/actions", token: "maja")
        #expect(list.text.contains("\"id\":\"trays\""))
        #expect(!list.text.contains("Klude"))
    }

    @Test func `tells all problems by field`() async throws {
        let workplace = try await workplace()
        let reply = try await workplace.api(.post, "/api/v1/actions", token: "maja", json: #"{"body": "lab-group"}"#)
        #expect(reply.status == 422)
        #expect(reply.headers[.contentType] == "application/problem+json")
        for field in ["what", "unit", "responsible", "due"] { #expect(reply.text.contains("\"field\":\"\(field)\"")) }
    }

    @Test func `is closed to tokens without the scope, and to strangers`() async throws {
        let reading = try await workplace(scopes: [.readPlan])
        let body = try text(Sent.action())
        #expect(try await reading.api(.post, "/api/v1/actions", token: "maja", json: body).status == 403)
        #expect(try await reading.api(.get, "/api/v1/actions/trays", token: "maja").status == 200)
        #expect(try await reading.api(.get, "/api/v1/actions/trays", token: "karl").status == 404)
        #expect(try await reading.api(.get, "/api/v1/actions/trays", token: nil).status == 401)
    }
}
