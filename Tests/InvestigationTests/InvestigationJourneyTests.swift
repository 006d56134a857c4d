import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Investigation

/// From a near miss to what was done about it, and to what whoever reported hears.
@Suite struct InvestigationJourneyTests {
    private static let (maja, jonas, sara) = (Workplace.maja, Workplace.jonas, Workplace.sara)

    @Test(arguments: Engine.tested)
    func `a near miss is looked into, mended, and answered`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let code = try await work.report()
        let report = try await work.page()
        let page = report + "/investigation"
        #expect(try await work.get(page, as: Self.maja).text.contains("Den er ikke undersøgt"))
        #expect(try await work.get(report, as: Self.maja).text.contains("action=\"\(page)\""))
        let begun = try await work.post(page, as: Self.maja)
        #expect(begun.location == page)
        // Whoever begins has read it, and takes part with the seat.
        #expect(try await work.follow(code).contains("Læst af Maja Holm"))
        #expect(try await work.get(page, as: Self.maja).text.contains("Gruppens leder har ikke deltaget."))

        try await work.add("steps", ["time": "dagen før", "what": "Bruseren blev prøvet"], to: page)
        try await work.add("steps", ["time": "kl. 10.15", "what": "Ida gled"], to: page)
        let first = try await work.why("Gulvet var vådt", bone: "surroundings", in: page)
        let second = try await work.why("Ventilen dryppede", answering: first, bone: "equipment", in: page)
        let root = try await work.why("Ingen efterser den", answering: second, bone: "organisation", in: page)
        try await work.add("barriers", ["what": "Måtten", "state": "failed"], to: page)
        let shown = try await work.get(page, as: Workplace.eva).text
        for words in ["dagen før", "Ida gled", "Hvorfor 3: grundårsag", "Organisering og planlægning", "Svigtede"] {
            #expect(shown.contains(words), "\(words)")
        }
        #expect(shown.components(separatedBy: "<svg").count >= 3)

        let action = try await work.act(on: "\(page)/causes/\(root)/action")
        let after = try await work.get(page, as: Workplace.eva).text
        #expect(after.contains("href=\"\(action)\"") && after.contains("Alle står ved det, de skal rette op på."))
        #expect(try await work.get(action, as: Self.maja).text.contains("Melding: Noget var farligt"))

        _ = try await work.post(
            page + "/conclusion", as: Self.maja, ["conclusion": "Ingen ejer", "prevention": "Et fast eftersyn"])
        let closed = try await work.post(
            page + "/closure", as: Self.maja,
            ["feedback": "Vi efterser den nu hver måned.", "way": "message", "key": "c"])
        #expect(closed.location == page)
        let told = try await work.follow(code)
        #expect(told.contains("Vi efterser den nu hver måned.") && !told.contains("Ingen efterser den"))

