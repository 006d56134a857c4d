import Foundation
import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Reports

/// What people with bad intentions send.
@Suite struct BadInputTests {
    private static let script = Array("<script>alert(document.domain)</script>".utf8)

    @Test(arguments: Engine.tested)
    func `a photo that is a page as well arrives as a photo alone`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let upload = Upload(
            name: "foto.html", mediaType: "text/html", bytes: Picture.png + Self.script)
        let (_, reply) = try await work.report(uploads: ["photos": upload])
        #expect(reply.status == 200)
        let report = try await work.firstReport(as: Workplace.maja)
        let photo = try await work.get(report + "/photos/1", as: Workplace.maja)
        #expect(photo.headers[.contentType] == "image/jpeg")
        #expect(Array(photo.body.prefix(3)) == [0xFF, 0xD8, 0xFF])
        #expect(Data(photo.body).range(of: Data(Self.script)) == nil)
    }

    @Test(arguments: [
        "<!doctype html><html><body onload=alert(1)></body></html>",
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        "<svg xmlns:xlink=\"http://www.w3.org/1999/xlink\"><image xlink:href=\"file:///etc/passwd\"/></svg>",
        "GIF89a/*<svg onload=alert(1)>*/=1;", "%PDF-1.4 1 0 obj<</JS(app.alert(1))>>",
    ])
    func `a page named as a photo is refused and the text stays`(text: String) async throws {
        let work = try await Workplace()
        let upload = Upload(name: "foto.jpg", mediaType: "image/jpeg", bytes: Array(text.utf8))
        let (_, reply) = try await work.report(["what": "Løs ledning"], uploads: ["photos": upload])
        #expect(reply.status == 422)
        #expect(reply.text.contains("id=\"photos-problem\"") && reply.text.contains("Løs ledning"))
        #expect(try await work.reportCount() == 0)
    }

    @Test(arguments: Engine.tested)
    func `the same report sent fifty times at once is one report, with one photo and one notice`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        let code = try await work.codeOfForm()
        let fields = ["kind": "near_miss", "what": "Sendt mange gange", "anonymous": "on", "code": code]
        let statuses = try await withThrowingTaskGroup(of: (Int, Bool).self) { group in
            for _ in 1...50 {
                group.addTask {
                    let sent = try await work.post(Workplace.lab, fields, uploads: ["photos": Picture.upload])
                    return (Int(sent.status), sent.text.contains(code))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.allSatisfy { $0.0 == 200 && $0.1 })
        #expect(try await work.reportCount() == 1)
        let photos: Int? = try await work.database.read { try $0.value("SELECT COUNT(*) FROM report_photo") }
        let files: Int? = try await work.database.read { try $0.value("SELECT COUNT(*) FROM stored_file") }
        #expect(photos == 1 && files == 1)
        #expect(try await work.notices(for: Workplace.maja).count == 1)
    }

    @Test func `whoever guesses at codes is stopped, and the right code opens nothing for him then`() async throws {
        let work = try await Workplace()
        let (code, _) = try await work.report()
        var wrong = 0
        while try await work.post("/follow", ["code": "AAAA-BBBB-CCCC-DD\(10 + wrong % 90)"]).status == 422 {
            wrong += 1
        }
        #expect(wrong == 300)
        #expect(try await work.post("/follow", ["code": code]).status == 429)
    }

    /// Whoever sends cookies is counted by nobody: they open nothing but what was given here.
    @Test func `a code that is guessed as a cookie opens nothing, even the right one`() async throws {
        let work = try await Workplace()
        let (code, _) = try await work.report(uploads: ["photos": Picture.upload])
        let (other, _) = try await work.report()
        let given = try #require(try await work.post("/follow", ["code": code]).cookie.split(separator: "=").last)
        let foreign = try #require(try await work.post("/follow", ["code": other]).cookie.split(separator: ".").last)
        for guess in [code, "\(code).", "\(code).\(foreign)", code.replacing("-", with: "")] {
            let headers: HTTPFields = [.cookie: "follow=\(guess)"]
            #expect(try await !work.get("/follow", headers: headers).text.contains("Vand på gulvet"), "\(guess)")
            #expect(try await work.get("/follow/photos/1", headers: headers).status == 404, "\(guess)")
            let said = try await work.post("/follow/messages", ["text": "Hej", "key": "k"], headers: headers)
            #expect(said.status == 422, "\(guess)")
        }
        #expect(
            try await work.get("/follow", headers: [.cookie: "follow=\(given)"]).text.contains("Vand på gulvet"))
    }

    @Test(arguments: ["", "/kept", "/idea"])
    func `whoever guesses at posters' links is stopped, and finds none any more`(ending: String) async throws {
        let work = try await Workplace()
        #expect(try await work.get(Workplace.lab + ending).status == 200)
        for number in 0..<300 {
            #expect(try await work.get("/r/guess-\(number)\(ending)").status == 404)
        }
        #expect(try await work.get(Workplace.lab + ending).status == 429)
        // A form that is open already is taken in, from the same address.
        let sent = ["kind": "near_miss", "what": "Sendt fra samme netværk", "anonymous": "on"]
        #expect(try await work.post(Workplace.lab, sent).status == 200)
    }

    @Test func `a code has at least sixty bits, and no two are alike in any part`() {
        let codes = (1...2000).map { _ in ReportCode.new(.system).text.replacing("-", with: "") }
        #expect(codes.allSatisfy { $0.count * 5 >= 60 })
        #expect(Set(codes.map { $0.prefix(8) }).count == 2000 && Set(codes.map { $0.suffix(8) }).count == 2000)
    }

    @Test(arguments: Engine.tested)
    func `an event tomorrow is refused beside its field, today's is taken`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let (_, ahead) = try await work.report(["happened": (Workplace.today + 1).text])
        #expect(ahead.status == 422)
        #expect(ahead.text.contains("id=\"happened-problem\"") && ahead.text.contains("Dagen er ikke kommet endnu."))
        #expect(ahead.text.contains("<details class=\"disclosure\" open"))
        #expect(try await work.report(["happened": Workplace.today.text]).reply.status == 200)
    }
}
