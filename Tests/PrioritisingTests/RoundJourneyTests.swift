import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Prioritising

@Suite struct RoundJourneyTests {
    private static let (maja, jonas, sara, ida) = (Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.ida)

    @Test(arguments: Engine.tested)
    func `from the group's proposal to what it decides`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let action = try await work.action("Nye lamper")
        let idea = try await work.idea("Gåmøder")
        let started = try await work.start(own: ["Støj"], ticks: ["action:\(action)", "idea:\(idea)"])
        let path = try await work.path()
        #expect(started.location == path)
        #expect(try await work.cards().map(\.about) == [.idea(idea), .action(ID(action)), .own("Støj")])

        // The group lays the cards; nobody else sees where.
        #expect(try await work.lay(1, (1, 1, 1), as: Self.jonas, "proposal").status == 303)
        #expect(try await work.get(path, as: Self.maja).text.contains("Gruppens eget bud"))
        let waiting = try await work.get(path, as: Self.sara).text
        #expect(waiting.contains("Gruppen lægger først sit eget bud") && !waiting.contains("Støj"))
        #expect(try await work.lay(1, (1, 1, 1), as: Self.sara).status == 409)

        // Each alone.
        #expect(try await work.move(to: .placing).status == 303)
        for (person, effect) in [(Self.maja, 4), (Self.sara, 4), (Self.ida, 2)] {
            #expect(try await work.lay(1, (effect, 3, 3), as: person).status == 303)
        }
        let next = try await work.lay(2, (2, 2, 2), as: Self.sara)
        #expect(next.location == "\(path)/cards/\(try await work.cards()[2].id)")
        let own = try await work.get(path, as: Self.sara).text
        #expect(own.contains("2 af 3 placeret") && own.contains("Stor · Mange · Vi kan selv"))
        #expect(!own.contains("Gruppens bud:") && !own.contains("class=\"dot\""))
        #expect(try await work.get(path, as: Self.maja).text.contains("3 har placeret, 0 af dem alle kort."))

        // All laid over each other.
        #expect(try await work.move(to: .overlay).status == 303)
        let shown = try await work.get(path, as: Self.sara).text
        #expect(shown.matches(of: /class="dot"/).count == 3)
        #expect(shown.contains("Gruppens bud: Lille · Få · Andre bestemmer"))
        #expect(shown.contains("Færre end 3 har placeret kortet"))
        #expect(try await work.overlays().map { $0?.total } == [3, nil, nil])
        #expect(try await work.lay(1, (1, 1, 1), as: Self.sara).status == 409)

        // The group decides.
        #expect(try await work.move(to: .agreement, as: Self.jonas).status == 303)
        #expect(try await work.lay(1, (4, 4, 3), as: Self.maja, "agreement").status == 303)
        #expect(try await work.lay(2, (4, 4, 2), as: Self.maja, "agreement").status == 303)
        #expect(try await work.get("/actions/\(action)", as: Self.sara).text.contains("Nr. 2 af 2"))
        #expect(try await work.get(path, as: Self.maja).text.contains("Tag idéen op, eller læg den til side"))
        #expect(try await !work.get(path, as: Self.sara).text.contains("/agreement\""))
        #expect(try await work.move(to: .closed).status == 303)
        #expect(try await work.lay(1, (1, 1, 1), as: Self.maja, "agreement").status == 409)
        #expect(try await work.get(Workplace.rounds, as: Self.sara).text.contains("Afsluttet"))
        #expect(try await work.get(path + "/print", as: Self.sara).text.contains("paper a4"))
    }

    @Test(arguments: Engine.tested)
    func `placing again replaces, also answer by answer, and comes back where one left`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        _ = try await work.start()
        try await work.move(to: .placing)
        let card = "\(try await work.path())/cards/\(try await work.cards()[0].id)"
        for fields in [["effect": "3"], ["effect": "4", "reach": "2"], ["effect": "4", "reach": "2", "hands": "3"]] {
            let saved = try await work.post(
                card + "/placement", as: Self.sara, fields, headers: [.accept: "application/json"])
            #expect(saved.status == 200 && saved.text.contains("saved"))
        }
        #expect(try await work.placementCount() == 1)
        let again = try await work.get(card, as: Self.sara).text
        #expect(again.matches(of: /name="(effect|reach|hands)" value="[0-9]" checked/).count == 3)
        try await work.lay(1, (1, 1, 1), as: Self.sara)
        #expect(try await work.placementCount() == 1)
        let missing = try await work.post(card + "/placement", as: Self.ida, ["effect": "3"])
        #expect(missing.status == 422 && missing.text.contains("Vælg et svar.") && missing.text.contains("checked"))
        #expect(try await work.placementCount() == 1)
    }

    @Test func `the board says that a round is open, to whom, and how to it`() async throws {
        let work = try await Workplace()
        let board = "/plan/lab-group"
        #expect(try await work.get(board, as: Self.sara).text.contains("href=\"/plan/lab-group/priorities\""))
        #expect(try await !work.get(board, as: Self.sara).text.contains("I prioriterer"))
        _ = try await work.start()
        #expect(try await work.get(board, as: Self.sara).text.contains("I prioriterer: Efter APV"))
        try await work.move(to: .placing)
        #expect(try await work.get(board, as: Self.sara).text.contains("Placér kortene"))
        for step in [RoundStep.overlay, .agreement, .closed] { try await work.move(to: step) }
        #expect(try await !work.get(board, as: Self.sara).text.contains("I prioriterer"))
    }

    @Test func `who sits in the room finds it by the code, however it is typed`() async throws {
        let work = try await Workplace()
        _ = try await work.start()
        try await work.move(to: .placing)
        let (path, code) = (try await work.path(), try await work.round().code)
        #expect(try await work.get(path, as: Self.maja).text.contains(code))
        #expect(try await work.get("/prioritise/\(code)", as: Self.sara).location == path)
        #expect(try await work.post("/prioritise", as: Self.sara, ["code": " \(code.lowercased()) "]).location == path)
        #expect(try await work.get("/prioritise/\(code)").location?.hasPrefix("/signin") == true)
        let wrong = try await work.post("/prioritise", as: Self.sara, ["code": "ABCDEF"])
        #expect(wrong.status == 422 && wrong.text.contains("ABCDEF"))
        let stranger = try await work.post("/prioritise", as: Workplace.karl, ["code": code])
        #expect(stranger.status == 422)
        #expect(try await work.get("/prioritise/\(code)", as: Workplace.karl).status == 404)
    }
}
