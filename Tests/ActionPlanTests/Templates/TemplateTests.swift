import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `Templates of actions` {
    func workplace(_ engine: Engine = .sqlite) async throws -> Workplace {
        let workplace = try await Workplace(engine)
        try await workplace.put(.sample())
        return workplace
    }

    func keep(
        _ workplace: Workplace, as person: Person = Workplace.maja, _ more: [String: String] = [:]
    ) async throws -> Reply {
        try await workplace.post(
            "/actions/trays/template", as: person,
            ["what": "Bakker under det, der drypper", "how": "Mål hylden først", "kind": "chemical"]
                .merging(more) { $1 })
    }

    func all(_ workplace: Workplace) async throws -> [ActionTemplate] {
        try await workplace.database.read { try TemplateStore($0).all(for: Workplace.labGroup) }
    }

    @Test func `that come along are complete in both languages`() {
        #expect(CommonTheme.all.count >= 6)
        let actions = CommonTheme.all.flatMap(\.actions)
        #expect(actions.count >= 12 && Set(actions.map(\.key)).count == actions.count)
        #expect(CommonTheme.all.allSatisfy { !$0.actions.isEmpty })
        for action in actions {
            for words in [action.what, action.why, action.how, action.followUp] {
                #expect(!words.danish.isEmpty && !words.english.isEmpty && words.danish != words.english)
            }
            #expect(action.what.danish.count <= Agreement.whatLimit && action.what.english.count <= Agreement.whatLimit)
        }
        let kinds = Set(actions.map(\.kind))
        #expect(kinds.isSuperset(of: [.physical, .psychological, .ergonomic, .chemical, .accident, .organisational]))
        #expect(CommonTheme.read(Array("[{}]".utf8)) == nil)
    }

    @Test func `are found by words and kind, and fill in the form`() async throws {
        let workplace = try await workplace()
        let page = try await workplace.get("/action-templates?body=lab-group", as: Workplace.maja).text
        #expect(page.contains("Travlhed og pres") && page.contains("Brandøvelse"))
        let found = try await workplace.get("/action-templates?body=lab-group&q=brand", as: Workplace.maja).text
        #expect(found.contains("Brandøvelse") && !found.contains("Travlhed og pres"))
        let kind = try await workplace.get("/action-templates?body=lab-group&kind=chemical", as: Workplace.maja).text
        #expect(kind.contains("Ryd op i kemikalierne") && !kind.contains("Brandøvelse"))
        let none = try await workplace.get("/action-templates?body=lab-group&q=findesikke", as: Workplace.maja).text
        #expect(none.contains("Ingen skabeloner passer"))
        let form = try await workplace.get("/actions/new?body=lab-group&template=accidents-drill", as: Workplace.maja)
        #expect(form.text.contains("value=\"Brandøvelse\"") && form.text.contains("finder den i røg"))
        let english = try await workplace.get(
            "/actions/new?body=lab-group&template=accidents-drill", as: Workplace.jonas)
        #expect(english.text.contains("value=\"Fire drill\""))
        let gone = try await workplace.get("/actions/new?body=lab-group&template=nothing", as: Workplace.maja)
        #expect(gone.status == 200 && !gone.text.contains("Ud fra en skabelon"))
    }

    @Test(arguments: Engine.tested)
    func `are kept from an action, the group's own by its members`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let kept = try await keep(workplace)
        #expect(kept.status == 303 && kept.said == "Skabelonen er gemt.")
        let template = try #require(try await all(workplace).first)
        #expect(!template.isEverywhere && template.text.what == "Bakker under det, der drypper")
        let form = try await workplace.get("/actions/new?body=lab-group&template=\(template.id)", as: Workplace.jonas)
        #expect(form.text.contains("Bakker under det, der drypper") && form.text.contains("Mål hylden først"))
        // Another group neither sees nor uses it.
        let others = try await workplace.get("/action-templates?body=history-group", as: Workplace.karl).text
        #expect(!others.contains("Bakker under"))
        let used = try await workplace.get(
            "/actions/new?body=history-group&template=\(template.id)", as: Workplace.karl)
        #expect(!used.text.contains("Bakker under"))
        let removal = "/action-templates/\(template.id)/removal"
        #expect(try await workplace.post(removal, as: Workplace.karl, ["body": "history-group"]).status == 404)
        #expect(try await workplace.post(removal, as: Workplace.jonas, ["body": "lab-group"]).status == 303)
        #expect(try await all(workplace).isEmpty)
        #expect(try await workplace.post(removal, as: Workplace.jonas, ["body": "lab-group"]).status == 404)
    }

    @Test(arguments: Engine.tested)
    func `are for the whole organisation where whoever arranges keeps them, without names and places`(
        engine: Engine
    ) async throws {
        let workplace = try await workplace(engine)
        #expect(try await keep(workplace, ["everywhere": "on"]).status == 403)
        let named = try await keep(workplace, as: Workplace.eva, ["everywhere": "on", "how": "Spørg Maja"])
        #expect(named.status == 422 && named.text.contains("»Maja« ligner et navn"))
        #expect(try await keep(workplace, as: Workplace.eva, ["everywhere": "on"]).status == 303)
        let template = try #require(try await all(workplace).first { $0.isEverywhere })
        let others = try await workplace.get("/action-templates?body=history-group", as: Workplace.karl).text
        #expect(
            others.contains("Bakker under det, der drypper")
                && !others.contains("/action-templates/\(template.id)/removal"))
        let removal = "/action-templates/\(template.id)/removal"
        #expect(try await workplace.post(removal, as: Workplace.karl, ["body": "history-group"]).status == 403)
        #expect(try await workplace.post(removal, as: Workplace.eva, ["body": "lab-group"]).status == 303)
    }

    @Test func `are refused to those who do not work on the plan`() async throws {
        let workplace = try await workplace()
        #expect(try await keep(workplace, as: Workplace.sara).status == 403)
        #expect(try await keep(workplace, as: Workplace.karl).status == 404)
        #expect(try await workplace.get("/action-templates?body=lab-group", as: Workplace.karl).status == 404)
        #expect(try await workplace.get("/action-templates?body=lab-group", as: Workplace.sara).status == 403)
        #expect(try await workplace.get("/plan/lab-group/themes/start?from=tone", as: Workplace.karl).status == 404)
        let start = ["from": "tone", "title": "Tone", "actions": "tone-whom"]
        #expect(try await workplace.post("/plan/lab-group/themes/start", as: Workplace.karl, start).status == 404)
    }

    @Test func `are text, whatever somebody writes in them`() async throws {
        let workplace = try await workplace()
        let script = "<script>alert(1)</script>"
        #expect(try await keep(workplace, ["what": script, "why": script]).status == 303)
        let page = try await workplace.get("/action-templates?body=lab-group", as: Workplace.maja).text
        #expect(page.contains("&lt;script&gt;alert(1)") && !page.contains(script))
        let empty = try await keep(workplace, ["what": " "])
        #expect(empty.status == 422 && empty.text.contains("Mål hylden først"))
        let long = try await keep(workplace, ["what": String(repeating: "x", count: 300)])
        #expect(long.status == 422)
    }

    @Test(arguments: Engine.tested)
    func `start a theme with its usual actions at once`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let form = try await workplace.get("/plan/lab-group/themes/start?from=workload", as: Workplace.maja).text
        #expect(form.contains("value=\"Travlhed og pres\""))
        let fields = ["from": "workload", "title": "Travlhed", "actions": "workload-map", "responsible": "maja"]
        let refused = try await workplace.post("/plan/lab-group/themes/start", as: Workplace.maja, fields)
        #expect(refused.status == 422)
        #expect(try await workplace.database.read { try BoardStore($0).themes(of: Workplace.labGroup) }.isEmpty)
        let sent = fields.merging(["due": (Workplace.today + 30).text]) { $1 }
        let done = try await workplace.post("/plan/lab-group/themes/start", as: Workplace.maja, sent)
        #expect(done.location == "/plan/lab-group")
        let board = try await workplace.get("/plan/lab-group", as: Workplace.maja).text
        #expect(board.contains("Travlhed") && board.contains("Find ud af, hvornår og hvorfor vi har for travlt"))
        let unknown = try await workplace.get("/plan/lab-group/themes/start?from=x", as: Workplace.maja)
        #expect(unknown.status == 404)
    }
}
