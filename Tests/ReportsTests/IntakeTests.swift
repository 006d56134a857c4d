import Foundation
import HTTPTypes
import Kernel
import Markup
import MarkupTesting
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Reports

/// Bad input: refused beside its field, with everything typed still there.
@Suite struct IntakeTests {
    @Test(arguments: Engine.tested)
    func `what is not a photo is refused and the text stays`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let script = #"<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>"#
        for bytes in [Array("hej".utf8), Array(script.utf8), [0xFF, 0xD8, 0xFF, 0, 1, 2]] {
            let upload = Upload(name: "foto.jpg", mediaType: "image/jpeg", bytes: bytes)
            let (code, reply) = try await work.report(["what": "Løs ledning 🧯"], uploads: ["photos": upload])
            #expect(reply.status == 422)
            #expect(reply.text.contains("Løs ledning 🧯"))
            #expect(reply.text.contains("id=\"photos-problem\""))
            #expect(reply.text.contains("value=\"\(code)\""))
        }
        #expect(try await work.reportCount() == 0)
    }

    @Test func `a photo of sixty megabytes is refused and the text stays`() async throws {
        let work = try await Workplace()
        let upload = Upload(
            name: "stor.jpg", mediaType: "image/jpeg",
            bytes: [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 7, count: 60_000_000))
        let (_, reply) = try await work.report(["what": "Løs ledning"], uploads: ["photos": upload])
        #expect(reply.status == 422)
        #expect(reply.text.contains("Løs ledning"))
        #expect(reply.text.contains("25 MB"))
    }

    @Test func `forty photos are refused and the text stays`() async throws {
        let work = try await Workplace()
        let code = try await work.codeOfForm()
        var body = Self.part("kind", "accident") + Self.part("what", "Løs ledning") + Self.part("code", code)
        body += Self.part("anonymous", "on")
        for number in 1...40 {
            let head = "--edge\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"\(number).png\"\r\n"
            body += Array((head + "Content-Type: image/png\r\n\r\n").utf8) + Picture.png + Array("\r\n".utf8)
        }
        let reply = try await work.call(
            .post, Workplace.lab, headers: [.contentType: "multipart/form-data; boundary=edge"],
            body: body + Array("--edge--\r\n".utf8))
        #expect(reply.status == 422)
        #expect(reply.text.contains("Der er plads til 6 fotos."))
        #expect(reply.text.contains("Løs ledning"))
    }

    @Test func `a long story comes back whole`() async throws {
        let work = try await Workplace()
        let story = String(repeating: "å", count: 10_000)
        let (_, reply) = try await work.report(["what": story])
        #expect(reply.status == 422)
        #expect(reply.text.contains(story))
    }

    @Test func `an empty form says all that is missing`() async throws {
        let work = try await Workplace()
        let reply = try await work.post(Workplace.lab)
        #expect(reply.status == 422)
        for field in ["kind", "what", "name"] { #expect(reply.text.contains("id=\"\(field)-problem\""), "\(field)") }
    }

    @Test func `a code of one's own making is replaced`() async throws {
        let work = try await Workplace()
        let (_, reply) = try await work.report(["code": "'; DROP TABLE report; --"])
        #expect(reply.status == 200)
        #expect(!reply.text.contains("DROP TABLE"))
        #expect(try await work.reportCount() == 1)
    }

    @Test func `markup in a report is only letters`() async throws {
        let work = try await Workplace()
        let (code, _) = try await work.report(["what": "<script>alert(1)</script>", "place": "\"><img src=x>"])
        let page = try await work.firstReport(as: Workplace.maja)
        for text in [try await work.get(page, as: Workplace.maja).text, try await work.follow(code).text] {
            #expect(!text.contains("<script>alert") && !text.contains("<img src=x"))
        }
    }

    @Test func `a formula in a report is only letters in a spreadsheet`() async throws {
        let work = try await Workplace()
        try await work.report(["what": "=HYPERLINK(\"http://evil.example\")", "place": "@SUM(A1)"])
        let file = try await work.get("/reports/export.csv", as: Workplace.maja)
        #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(file.text.contains("'=HYPERLINK"))
        #expect(file.text.contains("'@SUM"))
        let workbook = try await work.get("/reports/export.xlsx", as: Workplace.maja)
        #expect(workbook.body.starts(with: Array("PK".utf8)))
    }

    @Test func `a form from another site is not taken`() async throws {
        let work = try await Workplace()
        let fields = ["kind": "good", "what": "Fin orden", "anonymous": "on"]
        let origin = try await work.post(Workplace.lab, fields, headers: [.origin: "https://evil.example"])
        #expect(origin.status == 400)
        let unsealed = try await work.post("/report", as: Workplace.sara, fields.merging(["csrf": "guess"]) { $1 })
        #expect(unsealed.status == 400)
        #expect(try await work.reportCount() == 0)
    }

    @Test func `when the session has ended the text is kept until one has signed in`() async throws {
        let work = try await Workplace()
        let reply = try await work.post("/report", ["kind": "good", "what": "Fin orden i skabet"])
        #expect(reply.status == 401)
        #expect(reply.text.contains("Fin%20orden%20i%20skabet"))
    }

    @Test(arguments: ["/r/nonsense", "/r/%00", "/r/link-laboratories%27"])
    func `a link that leads nowhere says where else to go`(path: String) async throws {
        let work = try await Workplace()
        let reply = try await work.get(path)
        #expect(reply.status == 404)
        #expect(reply.text.contains("Sig det til din leder"))
    }

    @Test func `a unit that nobody looks after takes no reports`() async throws {
        let work = try await Workplace()
        #expect(try await work.get("/r/link-university").status == 404)
        #expect(
            try await work.post("/r/link-university", ["kind": "good", "what": "Fint", "anonymous": "on"]).status == 404
        )
    }

    @Test(arguments: Engine.tested)
    func `where no body looks after a unit, its coordinator by office hears of the report and reads it`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        let office = Mandate(
            id: ID("eva-coordinates"), role: .coordinator, in: .unit(Workplace.university), person: Workplace.eva.id,
            origin: .appointed, starts: Workplace.today - 10)
        try await work.database.write { try $0.apply(office.given(to: "Eva Nør"), work.deed(by: nil)) }
        let sent = try await work.post("/r/link-university", ["kind": "good", "what": "Fint", "anonymous": "on"])
        #expect(sent.status == 200)
        #expect(try await work.notices(for: Workplace.eva).count == 1)
        #expect(try await work.get("/reports", as: Workplace.eva).text.contains("Fint"))
        #expect(!(try await work.get("/reports", as: Workplace.karl).text.contains("Fint")))
    }

    @Test func `another unit is searched for without losing a word`() async throws {
        let work = try await Workplace()
        let code = try await work.codeOfForm(at: "/report", as: Workplace.sara)
        let typed = ["kind": "good", "what": "Fin orden", "code": code, "unit": "laboratories", "q": "Institut for H"]
        let found = try await work.post("/report", as: Workplace.sara, typed.merging(["find": "unit"]) { $1 })
        #expect(found.status == 200)
        #expect(found.text.contains("Fin orden"))
        #expect(found.text.contains("value=\"history\""))
        #expect(try await work.reportCount() == 0)
        let sent = try await work.post("/report", as: Workplace.sara, typed.merging(["unit": "history"]) { $1 })
        #expect(sent.status == 200)
        #expect(try await work.notices(for: Workplace.karl).count == 1)
    }

    private static func part(_ name: String, _ value: String) -> [UInt8] {
        Array("--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
}
