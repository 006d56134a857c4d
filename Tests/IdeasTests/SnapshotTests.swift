import HTTPTypes
import Kernel
import Organisation
import TestSupport
import Testing

@testable import Ideas

@Suite struct `The pages of ideas look as they did` {
    private static let (maja, sara, ida) = (Workplace.maja, Workplace.sara, Workplace.ida)

    private static let empty = [
        Scene("form", Workplace.lab),
        Scene("form-signed-in", "/idea", as: sara),
        Scene("form-refused", sending: ["why": "Fordi <b>", "name": ""], to: Workplace.lab),
        Scene("door-closed", "/r/none/idea"),
        Scene("nobody-looks-after", sending: ["what": "Gåmøder"], to: "/idea", as: Workplace.rikke),
        Scene("thanks", sending: ["what": "Stille & <ro>", "anonymous": "on", "key": "k"], to: "/r/link-history/idea"),
        Scene("list-empty", "/plan/lab-group/ideas", as: maja),
        Scene("own-empty", "/ideas/mine", as: ida),
    ]
    private static let full = [
        "list", "list-by-support", "list-none-found", "own", "idea", "idea-of-its-giver", "idea-of-others",
        "idea-helping", "idea-declining-refused", "idea-overtaken", "idea-parked", "idea-declined", "idea-taken-up",
        "idea-done", "board-with-ideas", "board-with-ideas-on-paper",
    ]

    @Test(arguments: Language.allCases)
    func `at the door, and while there is nothing`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        for seen in try await work.changes(in: Self.empty, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `from the idea to what became of it`(language: Language) async throws {
        let (maja, sara, ida) = (Self.maja, Self.sara, Self.ida)
        let work = try await Workplace.unchanging(in: language)
        try await work.give("Gåmøder & <frisk luft>", ["why": "Vi sidder nok.\nTo kan tale, mens de går."], as: sara)
        try await work.give("En stille time")
        try await work.give("Lås på cykelskuret", as: ida)
        try await work.give("Kaffe med rengøringen", ["anonymous": "", "name": "Bo"])
        _ = try await work.support("Gåmøder & <frisk luft>", as: ida)
        _ = try await work.support("En stille time", as: ida, ["helps": "on"])
        _ = try await work.support("En stille time", as: sara)
        let (walks, quiet) = (
            "/ideas/\(try await work.idea("Gåmøder & <frisk luft>").id)", try await work.idea("En stille time")
        )
        var scenes = [
            Scene("list", "/plan/lab-group/ideas", as: maja),
            Scene("list-by-support", "/plan/lab-group/ideas?sort=support&state=waiting", as: sara),
            Scene("list-none-found", "/plan/lab-group/ideas?state=done", as: maja),
            Scene("own", "/ideas/mine", as: sara), Scene("idea", walks, as: maja),
            Scene("idea-of-its-giver", walks, as: sara), Scene("idea-of-others", "/ideas/\(quiet.id)", as: sara),
            Scene("idea-helping", "/ideas/\(quiet.id)", as: ida),
            Scene(
                "idea-declining-refused", sending: ["reason": "", "version": "1"], to: walks + "/declining", as: maja),
            Scene("board-with-ideas", "/plan/lab-group", as: maja),
            Scene("board-with-ideas-on-paper", "/plan/lab-group/print", as: maja),
        ]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }

        _ = try await work.decide("parking", on: "Kaffe med rengøringen", as: maja, because: "Til efteråret.")
        _ = try await work.decide(
            "declining", on: "Lås på cykelskuret", as: maja, because: "Driften har <bestilt> den.")
        let action = try await work.takeUp("En stille time", as: maja)
        let closing = try await work.takeUp("Gåmøder & <frisk luft>", as: maja)
        try await work.close(closing, as: maja)
        #expect(!action.isEmpty)
        let (coffee, lock) = (
            "/ideas/\(try await work.idea("Kaffe med rengøringen").id)",
            "/ideas/\(try await work.idea("Lås på cykelskuret").id)"
        )
        scenes = [
            Scene("idea-parked", coffee, as: maja), Scene("idea-declined", lock, as: ida),
            Scene("idea-taken-up", "/ideas/\(quiet.id)", as: maja), Scene("idea-done", walks, as: sara),
            Scene(
                "idea-overtaken", sending: ["reason": "Den er for dyr", "version": "1"], to: lock + "/parking",
                as: maja),
        ]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.empty.map(\.name) + Self.full))
    }
}
