import Foundation
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `A plan as a table` {
    /// Trays with a theme and everything said of them, a lamp without, chairs on hold, and a hood that is closed.
    static func workplace(_ engine: Engine = .sqlite) async throws -> Workplace {
        let workplace = try await Workplace(engine)
        _ = try await workplace.post("/plan/lab-group/themes", as: Workplace.maja, ["title": "Kemi & orden"])
        let theme = try await workplace.theme("Kemi & orden")
        let said = [
            "theme": theme.text, "why": "To gange er noget <løbet> ud", "how": "Laboranten køber ind",
            "partners": "sara",
            "follow_up": "Vi tæller igen", "follow_up_on": (Workplace.today + 40).text,
        ]
        _ = try await workplace.post("/actions", as: Workplace.maja, Sent.action(said))
        try await workplace.put(
            .sample("lamp", what: "Lampe ved vasken", due: Workplace.today - 3),
            .sample("chairs", what: "Stole"), .sample("hood", what: "Ny emhætte"))
        _ = try await workplace.post(
            "/actions/chairs/hold", as: Workplace.maja,
            ["reason": "Flytning", "look_again_on": (Workplace.today + 60).text])
        _ = try await workplace.post("/actions/hood/closure", as: Workplace.maja, Sent.closure)
        return workplace
    }

    @Test(arguments: Engine.tested)
    func `stands in both forms of the paper plans, with what was agreed`(engine: Engine) async throws {
        let workplace = try await Self.workplace(engine)
        let status = try await workplace.get("/plan/lab-group/table", as: Workplace.sara).text
        let heads = { (text: String) in
            text.components(separatedBy: "<th scope=\"col\">").dropFirst().map { $0.prefix { $0 != "<" } }
        }
        #expect(heads(status) == ["Hvad?", "Hvorfor?", "Hvem?", "Hvordan?", "Status"])
        #expect(status.contains("To gange er noget &lt;løbet&gt; ud") && status.contains("med Sara Lund"))
        #expect(status.contains("På hold til 6. mar.") && status.contains("Overskredet"))
        #expect(!status.contains("Ny emhætte"))
        let agreement = try await workplace.get("/plan/lab-group/table?form=agreement", as: Workplace.sara).text
        #expect(heads(agreement) == ["Hvad?", "Hvorfor?", "Hvordan?", "Hvornår?", "Hvem?", "Opfølgning"])
        #expect(agreement.contains("Vi tæller igen · 14. feb."))
    }

    @Test func `has a heading to each theme, and the rest last`() async throws {
        let workplace = try await Self.workplace()
        let page = try await workplace.get("/plan/lab-group/table?stage=all", as: Workplace.maja).text
        let order = ["Kemi &amp; orden</th>", "Spildbakker", "Uden tema</th>", "Lampe ved vasken"].map {
            page.range(of: $0)?.lowerBound
        }
        #expect(order.allSatisfy { $0 != nil } && order.compactMap(\.self) == order.compactMap(\.self).sorted())
        #expect(page.contains("Ny emhætte") && page.contains("Afsluttet 5. jan."))
    }

    @Test func `is narrowed down to a theme or a unit, also where neither is there any more`() async throws {
        let workplace = try await Self.workplace()
        let chemistry = try await workplace.get(
            "/plan/lab-group/table?theme=Kemi+%26+orden", as: Workplace.maja
        ).text
        #expect(chemistry.contains("Spildbakker") && !chemistry.contains("Lampe ved vasken"))
        let theme = try await workplace.theme("Kemi & orden")
        _ = try await workplace.post("/themes/\(theme)/closure", as: Workplace.maja)
        #expect(
            try await workplace.get("/plan/lab-group/table", as: Workplace.maja).text.contains("Kemi &amp; orden</th>"))
        for odd in ["theme=findes-ikke", "unit=nowhere", "form=%00&stage=nowhere&unit=laboratories"] {
            let reply = try await workplace.get("/plan/lab-group/table?\(odd)", as: Workplace.maja)
            #expect(reply.status == 200, "\(odd)")
        }
        let none = try await workplace.get("/plan/lab-group/table?theme=findes-ikke", as: Workplace.maja).text
        #expect(none.contains("Ingen indsatser her"))
    }

    @Test func `names also whoever has left`() async throws {
        let workplace = try await Self.workplace()
        try await workplace.leave(Workplace.maja)
        let page = try await workplace.get("/plan/lab-group/table", as: Workplace.jonas).text
        #expect(page.contains("Maja Holm"))
    }

    @Test(arguments: [
        "table", "table/print", "table.csv", "figures", "figures.csv?figure=people", "below", "below.csv",
    ])
    func `and all other views of it are not found by a stranger, nor without signing in`(end: String) async throws {
        let workplace = try await Self.workplace()
        #expect(try await workplace.get("/plan/lab-group/\(end)", as: Workplace.karl).status == 404)
        #expect(try await workplace.get("/plan/nowhere/\(end)", as: Workplace.maja).status == 404)
        #expect(try await workplace.get("/plan/lab-group/\(end)").status == 303)
        #expect(try await workplace.get("/plan/lab-group/\(end)", as: Workplace.sara).status == 200)
    }

    @Test func `of a spreadsheet has the theme and the form's columns`() async throws {
        let workplace = try await Self.workplace()
        let file = try await workplace.get("/plan/lab-group/table.csv?form=agreement", as: Workplace.maja).text
        let lines = file.split(separator: "\r\n").map(String.init)
        #expect(lines.first?.hasSuffix("Tema;Hvad?;Hvorfor?;Hvordan?;Hvornår?;Hvem?;Opfølgning") == true)
        #expect(lines.count == 4)
        #expect(lines[1].hasPrefix("Kemi & orden;Spildbakker i alle stinkskabe;To gange er noget <løbet> ud;"))
        #expect(lines[1].contains("2026-01-19;Maja Holm, Sara Lund;"))
    }

    @Test func `on paper is a sheet of A4 across, which says what it shows`() async throws {
        let workplace = try await Self.workplace()
        let page = try await workplace.get("/plan/lab-group/table/print?theme=Kemi+%26+orden", as: Workplace.maja).text
        #expect(page.contains("<main class=\"paper a4-landscape\""))
        #expect(page.contains("Hvem gør hvad, og hvor langt? · Kun åbne · Kemi &amp; orden"))
    }

    @Test(arguments: Engine.tested)
    func `of the list shows the same as the list, plan by plan`(engine: Engine) async throws {
        let workplace = try await Self.workplace(engine)
        let all = try await workplace.get("/actions/table?q=vasken", as: Workplace.maja).text
        #expect(all.contains("Lampe ved vasken") && !all.contains("Spildbakker"))
        #expect(all.contains("/actions/table/print?form=status&amp;"))
        let stranger = try await workplace.get("/actions/table?body=lab-group", as: Workplace.karl)
        #expect(stranger.status == 200 && !stranger.text.contains("Lampe ved vasken"))
        #expect(try await workplace.get("/actions/table/print", as: Workplace.karl).status == 200)
    }

    @Test func `says so where more stands on the plan than anybody reads on paper`() async throws {
        let workplace = try await Workplace()
        let deed = workplace.deed(by: Workplace.jonas)
        try await workplace.database.write { writer in
            for number in 0...PlanTableView.most {
                let action = Action.sample("a\(number)", what: "Nummer \(number)")
                try writer.apply(action.created(deed), deed)
            }
        }
        let page = try await workplace.get("/plan/lab-group/table", as: Workplace.maja).text
        #expect(page.contains("Her står de første 500."))
        #expect(page.components(separatedBy: "<th scope=\"row\">").count == PlanTableView.most + 1)
    }
}

extension Workplace {
    func theme(_ title: String, of body: BodyID = labGroup) async throws -> ThemeID {
        let themes = try await database.read { try BoardStore($0).themes(of: body) }
        return try #require(themes.first { $0.title == title }).id
    }

    /// The person is here no more from today on.
    func leave(_ person: Person) async throws {
        try await database.write { writer in
            _ = try writer.execute("UPDATE person SET ends = \(Self.today - 1) WHERE id = \(person.id)")
        }
    }
}
