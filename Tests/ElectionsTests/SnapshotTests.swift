import Kernel
import Organisation
import TestSupport
import Testing

@testable import Elections

// One after the other, so that they hold no more connections than others leave them.
@Suite(.serialized) struct `The pages around an election look as they did` {
    private static let names: Set<String> = [
        "call-committee", "call-committee-of-two", "screen-nominating", "screen-voting", "screen-decided", "dates",
        "dates-refused",
        "cancellation", "cancellation-refused", "page-organiser", "page-decided", "page-voting-few", "page-cancelled",
        "page-unfilled",
    ]

    @Test(arguments: Language.allCases)
    func `from the call to what came of it`(language: Language) async throws {
        let labs = try await Laboratories(identities: .same())
        for person in Workplace.people {
            _ = try await labs.work.post("/language", as: person, ["language": language.rawValue])
        }
        let eva = Workplace.eva
        func look(_ scenes: [Scene]) async throws {
            for seen in try await labs.work.changes(in: scenes, language) { Issue.record("\(seen)") }
        }
        try await look([Scene("call-committee-of-two", "/bodies/committee/elections/new", as: eva)])
        try await labs.addGroups(2)
        try await look([Scene("call-committee", "/bodies/committee/elections/new", as: eva)])
        let id = try await labs.call(["deputies": "1"])
        let page = "/elections/\(id)"
        try await look([
            Scene("page-organiser", page, as: eva), Scene("screen-nominating", "\(page)/screen", as: eva),
            Scene("dates", "\(page)/dates", as: eva),
            Scene(
                "dates-refused",
                sending: [
                    "voting_ends": "2026-01-01", "reason": "", "seen": try await labs.election(id).dates.mark,
                ], to: "\(page)/dates", as: eva),
            Scene("cancellation", "\(page)/cancellation", as: eva),
            Scene("cancellation-refused", sending: [:], to: "\(page)/cancellation", as: eva),
        ])
        try await labs.stand([Workplace.maja, Workplace.sara], in: id)
        labs.clock.go(to: Laboratories.voting)
        try await Elections.turnPages(in: labs.work.house)
        for (person, choice) in zip(labs.voters, ["1", "2", "1"]) { try await labs.vote(choice, as: person, in: id) }
        try await look([
            Scene("screen-voting", "\(page)/screen", as: eva), Scene("page-voting-few", page, as: Workplace.maja),
        ])
        try await labs.close()
        try await look([Scene("screen-decided", "\(page)/screen", as: eva), Scene("page-decided", page, as: eva)])
        let day = { (day: Int) in Laboratories.day(day) }
        let later = [
            "occasion": "agreed", "agreement": "Aftalt", "follows": "maja-lab", "nominations_open": day(26),
            "nominations_end": day(27), "voting_starts": day(28), "voting_ends": day(29), "term_starts": day(30),
        ]
        let second = try await labs.call(later)
        _ = try await labs.work.post(
            "/elections/\(second)/cancellation", as: eva, ["reason": "Datoerne passer ikke <med> ferien."])
        try await look([Scene("page-cancelled", "/elections/\(second)", as: eva)])
        let third = try await labs.call(later)
        labs.clock.go(to: 28)
        try await look([Scene("page-unfilled", "/elections/\(third)", as: eva)])
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Self.names)
    }
}
