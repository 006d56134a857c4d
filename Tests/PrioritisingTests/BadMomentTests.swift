import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Prioritising

/// What is sent too late, twice, from elsewhere, or out of scale.
@Suite struct BadMomentTests {
    private static let (maja, jonas, sara, ida, eva, karl, rikke) = (
        Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.ida, Workplace.eva, Workplace.karl, Workplace.rikke
    )

    @Test(arguments: Engine.tested)
    func `an answer that comes too late is told so, and stands in sight`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        _ = try await work.start()
        try await work.move(to: .placing)
        try await work.lay(1, (1, 1, 1), as: Self.sara)
        try await work.move(to: .overlay)
        let late = try await work.lay(1, (4, 2, 3), as: Self.sara)
        #expect(late.status == 409)
        for word in ["nåede ikke med", "Stor", "Nogle", "Vi kan selv", "Støj"] { #expect(late.text.contains(word)) }
        let page = "\(try await work.path())/cards/\(try await work.cards()[0].id)"
        #expect(try await work.get(page, as: Self.sara).text.contains("data-moved-on"))
        #expect(try await !work.get(page, as: Self.sara).text.contains("/placement"))
    }

    @Test(arguments: Engine.tested)
    func `two who move it on at once move it one step`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        _ = try await work.start()
        let (path, version) = (try await work.path() + "/step", String(try await work.round().version))
        async let one = work.post(path, as: Self.maja, ["to": "placing", "version": version])
        async let other = work.post(path, as: Self.jonas, ["to": "placing", "version": version])
        for reply in try await [one, other] { #expect(reply.status == 303) }
        let moved = try await work.round()
        #expect(moved.step == .placing && moved.version == 2)
        // A page that was made before, and leads on from there or back.
        for step in ["overlay", "proposal"] {
            let stale = try await work.post(path, as: Self.jonas, ["to": step, "version": version])
            #expect(stale.status == 409 && stale.text.contains("Somebody else moved"))
        }
        #expect(try await work.round().step == .placing)
    }

    @Test(arguments: ["agreement", "closed", "nothing", ""]) func `no step is jumped over`(step: String) async throws {
        let work = try await Workplace()
        _ = try await work.start()
        let sent = try await work.post(
            try await work.path() + "/step", as: Self.maja, ["to": step, "version": "1"])
        #expect(sent.status == 409)
        #expect(try await work.round().step == .proposal)
    }

