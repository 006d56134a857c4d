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

@testable import Documents

@Suite struct PlanPageTests {
    private static let pages = [
        "/organisation/chart", "/organisation/chart/print", "/organisation/chart/print?paper=a4&parts=1",
        "/organisation/plan", "/organisation/plan/print",
    ]
    private static let files = ["/organisation/plan.csv", "/organisation/plan.xlsx"]

    @Test(arguments: Engine.tested)
    func `everybody who is signed in sees who sits where`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        for path in Self.pages {
            for person in [Workplace.sara, .ida, .karl, .rikke] {
                let page = try await workplace.get(path, as: person)
                #expect(page.status == 200, "\(path)")
                #expect(page.text.contains("Maja Holm") && page.text.contains("Karl Åkjær"), "\(path)")
                #expect(page.text.contains("ledig plads"), "\(path)")
            }
            let problems = HTMLCheck(HTML(trusted: try await workplace.get(path, as: Workplace.sara).text)).problems
            #expect(problems.isEmpty, "\(path): \(problems)")
        }
        for path in Self.pages + Self.files {
            let stranger = try await workplace.get(path)
            #expect(stranger.status == 303 && !stranger.text.contains("Maja"), "\(path)")
        }
    }

    @Test(arguments: Engine.tested)
    func `a part is shown alone, and what is no open unit is not found`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        for path in Self.pages + Self.files {
            let unit = path.contains("?") ? "&unit=" : "?unit="
            let part = try await workplace.get(path + unit + "laboratories", as: Workplace.sara)
            #expect(part.status == 200, "\(path)")
            if !path.hasSuffix("xlsx") {
                #expect(part.text.contains("Maja Holm") && !part.text.contains("AMG Historie"), "\(path)")
            }
            #expect(try await workplace.get(path + unit + "none", as: Workplace.karl).status == 404, "\(path)")
            #expect(
                try await workplace.get(path + unit + "chemistry&on=1980-01-01", as: .karl).status == 404, "\(path)")
            #expect(try await workplace.get(path + unit + "chemistry&on=i%20dag", as: .karl).status == 400, "\(path)")
        }
        let odd = "?unit=\(String(repeating: "x", count: 300))&levels=9&zoom=9999&q=%00"
        #expect(try await workplace.get("/organisation/chart" + odd, as: .karl).status == 200)
    }

    @Test(arguments: Engine.tested)
    func `another day shows who sat there then`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.staffed()
        let then = "?on=\((Workplace.today - 40).text)"
        for path in ["/organisation/chart", "/organisation/plan", "/organisation/plan.csv"] {
            let (now, earlier) = try await (
                workplace.get(path, as: .maja).text, workplace.get(path + then, as: .maja).text
            )
            #expect(now.occurrences(of: "Sara Lund") < earlier.occurrences(of: "Sara Lund"), "\(path)")
        }
        let page = try await workplace.get("/organisation/chart" + then, as: .maja).text
        #expect(page.contains("on=\((Workplace.today - 40).text)"), "the day goes along to other pages")
    }

    @Test(arguments: Engine.tested)
    func `a person, a group and a unit are found and marked, also where they are not drawn`(engine: Engine) async throws
    {
        let workplace = try await Workplace(engine)
        func look(_ query: String) async throws -> String {
            try await workplace.get("/organisation/chart?" + query, as: .sara).text
        }
        let person = try await look("q=maja")
        #expect(person.contains("▸ Maja Holm") && person.occurrences(of: "id=\"found\"") == 1)
        #expect(person.contains("href=\"#found\""))
        #expect(try await look("q=AMG+lab").contains("▸ AMG Laboratorier"))
        #expect(try await look("q=laboratories+group").contains("▸ AMG Laboratorier"), "in English, too")
        #expect(try await look("q=historie").contains("class=\"box found\""))
        let elsewhere = try await look("q=karl&unit=chemistry")
        #expect(!elsewhere.contains("▸ Karl") && elsewhere.contains("/organisation/chart?unit=history&amp;q=karl"))
        let group = try await look("q=AMG+Hist&unit=chemistry")
        #expect(group.contains("AMG Historie") && group.contains("unit=history"))
        #expect(try await look("q=sara").contains("arbejder i Laboratorier, har intet hverv"))
        #expect(try await look("q=%3Cb%3E").contains("begynder med “&lt;b&gt;”"))
        #expect(try await look("q=...").contains("Ingen person, gruppe eller enhed"))
    }

    @Test(arguments: Engine.tested)
    func `whoever has left is named and not reached`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let gone = Person(
            id: ID("gone"), name: "Bo Krogh", email: "bo@nordhavn.example", phone: "12 34 56 78",
            unit: Workplace.history,
            starts: Workplace.today - 900, ends: Workplace.today - 5)
        let seat = Mandate(
            id: ID("g"), role: .leader, body: Workplace.historyGroup, person: ID("gone"), origin: .appointed,
            starts: Workplace.today - 800, ends: Workplace.today - 5)
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { writer in
            try writer.apply(gone.added(), deed)
            try writer.apply(seat.given(to: "Bo Krogh"), deed)
        }
        let then = "?on=\((Workplace.today - 10).text)"
        for path in ["/organisation/plan", "/organisation/plan/print", "/organisation/plan.csv"] {
            let page = try await workplace.get(path + then, as: .maja).text
            #expect(page.contains("Bo Krogh") && !page.contains("bo@nordhavn"), "\(path)")
            #expect(page.contains("karl@nordhavn.example"), "\(path)")
        }
    }

    @Test(arguments: Engine.tested)
    func `the file says of which day and version it is`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let file = try await workplace.get("/organisation/plan.csv", as: .maja)
        #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
        let lines = file.text.split(separator: "\r\n")
        let page = try await workplace.get("/organisation/plan", as: .maja).text
        let version = try #require(page.firstMatch(of: /Udgave ([0-9A-F]{4}-[0-9A-F]{4})\./)?.1)
        #expect(lines.count == 7)
        #expect(lines.dropFirst().allSatisfy { $0.contains("2026-01-05") && $0.hasSuffix(version) })
        #expect(
            lines.contains {
                $0.contains("AMG Laboratorier")
                    && $0.contains("arbejdsmiljørepræsentant;Maja Holm;maja@nordhavn.example")
            })
        #expect(lines.contains { $0.contains("AMG Historie") && $0.contains("arbejdsleder;ledig plads;;") })
        let workbook = try await workplace.get("/organisation/plan.xlsx", as: .maja)
        #expect(workbook.body.prefix(2) == [0x50, 0x4B])
    }

    @Test func `sizes and levels are links that keep what is looked at`() async throws {
        let workplace = try await Workplace()
        let page = try await workplace.get("/organisation/chart?unit=chemistry&levels=1&zoom=150&q=maja", as: .maja)
            .text
        #expect(page.contains("unit=chemistry&amp;levels=1&amp;zoom=200&amp;q=maja"))
        #expect(page.contains("unit=chemistry&amp;levels=1&amp;zoom=125&amp;q=maja"))
        #expect(page.contains("unit=chemistry&amp;levels=2&amp;zoom=150&amp;q=maja"))
        #expect(page.contains("name=\"unit\" value=\"chemistry\"") && page.contains("name=\"zoom\" value=\"150\""))
    }

    @Test func `paper becomes PDF for the same people, with everybody's name`() async throws {
        let program = try #require(PressProgram.ofTheCheckout, "bin/test lays what makes PDF into .tools/paper")
        let press = Press(program)
        defer { press.close() }
        let workplace = try await Workplace(press: press)
        for path in [
            "/organisation/chart/print?paper=a3", "/organisation/chart/print?paper=a4&parts=1",
            "/organisation/plan/print",
            "/units/laboratories/poster",
        ] {
            let pdf = try await workplace.get(path + (path.contains("?") ? "&" : "?") + "as=pdf", as: .sara)
            #expect(pdf.status == 200 && pdf.headers[.contentType] == "application/pdf", "\(path)")
            #expect(pdf.headers[.contentDisposition]?.hasSuffix(".pdf") == true)
            let reading = try PDFReading(pdf.body)
            #expect(reading.isTagged, "\(path)")
            #expect(reading.text.contains("Maja Holm") && reading.text.contains("Jonas Riis"), "\(path)")
            #expect(!reading.text.contains("Hent som PDF"), "\(path)")
            let stranger = try await workplace.get(path + (path.contains("?") ? "&" : "?") + "as=pdf")
            #expect(stranger.status == 303 && !stranger.text.hasPrefix("%PDF"), "\(path)")
        }
        let sheet = try PDFReading(try await workplace.get("/organisation/chart/print?as=pdf", as: .sara).body)
        #expect(sheet.pages == 1 && sheet.facts.contains("1190.55 x 841.89"))
        #expect(try await workplace.get("/units/none/poster?as=pdf", as: .sara).status == 404)
    }

    @Test func `whoever has two pages in the line is told to wait, and the others are not`() async throws {
        let press = Press(try #require(PressProgram.ofTheCheckout, "bin/test lays it into .tools/paper"))
        defer { press.close() }
        let workplace = try await Workplace(press: press)
        let path = "/organisation/plan/print?as=pdf"
        for _ in 1...2 { try press.line.enter("person \(Workplace.sara.id)") }
        let refused = try await workplace.get(path, as: .sara)
        #expect(refused.status == 429 && refused.headers[.retryAfter] != nil)
        #expect(refused.text.contains("Prøv igen om 2 minutter"))
        // Who asks for the headers alone makes no page.
        #expect(try await workplace.call(.head, path, as: .sara).status == 200)
        #expect(try await workplace.get(path, as: .karl).status == 200)
        press.line.leave("person \(Workplace.sara.id)")
        #expect(try await workplace.get(path, as: .sara).status == 200)
        #expect(press.line.count == 1)
    }

    @Test func `a long e-mail is written whole on paper`() async throws {
        let press = Press(try #require(PressProgram.ofTheCheckout, "bin/test lays it into .tools/paper"))
        defer { press.close() }
        let workplace = try await Workplace(press: press)
        let email = "bo.krogh.larsen@nordhavn.example"
        let bo = Person(
            id: ID("bo"), name: "Bo Krogh Larsen", email: email, unit: Workplace.history, starts: Workplace.today - 9)
        let seat = Mandate(
            id: ID("b"), role: .leader, body: Workplace.historyGroup, person: bo.id, origin: .appointed,
            starts: Workplace.today - 5)
        let deed = workplace.deed(by: nil)
        try await workplace.employ([bo])
        try await workplace.database.write { try $0.apply(seat.given(to: bo.name), deed) }
        let pdf = try await workplace.get("/organisation/plan/print?as=pdf", as: .sara)
        #expect(try PDFReading(pdf.body).text.contains(email))
    }

    @Test func `a unit is written once, above all who sit there`() async throws {
        let workplace = try await Workplace()
        for path in ["/organisation/plan", "/organisation/chart"] {
            let page = try await workplace.get(path, as: .maja).text
            let list = try #require(page.components(separatedBy: "class=\"roster\"").last)
            #expect(list.occurrences(of: "href=\"/units/history\"") == 1, "\(path)")
            #expect(list.contains("Karl Åkjær") && list.contains("ledig plads"), "two rows at least: \(path)")
            // Each unit opens and shuts by itself; without scripts all are open.
            #expect(
                list.occurrences(of: "<details open data-shut-on-phone>") == list.occurrences(of: "<tbody>"), "\(path)")
            #expect(list.occurrences(of: "<tbody>") > 1)
        }
    }

    @Test(arguments: [("da", "Udskriv eller PDF", "mere til højre"), ("en", "Print or PDF", "more to the right")])
    func `both sizes of paper lie behind one word, and the page says that there is more to see`(
        language: (code: String, print: String, more: String)
    ) async throws {
        let workplace = try await Workplace.unchanging(in: try #require(Language(rawValue: language.code)))
        let page = try await workplace.get("/organisation/chart?unit=chemistry", as: .maja).text
        #expect(page.occurrences(of: "<summary>\(language.print)</summary>") == 1)
        #expect(page.contains("unit=chemistry&amp;paper=a3") && page.contains("unit=chemistry&amp;paper=a4"))
        #expect(page.contains(language.more))
    }

    @Test func `without what makes PDF the page is offered for the browser's own print`() async throws {
        let workplace = try await Workplace()
        let page = try await workplace.get("/organisation/chart/print?paper=a4&as=pdf", as: .sara)
        #expect(page.status == 503)
        #expect(page.text.contains("ikke sat op til at lave PDF"))
        #expect(page.text.contains("href=\"/organisation/chart/print?paper=a4\""))
        #expect(!(try await workplace.get("/organisation/chart/print", as: .sara).text.contains("Hent som PDF")))
        // A page that is none for paper has no PDF: it is simply shown.
        #expect(try await workplace.get("/organisation/chart?as=pdf", as: .sara).text.contains("<h1>"))
    }
}

extension String {
    fileprivate func occurrences(of text: String) -> Int { components(separatedBy: text).count - 1 }
}

extension Person {
    fileprivate static var maja: Person { Workplace.maja }
    fileprivate static var sara: Person { Workplace.sara }
    fileprivate static var karl: Person { Workplace.karl }
    fileprivate static var ida: Person { Workplace.ida }
    fileprivate static var rikke: Person { Workplace.rikke }
}
