import Kernel
import Organisation
import TestSupport
import Testing

@Suite struct `The pages of signing in look as they did` {
    private static let scenes = [
        Scene("sign-in", "/signin?to=/plan"),
        Scene(
            "sign-in-refused", sending: ["email": "maja@nordhavn.example", "password": "forkert", "to": "/plan"],
            to: "/signin"),
        Scene(
            "sign-in-with-what-was-written", sending: ["kept": "what=R%C3%B8g", "to": "/actions"], to: "/signin/again"),
        Scene("account", "/account", as: Workplace.maja),
        Scene(
            "account-refused", sending: ["current": "x", "password": "kort", "again": "y"], to: "/account/password",
            as: Workplace.maja),
        Scene("welcome-over", "/welcome/findes-ikke"),
    ]
    private static let once = ["setup", "setup-refused", "welcome", "welcome-refused"]

    @Test(arguments: Language.allCases)
    func `the door and one's own account`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language)
        for seen in try await workplace.changes(in: Self.scenes, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `what is opened by a link that works once`(language: Language) async throws {
        let empty = try await Workplace.unchanging(in: language, isEmpty: true)
        let deed = empty.deed(by: nil)
        try await empty.database.write { try $0.apply(SignIn.setupLink("key", deed), deed) }
        let setup = [
            Scene("setup", "/setup/key"),
            Scene(
                "setup-refused", sending: ["organisation": "Søhavn", "email": "ingen", "password": "x"],
                to: "/setup/key"),
        ]
        for seen in try await empty.changes(in: setup, language) { Issue.record("\(seen)") }

        let workplace = try await Workplace.unchanging(in: language)
        let invited = workplace.deed(by: Workplace.rikke)
        try await workplace.database.write {
            try $0.apply(SignIn.invited(Workplace.sara.id, secret: "key", invited), invited)
        }
        let welcome = [
            Scene("welcome", "/welcome/key"),
            Scene("welcome-refused", sending: ["password": "kort", "again": "kort"], to: "/welcome/key"),
        ]
        for seen in try await workplace.changes(in: welcome, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.scenes.map(\.name) + Self.once))
    }
}
