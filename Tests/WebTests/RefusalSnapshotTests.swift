import Kernel
import Organisation
import TestSupport
import Testing
import Web

@Suite struct `What stands around pages, and what is said instead of them, looks as it did` {
    private static let maja = Workplace.maja
    private static let note = ["note": "Tung luft & \"larm\"", "key": "k-1"]

    private static let around = [
        Scene("around-the-app", "/account", as: Workplace.rikke),
        Scene("around-the-app-live", "/test/live", as: Workplace.maja),
        Scene("around-what-is-open-to-all", "/signin"),
        Scene("around-paper", "/plan/lab-group/print", as: Workplace.maja),
    ]
    private static let refused = [
        Scene("not-found", "/no/such/page", as: maja),
        Scene("not-found-for-nobody", "/no/such/page"),
        Scene("forbidden", "/administration", as: maja),
        Scene("foreign-form", sending: ["csrf": "forged", "note": "x"], to: "/test/note", as: maja),
        Scene("signed-out", sending: note, to: "/test/note"),
        Scene("stale", sending: [:], to: "/test/stale", as: maja),
        Scene("failure", "/test/failure", as: maja),
    ]
    private static let others = ["away", "away-with-what-was-written", "too-many"]

    @Test(arguments: Language.allCases)
    func `the menu, the plain page and paper`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language, extra: TestRoutes.all)
        for seen in try await workplace.changes(in: Self.around, language, isWhole: true) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `refusals`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language, extra: TestRoutes.all)
        for seen in try await workplace.changes(in: Self.refused, language) { Issue.record("\(seen)") }
        for _ in 0..<300 { _ = try await workplace.post("/test/open") }
        let crowd = [Scene("too-many", sending: Self.note, to: "/test/open")]
        for seen in try await workplace.changes(in: crowd, language) { Issue.record("\(seen)") }
        _ = try await workplace.get("/account", as: Self.maja)
        await workplace.database.close()
        let away = [
            Scene("away", "/plan/lab-group", as: Self.maja),
            Scene("away-with-what-was-written", sending: Self.note, to: "/test/note", as: Self.maja),
        ]
        for seen in try await workplace.changes(in: away, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set((Self.around + Self.refused).map(\.name) + Self.others))
    }
}
