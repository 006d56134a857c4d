import Foundation
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

@Suite struct ImportPageTests {
    private func upload(_ name: String, _ text: String) -> [String: Upload] {
        [name: Upload(name: "\(name).csv", mediaType: "text/csv", bytes: Array(text.utf8))]
    }

    @Test(arguments: Engine.tested)
    func `The administrator chooses a file, sees what will happen, and says yes`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let form = try await workplace.get("/import", as: Workplace.rikke)
        #expect(form.status == 200 && form.text.contains("medarbejdernr") && form.text.contains("multipart/form-data"))
        let staged = try await workplace.post(
            "/import", as: Workplace.rikke, uploads: upload("people", "external_id,name,hat\n1,Bo Krogh,stor\n"))
        let place = try #require(staged.location)
        let preview = try await workplace.get(place, as: Workplace.rikke)
        #expect(preview.text.contains("Bo Krogh") && preview.text.contains("Disse kolonner bruges ikke: hat."))
        #expect(try await workplace.person("1") == nil)
        let applied = try await workplace.post("\(place)/application", as: Workplace.rikke)
        #expect(applied.location == place && applied.said == "Det er læst ind.")
        #expect(try await workplace.post("\(place)/application", as: Workplace.rikke).location == place)
        let done = try await workplace.get(place, as: Workplace.rikke)
        #expect(done.text.contains("af Rikke Thy") && done.text.contains("SHA-256"))
        #expect(try await workplace.person("1")?.name == "Bo Krogh")
    }

    @Test(arguments: Language.allCases)
    func `What is done first stands first, and each file has its example and its columns`(
        language: Language
    ) async throws {
        let workplace = try await Workplace.unchanging(in: language)
        let text = ImportTexts(language: language)
        let page = try await workplace.get("/import", as: Workplace.rikke).text
        let order =
            [text.stepsTitle] + text.steps + [text.order, "name=\"units\""]
            + ["name=\"people\"", text.more, "name=\"history\"", text.look]
        let places = order.map { page.range(of: $0)?.lowerBound }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
        for kind in ImportKind.allCases {
            #expect(page.contains("/import/examples/\(kind.rawValue).csv") && page.contains(text.columns(of: kind)))
        }
    }

    @Test func `A fault in a file that is folded away is not folded away`() async throws {
        let workplace = try await Workplace()
        let folded = try await workplace.get("/import", as: Workplace.rikke).text
        #expect(!folded.contains("<details class=\"disclosure\" open>"))
        let wrong = try await workplace.post("/import", as: Workplace.rikke, uploads: upload("bodies", "navn\nAMU\n"))
        #expect(wrong.status == 422 && wrong.text.contains("<details class=\"disclosure\" open>"))
    }

    @Test func `Many lines are counted as one writes it`() {
        let (danish, english) = (ImportTexts(language: .danish), ImportTexts(language: .english))
        #expect(
            [0, 999, 1000, 12_345, 200_000, 1_234_567].map(danish.number) == [
                "0", "999", "1.000", "12.345", "200.000", "1.234.567",
            ])
        #expect(english.lines(200_000) == "200,000 lines" && danish.first(50, of: 200_000) == "de første 50 af 200.000")
    }

    @Test(arguments: Engine.tested)
    func `Where many would be marked as left, a tick says that they have`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let head = "external_id,name\n"
        try await workplace.imported(people: head + (1...60).map { "\($0),Person \($0)\n" }.joined())
        let id = try await workplace.staged(people: head + "60,Person 60\n")
        let path = "/import/\(id)"
        let preview = try await workplace.get(path, as: Workplace.rikke).text
        #expect(preview.contains("Ja, 59 personer er stoppet") && preview.contains("name=\"left\""))
        let untold = try await workplace.post("\(path)/application", as: Workplace.rikke)
        #expect(untold.status == 422 && untold.text.contains("Sæt hak, hvis de 59 personer er stoppet"))
        #expect(untold.text.contains("Person 1"))
        #expect(try await workplace.person("1")?.ends == nil)
        let told = try await workplace.post("\(path)/application", as: Workplace.rikke, ["left": "on"])
        #expect(told.said == "Det er læst ind.")
        #expect(try await workplace.person("1")?.ends != nil)
        #expect(try await workplace.person("60")?.ends == nil)
        #expect(try await workplace.post("\(path)/application", as: Workplace.rikke).location == path)
    }

    @Test func `Where few leave, nobody is asked`() async throws {
        let workplace = try await Workplace()
        let head = "external_id,name\n"
        try await workplace.imported(people: head + (1...60).map { "\($0),Person \($0)\n" }.joined())
        let id = try await workplace.staged(people: head + (6...60).map { "\($0),Person \($0)\n" }.joined())
        #expect(!(try await workplace.get("/import/\(id)", as: Workplace.rikke).text.contains("name=\"left\"")))
        #expect(try await workplace.post("/import/\(id)/application", as: Workplace.rikke).status == 303)
        #expect(try await workplace.person("1")?.ends != nil)
    }

    @Test func `A changed person is shown field by field`() async throws {
        let workplace = try await Workplace()
        try await workplace.imported(people: "external_id,name,title\n1,Bo Krogh,Laborant\n")
        let id = try await workplace.staged(people: "external_id,name,title\n1,Bo Krogh,Overlaborant\n")
        let page = try await workplace.get("/import/\(id)", as: Workplace.rikke)
        #expect(page.text.contains("titel: <b>Laborant</b> → <b>Overlaborant</b>"))
        #expect(!page.text.contains("navn: <b>"))
    }

    @Test func `A refused line stands on the page, and there is no way to apply it`() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.staged(people: "external_id,name,ends\n1,Bo Krogh,i morgen\n")
        let page = try await workplace.get("/import/\(id)", as: Workplace.rikke)
        #expect(page.text.contains("»i morgen« i »til« er ikke en dato"))
        #expect(!page.text.contains("/application"))
        _ = try await workplace.post("/import/\(id)/application", as: Workplace.rikke)
        #expect(try await workplace.person("1") == nil)
    }

    @Test func `Hostile text in a cell is shown as text`() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.staged(
            people: "external_id,name,unit,<b>kolonne</b>\n<i>1</i>,<script>alert(1)</script>,<img src=x>,\n"
                + "2,\"\"\"><svg onload=alert(1)>\",,\n")
        let page = try await workplace.get("/import/\(id)", as: Workplace.rikke)
        #expect(page.text.contains("&lt;svg onload=alert(1)&gt;") && page.text.contains("&lt;img src=x&gt;"))
        #expect(page.text.contains("&lt;b&gt;kolonne&lt;/b&gt;"))
        for tag in ["<script>alert", "<svg onload", "<img src=x", "<b>kolonne", "<i>1"] {
            #expect(!page.text.contains(tag))
        }
    }

    @Test func `A file that cannot be read, or none, brings the form back`() async throws {
        let workplace = try await Workplace()
        let none = try await workplace.post("/import", as: Workplace.rikke)
        #expect(none.status == 422 && none.text.contains("Vælg mindst én fil."))
        let wrong = try await workplace.post("/import", as: Workplace.rikke, uploads: upload("units", "navn\nArkiv\n"))
        #expect(wrong.status == 422 && wrong.text.contains("Kolonnen »kode« mangler."))
        #expect(wrong.text.contains("Kolonnen »overordnet« mangler."))
    }

    @Test func `Cancelled, and nothing is left of it`() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.staged(people: "external_id,name\n1,Bo Krogh\n")
        let reply = try await workplace.post("/import/\(id)/withdrawal", as: Workplace.rikke)
        #expect(reply.location == "/import")
        #expect(try await workplace.get("/import/\(id)", as: Workplace.rikke).status == 404)
        let left = try await workplace.database.read {
            try $0.value("SELECT COUNT(*) FROM staged_person", as: Int.self)
        }
        #expect(left == 0)
    }

    @Test(arguments: [Workplace.eva, Workplace.maja, Workplace.sara])
    func `Only the administrator reads files in`(person: Person) async throws {
        let workplace = try await Workplace()
        let id = try await workplace.staged(people: "external_id,name\n1,Bo Krogh\n")
        for path in ["/import", "/import/\(id)", "/import/examples/units.csv"] {
            #expect(try await workplace.get(path, as: person).status == 403, "\(path)")
        }
        let file = upload("people", "external_id,name\n1,Bo Krogh\n")
        #expect(try await workplace.post("/import", as: person, uploads: file).status == 403)
        for path in ["/import/\(id)/application", "/import/\(id)/withdrawal"] {
            #expect(try await workplace.post(path, as: person).status == 403, "\(path)")
        }
        #expect(try await workplace.person("1") == nil)
        #expect(try await workplace.get("/import").location?.hasPrefix("/signin") == true)
    }

    @Test(arguments: ImportKind.allCases)
    func `The example is the one in the repository, and can be read in`(kind: ImportKind) async throws {
        let workplace = try await Workplace()
        let reply = try await workplace.get("/import/examples/\(kind.rawValue).csv", as: Workplace.rikke)
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Resources/examples")
        let kept = try String(contentsOf: folder.appendingPathComponent("\(kind.rawValue).csv"), encoding: .utf8)
        #expect(reply.text == kept)
    }

    @Test func `Both examples together are taken in`() async throws {
        let workplace = try await Workplace()
        let outcome = try await workplace.imported(
            units: ImportExample.text(of: .units), people: ImportExample.text(of: .people))
        #expect(outcome == .applied)
        #expect(try await workplace.person("1002")?.unit == (try await workplace.unit("HAV-SKOLE-NORD"))?.id)
    }
}
