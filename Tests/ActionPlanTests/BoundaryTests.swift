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

/// What only shows at the edges: the day itself, the last that there is room for, the one who is named already.
@Suite struct `At the edges of the plan` {
    private let maja = Workplace.maja

    private func rows(
        _ workplace: Workplace, _ read: @escaping @Sendable (ActionStore) throws -> [ActionID]
    ) async throws -> [String] {
        try await workplace.database.read { try read(ActionStore($0)).map(\.text) }
    }

    private func listed(_ fields: [String: String], _ workplace: Workplace) async throws -> [String] {
        let viewer = try #require(
            try await workplace.database.read {
                try Doorkeeping().viewer(Workplace.maja, on: Workplace.today, $0)
            })
        return try await workplace.database.read { reader in
            try ActionList(ActionFilter(Fields(fields)), for: viewer, on: Workplace.today, detail: .page, reader)
                .actions.map(
                    \.id.text)
        }
    }

    @Test(arguments: Engine.tested)
    func `the list is narrowed to a unit and to a kind, and what lies on hold is not overdue`(engine: Engine)
        async throws
    {
        let workplace = try await Workplace(engine)
        var office = Action.sample("office", what: "Lys", due: Workplace.today - 1)
        office.agreed.unit = Workplace.office
        office.agreed.kind = .physical
        try await workplace.put(.sample("lab", due: Workplace.today - 1), office)
        #expect(try await listed(["unit": "office"], workplace) == ["office"])
        #expect(try await listed(["unit": "laboratories"], workplace) == ["lab"])
        #expect(try await listed(["kind": "physical"], workplace) == ["office"])
        let hold = ["reason": "Flytning", "look_again_on": (Workplace.today + 9).text]
        #expect(try await workplace.post("/actions/lab/hold", as: maja, hold).status == 303)
        #expect(try await listed(["overdue": "on"], workplace) == ["office"])
        #expect(try await listed(["hold": "on"], workplace) == ["lab"])
    }

    @Test(arguments: Engine.tested)
    func `an action is overdue the day after it was due, and is looked at again on the day itself`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.put(.sample("today", due: Workplace.today), .sample("late", due: Workplace.today - 1))
        let reach = try #require(
            try await workplace.database.read {
                try Doorkeeping().viewer(Workplace.maja, on: Workplace.today, $0)
            }
        ).works
        #expect(
            try await rows(workplace) { try $0.reader.rows($0.overdue(for: reach, on: Workplace.today)).map(\.id) } == [
                "late"
            ])
        let hold = ["reason": "Flytning", "look_again_on": (Workplace.today + 1).text]
        _ = try await workplace.post("/actions/today/hold", as: maja, hold)
        for (days, found) in [(0, []), (1, ["today"]), (2, ["today"])] {
            let day = Workplace.today + days
            #expect(
                try await rows(workplace) { try $0.toLookAgainAt(of: Workplace.labGroup, on: day).map(\.id) }
                    == found)
        }
    }

    @Test func `a partner who has left may stay, and cannot become one`() throws {
        let candidates = Candidates(units: [Workplace.laboratories], themes: [], people: [Workplace.maja.id])
        let fields = Fields(Sent.action(["partners": "left"]))
        var old = Agreement.sample()
        #expect(throws: Problems.self) { try Agreement(fields, among: candidates, on: Workplace.today, was: old) }
        old.partners = ["left"].reduce(into: []) { $0.insert(PersonID($1)) }
        #expect(try Agreement(fields, among: candidates, on: Workplace.today, was: old).partners == old.partners)
    }

    @Test func `fifty partners are room enough, one more is not`() {
        for (count, fits) in [(50, true), (51, false)] {
            let people = (1...count).map { PersonID("p\($0)") }
            let candidates = Candidates(
                units: [Workplace.laboratories], themes: [], people: Set(people + [Workplace.maja.id]))
            var fields = Fields(Sent.action())
            for person in people { fields.append(person.text, to: "partners") }
            let agreed = try? Agreement(fields, among: candidates, on: Workplace.today)
            #expect((agreed?.partners.count == count) == fits)
        }
    }

    @Test func `a note that is moved without a word of its theme keeps it`() throws {
        let theme = ThemeID("order")
        let kept = try Move(Fields(["stage": "at_goal", "version": "1"]), themes: [theme], was: theme)
        #expect(kept.theme == theme)
        let none = try Move(Fields(["stage": "at_goal", "version": "1", "theme": ""]), themes: [theme], was: theme)
        #expect(none.theme == nil)
    }

    @Test(arguments: Engine.tested)
    func `saving what is there already changes nothing, and nobody is told`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.put(.sample())
        let told = try await workplace.told(maja.id)
        let saved = try await workplace.post("/actions/trays", as: maja, Sent.action(["version": "1"]))
        #expect(saved.status == 303)
        #expect(try await workplace.action()?.version == 1)
        #expect(try await workplace.told(maja.id) == told)
    }

    @Test(arguments: Engine.tested)
    func `of a new person in charge each hears once, in the words that are theirs`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.put(.sample())
        _ = try await workplace.post("/actions/trays/comments", as: Workplace.eva, ["comment": "Godt"])
        let before = try await workplace.told(Workplace.jonas.id).count
        _ = try await workplace.post(
            "/actions/trays", as: maja, Sent.action(["version": "1", "responsible": "jonas", "partners": "sara"]))
        let what = "»Spildbakker i alle stinkskabe«"
        #expect(try await workplace.told(Workplace.sara.id) == ["Du medvirker i \(what)."])
        #expect(try await workplace.told(Workplace.jonas.id).count == before + 1)
        #expect(try await workplace.told(Workplace.jonas.id).first == "Du er ansvarlig for \(what).")
        // Whoever said something about it is concerned, too.
        #expect(try await workplace.told(Workplace.eva.id).count == 1)
    }

    @Test(arguments: Engine.tested)
    func `what is closed lies on hold no more, and taking up what is not on hold is nothing`(engine: Engine)
        async throws
    {
        let workplace = try await Workplace(engine)
        try await workplace.put(.sample())
        _ = try await workplace.post("/actions/trays/resumption", as: maja)
        #expect(try await workplace.action()?.version == 1)
        let hold = ["reason": "Flytning", "look_again_on": (Workplace.today + 1).text]
        _ = try await workplace.post("/actions/trays/hold", as: maja, hold)
        _ = try await workplace.post("/actions/trays/closure", as: maja, Sent.closure)
        #expect(try await workplace.action()?.isOpen == false)
        #expect(try await workplace.action()?.hold == nil)
    }

    @Test func `being taken up again stands in the journal`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        let hold = ["reason": "Flytning", "look_again_on": (Workplace.today + 1).text]
        _ = try await workplace.post("/actions/trays/hold", as: maja, hold)
        _ = try await workplace.post("/actions/trays/resumption", as: maja)
        let verbs = try await workplace.database.read { reader in
            try JournalStore(reader).lines(about: .action(ActionID("trays"))).map(\.verb)
        }
        #expect(Set(verbs) == ["created", "held", "resumed"])
    }

    @Test func `an action out of the maker's reach is no origin`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        let fields = [
            "body": "history-group", "what": "Lys", "unit": "history", "responsible": "karl",
            "due": (Workplace.today + 9).text, "difficulty": "simple",
        ]
        let stolen = fields.merging(["origin": "action:trays"]) { $1 }
        #expect(try await workplace.post("/actions", as: Workplace.karl, stolen).status == 422)
        #expect(try await workplace.post("/actions", as: Workplace.karl, fields).status == 303)
    }

    @Test(arguments: Engine.tested)
    func `the board has room for thirty themes, also where one comes back`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: maja)
        try await workplace.database.write { writer in
            for number in 1...30 {
                let theme = Theme(
                    id: ThemeID("t\(number)"), body: Workplace.labGroup, title: "Nr. \(number)", place: number)
                try writer.apply(theme.added(), deed)
            }
        }
        let themes = "/plan/lab-group/themes"
        #expect(try await workplace.post(themes, as: maja, ["title": "Nr. 31"]).status == 422)
        #expect(try await workplace.post("/themes/t1/closure", as: maja).status == 303)
        #expect(try await workplace.post(themes, as: maja, ["title": "Nr. 31"]).status == 303)
        #expect(try await workplace.post("/themes/t1/reopening", as: maja).status == 422)
    }
}

