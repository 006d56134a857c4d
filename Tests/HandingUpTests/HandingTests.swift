import ActionPlan
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import HandingUp

/// Up, and back: what each side sees and does.
@Suite struct `An action is handed up` {
    private static let (maja, jonas, sara, eva, karl, rikke) = (
        Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.eva, Workplace.karl, Workplace.rikke
    )

    @Test(arguments: Engine.tested)
    func `taken on above, closed with its effect, and those below see the whole way`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.put()
        #expect(try await work.get("/actions/fans/handings/new", as: Self.maja).text.contains("AMU Grøn Kemi"))
        #expect(try await work.handUp().location == "/actions/fans")
        let handing = try await work.handing()
        #expect(try await work.told(Self.eva).contains { $0.contains("giver »Udsugning« videre til jer") })
        #expect(try await work.get("/", as: Self.eva).text.contains("/handings/\(handing.id)\">Svar: Udsugning"))
        #expect(try await work.get("/plan/committee", as: Self.eva).text.contains("1 sag er givet op til jer"))
        #expect(try await work.get("/plan/lab-group", as: Self.maja).text.contains(">Givet videre</span>"))
        let page = try await work.get("/handings/\(handing.id)", as: Self.eva).text
        #expect(
            page.contains("400.000 kr.") && page.contains("origin=action%3Afans") && page.contains("body=committee"))

        let above = try #require(try await work.takeOn("action:fans").location)
        #expect(try await work.states() == ["taken"])
        #expect(try await work.told(Self.sara).contains("AMU Grøn Kemi har taget »Udsugning« på sin plan."))
        #expect(try await !work.get("/", as: Self.eva).text.contains("Svar: Udsugning"))
        #expect(try await work.get("/actions/fans", as: Self.maja).text.contains("Udsugning i hele huset"))

        _ = try await work.post(
            above + "/closure", as: Self.eva, ["done": "To nye skabe", "effect": "partly", "key": "1"])
        #expect(try await work.states() == ["done"])
        #expect(
            try await work.told(Self.maja).contains(
                "AMU Grøn Kemi har afsluttet det, I gav videre: »Udsugning«. Det virkede delvist."))
        let after = try await work.get("/actions/fans", as: Self.sara).text
        #expect(after.contains("To nye skabe") && after.contains("Det virkede delvist."))
        _ = try await work.post(above + "/reopening", as: Self.eva)
        #expect(try await work.states() == ["taken"])
    }

    @Test(arguments: Engine.tested)
    func `sent back with a reason and advice, and handed up once more`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.put()
        try await work.handUp()
        let handing = try await work.handing()
        let refused = try await work.post(
            "/handings/\(handing.id)/return", as: Self.eva, ["reason": "", "advice": "Søg <puljen>"])
        #expect(refused.status == 422 && refused.text.contains("Søg &lt;puljen&gt;"))
        let back = try await work.post(
            "/handings/\(handing.id)/return", as: Self.eva, ["reason": "Ikke i år", "advice": "Søg <puljen>"])
        #expect(back.status == 303)
        #expect(try await work.told(Self.sara).contains { $0.contains("giver »Udsugning« tilbage") })
        let action = try await work.get("/actions/fans", as: Self.maja).text
        #expect(action.contains("Ikke i år") && action.contains("Søg &lt;puljen&gt;"))
        #expect(try await work.post("/handings/\(handing.id)/return", as: Self.eva, ["reason": "x"]).status == 409)
        #expect(try await work.handUp().status == 303)
        #expect(try await work.states() == ["open", "sent_back"])
    }

    @Test(arguments: Engine.tested)
    func `handed further up, and never to whoever has had it`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.foundMain()
        try await work.put()
        try await work.handUp()
        let first = try await work.handing()
        let page = try await work.get("/handings/\(first.id)", as: Self.eva).text
        #expect(page.contains("value=\"main\"") && !page.contains("value=\"lab-group\""))
        for wrong in ["lab-group", "committee", "history-group", "none", ""] {
            let reply = try await work.post(
                "/handings/\(first.id)/passing", as: Self.eva, Workplace.words.merging(["to": wrong]) { $1 })
            #expect(reply.status == 422, "\(wrong)")
        }
        let passed = try await work.post(
            "/handings/\(first.id)/passing", as: Self.eva, Workplace.words.merging(["to": "main"]) { $1 })
        #expect(passed.status == 303)
        #expect(try await work.states() == ["open", "passed_on"])
        #expect(try await work.told(Self.maja).contains("»Udsugning« er givet videre til HAMU."))
        #expect(try await work.get("/plan/lab-group", as: Self.maja).text.contains(">Givet videre</span>"))
        let second = try await work.handing()
        #expect(second.from.text == "committee" && second.previous == first.id)
        // The main committee has nobody above it.
        #expect(try await !work.get("/handings/\(second.id)", as: Self.rikke).text.contains("/passing\""))
        _ = try await work.takeOn("action:fans", as: Self.rikke, body: "main")
        #expect(try await work.states() == ["passed_on", "taken"])
        #expect(try await work.get("/actions/fans", as: Self.maja).text.contains("HAMU tog den på sin plan"))
    }

    @Test func `an action above that came from below cannot be handed down or round`() async throws {
        let work = try await Workplace()
        try await work.foundMain()
        try await work.put()
        try await work.handUp()
        let above = try #require(try await work.takeOn("action:fans").location)
        let form = try await work.get(above + "/handings/new", as: Self.eva).text
        #expect(
            form.contains("value=\"main\"") && !form.contains("value=\"lab-group\"")
                && !form.contains("value=\"committee\""))
        let id = String(above.dropFirst("/actions/".count))
        #expect(try await work.handUp(id, as: Self.eva, ["to": "lab-group"]).status == 422)
        #expect(try await work.handUp(id, as: Self.eva, ["to": "committee"]).status == 422)
        #expect(try await work.handUp(id, as: Self.eva, ["to": "main"]).status == 303)
    }

    @Test(arguments: Engine.tested)
    func `never twice at once`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.put()
        async let one = work.handUp("fans", as: Self.maja)
        async let other = work.handUp("fans", as: Self.jonas)
        #expect(Set(try await [one, other].map(\.status)) == [303, 409])
        #expect(try await work.states() == ["open"])
        #expect(try await work.get("/actions/fans/handings/new", as: Self.maja).status == 409)
        #expect(try await work.told(Self.eva).filter { $0.contains("videre til jer") }.count == 1)
    }

    @Test(arguments: Engine.tested)
    func `two who take it on make one action, and the other keeps what was typed`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.put()
        try await work.handUp()
        #expect(try await work.takeOn("action:fans").status == 303)
        let late = try await work.takeOn("action:fans")
        #expect(late.status == 422 && late.text.contains("Udsugning i hele huset"))
        #expect(late.text.contains("En anden har allerede taget den på planen"))
    }

    @Test func `an action of it on another plan answers nothing`() async throws {
        let work = try await Workplace()
        try await work.put()
        try await work.handUp()
        #expect(try await work.takeOn("action:fans", as: Self.maja, body: "lab-group").status == 303)
        #expect(try await work.states() == ["open"])
    }

    @Test func `withdrawn while nobody has answered, also by closing the action`() async throws {
        let work = try await Workplace()
        try await work.put()
        try await work.handUp()
        let handing = try await work.handing()
        for (person, status) in [(Self.karl, 404), (Self.sara, 403), (Self.maja, 303), (Self.maja, 409)] {
            #expect(try await work.post("/handings/\(handing.id)/withdrawal", as: person).status == status)
        }
        #expect(try await work.told(Self.eva).contains("Gruppen har trukket »Udsugning« tilbage."))
        try await work.handUp()
        _ = try await work.post("/actions/fans/closure", as: Self.maja, ["done": "Løst", "effect": "yes", "key": "1"])
        #expect(try await work.states() == ["withdrawn", "withdrawn"])
        #expect(try await work.handUp().status == 409)
        #expect(
            try await work.post("/handings/\(try await work.handing().id)/return", as: Self.eva, ["reason": "x"]).status
                == 409)
    }

    @Test func `only to a body above, which is open`() async throws {
        let work = try await Workplace()
        try await work.put()
        for wrong in ["lab-group", "history-group", "none", "", "%00"] {
            let reply = try await work.handUp("fans", as: Self.maja, ["to": wrong])
            #expect(reply.status == 422 && reply.text.contains("400.000 kr."), "\(wrong)")
        }
        try await work.database.write { writer in
            try writer.execute(
                ["UPDATE body SET closes = \(Workplace.today - 1) WHERE id = 'committee'"], raising: ["rights"])
        }
        #expect(try await work.handUp().status == 422)
        #expect(
            try await work.get("/actions/fans/handings/new", as: Self.maja).text.contains(
                "Ingen at give den videre til"))
    }

    @Test func `only who works on the plan hands up, and only who works above answers`() async throws {
        let work = try await Workplace()
        try await work.put()
        for (person, status) in [(Self.karl, 404), (Self.sara, 403)] {
            for path in ["/actions/fans/handings/new", "/actions/fans/unsolved", "/actions/fans/expert-help/new"] {
                #expect(try await work.get(path, as: person).status == status, "\(path)")
            }
            #expect(try await work.handUp("fans", as: person).status == status)
        }
        try await work.handUp()
        let link = "/handings/\(try await work.handing().id)"
        for (person, status) in [(Self.karl, 404), (Self.maja, 403), (Self.sara, 403)] {
            #expect(try await work.post(link + "/return", as: person, ["reason": "x"]).status == status)
            #expect(try await work.post(link + "/passing", as: person, Workplace.words).status == status)
        }
        #expect(try await work.get(link, as: Self.karl).status == 404)
        #expect(try await work.get("/plan/committee/handed", as: Self.karl).status == 404)
    }

    @Test func `the body above sees what was written for it, and a stranger's action nowhere`() async throws {
        let work = try await Workplace()
        try await work.foundMain()
        // Rikke sits above everything; Karl's group lies beside.
        try await work.put("Noget fortroligt")
        try await work.handUp("fans", as: Self.maja, ["to": "main", "what": "Et skab"])
        let told = try await work.told(Self.rikke)
        #expect(told.contains { $0.contains("»Et skab«") } && !told.contains { $0.contains("fortroligt") })
        let list = try await work.get("/plan/main/handed", as: Self.rikke).text
        #expect(list.contains("Et skab") && !list.contains("Noget fortroligt"))
    }

    @Test func `every step stands in the journal`() async throws {
        let work = try await Workplace()
        try await work.foundMain()
        try await work.put()
        try await work.handUp()
        let first = try await work.handing()
        _ = try await work.post(
            "/handings/\(first.id)/passing", as: Self.eva, Workplace.words.merging(["to": "main"]) { $1 })
        let second = try await work.handing()
        _ = try await work.post("/handings/\(second.id)/return", as: Self.rikke, ["reason": "Nej"])
        try await work.handUp()
        _ = try await work.post("/handings/\(try await work.handing().id)/withdrawal", as: Self.maja)
        let verbs: [String] = try await work.database.read {
            try $0.values("SELECT verb FROM journal WHERE subject_kind = 'handing' ORDER BY verb")
        }
        #expect(verbs == ["handed_up", "handed_up", "handed_up", "passed_on", "sent_back", "withdrawn"])
    }
}
