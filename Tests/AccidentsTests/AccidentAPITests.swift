import Access
import Foundation
import HTTPTypes
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Accidents

@Suite struct `Accidents for programs` {
    private func workplace(_ engine: Engine = .sqlite) async throws -> Workplace {
        let work = try await Workplace(engine)
        let scopes = "\(Scope.readReports.rawValue) \(Scope.writeReports.rawValue)"
        try await work.database.write { writer in
            for person in ["maja", "jonas", "eva", "karl"] {
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
    func `an absence is added once, and the deadline follows`(engine: Engine) async throws {
        let work = try await workplace(engine)
        try await work.hurt()
        let path = "/api/v1/reports/cut"
        #expect(
            try object(try await work.api(.get, path + "/accident", token: "jonas"))["duty"] as? String == "possible")
        for _ in 1...2 {
            let added = try await work.api(
                .post, path + "/absences", token: "jonas", json: #"{"first": "2026-01-03", "reduced": true}"#)
            let accident = try object(added)
            #expect(accident["deadline"] as? String == "2026-01-17" && accident["state"] as? String == "due")
            #expect(accident["lost_days"] as? Int == 3)
        }
        #expect(try await work.record()?.absences == [Absence(Workplace.friday + 1, nil, isReduced: true)])
        let list = try object(try await work.api(.get, "/api/v1/accidents?state=open", token: "maja"))
        let accidents = try #require(list["accidents"] as? [[String: Any]])
        #expect(accidents.map { $0["report"] as? String } == ["cut"] && accidents[0]["lost_days"] is NSNull)
    }

    @Test func `refuses as the pages do, and never tells a name`() async throws {
        let work = try await workplace()
        try await work.hurt()
        try await work.hurt("mind", .psychological)
        try await work.fillIn()
        try await work.away("mind", from: Workplace.today, as: Workplace.eva)
        let path = "/api/v1/reports/cut"
        for end in ["/accident"] { #expect(try await work.api(.get, path + end, token: "karl").status == 404) }
        let early = #"{"first": "2025-12-01"}"#
        #expect(try await work.api(.post, path + "/absences", token: "karl", json: early).status == 404)
        #expect(try await work.api(.post, path + "/absences", token: "maja", json: early).status == 403)
        let refused = try await work.api(.post, path + "/absences", token: "jonas", json: early)
        #expect(refused.status == 422 && refused.text.contains("first"))
        for token in ["maja", "jonas"] {
            #expect(try await work.api(.get, "/api/v1/reports/mind/accident", token: token).status == 404)
            let one = try await work.api(.get, path + "/accident", token: token)
            #expect(!one.text.contains("Sara") && !one.text.contains("Laborant"), "\(token)")
            // Days away are for whoever writes them.
            #expect(try object(one)["lost_days"] is NSNull == (token == "maja"), "\(token)")
        }
        #expect(try await !work.api(.get, "/api/v1/accidents", token: "eva").text.contains("mind"))
        #expect(try await work.api(.get, "/api/v1/reports/mind/accident", token: "eva").status == 200)
    }
}