    @Test(arguments: Engine.tested)
    func `a card of another round is not found in this one`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        _ = try await work.start()
        _ = try await work.start("Igen")
        for title in ["Efter APV", "Igen"] { try await work.move(to: .placing, title) }
        let (path, other) = (try await work.path(), try await work.cards("Igen")[0].id)
        let answers = ["effect": "1", "reach": "1", "hands": "1"]
        for card in [other.text, "none", "'--"] {
            let sent = try await work.post("\(path)/cards/\(card)/placement", as: Self.sara, answers)
            #expect(sent.status == 404, "\(card)")
            #expect(try await work.get("\(path)/cards/\(card)", as: Self.sara).status == 404)
        }
        #expect(try await work.placementCount() == 0)
    }

    @Test func `what is out of scale comes back as it was sent`() async throws {
        let work = try await Workplace()
        _ = try await work.start()
        try await work.move(to: .placing)
        let sent = try await work.lay(1, (5, 2, 3), as: Self.sara)
        #expect(sent.status == 422 && sent.text.contains("Vælg en af mulighederne."))
        #expect(try await work.placementCount() == 0)
        try await work.move(to: .overlay)
        try await work.move(to: .agreement)
        let agreed = try await work.lay(1, (2, 0, 3), as: Self.maja, "agreement")
        #expect(agreed.status == 422 && agreed.text.contains("Vælg en af mulighederne."))
    }

    @Test func `thirty-one cards, and what was closed meanwhile, come back with everything typed`() async throws {
        let work = try await Workplace()
        let many = try await work.start(own: (1...31).map { "Kort nummer \($0)" })
        #expect(many.status == 422 && many.text.contains("31") && many.text.contains("Kort nummer 17"))
        let gone = try await work.start(ticks: ["idea:none"])
        #expect(gone.status == 422 && gone.text.contains("afsluttet eller afgjort imens"))
        let idea = try await work.idea("Gåmøder")
        try await work.change(
            "UPDATE idea SET state = 4, decided = \(Workplace.today), reason = 'Nej' WHERE id = \(idea)")
        #expect(try await work.start(ticks: ["idea:\(idea)"]).status == 422)
        #expect(try await work.get(Workplace.rounds, as: Self.maja).text.contains("ikke prioriteret sammen endnu"))
    }

    @Test func `a form that is sent twice starts one round`() async throws {
        let work = try await Workplace()
        let (one, two) = (try await work.start(), try await work.start())
        #expect(one.location == two.location)
        let count: Int? = try await work.database.read { try $0.value("SELECT COUNT(*) FROM priority_round") }
        #expect(count == 1)
    }

    @Test func `a card that was closed or taken away meanwhile stays in the round and says so`() async throws {
        let work = try await Workplace()
        let (action, idea) = (try await work.action("Nye lamper"), try await work.idea("Gåmøder"))
        _ = try await work.start(ticks: ["action:\(action)", "idea:\(idea)"])
        for step in [RoundStep.placing, .overlay] { try await work.move(to: step) }
        _ = try await work.post(
            "/actions/\(action)/closure", as: Self.maja, ["done": "Sat op", "effect": "yes", "key": "k"])
        try await work.change(
            """
            UPDATE idea SET what = '[fjernet · removed]', why = '', state = 4, decided = \(Workplace.today),
            reason = 'Nej' WHERE id = \(idea)
            """)
        let page = try await work.get(try await work.path(), as: Self.maja).text
        #expect(page.contains("Afsluttet</span>") && page.contains("Sagt nej til") && !page.contains("Gåmøder"))
    }

    @Test(arguments: Engine.tested)
    func `everybody of the area reads, those asked place, those who work on the plan lead`(engine: Engine) async throws
    {
        let work = try await Workplace(engine)
        for (title, audience) in [("Alle", Audience.everyone), ("Kun os", .members)] {
            _ = try await work.start(title, audience)
            try await work.move(to: .placing, title)
            let path = try await work.path(title)
            for person in [Self.maja, Self.jonas, Self.sara, Self.ida, Self.eva] {
                #expect(try await work.get(path, as: person).status == 200, "\(person.name)")
                let isMember = [Self.maja, Self.jonas].contains(person)
                let isAsked = isMember || audience == .everyone && person != Self.eva
                #expect(
                    try await work.lay(1, (1, 1, 1), as: person, "placement", title).status == (isAsked ? 303 : 403),
                    "\(person.name) \(title)")
            }
            for deed in ["step", "order", "order/undo"] {
                for (person, status) in [(Self.sara, 403), (Self.karl, 404)] {
                    let sent = try await work.post("\(path)/\(deed)", as: person, ["to": "overlay", "version": "2"])
                    #expect(sent.status == status, "\(person.name) \(deed)")
                }
            }
            for kind in ["proposal", "agreement"] {
                #expect(try await work.lay(1, (1, 1, 1), as: Self.sara, kind, title).status == 403)
            }
            #expect(try await work.get(path, as: Self.karl).status == 404)
            #expect(try await work.lay(1, (1, 1, 1), as: Self.karl, "placement", title).status == 404)
        }
        #expect(try await work.get(Workplace.rounds, as: Self.karl).status == 404)
        #expect(try await work.get(Workplace.rounds + "/new", as: Self.sara).status == 403)
        #expect(try await work.start("Sara", as: Self.sara).status == 403)
        #expect(try await work.start("Karl", as: Self.karl).status == 404)
    }

    @Test(arguments: Engine.tested)
    func `who leaves the unit places no more, and what was placed still counts`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        _ = try await work.start()
        try await work.move(to: .placing)
        for person in [Self.sara, Self.ida, Self.maja] { try await work.lay(1, (2, 2, 2), as: person) }
        try await work.change("UPDATE person SET unit_id = 'history' WHERE id = 'sara'")
        #expect(try await work.lay(2, (1, 1, 1), as: Self.sara).status == 404)
        #expect(try await work.get(try await work.path(), as: Self.sara).status == 404)
        try await work.move(to: .overlay)
        #expect(try await work.overlays()[0]?.total == 3)
    }

    @Test(arguments: Engine.tested)
    func `forty who place at once are all counted, also where the picture is shown meanwhile`(engine: Engine)
        async throws
    {
        let work = try await Workplace(engine)
        let people = try await work.colleagues(40)
        _ = try await work.start()
        try await work.move(to: .placing)
        let placed = try await withThrowingTaskGroup { group in
            for (number, person) in people.enumerated() {
                group.addTask {
                    try await work.lay(1, (1 + number % 4, 1 + number / 4 % 4, 1 + number % 3), as: person).status
                }
            }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(placed.count == 40 && Set(placed) == [303])
        #expect(try await work.placementCount() == 40)
        // While twenty of them place the second card, the picture is shown: each is counted or told.
        let counted = try await withThrowingTaskGroup { group in
            for person in people.prefix(20) {
                group.addTask { try await work.lay(2, (3, 3, 3), as: person).status }
            }
            group.addTask { try await work.move(to: .overlay).status == 303 ? 0 : -1 }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(Set(counted).isSubset(of: [0, 303, 409]) && counted.contains(0))
        let overlays = try await work.overlays()
        #expect(overlays[0]?.total == 40)
        let saved = counted.count { $0 == 303 }
        #expect((overlays[1]?.total ?? 0) == (saved >= Overlay.fewest ? saved : 0))
        #expect(try await work.placementCount() == 0)
    }
}