@Suite struct `At the edges of changing many at once` {
    private let maja = Workplace.maja

    private func change(
        _ workplace: Workplace, as person: Person, _ fields: [String: String], _ ids: [String]
    ) async throws -> Reply {
        let fields = fields.merging(["csrf": workplace.proof(of: person)]) { old, _ in old }
        let pairs = fields.map { "\($0.key)=\($0.value)" } + ids.map { "ids=\($0)" }
        return try await workplace.call(
            .post, "/actions/bulk", as: person, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: Array(pairs.joined(separator: "&").utf8))
    }

    @Test(arguments: Engine.tested)
    func `whoever becomes responsible takes part no more, and only the one who did it puts it back`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        var action = Action.sample("a")
        action.agreed.partners = [Workplace.jonas.id, Workplace.sara.id]
        try await workplace.put(action)
        let made = try await change(workplace, as: maja, ["new_responsible": "jonas"], ["a"])
        let link = try #require(made.location)
        let partners = try await workplace.database.read { try ActionStore($0).partners(of: [ActionID("a")]) }
        #expect(partners[ActionID("a")] == [Workplace.sara.id])
        #expect(try await workplace.post(link + "/undoing", as: Workplace.jonas).status == 404)
        #expect(try await workplace.action("a")?.agreed.responsible == Workplace.jonas.id)
        #expect(try await workplace.post(link + "/undoing", as: maja).status == 303)
        #expect(try await workplace.action("a")?.agreed.responsible == maja.id)
    }

    @Test func `none is closed so, and more than two hundred are not changed so`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample("a"))
        #expect(try await change(workplace, as: maja, ["new_stage": "closed"], ["a"]).status == 422)
        let many = ["a"] + (1...200).map { "n\($0)" }
        let refused = try await change(workplace, as: maja, ["new_stage": "at_goal"], many)
        #expect(refused.status == 422 && refused.text.contains("Vælg højst 200 ad gangen."))
        #expect(try await change(workplace, as: maja, ["new_responsible": "nobody"], ["a"]).status == 422)
        #expect(try await workplace.action("a")?.version == 1)
    }
}
