import HTTPTypes
import Kernel
import Organisation
import TestSupport
import Testing

@testable import Prioritising

@Suite struct `The pages of prioritising look as they did` {
    private static let (maja, sara, ida) = (Workplace.maja, Workplace.sara, Workplace.ida)

    private static let empty = [
        Scene("list-empty", Workplace.rounds, as: maja), Scene("list-empty-of-others", Workplace.rounds, as: sara),
        Scene("form-empty", Workplace.rounds + "/new", as: maja),
        Scene("form-refused", sending: ["title": "", "own": "Støj & <larm>"], to: Workplace.rounds, as: maja),
        Scene("join", "/prioritise", as: sara),
        Scene("join-refused", sending: ["code": "ABC<"], to: "/prioritise", as: sara),
    ]
    private static let full = [
        "form", "list", "proposal", "proposal-of-others", "proposal-refused", "placing-led", "placing", "card",
        "card-refused", "overlay", "overlay-by-agreement", "agreement", "closed", "paper", "too-late",
        "board-with-round", "action-with-priority",
    ]

    @Test(arguments: Language.allCases)
    func `while there is nothing`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        for seen in try await work.changes(in: Self.empty, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `from the proposal to the end`(language: Language) async throws {
        let (maja, sara, ida) = (Self.maja, Self.sara, Self.ida)
        let work = try await Workplace.unchanging(in: language)
        func look(_ scenes: [Scene]) async throws {
            for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
        }
        let (action, idea) = (try await work.action("Nye lamper"), try await work.idea("Gåmøder & <luft>"))
        try await look([Scene("form", Workplace.rounds + "/new", as: maja)])
        _ = try await work.start(own: ["Støj"], ticks: ["action:\(action)", "idea:\(idea)"])
        try await work.lay(2, (4, 3, 3), as: maja, "proposal")
        let path = try await work.path()
        let card = "\(path)/cards/\(try await work.cards()[0].id)"
        try await look([
            Scene("list", Workplace.rounds, as: sara), Scene("proposal", path, as: maja),
            Scene("proposal-of-others", path, as: sara),
            Scene("proposal-refused", sending: ["effect": "2", "reach": ""], to: card + "/proposal", as: maja),
        ])
        try await work.move(to: .placing)
        for (person, effect) in [(maja, 4), (sara, 3), (ida, 1)] {
            for place in 1...(person == ida ? 1 : 2) { try await work.lay(place, (effect, 4, 3), as: person) }
        }
        try await look([
            Scene("placing-led", path, as: maja), Scene("placing", path, as: ida), Scene("card", card, as: sara),
            Scene("card-refused", sending: ["effect": "7", "reach": "2"], to: card + "/placement", as: sara),
            Scene("board-with-round", "/plan/lab-group", as: sara),
        ])
        try await work.move(to: .overlay)
        try await look([
            Scene("overlay", path, as: sara), Scene("overlay-by-agreement", path + "?sort=agreement", as: maja),
            Scene(
                "too-late", sending: ["effect": "2", "reach": "3", "hands": "1"], to: card + "/placement", as: sara),
        ])
        try await work.move(to: .agreement)
        try await work.lay(2, (4, 4, 2), as: maja, "agreement")
        try await look([
            Scene("agreement", path, as: maja), Scene("action-with-priority", "/actions/\(action)", as: sara),
        ])
        try await work.move(to: .closed)
        try await look([Scene("closed", path, as: sara), Scene("paper", path + "/print", as: sara)])
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.empty.map(\.name) + Self.full))
    }
}
