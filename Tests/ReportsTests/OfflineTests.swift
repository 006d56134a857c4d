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

/// What a phone keeps of the doors, and how what waited there is sent.
@Suite struct OfflineTests {
    private static let json: HTTPFields = [.accept: "application/json"]

    @Test(arguments: ["\(Workplace.lab)/kept", "/report/kept"], [nil, Workplace.sara])
    func `the copy of a form has no code, no proof and nobody's name`(path: String, person: Person?) async throws {
        let work = try await Workplace()
        let reply = try await work.get(path, as: person)
        #expect(reply.status == 200)
        #expect(HTMLCheck(HTML(trusted: reply.text)).problems == [])
        let form = try reply.text.between("data-door", "</form>")
        #expect(form.contains("name=\"code\" value=\"\""))
        #expect(!form.contains("csrf"))
        #expect(form.contains("data-owner=\"\""))
        #expect(!form.contains("Sara"))
    }

    @Test func `a closed door has no copy, and guessing at links is limited there too`() async throws {
        let work = try await Workplace()
        for number in 1...300 { #expect(try await work.get("/r/guess-\(number)/kept").status == 404) }
        #expect(try await work.get("/r/one-more/kept").status == 429)
    }

    @Test func `the form tells whose it is by a mark that names nobody, another for each person`() async throws {
        let work = try await Workplace()
        var marks: Set<String> = []
        for person in [Workplace.sara, Workplace.maja] {
            let mark = try await work.get("/report", as: person).text.between("data-owner=\"", "\"")
            let seal = try await work.get("/report/seal", as: person, headers: Self.json)
            #expect(seal.text.contains("\"owner\":\"\(mark)\""))
            #expect(!mark.contains(person.id.text))
            marks.insert(mark)
        }
        #expect(marks.count == 2 && !marks.contains(""))
        #expect(try await work.get(Workplace.lab).text.contains("data-owner=\"\""))
    }

    @Test func `who is not signed in gets no seal`() async throws {
        let work = try await Workplace()
        let reply = try await work.get("/report/seal", headers: Self.json)
        #expect(reply.status != 200)
        #expect(!reply.text.contains("csrf"))
    }

    @Test(arguments: Engine.tested)
    func `what waited hears whether there is a code to keep, and is there once`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let fields = ["kind": "near_miss", "what": "Trinnet er løst", "code": "AAAA-BBBB-CCCC-DDDD"]
        for _ in 1...2 {
            let sent = try await work.post(
                Workplace.lab, fields.merging(["anonymous": "on"]) { $1 }, headers: Self.json)
            #expect(sent.status == 200)
            #expect(sent.text.contains("AAAA-BBBB-CCCC-DDDD") && sent.text.contains("\"hasCode\":true"))
        }
        let own = try await work.post(
            "/report", as: Workplace.sara, fields.merging(["code": "AAAA-BBBB-CCCC-EEEE"]) { $1 }, headers: Self.json)
        #expect(own.text.contains("\"hasCode\":false"))
        #expect(try await work.reportCount() == 2)
    }

    @Test func `what waited is refused in words`() async throws {
        let work = try await Workplace()
        let refused = try await work.post(
            Workplace.lab, ["kind": "near_miss", "what": "x", "anonymous": "on", "happened": "2099-01-01"],
            headers: Self.json)
        #expect(refused.status == 422)
        #expect(refused.text.contains("Dagen er ikke kommet endnu.") && !refused.text.contains("<html"))
        let closed = try await work.post("/r/none", ["kind": "good", "what": "x"], headers: Self.json)
        #expect(closed.status == 404)
        #expect(closed.text.contains("Linket virker ikke længere.") && !closed.text.contains("<html"))
    }

    @Test func `a poster's address says where it hangs, and no more than fits`() async throws {
        let work = try await Workplace()
        let page = try await work.get("\(Workplace.lab)?place=K%C3%A6lder%20%3Cb%3E").text
        #expect(page.contains("value=\"Kælder &lt;b&gt;\""))
        let long = try await work.get("\(Workplace.lab)?place=" + String(repeating: "x", count: 900)).text
        #expect(long.contains("value=\"" + String(repeating: "x", count: 200) + "\""))
    }

    @Test func `the worker may answer for doors, and is told of no other file`() async throws {
        let work = try await Workplace()
        let allowed = try #require(HTTPField.Name("Service-Worker-Allowed"))
        #expect(try await work.get("/static/x/js/worker.js").headers[allowed] == "/r")
        #expect(try await work.get("/static/x/js/outbox.js").headers[allowed] == nil)
        #expect(try await work.get("/static/x/report.webmanifest").headers[.contentType] == "application/manifest+json")
    }
}
