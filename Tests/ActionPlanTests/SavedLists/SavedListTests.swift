import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `Saved lists` {
    func save(
        _ workplace: Workplace, _ name: String, as person: Person = Workplace.maja,
        _ query: [String: String] = ["kind": "chemical"]
    ) async throws -> Reply {
        try await workplace.post("/lists", as: person, query.merging(["name": name]) { $1 })
    }

    func all(_ workplace: Workplace, of person: Person = Workplace.maja) async throws -> [SavedList] {
        try await workplace.database.read { try SavedListStore($0).all(of: person.id) }
    }

    @Test(arguments: Engine.tested)
    func `are opened, renamed and deleted by their person, and deleting is undone`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        #expect(!(try await workplace.get("/actions", as: Workplace.maja)).text.contains("Gem listen"))
        let narrowed = try await workplace.get("/actions?kind=chemical&overdue=on", as: Workplace.maja).text
        #expect(narrowed.contains("/lists/new?kind=chemical&amp;overdue=on"))
        let saved = try await save(workplace, "Kemi, der haster", ["kind": "chemical", "overdue": "on"])
        #expect(saved.location == "/actions?kind=chemical&overdue=on")
        let list = try await workplace.get("/actions", as: Workplace.maja).text
        #expect(list.contains(">Kemi, der haster</a>") && list.contains("/actions?kind=chemical&amp;overdue=on"))
        let shown = try await workplace.get("/actions?kind=chemical&overdue=on", as: Workplace.maja).text
        #expect(shown.contains("aria-current=\"page\">Kemi, der haster") && !shown.contains(">Gem listen"))

        let id = try #require(try await all(workplace).first?.id)
        let renamed = try await workplace.post("/lists/\(id)", as: Workplace.maja, ["name": "Kemi"])
        #expect(renamed.location == "/lists")
        let deleted = try await workplace.post("/lists/\(id)/deletion", as: Workplace.maja)
        let page = try await workplace.get(try #require(deleted.location), as: Workplace.maja).text
        #expect(page.contains("Fortryd: hent »Kemi« igen") && page.contains("Du har ikke gemt nogen lister"))
        // Sent twice, it is deleted once.
        #expect(try await workplace.post("/lists/\(id)/deletion", as: Workplace.maja).status == 303)
        #expect(try await workplace.post("/lists/\(id)/restoring", as: Workplace.maja).status == 303)
        #expect(try await all(workplace).map(\.name) == ["Kemi"])
    }

    @Test(arguments: Engine.tested)
    func `are nobody else's, and in no journal`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        _ = try await save(workplace, "Hemmelig liste")
        let id = try #require(try await all(workplace).first?.id)
        for path in ["/lists/\(id)", "/lists/\(id)/deletion", "/lists/\(id)/restoring"] {
            #expect(try await workplace.post(path, as: Workplace.jonas, ["name": "Min"]).status == 404)
        }
        #expect(!(try await workplace.get("/lists", as: Workplace.jonas)).text.contains("Hemmelig"))
        #expect(!(try await workplace.get("/actions", as: Workplace.jonas)).text.contains("Hemmelig"))
        let lines = try await workplace.database.read { reader in
            try reader.values("SELECT COUNT(*) FROM journal WHERE subject_kind LIKE '%list%'", as: Int.self)
        }
        #expect(lines == [0])
    }

    @Test func `are twenty at most`() async throws {
        let workplace = try await Workplace()
        for number in 1...20 { #expect(try await save(workplace, "Liste \(number)").status == 303) }
        let more = try await save(workplace, "Nr. 21")
        #expect(more.status == 422 && more.text.contains("Du har 20 gemte lister. Slet en først."))
        #expect(more.text.contains("value=\"Nr. 21\"") && more.text.contains("name=\"kind\" value=\"chemical\""))
        #expect(try await all(workplace).count == 20)
        // One that is brought back finds its place taken.
        let first = try #require(try await all(workplace).first?.id)
        _ = try await workplace.post("/lists/\(first)/deletion", as: Workplace.maja)
        #expect(try await save(workplace, "Nr. 21").status == 303)
        #expect(try await workplace.post("/lists/\(first)/restoring", as: Workplace.maja).status == 422)
    }

    @Test func `have a name of their own, and something to show`() async throws {
        let workplace = try await Workplace()
        _ = try await save(workplace, "Kemi")
        #expect(try await save(workplace, "Kemi").text.contains("Du har en liste, der hedder sådan."))
        #expect(try await save(workplace, " ").status == 422)
        #expect(try await save(workplace, String(repeating: "x", count: 61)).status == 422)
        let whole = try await save(workplace, "Alt", [:])
        #expect(whole.status == 422 && whole.text.contains("Vælg først, hvad listen skal vise."))
        let script = try await save(workplace, "<script>", ["q": "\"><script>alert(1)</script>"])
        #expect(script.status == 303)
        let page = try await workplace.get("/lists", as: Workplace.maja).text
        #expect(page.contains("&lt;script&gt;") && !page.contains("<script>alert"))
    }

    @Test func `whose unit, plan or theme is gone show nothing, and can be deleted`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        for query in [["unit": "gone"], ["body": "gone"], ["theme": "Væk"], ["responsible": "gone"]] {
            let saved = try await save(workplace, query.keys.sorted().joined(), query)
            let shown = try await workplace.get(try #require(saved.location), as: Workplace.maja)
            #expect(shown.status == 200 && shown.text.contains("Ingen indsatser her"), "\(query)")
        }
        let lists = try await all(workplace)
        #expect(lists.count == 4)
    }
}
