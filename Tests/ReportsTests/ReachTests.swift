import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Reports

/// Who gets in where, and who does not.
@Suite struct ReachTests {
    @Test(arguments: Engine.tested)
    func `another unit's representative finds nothing`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.report(uploads: ["photos": Picture.upload])
        let page = try await work.firstReport(as: Workplace.maja)
        for path in [page, page + "/photos/1"] {
            #expect(try await work.get(path, as: Workplace.karl).status == 404)
            #expect(try await work.get(path, as: Workplace.rikke).status == 404)
            #expect(try await work.get(path).status == 303)
        }
        for action in ["reading", "closure", "kind", "messages"] {
            let fields = ["reason": "x", "text": "x", "kind": "good"]
            #expect(try await work.post(page + "/" + action, as: Workplace.karl, fields).status == 404)
        }
        #expect(try await work.get("/reports", as: Workplace.karl).text.contains("Ingen meldinger endnu"))
    }

    @Test func `a report that is not there is not found`() async throws {
        let work = try await Workplace()
        for path in ["/reports/none", "/reports/none/photos/1", "/reports/\(String(repeating: "x", count: 100))"] {
            #expect(try await work.get(path, as: Workplace.maja).status == 404)
        }
    }

    @Test func `the photos of a report follow its code`() async throws {
        let work = try await Workplace()
        let (code, _) = try await work.report(uploads: ["photos": Picture.upload])
        #expect(try await work.get("/follow/photos/1").status == 404)
        let cookie = try await work.post("/follow", ["code": code]).cookie
        #expect(
            try await work.get("/follow/photos/1", headers: [.cookie: cookie]).headers[.contentType] == "image/jpeg")
        #expect(try await work.get("/follow/photos/2", headers: [.cookie: cookie]).status == 404)
        #expect(try await work.get("/follow/photos/x", headers: [.cookie: cookie]).status == 404)
    }

    @Test func `an employee's list is the own reports`() async throws {
        let work = try await Workplace()
        #expect(try await work.get("/reports", as: Workplace.sara).location == "/reports/mine")
        #expect(try await work.get("/reports/export.csv", as: Workplace.sara).status == 403)
    }

    @Test(arguments: Engine.tested)
    func `a long list is read page by page, each report once, what waits first`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        for number in 1...5 { try await work.report(["what": "Nummer \(number)"]) }
        _ = try await work.post(try await work.firstReport(as: Workplace.maja) + "/reading", as: Workplace.maja)
        let pages = try await work.database.read { reader -> [[Report]] in
            guard let maja = try Doorkeeping().viewer(Workplace.maja, on: Workplace.today, reader) else { return [] }
            var pages: [[Report]] = []
            repeat {
                let place = pages.last?.last.map(ReportStore.Place.init(of:)).flatMap { ReportStore.Place($0.text) }
                pages.append(try ReportStore(reader).page(for: maja, after: place, on: Workplace.today, most: 2))
            } while pages.last?.count == 2
            return pages
        }
        let all = pages.flatMap { $0 }
        #expect(pages.map(\.count) == [2, 2, 1])
        #expect(Set(all.map(\.what)).count == 5)
        #expect(all.map(\.stage) == all.map(\.stage).sorted())
    }

    @Test func `what waits for the few units of a group is found by the unit, not among all that waits`() async throws {
        let work = try await Workplace()
        let plan = try await work.database.read { reader in
            let viewer = try #require(try Doorkeeping().viewer(Workplace.maja, on: Workplace.today, reader))
            let reach = try ReportReach(viewer, on: Workplace.today, reader)
            return try reader.plan(
                of: """
                    SELECT id FROM report WHERE \(reach.condition) AND \(reach.stage(.waiting))
                    ORDER BY stage, reported DESC, id LIMIT 5
                    """)
        }
        #expect(plan.contains("USING INDEX report_by_unit"), "\(plan)")
    }

    @Test func `the list is narrowed by text, taken by its letters`() async throws {
        let work = try await Workplace()
        try await work.report(["what": "100 % glat"])
        try await work.report(["what": "Løst gelænder"])
        let found = try await work.get("/reports?q=100%20%25", as: Workplace.maja).text
        #expect(found.contains("100 % glat") && !found.contains("gelænder"))
        #expect(try await work.get("/reports?stage=closed", as: Workplace.maja).text.contains("Intet passer"))
        #expect(try await work.get("/reports?kind=nonsense&after=nonsense", as: Workplace.maja).status == 200)
    }

    @Test func `programs report and read with a token, within its scopes`() async throws {
        let work = try await Workplace()
        try await work.token("reader", for: Workplace.maja, "reports:read")
        try await work.token("writer", for: Workplace.sara, "reports:write")
        let json = #"{"kind": "near_miss", "what": "Glat gulv", "anonymous": true, "code": "7Q2M-XK4D-90TB-HW3E"}"#
        for _ in 1...2 {
            let sent = try await work.api(.post, "/api/v1/reports", token: "writer", json: json)
            #expect(sent.status == 200)
            #expect(sent.text.contains("7Q2M-XK4D-90TB-HW3E"))
        }
        #expect(try await work.reportCount() == 1)
        #expect(try await work.api(.post, "/api/v1/reports", token: "reader", json: json).status == 403)
        #expect(try await work.api(.post, "/api/v1/reports", token: nil, json: json).status == 401)
        #expect(try await work.api(.post, "/api/v1/reports", token: "writer", json: "{}").status == 422)
        let list = try await work.api(.get, "/api/v1/reports", token: "reader").text
        #expect(list.contains("Glat gulv") && list.contains("\"anonymous\":true"))
        #expect(try await work.api(.get, "/api/v1/reports", token: "writer").status == 403)
    }

    @Test func `the poster shows the way and the representatives to everyone with a login`() async throws {
        let work = try await Workplace()
        let poster = try await work.get("/units/laboratories/poster", as: Workplace.sara)
        #expect(poster.status == 200)
        #expect(poster.text.contains("localhost:8080/r/link-laboratories"))
        #expect(poster.text.contains("Maja Holm") && poster.text.contains("Jonas Riis"))
        #expect(poster.text.contains("<svg"))
        #expect(try await work.get("/units/none/poster", as: Workplace.sara).status == 404)
        #expect(try await work.get("/units/laboratories/poster").status == 303)
    }

    @Test(arguments: Engine.tested)
    func `a new unit's link is short enough to type from the wall, as people type`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let made = try await work.post(
            "/units", as: Workplace.rikke,
            [
                "code": "KEMI-VASK", "name_da": "Vaskerum", "name_en": "Washing room", "kind": "section",
                "parent": "KEMI-LAB",
            ])
        #expect(made.status == 303)
        let kept: String = try #require(
            try await work.database.read { try $0.value("SELECT report_link FROM unit WHERE code = 'KEMI-VASK'") })
        #expect(kept.count == 12)
        #expect(kept.allSatisfy("0123456789abcdefghjkmnpqrstvwxyz".contains))
        let unit: String = try #require(
            try await work.database.read { try $0.value("SELECT id FROM unit WHERE code = 'KEMI-VASK'") })
        let poster = try await work.get("/units/\(unit)/poster", as: Workplace.sara).text
        let written = try poster.between("aria-label=\"http://localhost:8080/r/", "\"")
        #expect(written.split(separator: "-").map(\.count) == [4, 4, 4])
        #expect(written == written.uppercased())
        let typed = [
            kept, written, written.lowercased(), kept.uppercased(), written.replacing("-", with: ""),
            kept.replacing("0", with: "O").replacing("1", with: "l"),
        ]
        for one in typed { #expect(try await work.get("/r/\(one)").status == 200, "\(one)") }
        let code = try await work.codeOfForm(at: "/r/\(written)")
        let sent = try await work.post(
            "/r/\(written)", ["kind": "good", "what": "Rent her", "anonymous": "on", "code": code])
        #expect(sent.text.contains(code))
        for wrong in [String(kept.dropLast()), kept + "0", "-", ""] {
            #expect(try await work.get("/r/\(wrong)").status == 404, "\(wrong)")
        }
    }

    @Test(arguments: Engine.tested)
    func `a program that names no unit, for somebody who has none, is told to`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let guest = Person(
            id: ID("gast"), name: "Gert Gast", email: "gert@nordhavn.example", kind: .external, unit: nil,
            starts: Workplace.today - 5)
        try await work.employ([guest])
        try await work.token("guest", for: guest, "reports:write")
        try await work.token("sara", for: Workplace.sara, "reports:write")
        let without = #"{"kind": "near_miss", "what": "Glat gulv"}"#
        let refused = try await work.api(.post, "/api/v1/reports", token: "guest", json: without)
        #expect(refused.status == 422)
        #expect(refused.text.contains(#""field":"unit""#) && refused.text.contains("hvilken enhed"))
        #expect(try await work.database.read { try $0.value("SELECT COUNT(*) FROM report") ?? -1 } == 0)
        let named = #"{"kind": "near_miss", "what": "Glat gulv", "unit": "laboratories"}"#
        #expect(try await work.api(.post, "/api/v1/reports", token: "guest", json: named).status == 200)
        #expect(try await work.api(.post, "/api/v1/reports", token: "sara", json: without).status == 200)
    }

    @Test(arguments: Engine.tested)
    func `the link of an old poster leads where it always did`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let old = work.house.identities.secret()
        try await work.database.write { try $0.execute("UPDATE unit SET report_link = \(old) WHERE id = 'office'") }
        #expect(try await work.get("/r/\(old)").status == 200)
        #expect(try await work.get("/r/\(old.uppercased())").status == 200)
        #expect(try await work.get("/units/office/poster", as: Workplace.sara).text.contains("/r/\(old)"))
    }
}

extension Workplace {
    func token(_ token: String, for person: Person, _ scopes: String) async throws {
        try await database.write {
            try $0.execute(
                """
                INSERT INTO api_token (hash, person_id, name, scopes, expires)
                VALUES (\(SecretHash(of: token).text), \(person.id), \(token), \(scopes), \("2100-01-01T00:00:00.000Z"))
                """)
        }
    }
}
