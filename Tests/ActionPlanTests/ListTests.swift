import Access
import HTTPTypes
import Journal
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `The list of actions` {
    func viewer(_ person: Person, _ workplace: Workplace) async throws -> Viewer {
        try #require(
            try await workplace.database.read { try Doorkeeping().viewer(person, on: Workplace.today, $0) })
    }

    func ids(
        _ fields: [String: String], as person: Person = Workplace.maja, most: Int = 50, _ workplace: Workplace
    ) async throws -> [String] {
        let viewer = try await viewer(person, workplace)
        return try await workplace.database.read { reader in
            try ActionList(
                ActionFilter(Fields(fields)), for: viewer, on: Workplace.today, most: most, detail: .everything, reader
            )
            .actions.map(\.id.text)
        }
    }

    func workplace(_ engine: Engine = .sqlite) async throws -> Workplace {
        let workplace = try await Workplace(engine)
        try await workplace.put(
            .sample("late", what: "Ærlige etiketter", due: Workplace.today - 5),
            .sample("soon", what: "Bakker", responsible: Workplace.sara.id, due: Workplace.today + 1),
            .sample("far", what: "Åbne vinduer", due: Workplace.today + 90))
        return workplace
    }

    @Test(arguments: Engine.tested)
    func `puts what is overdue first, and narrows down`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        #expect(try await ids([:], workplace) == ["late", "soon", "far"])
        #expect(try await ids(["overdue": "on"], workplace) == ["late"])
        #expect(try await ids(["mine": "on"], workplace) == ["late", "far"])
        #expect(try await ids(["stage": "closed"], workplace) == [])
        #expect(try await ids(["stage": "all", "kind": "chemical"], workplace) == [])
        #expect(try await ids(["sort": "title"], workplace) == ["soon", "late", "far"])
        #expect(try await ids(["hold": "on"], workplace) == [])
        #expect(try await ids(["body": "history-group"], workplace) == [])
        #expect(try await ids(["unit": "laboratories"], workplace).count == 3)
        #expect(try await ids(["unit": "chemistry"], workplace).count == 3)
        #expect(try await ids(["unit": "history"], workplace) == [])
        #expect(try await ids(["group": "person"], workplace) == ["late", "far", "soon"])
    }

    @Test(arguments: Engine.tested)
    func `offers the plans and units within reach as they are now, not as they were at the last page`(
        engine: Engine
    ) async throws {
        let workplace = try await workplace(engine)
        let before = try await workplace.get("/actions", as: Workplace.maja).text
        #expect(before.contains(">Laboratorier</option>"))
        #expect(!before.contains("value=\"history-group\""))
        let day = Workplace.today.text
        let renamed = try await workplace.post(
            "/units/laboratories/name", as: Workplace.rikke,
            ["name_da": "Værksteder", "name_en": "Workshops", "kind": "section", "day": day])
        let seated = try await workplace.post(
            "/bodies/history-group/seats", as: Workplace.rikke,
            ["email": "maja@nordhavn.example", "role": "member", "origin": "appointed", "starts": day])
        #expect(renamed.status == 303 && seated.status == 303)
        let after = try await workplace.get("/actions", as: Workplace.maja).text
        #expect(after.contains("Værksteder</option>"))
        #expect(!after.contains(">Laboratorier</option>"))
        #expect(after.contains("value=\"history-group\""))
    }

    @Test(arguments: Engine.tested)
    func `finds by the beginning of words, whatever they are`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        #expect(try await ids(["q": "ærl"], workplace) == ["late"])
        #expect(try await ids(["q": "VINDUER åbne"], workplace) == ["far"])
        #expect(try await ids(["q": "vinduer bakker"], workplace) == [])
        #expect(try await ids(["q": "%_'\""], workplace).count == 3)
        _ = try await workplace.post(
            "/actions/far", as: Workplace.maja, Sent.action(what: "Lukkede døre", ["version": "1"]))
        #expect(try await ids(["q": "vinduer"], workplace) == [])
        #expect(try await ids(["q": "døre"], workplace) == ["far"])
    }

    @Test(arguments: Engine.tested, ["due", "changed", "title", "theme", "person", "unit", "kind"])
    func `turns its pages without losing or repeating a row`(engine: Engine, order: String) async throws {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: Workplace.maja)
        try await workplace.database.write { writer in
            for number in 1...7 {
                let action = Action.sample("n\(number)", what: "Nr. ~\(number % 3)", due: Workplace.today + number % 2)
                try writer.apply(action.created(deed), deed)
            }
        }
        let viewer = try await viewer(Workplace.maja, workplace)
        var seen: [String] = []
        var filter = ActionFilter(Fields(["sort": order, "group": order]))
        for _ in 1...4 {
            let asked = filter
            let list = try await workplace.database.read {
                try ActionList(asked, for: viewer, on: Workplace.today, most: 2, detail: .page, $0)
            }
            seen += list.actions.map(\.id.text)
            filter.after = list.next ?? ""
        }
        #expect(seen.count == 7)
        #expect(Set(seen).count == 7)
        #expect(filter.after.isEmpty)
    }

    @Test(arguments: Engine.tested, ["due", "changed", "title", "theme", "person", "unit", "kind"])
    func `turns back page by page, to the same rows`(engine: Engine, order: String) async throws {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: Workplace.maja)
        let people = [Workplace.sara, Workplace.maja, Workplace.ida]
        let units = [Workplace.office, Workplace.laboratories, Workplace.chemistry]
        let kinds: [HazardKind?] = [.accident, nil, .physical, .chemical]
        try await workplace.database.write { writer in
            for (place, title) in ["Østerport", "Aften", "Å"].enumerated() {
                let theme = Theme(id: ThemeID("theme \(place)"), body: Workplace.labGroup, title: title, place: place)
                try writer.apply(theme.added(), deed)
            }
            for number in 0...8 {
                var action = Action.sample(
                    "n\(number)", what: "Nr. ~\(number % 3)", responsible: people[number % 3].id,
                    due: Workplace.today + number % 2)
                action.agreed.theme = number % 4 == 3 ? nil : ThemeID("theme \(number % 4)")
                (action.agreed.unit, action.agreed.kind) = (units[number % 3], kinds[number % 4])
                try writer.apply(action.created(deed), deed)
            }
        }
        for person in [Workplace.maja, Workplace.rikke] {
            try await turn(order, as: person, workplace)
        }
    }

    /// Rikke stands in for whoever sees everything: such a list is read in another way.
    func turn(_ order: String, as person: Person, _ workplace: Workplace) async throws {
        var viewer = try await viewer(person, workplace)
        if person.id == Workplace.rikke.id {
            let everything = Reach(bodies: [], roots: [Workplace.university], on: Workplace.today, isEverything: true)
            viewer = Viewer(
                person: viewer.person, name: viewer.name, language: .danish, home: nil, isAdministrator: false,
                mandates: [], works: .nothing, reads: everything)
        }
        let asking = viewer
        var filter = ActionFilter(Fields(["sort": order, "group": order]))
        func page() async throws -> ActionList {
            let asked = filter
            return try await workplace.database.read {
                try ActionList(asked, for: asking, on: Workplace.today, most: 2, detail: .page, $0)
            }
        }
        var pages = [try await page()]
        while let next = pages.last?.next {
            filter.after = next
            pages.append(try await page())
        }
        #expect(pages.flatMap(\.actions).count == 9)
        #expect(Set(pages.flatMap(\.actions).map(\.id)).count == 9)
        filter.after = ""
        for (index, seen) in pages.enumerated().dropFirst().reversed() {
            filter.before = try #require(seen.previous)
            let back = try await page()
            #expect(back.actions.map(\.id) == pages[index - 1].actions.map(\.id), "\(order), page \(index)")
        }
        filter.before = "nonsense"
        #expect(try await page().actions.map(\.id) == pages[0].actions.map(\.id))
        #expect(pages[0].previous == nil)
    }

    @Test(arguments: Engine.tested)
    func `stands in groups by their names, as Danish sorts them; what has no theme comes last`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: Workplace.maja)
        let themes = ["å": "Åbne døre", "a": "Affald", "z": "Zoner", "ø": "øvelser"]
        try await workplace.database.write { writer in
            for (id, title) in themes {
                let theme = Theme(id: ThemeID(id), body: Workplace.labGroup, title: title, place: 0)
                try writer.apply(theme.added(), deed)
                var action = Action.sample("in \(id)", due: Workplace.today + themes.count)
                action.agreed.theme = theme.id
                try writer.apply(action.created(deed), deed)
            }
            try writer.apply(Action.sample("none", due: Workplace.today).created(deed), deed)
        }
        #expect(try await ids(["group": "theme"], workplace) == ["in a", "in z", "in ø", "in å", "none"])
    }

    @Test(arguments: Engine.tested)
    func `stands in groups by unit and by kind, under their names`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: Workplace.maja)
        let places: [(UnitID, HazardKind?)] = [
            (Workplace.office, .organisational), (Workplace.laboratories, nil), (Workplace.chemistry, .physical),
            (Workplace.laboratories, .chemical),
        ]
        try await workplace.database.write { writer in
            for (number, place) in places.enumerated() {
                var action = Action.sample("n\(number)", due: Workplace.today + number)
                (action.agreed.unit, action.agreed.kind) = place
                try writer.apply(action.created(deed), deed)
            }
        }
        #expect(try await ids(["group": "unit"], workplace) == ["n2", "n1", "n3", "n0"])
        // English names stand in their own order: Department, Laboratories, Office.
        #expect(try await ids(["group": "unit"], as: Workplace.jonas, workplace) == ["n2", "n1", "n3", "n0"])
        #expect(try await ids(["group": "kind"], workplace) == ["n2", "n3", "n0", "n1"])
        let units = try await workplace.get("/actions?group=unit", as: Workplace.maja).text
        #expect(units.contains(">Institut for Grøn Kemi</caption>"))
        let kinds = try await workplace.get("/actions?group=kind", as: Workplace.maja).text
        #expect(kinds.contains(">Ingen slags valgt</caption>"))
        for group in ["unit", "kind"] {
            #expect(try await workplace.get("/actions?group=\(group)", as: Workplace.rikke).status == 200)
            #expect(try await workplace.get("/actions?group=\(group)&after=x~y~z", as: Workplace.maja).status == 200)
            #expect(try await workplace.get("/actions.csv?group=\(group)", as: Workplace.maja).status == 200)
        }
    }

    @Test(arguments: Engine.tested, ActionFilter.Grouping.allCases)
    func `walks its groups by index, and does not read all actions for each`(
        engine: Engine, grouping: ActionFilter.Grouping
    ) async throws {
        let workplace = try await Workplace(engine)
        let plans = try await workplace.database.read { reader in
            let order = ActionOrder(
                order: .due, grouping: grouping, isWide: true, day: Workplace.today, language: .danish)
            let pages = ActionPages(order: order, condition: "closed_on IS NULL AND 1 = 1", reader: reader)
            return try [true, false].flatMap { isBackward in
                try order.stretches.map { stretch in
                    let values: [SQL] = stretch.columns.map { _ in "\("x")" }
                    return try reader.plan(
                        of: pages.query(of: stretch, beyond: values, isBackward: isBackward, 51))
                }
            }
        }
        for plan in plans { #expect(!plan.contains("SCAN action") && !plan.contains("Seq Scan on action"), "\(plan)") }
    }

    @Test func `offers the units within reach to narrow it down, each under its own`() async throws {
        let workplace = try await workplace()
        let page = try await workplace.get("/actions?unit=laboratories", as: Workplace.eva)
        #expect(page.text.contains("<option value=\"chemistry\">Institut for Grøn Kemi</option>"))
        #expect(page.text.contains("<option value=\"laboratories\" selected>\u{2003}Laboratorier</option>"))
        #expect(!page.text.contains("<option value=\"history\">"))
        let own = try await workplace.get("/actions", as: Workplace.maja)
        #expect(own.text.contains("<option value=\"laboratories\">Laboratorier</option>"))
        #expect(!own.text.contains("<option value=\"office\">"))
    }

    @Test(arguments: Engine.tested)
    func `shows nobody what is out of reach, and counts it neither`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        #expect(try await ids([:], as: Workplace.karl, workplace) == [])
        #expect(try await ids([:], as: Workplace.eva, workplace).count == 3)
        #expect(try await ids([:], as: Workplace.sara, workplace).count == 3)
        let page = try await workplace.get("/actions?body=lab-group", as: Workplace.karl)
        #expect(page.text.contains("<span data-live-part=\"count\">0 indsatser</span>"))
        #expect(!page.text.contains("Bakker"))
    }

    @Test(arguments: ["/actions.csv", "/actions.xlsx"])
    func `is exported as it is narrowed down`(path: String) async throws {
        let workplace = try await workplace()
        let whole = try await workplace.get(path, as: Workplace.maja)
        let part = try await workplace.get(path + "?q=bakker", as: Workplace.maja)
        #expect(whole.status == 200)
        #expect(whole.body.count > part.body.count)
        guard path == "/actions.csv" else { return }
        #expect(part.text.split(separator: "\r\n").count == 2)
        #expect(whole.text.split(separator: "\r\n").count == 4)
        #expect(part.text.contains("Bakker;"))
    }
}
