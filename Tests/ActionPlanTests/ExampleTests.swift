import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

extension Sent {
    static let shared = closure.merging(["share": "on", "title_for_others": "Bakker under det, der løber ud"]) { $1 }
}

@Suite struct `What other groups did that worked` {
    static let title = "Bakker under det, der løber ud"

    func shared(_ engine: Engine = .sqlite, _ more: [String: String] = [:]) async throws -> Workplace {
        let workplace = try await Workplace(engine)
        try await workplace.put(.sample())
        let reply = try await workplace.post(
            "/actions/trays/closure", as: Workplace.maja, Sent.shared.merging(more) { $1 })
        #expect(reply.status == 303)
        return workplace
    }

    func example(_ workplace: Workplace) async throws -> Example? {
        try await workplace.database.read { try ExampleStore($0).find(of: ActionID("trays")) }
    }

    @Test(arguments: Engine.tested)
    func `is found by a group elsewhere, and copied with the link kept`(engine: Engine) async throws {
        let workplace = try await shared(engine)
        let found = try await workplace.get("/examples?q=bak%20stå", as: Workplace.karl)
        #expect(found.text.contains(Self.title) && found.text.contains("Spørg først"))
        let id = try #require(try await example(workplace)).id
        let link = "/actions/new?body=history-group&origin=example%3A\(id)"
        #expect(found.text.contains(link.replacing("&", with: "&amp;")))
        let form = try await workplace.get(link, as: Workplace.karl)
        #expect(form.text.contains("value=\"\(Self.title)\"") && form.text.contains("Bakkerne står der</textarea>"))
        let made = try await workplace.post(
            "/actions", as: Workplace.karl,
            [
                "body": "history-group", "what": Self.title, "how": "Bakkerne står der", "unit": "history",
                "responsible": "karl", "due": (Workplace.today + 9).text, "difficulty": "simple",
                "origin": "example:\(id)",
            ])
        let page = try await workplace.get(try #require(made.location), as: Workplace.karl)
        #expect(page.text.contains("Efter et eksempel: \(Self.title)") && page.text.contains("/examples/\(id)"))
        #expect(try await workplace.get("/examples/\(id)", as: Workplace.karl).text.contains(Self.title))
    }

    @Test(arguments: Engine.tested)
    func `tells strangers neither who nor where nor when, and nothing that was not written for them`(engine: Engine)
        async throws
    {
        let workplace = try await shared(engine)
        let stranger = try await workplace.get("/examples", as: Workplace.karl).text
        for told in ["Maja", "Holm", "Jonas", "Laboratorier", "/actions/trays", "januar", "Spildbakker", "Købe bakker"]
        {
            #expect(!stranger.contains(told), "\(told)")
        }
        #expect(stranger.contains("2026") && !stranger.contains("sektion"))
        let own = try await workplace.get("/examples", as: Workplace.jonas).text
        #expect(own.contains("Laboratories") && own.contains("/actions/trays"))
    }

    @Test func `of a unit its kind is told only where there are many of that kind`() async throws {
        let workplace = try await shared()
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { writer in
            for number in 1...3 {
                let unit = Unit(
                    id: UnitID("bench-\(number)"), code: "B\(number)", parent: Workplace.office, kind: .section,
                    name: Words(da: "Bænk", en: "Bench"), isLegalEntity: false, opens: Workplace.today - 10)
                try writer.apply(unit.added(reportLink: "link-\(number)"), deed)
            }
        }
        #expect(try await workplace.get("/examples", as: Workplace.karl).text.contains("sektion"))
    }

    @Test func `is not found by words that are not shown`() async throws {
        let workplace = try await Workplace()
        var action = Action.sample()
        action.agreed.why = "Kviksølv"
        try await workplace.put(action)
        _ = try await workplace.post("/actions/trays/closure", as: Workplace.maja, Sent.shared)
        for hidden in ["kviksølv", "spildbakker", "købe"] {
            let found = try await workplace.get(
                "/examples?q=\(hidden.utf8.map { "%" + String($0, radix: 16) }.joined())", as: Workplace.karl)
            #expect(found.text.contains("Ingen har delt noget, der ligner"), "\(hidden)")
        }
    }

    @Test func `is only what worked, was shared, and stands`() async throws {
        let workplace = try await Workplace()
        for (id, fields) in [
            ("a", Sent.closure), ("b", Sent.shared.merging(["effect": "partly"]) { $1 }),
            ("c", Sent.shared.merging(["effect": "no"]) { $1 }), ("d", Sent.shared), ("e", Sent.shared),
        ] {
            try await workplace.put(.sample(id))
            #expect(try await workplace.post("/actions/\(id)/closure", as: Workplace.maja, fields).status == 303)
        }
        _ = try await workplace.post("/actions/d/reopening", as: Workplace.maja)
        #expect(try await ids(workplace) == ["e"])
        _ = try await workplace.post("/actions/e/example/withdrawal", as: Workplace.maja)
        #expect(try await ids(workplace) == [])
        let again = try await workplace.post(
            "/actions/e/example", as: Workplace.maja, ["title_for_others": "Bakker, der virker"])
        #expect(again.status == 303)
        #expect(try await ids(workplace) == ["e"])
        for id in ["b", "c", "d"] {
            let reply = try await workplace.post(
                "/actions/\(id)/example", as: Workplace.maja, ["title_for_others": "Bakker, der virker"])
            #expect(reply.status == 409, "\(id)")
        }
    }

    func ids(_ workplace: Workplace, _ fields: [String: String] = [:]) async throws -> [String] {
        try await workplace.database.read {
            try ExampleStore($0).page(ExampleFilter(Fields(fields)), on: Workplace.today, most: 50)
                .map(\.action.text).sorted()
        }
    }

    @Test(arguments: Engine.tested)
    func `that lasted is marked, and what did not is taken away`(engine: Engine) async throws {
        let calendar = Calendar()
        let workplace = try await Workplace.with(calendar, engine)
        for id in ["good", "bad"] {
            try await workplace.put(.sample(id))
            _ = try await workplace.post("/actions/\(id)/closure", as: Workplace.maja, Sent.shared)
        }
        #expect(try await ids(workplace, ["lasted": "on"]) == [])
        calendar.pass(days: 100)
        _ = try await workplace.judge("yes", of: "good")
        _ = try await workplace.judge("no", of: "bad")
        #expect(try await ids(workplace) == ["good"])
        #expect(try await ids(workplace, ["lasted": "on"]) == ["good"])
    }

    @Test(arguments: [
        ["title_for_others": "Majas bakker"], ["done": "Jonas satte dem op"], ["learned": "Spørg Sara Lund"],
        ["learned": "Skriv til a@b.dk"], ["done": "Laboratorier har fået dem"], ["learned": "Spørg AMG Laboratorier"],
        ["done": "Ring 21 43 65 87"], ["title_for_others": ""],
    ])
    func `names nobody`(more: [String: String]) async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        let refused = try await workplace.post(
            "/actions/trays/closure", as: Workplace.maja, Sent.shared.merging(more) { $1 })
        #expect(refused.status == 422)
        #expect(try await workplace.action()?.isOpen == true)
        // What is kept to the group may name whom it likes.
        let kept = Sent.closure.merging(more.filter { $0.key != "title_for_others" }) { $1 }
        #expect(try await workplace.post("/actions/trays/closure", as: Workplace.maja, kept).status == 303)
    }