        _ = try await work.post(action + "/closure", as: Self.maja, ["done": "Eftersyn aftalt", "effect": "yes"])
        #expect(try await work.follow(code).contains("Eftersyn aftalt"))
        #expect(try await work.get(page, as: Self.maja).text.contains("Afsluttet"))
    }

    @Test(arguments: Engine.tested)
    func `beginning twice begins once, and the other of the group's two hears of it`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let page = try await work.investigation()
        _ = try await work.post(page, as: Self.jonas)
        #expect(try await work.count("SELECT COUNT(*) FROM investigation") == 1)
        let told = try await work.told(Self.jonas).filter { $0.hasPrefix("Undersøgelse begyndt") }
        #expect(told == ["Undersøgelse begyndt: Noget var farligt, Laboratorier. Du er med."])
        #expect(try await !work.told(Self.maja).contains { $0.hasPrefix("Undersøgelse begyndt") })
    }

    @Test func `what went well is not investigated`() async throws {
        let work = try await Workplace()
        try await work.report(["kind": "good"])
        let page = try await work.page() + "/investigation"
        #expect(try await work.get(page, as: Self.maja).status == 404)
        #expect(try await work.post(page, as: Self.maja).status == 409)
        #expect(try await work.count("SELECT COUNT(*) FROM investigation") == 0)
        #expect(try await !work.get(work.page(), as: Self.maja).text.contains("/investigation"))
    }

    @Test func `it says plainly who of the group's two has not taken part`() async throws {
        let work = try await Workplace()
        let page = try await work.investigation(as: Workplace.eva)
        let nobody = try await work.get(page, as: Workplace.eva).text
        #expect(nobody.contains("Hverken gruppens leder eller arbejdsmiljørepræsentant har deltaget."))
        #expect(nobody.contains("value=\"maja\"") && nobody.contains("value=\"jonas\""))
        _ = try await work.post(page + "/participants", as: Workplace.eva, ["people": "jonas", "others": "Værkstedet"])
        let one = try await work.get(page, as: Workplace.eva).text
        #expect(one.contains("Gruppens arbejdsmiljørepræsentant har ikke deltaget.") && one.contains("Værkstedet"))
        _ = try await work.post(
            page + "/participants", as: Workplace.eva, ["people": "maja", "was_people": "", "others": "Værkstedet"])
        let both = try await work.get(page, as: Workplace.eva).text
        #expect(!both.contains("har ikke deltaget") && !both.contains("har deltaget.</b>"))
        let stranger = try await work.post(page + "/participants", as: Workplace.eva, ["people": "karl"])
        #expect(stranger.status == 422)
        #expect(try await work.count("SELECT COUNT(*) FROM investigation_participant") == 2)
    }

    @Test(arguments: Engine.tested)
    func `steps change places, and stay where they cannot go further`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let page = try await work.investigation()
        for what in ["Et", "To", "Tre"] { try await work.add("steps", ["what": what], to: page) }
        let three = try await work.piece("step", "Tre")
        for _ in 1...4 {
            let moved = try await work.post("\(page)/steps/\(three)/place", as: Self.maja, ["way": "up"])
            #expect(moved.status == 303)
        }
        let order: [String] = try await work.database.read {
            try $0.values("SELECT what FROM investigation_step ORDER BY place")
        }
        #expect(order == ["Tre", "Et", "To"])
        _ = try await work.post("\(page)/steps/\(three)/place", as: Self.jonas, ["way": "down"])
        let shown = try await work.get(page, as: Self.maja).text
        let (one, moved) = (try #require(shown.range(of: ">Et<")), try #require(shown.range(of: ">Tre<")))
        #expect(one.lowerBound < moved.lowerBound)
        #expect(try await work.post("\(page)/steps/none/place", as: Self.maja, ["way": "up"]).status == 404)
    }

    @Test(arguments: Engine.tested)
    func `a cause that is taken away leaves what answered it`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let page = try await work.investigation()
        let first = try await work.why("Vådt gulv", in: page)
        let middle = try await work.why("Det dryppede", answering: first, bone: "equipment", in: page)
        let last = try await work.why("Slidt pakning", answering: middle, in: page)
        let action = try await work.act(on: "\(page)/causes/\(middle)/action")
        let form = try await work.get("\(page)/causes/\(middle)", as: Self.maja).text
        #expect(form.contains("Det, der svarer på årsagen, bliver stående"))
        #expect(!form.contains("<option value=\"\(last)\""), "what answers it cannot be answered by it")
        _ = try await work.post("\(page)/causes/\(middle)/removal", as: Self.maja, ["was_what": "Det dryppede"])
        let kept = try await work.database.read { try InvestigationStore($0).causes(of: ID(page.reportID)) }
        #expect(kept.lines.map { "\($0.depth) \($0.cause.what)" } == ["0 Vådt gulv", "1 Slidt pakning"])
        #expect(kept.lines.last?.bone == .equipment, "it hangs where it hung")
        // What was to mend it stands on, at nothing.
        #expect(try await work.count("SELECT COUNT(*) FROM investigation_action") == 0)
        #expect(try await work.get(page, as: Self.maja).text.contains("href=\"\(action)\""))
    }

    @Test func `an action made from the report itself stands beside, and one for a barrier at the barrier`()
        async throws
    {
        let work = try await Workplace()
        let page = try await work.investigation()
        try await work.add("barriers", ["what": "Alarmen", "state": "missing"], to: page)
        try await work.add("barriers", ["what": "Skærmen", "state": "held"], to: page)
        let alarm = try await work.piece("barrier", "Alarmen")
        let action = try await work.act(on: "\(page)/barriers/\(alarm)/action", what: "Sæt alarm op")
        let other = try await work.post(
            "/actions", as: Self.maja,
            [
                "what": "Ny måtte", "body": "lab-group", "unit": "laboratories", "responsible": "maja",
                "origin": "report:\(page.reportID)", "due": (Workplace.today + 30).text,
            ])
        let shown = try await work.get(page, as: Self.maja).text
        let beside = try #require(other.location)
        #expect(shown.contains("href=\"\(action)\"") && shown.contains("href=\"\(beside)\""))
        #expect(shown.contains("Andre indsatser fra meldingen"))
        let links = try await work.database.read { try $0.rows(InvestigationStore.mended(in: ID(page.reportID))) }
        #expect(links.map(\.piece) == [alarm])
        // It is laid where it belongs afterwards, and taken away from there again.
        let (lay, id) = ("\(page)/actions/\(beside.dropFirst("/actions/".count))", beside.dropFirst("/actions/".count))
        func laid() async throws -> [String] {
            try await work.database.read { reader in
                try reader.values("SELECT piece_id FROM investigation_action WHERE action_id = \(String(id))")
            }
        }
        _ = try await work.post(lay, as: Self.maja, ["piece": alarm])
        #expect(try await laid() == [alarm])
        #expect(try await work.get(page, as: Self.maja).text.contains("Alle står ved det, de skal rette op på."))
        #expect(try await work.post(lay, as: Self.maja, ["piece": "none"]).status == 404)
        #expect(try await work.post("\(page)/actions/none", as: Self.maja, ["piece": alarm]).status == 404)
        let elsewhere = try await work.investigation(of: "Damp i gangen")
        #expect(try await work.post(elsewhere + "/actions/\(id)", as: Self.maja, ["piece": ""]).status == 404)
        #expect(try await work.post(lay, as: Workplace.karl, ["piece": ""]).status == 404)
        #expect(try await laid() == [alarm])
        _ = try await work.post(lay, as: Self.maja, ["piece": ""])
        #expect(try await laid().isEmpty)
        // What held needs no mending.
        let held = try await work.piece("barrier", "Skærmen")
        #expect(!shown.contains("barriers/\(held)/action"))
    }

    @Test func `what somebody meant to mend yesterday is forgotten today`() async throws {
        let clock = DayClock()
        let work = try await Workplace { clock.now }
        let page = try await work.investigation()
        let cause = try await work.why("Vådt gulv", in: page)
        #expect(try await work.post("\(page)/causes/\(cause)/action", as: Self.maja).status == 303)
        clock.go(on: 1)
        let made = try await work.post(
            "/actions", as: Self.maja,
            [
                "what": "Ny måtte", "body": "lab-group", "unit": "laboratories", "responsible": "maja",
                "origin": "report:\(page.reportID)", "due": (Workplace.today + 30).text,
            ])
        #expect(made.status == 303)
        #expect(try await work.count("SELECT COUNT(*) FROM investigation_action") == 0)
    }

    @Test func `who holds another seat of the group is not told, and who has no rights by it takes no part`()
        async throws
    {
        let work = try await Workplace()
        let seats: [(Person, Role)] = [(Self.sara, .member), (Workplace.rikke, .deputy)]
        for (person, role) in seats {
            let mandate = Mandate(
                id: work.house.identities.random(), role: role, body: Workplace.labGroup, person: person.id,
                origin: .appointed, starts: Workplace.today - 100)
            let deed = work.deed(by: nil)
            try await work.database.write { try $0.apply(mandate.given(to: person.name), deed) }
        }
        let page = try await work.investigation()
        #expect(try await !work.told(Self.sara).contains { $0.hasPrefix("Undersøgelse begyndt") })
        let shown = try await work.get(page, as: Self.maja).text
        #expect(shown.contains("name=\"people\" value=\"sara\"") && !shown.contains("name=\"people\" value=\"rikke\""))
        let ticked = try await work.post(page + "/participants", as: Self.maja, ["people": "rikke", "was_people": ""])
        #expect(ticked.status == 422)
    }

    @Test func `open pages of the report hear each thing that is written`() async throws {
        let work = try await Workplace()
        let page = try await work.investigation()
        let topic = "report:\(page.reportID)"
        let writings: [(String, [String: String])] = [
            ("/steps", ["what": "Ida gled"]), ("/conclusion", ["conclusion": "Vandet"]),
            ("/participants", ["people": "jonas", "was_people": ""]),
        ]
        for (path, fields) in writings {
            let raised = try await work.topics { _ = try await work.post(page + path, as: Self.maja, fields) }
            #expect(raised.contains(topic), "\(path): \(raised)")
        }
    }

    @Test(arguments: Engine.tested)
    func `it ends only with a conclusion and a cause, and what was typed comes back`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let page = try await work.investigation()
        let sent = ["feedback": "Tak for <det>", "way": "outcome"]
        let empty = try await work.post(page + "/closure", as: Self.maja, sent)
        #expect(empty.status == 422)
        #expect(empty.text.contains("Tak for &lt;det&gt;") && empty.text.contains("Skriv konklusionen først."))
        #expect(empty.text.contains("Skriv mindst én årsag"))
        _ = try await work.post(page + "/conclusion", as: Self.maja, ["conclusion": "Vi ved det ikke"])
        #expect(try await work.post(page + "/closure", as: Self.maja, sent).status == 422)
        #expect(try await work.count("SELECT COUNT(*) FROM report WHERE stage = 3") == 0)
        let ended = try await work.post(page + "/closure", as: Self.maja, sent.merging(["cause_unknown": "on"]) { $1 })
        #expect(ended.status == 303)
        #expect(try await work.count("SELECT COUNT(*) FROM report WHERE stage = 3") == 1)
        let shown = try await work.get(page, as: Self.maja).text
        #expect(shown.contains("Årsagen kunne ikke findes.") && !shown.contains("/conclusion\""))
    }

    @Test func `closed it takes nothing more until it is opened again, and loses nothing that was typed`() async throws
    {
        let work = try await Workplace()
        let page = try await work.investigation()
        try await work.why("Vådt gulv", in: page)
        try await work.add("steps", ["what": "Først"], to: page)
        _ = try await work.post(page + "/conclusion", as: Self.maja, ["conclusion": "Vandet"])
        _ = try await work.post(page + "/closure", as: Self.jonas, ["feedback": "Tak", "way": "message"])
        let closed = try await work.get(page, as: Self.maja).text
        #expect(closed.contains("af Maja Holm · Afsluttet") && closed.contains("af Jonas Riis"))
        let late = try await work.add("steps", ["what": "Det glemte vi"], to: page, as: Self.jonas)
        #expect(late.status == 422)
        #expect(late.text.contains("Det glemte vi"))
        let again = try await work.post(page + "/closure", as: Self.jonas, ["feedback": "Mit svar", "way": "message"])
        #expect(again.status == 422 && again.text.contains("Mit svar"))
        let step = "\(page)/steps/\(try await work.piece("step", "Først"))/place"
        let moved = try await work.post(step, as: Self.maja, ["way": "up"])
        #expect(moved.status == 422 && moved.text.contains("Undersøgelsen er afsluttet. Åbn den igen"))
        _ = try await work.post(page + "/reopening", as: Self.jonas)
        #expect(try await work.add("steps", ["what": "Det glemte vi"], to: page, as: Self.jonas).status == 303)
    }

    @Test(arguments: Engine.tested)
    func `what is sent twice stands once, and is answered once`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let page = try await work.investigation()
        for _ in 1...2 { try await work.add("steps", ["what": "Ida gled", "key": "k1"], to: page) }
        #expect(try await work.count("SELECT COUNT(*) FROM investigation_step") == 1)
        try await work.why("Vådt gulv", in: page)
        _ = try await work.post(page + "/conclusion", as: Self.maja, ["conclusion": "Vandet"])
        for _ in 1...2 {
            let reply = try await work.post(
                page + "/closure", as: Self.maja, ["feedback": "Tak", "way": "message", "key": "k2"])
            #expect(reply.location == page)
        }
        #expect(try await work.count("SELECT COUNT(*) FROM report_message") == 1)
    }

    @Test func `more than there is room for is refused`() async throws {
        let work = try await Workplace()
        let page = try await work.investigation()
        for number in 1...Barrier.most {
            try await work.add("barriers", ["what": "Nummer \(number)", "state": "held"], to: page)
        }
        let over = try await work.add("barriers", ["what": "Een for meget", "state": "held"], to: page)
        #expect(over.status == 422 && over.text.contains("Der er plads til 40") && over.text.contains("Een for meget"))
    }
}

extension String {
    /// The report's id, of the address of its investigation.
    var reportID: String { String(split(separator: "/")[1]) }
}
