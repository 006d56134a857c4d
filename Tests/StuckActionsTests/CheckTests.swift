import ActionPlan
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import StuckActions

/// Each alone, then compared.
@Suite struct `The eleven questions` {
    private static let (maja, jonas, sara, eva, karl, ida) = (
        Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.eva, Workplace.karl, Workplace.ida
    )

    @Test(arguments: Engine.tested)
    func `are answered alone, compared by whoever leads, and everybody who answered hears it`(engine: Engine)
        async throws
    {
        let work = try await Workplace(engine)
        try await work.put(partners: [Self.sara])
        let check = try await work.begin(.named)
        #expect(try await work.told(Self.sara).contains { $0.contains("Svar på elleve spørgsmål") })
        let row = "href=\"\(check)\">Elleve spørgsmål: Ny udsugning"
        #expect(try await work.get("/", as: Self.maja).text.contains(row))
        #expect(try await work.answer(check, as: Self.maja, .yes, [6: .no, 4: .partly]) == 303)
        #expect(try await work.answer(check, as: Self.jonas, .yes, [6: .no], lines: [6: "Ingen <penge>"]) == 303)
        #expect(try await !work.get("/", as: Self.maja).text.contains(row))
        #expect(try await work.get("/", as: Self.sara).text.contains(row))
        let waiting = try await work.get(check, as: Self.sara).text
        #expect(waiting.contains("2 af 3 har svaret"))
        #expect(
            !waiting.contains("Ingen &lt;penge&gt;") && !waiting.contains("Maja Holm")
                && !waiting.contains("value=\"yes\" checked"))
        #expect(try await work.post(check + "/comparison", as: Self.maja).status == 303)
        let compared = try await work.get(check, as: Self.sara).text
        #expect(compared.contains("Ingen &lt;penge&gt;") && compared.contains("Nej: Jonas Riis, Maja Holm"))
        #expect(compared.contains("aria-label=\"Ja 1, Delvist 1, Nej 0\""))
        #expect(try await work.told(Self.jonas).contains { $0.contains("lagt ved siden af hinanden") })
        #expect(try await !work.told(Self.sara).contains { $0.contains("lagt ved siden af hinanden") })
    }

    @Test(arguments: Engine.tested)
    func `answering again replaces, and shows one's own answers until it is compared`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.put(partners: [Self.sara])
        for form in CheckForm.allCases {
            let check = try await work.begin(form)
            for reply in [Verdict.no, .partly, .yes] {
                #expect(try await work.answer(check, as: Self.sara, reply) == 303)
            }
            let own = try await work.get(check, as: Self.sara).text
            #expect(own.components(separatedBy: "value=\"yes\" checked").count == 12, "\(form)")
            #expect(try await !work.get(check, as: Self.maja).text.contains("value=\"yes\" checked"))
            let rows: Int? = try await work.database.read { try $0.value("SELECT COUNT(*) FROM stuck_answer") }
            #expect(rows == 11)
            #expect(own.contains("1 af 3 har svaret"))
            #expect(try await work.post(check + "/ending", as: Self.maja).status == 303)
            #expect(try await work.answer(check, as: Self.sara) == 409)
        }
    }

    @Test func `all eleven are needed, and what was chosen stays`() async throws {
        let work = try await Workplace()
        try await work.put()
        let check = try await work.begin()
        var fields = Workplace.answers(.partly, lines: [2: "Noget <nyt>"])
        fields["q7"] = nil
        fields["q9"] = "perhaps"
        let refused = try await work.post(check, as: Self.maja, fields)
        #expect(refused.status == 422 && refused.text.contains("Noget &lt;nyt&gt;"))
        #expect(refused.text.components(separatedBy: "class=\"error\"").count == 3)
        fields["line3"] = String(repeating: "x", count: 301)
        #expect(
            try await work.post(check, as: Self.maja, fields).text.components(separatedBy: "class=\"error\"").count == 4
        )
        let rows: Int? = try await work.database.read { try $0.value("SELECT COUNT(*) FROM stuck_answer") }
        #expect(rows == 0)
    }

    @Test(arguments: CheckForm.allCases)
    func `with too few answers nobody compares, not even when one is enough for oneself`(form: CheckForm) async throws {
        let work = try await Workplace()
        try await work.put(partners: [Self.sara])
        let check = try await work.begin(form)
        let least = form == .named ? 2 : 3
        for person in [Self.maja, Self.jonas, Self.sara].prefix(least - 1) {
            #expect(try await work.answer(check, as: person) == 303)
        }
        #expect(try await !work.get(check, as: Self.maja).text.contains("/comparison\""))
        let refused = try await work.post(check + "/comparison", as: Self.maja)
        #expect(refused.status == 422 && refused.text.contains("mindst \(least) svar"))
        #expect(try await work.answer(check, as: Self.sara) == 303)
        #expect(try await work.get(check, as: Self.maja).text.contains("/comparison\""))
        #expect(try await work.post(check + "/comparison", as: Self.maja).status == 303)
        // Compared is compared: no answer, no second comparison, no end.
        #expect(try await work.answer(check, as: Self.sara, .no) == 409)
        for path in ["/comparison", "/ending"] {
            #expect(try await work.post(check + path, as: Self.maja).status == 409)
        }
    }

    @Test(arguments: Engine.tested)
    func `two who compare at once compare once`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.put(partners: [Self.sara])
        let check = try await work.begin()
        for person in [Self.maja, Self.jonas, Self.sara] { #expect(try await work.answer(check, as: person) == 303) }
        async let one = work.post(check + "/comparison", as: Self.maja)
        async let other = work.post(check + "/comparison", as: Self.jonas)
        #expect(Set(try await [one, other].map(\.status)) == [303, 409])
        let rows: Int? = try await work.database.read { try $0.value("SELECT COUNT(*) FROM stuck_answer") }
        #expect(rows == 33)
        #expect(try await work.told(Self.sara).filter { $0.contains("lagt ved siden") }.count == 1)
    }

    @Test func `one runs at a time, and whoever begins again comes to it`() async throws {
        let work = try await Workplace()
        try await work.put()
        let first = try await work.begin(.unnamed)
        #expect(try await work.begin(.named, as: Self.jonas) == first)
        #expect(try await work.get("/actions/fans/checks/new", as: Self.maja).text.contains("I er allerede i gang"))
        let named: Int? = try await work.database.read { try $0.value("SELECT named FROM stuck_check") }
        #expect(named == 0)
    }

    @Test func `colleagues of the unit are invited by name, and nobody else`() async throws {
        let work = try await Workplace()
        try await work.put()
        #expect(try await work.get("/actions/fans/checks/new", as: Self.maja).text.contains("Ida Østergaard"))
        for stranger in ["karl", "eva", "nobody", "%00"] {
            let reply = try await work.post(
                "/actions/fans/checks", as: Self.maja, ["form": "named", "invited": stranger])
            #expect(reply.status == 422, "\(stranger)")
        }
        let check = try await work.begin(.named, ["invited": "ida"])
        #expect(try await work.told(Self.ida).count == 1)
        #expect(try await work.answer(check, as: Self.ida) == 303)
        #expect(try await work.answer(check, as: Self.sara) == 403)
        #expect(try await work.get(check, as: Self.sara).status == 200)
    }

    @Test func `whoever does not read the action finds no check of it`() async throws {
        let work = try await Workplace()
        try await work.put()
        let check = try await work.begin()
        #expect(try await work.get(check, as: Self.karl).status == 404)
        #expect(try await work.answer(check, as: Self.karl) == 404)
        for path in ["/comparison", "/ending", "/outcome"] {
            #expect(try await work.post(check + path, as: Self.karl, ["outcome": "x"]).status == 404)
            #expect(try await work.post(check + path, as: Self.sara, ["outcome": "x"]).status == 403)
        }
        #expect(try await work.get("/actions/fans/checks/new", as: Self.karl).status == 404)
        #expect(try await work.get("/actions/fans/checks/new", as: Self.sara).status == 403)
    }

    @Test func `an action that is closed meanwhile takes no more answers`() async throws {
        let work = try await Workplace()
        try await work.put()
        let check = try await work.begin()
        #expect(try await work.answer(check, as: Self.maja) == 303)
        _ = try await work.post(
            "/actions/fans/closure", as: Self.maja, ["done": "Sat op", "effect": "yes", "key": "1"])
        #expect(try await work.answer(check, as: Self.jonas) == 409)
        #expect(try await work.post(check + "/comparison", as: Self.maja).status == 409)
        let page = try await work.get(check, as: Self.maja)
        #expect(page.status == 200 && page.text.contains("Der svares ikke mere"))
    }

    @Test func `the outcome is one line, stands on the action, and can be mended`() async throws {
        let work = try await Workplace()
        try await work.put()
        let check = try await work.begin(.named)
        #expect(try await work.post(check + "/outcome", as: Self.maja, ["outcome": "For tidligt"]).status == 409)
        for person in [Self.maja, Self.jonas] { #expect(try await work.answer(check, as: person, .no) == 303) }
        _ = try await work.post(check + "/comparison", as: Self.maja)
        let refused = try await work.post(check + "/outcome", as: Self.maja, ["outcome": " "])
        #expect(refused.status == 422)
        for line in ["Jonas finder pengene", "Jonas finder <pengene>"] {
            #expect(try await work.post(check + "/outcome", as: Self.jonas, ["outcome": line]).status == 303)
        }
        #expect(try await work.get("/actions/fans", as: Self.sara).text.contains("Jonas finder &lt;pengene&gt;"))
        let next = try await work.get(check, as: Self.maja).text
        #expect(next.contains("/actions/fans/requests/new") && next.contains("origin=action%3Afans"))
        // The next one lies beside it.
        _ = try await work.begin(.unnamed)
        #expect(try await work.get("/actions/fans", as: Self.maja).text.contains("Elleve spørgsmål, sammenlignet"))
    }
}