    @Test func `words of a report are not passed on, however they came into the action`() throws {
        let report = "Vand på gulvet ved nødbruseren, jeg var ved at falde"
        for text in [report, "der var vand på gulvet ved døren", "VAND PÅ GULVET, ved os"] {
            #expect(throws: Problems.self) {
                _ = try ExampleText(title: "Rist", done: text, learned: "", naming: [], repeating: report)
            }
        }
        _ = try ExampleText(
            title: "Rist under bruseren", done: "Gulvet er ikke glat mere", learned: "", naming: ["Bo Li"],
            repeating: report)
        #expect(throws: Problems.self) {
            _ = try ExampleText(title: "Glat gulv", done: "x", learned: "", naming: [], repeating: "Glat gulv")
        }
    }

    @Test(arguments: Engine.tested)
    func `comes from a report only in other words, and not at all once that is confidential`(engine: Engine)
        async throws
    {
        let workplace = try await Workplace(engine)
        let code = "7Q2M-XK4D-90TB-HW3E"
        _ = try await workplace.post(
            "/r/link-laboratories",
            ["kind": "near_miss", "what": "Vand på gulvet ved bruseren", "anonymous": "on", "code": code])
        let report: String = try #require(try await workplace.database.read { try $0.value("SELECT id FROM report") })
        let made = try await workplace.post(
            "/actions", as: Workplace.maja, Sent.action(what: "Vand på gulvet", ["origin": "report:\(report)"]))
        let link = try #require(made.location)
        let form = try await workplace.get(link + "/closure", as: Workplace.maja).text
        #expect(!form.contains("name=\"share\" value=\"on\" checked") && form.contains("name=\"share\""))
        // The next one follows from it, and from the report as well.
        _ = try await workplace.post(
            link + "/closure", as: Workplace.maja, Sent.closure.merging(["effect": "no"]) { $1 })
        let next = try await workplace.post(
            "/actions", as: Workplace.maja,
            Sent.action(what: "Rist", ["origin": "action:\(link.split(separator: "/").last ?? "")"]))
        let closing = try #require(next.location) + "/closure"
        let repeated = Sent.shared.merging(["done": "Vand på gulvet ved bruseren tørres op"]) { $1 }
        #expect(try await workplace.post(closing, as: Workplace.maja, repeated).status == 422)
        #expect(try await workplace.post(closing, as: Workplace.maja, Sent.shared).status == 303)
        #expect(try await workplace.get("/examples", as: Workplace.karl).text.contains(Self.title))
        let id: String = try #require(
            try await workplace.database.read { try $0.value("SELECT id FROM plan_example") })
        try await workplace.database.write { writer in
            _ = try writer.execute("UPDATE report SET kind = 'offensive', confidential = 1")
        }
        #expect(!(try await workplace.get("/examples", as: Workplace.karl)).text.contains(Self.title))
        #expect(try await workplace.get("/examples/\(id)", as: Workplace.karl).status == 404)
    }

    @Test func `a ring of actions, which no form can make, has an end`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample("a", origin: Origin(kind: "action", id: "b")))
        try await workplace.put(.sample("b", origin: Origin(kind: "action", id: "a")))
        #expect(try await workplace.get("/actions/a/closure", as: Workplace.maja).status == 200)
        #expect(try await workplace.get("/actions/a", as: Workplace.maja).status == 200)
    }

    @Test func `is for members of groups; employees and strangers to the action decide nothing`() async throws {
        let workplace = try await shared()
        for (person, status) in [(Workplace.sara, 403), (Workplace.rikke, 403), (Workplace.maja, 200)] {
            #expect(try await workplace.get("/examples", as: person).status == status)
        }
        let text = ["title_for_others": "Andres"]
        for (person, status) in [(Workplace.sara, 403), (Workplace.karl, 404), (Workplace.rikke, 403)] {
            #expect(try await workplace.get("/actions/trays/example", as: person).status == status)
            #expect(try await workplace.post("/actions/trays/example", as: person, text).status == status)
            #expect(try await workplace.post("/actions/trays/example/withdrawal", as: person).status == status)
        }
        #expect(try await example(workplace)?.title == Self.title)
    }

    @Test(arguments: Engine.tested)
    func `is paged by its place, and every one is seen once`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: Workplace.jonas)
        try await workplace.database.write { writer in
            for number in 0..<45 {
                try writer.apply(Action.sample("a\(number)").created(deed), deed)
                let example = Example(
                    id: ID("e\(number)"), action: ActionID("a\(number)"), title: "Nummer \(number)", done: "Gjort",
                    learned: "", kind: number % 2 == 0 ? .chemical : nil, lasted: false, year: 2022 + number % 4)
                try writer.apply(example.shared(of: Workplace.labGroup), deed)
            }
        }
        for fields in [[:], ["q": "num"], ["kind": "chemical"], ["q": "gjo num", "kind": "chemical"]]
            as [[String: String]]
        {
            var (seen, fields, turns) = ([String](), fields, 0)
            while turns < 10 {
                let filter = ExampleFilter(Fields(fields))
                let page = try await workplace.database.read {
                    try ExampleStore($0).page(filter, on: Workplace.today, most: 20)
                }
                seen += page.map(\.id.text)
                guard page.count == 20, let last = page.last else { break }
                fields["after"] = "\(last.year)~\(last.id)"
                turns += 1
            }
            #expect(seen.count == (fields["kind"] == nil ? 45 : 23) && Set(seen).count == seen.count)
        }
        let second = try await workplace.get("/examples?after=2024~e2&q=num", as: Workplace.karl)
        #expect(second.status == 200)
        for odd in ["x", "~", "2024~", "99999~e1", "-1~e1", "2024~\(String(repeating: "e", count: 100))"] {
            #expect(ExampleFilter(Fields(["after": odd])).after == nil, "\(odd)")
        }
    }
}
