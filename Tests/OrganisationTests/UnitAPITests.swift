import Access
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

/// Units and people through time, for programs.
@Suite struct UnitAPITests {
    private static let day = (Workplace.today + 20).text

    private func workplace(_ engine: Engine) async throws -> Workplace {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { writer in
            for person in [Workplace.rikke, Workplace.sara, Workplace.eva] {
                try writer.apply(
                    SignIn.token(
                        "\(person.id)", person.id, name: "t", scopes: ["organisation:read", "organisation:write"],
                        until: deed.moment + 3600), deed)
            }
        }
        return workplace
    }

    private func value(_ name: String, _ text: String) throws -> String {
        let found = text.firstMatch(of: try Regex("\"\(name)\":\"([^\"]+)\"", as: (Substring, Substring).self))
        return String(try #require(found).1)
    }

    @Test(arguments: Engine.tested)
    func `a unit is opened, renamed, moved, split, merged, closed and called back by a program`(
        engine: Engine
    ) async throws {
        let workplace = try await workplace(engine)
        func send(_ path: String, _ json: String) async throws -> Reply {
            try await workplace.api(.post, "/api/v1\(path)", token: "rikke", json: json)
        }
        let made = try await send("/units", #"{"code": "NY", "name_da": "Ny", "kind": "section", "parent": "KEMI"}"#)
        #expect(made.status == 200)
        let id = try value("id", made.text)
        let named = try await send(
            "/units/\(id)/name", #"{"day": "\#(Self.day)", "name_da": "Nyere", "kind": "section"}"#)
        #expect(named.status == 200 && named.text.contains(#""kind":"renamed""#))
        let then = try await workplace.api(.get, "/api/v1/units/\(id)?on=\(Self.day)", token: "sara").text
        #expect(then.contains("Nyere"))
        #expect(try await workplace.api(.get, "/api/v1/units/\(id)", token: "sara").text.contains(#""name_da":"Ny""#))
        let moved = try await send("/units/\(id)/move", #"{"day": "\#(Self.day)", "parent": "HIST", "reason": "X"}"#)
        #expect(moved.status == 200)
        let split = try await send(
            "/units/laboratories/split",
            #"{"day": "\#(Self.day)", "code": "DEL", "name_da": "Del", "kind": "section", "reason": "X", "people": ["sara", "maja"]}"#
        )
        #expect(split.status == 200)
        let homes = try await workplace.database.read { reader in
            try [Workplace.sara, Workplace.maja, Workplace.ida].map {
                try PersonStore(reader).find($0.id, on: Workplace.today + 20)?.unit == Workplace.laboratories
            }
        }
        #expect(homes == [false, false, true])
        let change = try value("id", split.text)
        let recalled = try await send("/organisation-changes/\(change)/recall", "{}")
        #expect(recalled.status == 200 && recalled.text.contains(#""recalled":true"#))
        #expect(try await send("/organisation-changes/\(change)/recall", "{}").status == 422)
        #expect(try await send("/organisation-changes/none/recall", "{}").status == 404)
        let closed = try await send("/units/history/closure", #"{"day": "\#(Self.day)", "reason": "X"}"#)
        #expect(closed.status == 422 && closed.text.contains("personer i enheden"))
        let look = try await workplace.api(
            .get, "/api/v1/units/laboratories/merger?into=KEMI-KONTOR&day=\(Self.day)", token: "rikke")
        #expect(look.status == 200 && look.text.contains(#""people":4"#))
        let seen = try value("seen", look.text)
        let blind = #"{"day": "\#(Self.day)", "into": "KEMI-KONTOR", "reason": "X", "seen": "blind"}"#
        #expect(try await send("/units/laboratories/merger", blind).status == 422)
        let merged = try await send("/units/laboratories/merger", blind.replacing("blind", with: seen))
        #expect(merged.status == 200 && merged.text.contains(#""kind":"merged""#))
        #expect(
            try await send("/units/laboratories/months", #"{"month": "2025-12", "head_count": "12"}"#).status == 200)
        #expect(try await send("/units/laboratories/months", #"{"month": "13"}"#).status == 422)
        #expect(try await send("/units/none/months", #"{"month": "2025-12", "hours": "1"}"#).status == 404)
    }

    @Test(arguments: Engine.tested)
    func `a day before the beginning is said to be one`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        for path in ["units", "people", "bodies", "mandates?body=lab-group", "units/laboratories", "people/sara"] {
            let query = path.contains("?") ? "&" : "?"
            let early = try await workplace.api(.get, "/api/v1/\(path)\(query)on=1990-01-01", token: "sara")
            #expect(early.status == 400 && early.text.contains("begynder her"), "\(path)")
            #expect(
                try await workplace.api(.get, "/api/v1/\(path)\(query)on=xx", token: "sara").status == 400, "\(path)")
            let then = try await workplace.api(.get, "/api/v1/\(path)\(query)on=2025-06-01", token: "sara")
            #expect(then.status == 200, "\(path)")
        }
    }

    @Test(arguments: Engine.tested)
    func `people are added, changed and given a last day by a program`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        func call(_ path: String, _ json: String, put: Bool = false) async throws -> Reply {
            try await workplace.api(put ? .put : .post, "/api/v1/people\(path)", token: "rikke", json: json)
        }
        let sent = #"{"name": "Bo Krogh", "email": "bo@nordhavn.example", "unit": "HIST", "external_id": "77"}"#
        let made = try await call("", sent)
        #expect(made.status == 200 && made.text.contains(#""external_id":"77""#))
        #expect(try await call("", sent).status == 422)
        let (id, edition) = (try value("id", made.text), try value("edition", made.text))
        let change = #"{"edition": "\#(edition)", "phone": "12"}"#
        let changed = try await call("/\(id)", change, put: true)
        #expect(changed.status == 200 && changed.text.contains(#""phone":"12""#) && changed.text.contains("Bo Krogh"))
        #expect(try await call("/\(id)", change, put: true).status == 409)
        #expect(try await call("/none", change, put: true).status == 404)
        let others = try await workplace.api(.get, "/api/v1/people/\(id)", token: "sara")
        #expect(others.status == 200 && others.text.contains(#""external_id":null"#))
        #expect(try await call("/\(id)/leaving", #"{"day": "2000-01-01"}"#).status == 422)
        let left = try await call("/\(id)/leaving", #"{"day": "\#((Workplace.today).text)"}"#)
        #expect(left.status == 200 && left.text.contains(#""ends":"2026-01-05""#))
        try await workplace.database.write {
            try $0.execute("UPDATE person SET starts = '2026-01-01', ends = '2026-01-04' WHERE id = \(id)")
        }
        #expect(try await workplace.api(.get, "/api/v1/people/\(id)", token: "sara").status == 404)
        #expect(try await workplace.api(.get, "/api/v1/people?on=2026-01-04", token: "sara").text.contains("Bo Krogh"))
        #expect(
            !(try await workplace.api(.get, "/api/v1/people?on=2026-01-04", token: "sara").text.contains("bo@nordhavn"))
        )
    }
}
