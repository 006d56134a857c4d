import Kernel
import Markup
import MarkupTesting
import Organisation
import TestSupport
import Testing

@testable import HandingUp

@Suite struct `The pages of what is handed up look as they did` {
    private static let (maja, eva, sara) = (Workplace.maja, Workplace.eva, Workplace.sara)
    private static let names = [
        "handed-empty", "unsolved", "hand-up", "hand-up-refused", "handed", "handing", "handing-below",
        "send-back-refused",
        "pass-on-refused", "action-sent-back", "action-closed-above", "seek-help", "seek-help-refused", "help",
        "help-refused", "help-not-found", "board-above",
    ]

    @Test(arguments: Language.allCases)
    func `from what we cannot do to what became of it`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        try await work.foundMain()
        try await work.put("Ny <udsugning>")
        var scenes = [
            Scene("handed-empty", "/plan/committee/handed", as: Self.eva),
            Scene("unsolved", "/actions/fans/unsolved", as: Self.maja),
            Scene("hand-up", "/actions/fans/handings/new", as: Self.maja),
            Scene(
                "hand-up-refused", sending: ["to": "lab-group", "what": "Luft & <lys>", "asked": ""],
                to: "/actions/fans/handings", as: Self.maja),
            Scene("seek-help", "/actions/fans/expert-help/new", as: Self.maja),
            Scene(
                "seek-help-refused", sending: ["need": "En <måling>", "source": "x"], to: "/actions/fans/expert-help",
                as: Self.maja),
        ]
        try await look(at: scenes, work, language)
        try await work.handUp("fans", as: Self.maja, ["what": "Luft & <lys>"])
        let link = "/handings/\(try await work.handing().id)"
        scenes = [
            Scene("handed", "/plan/committee/handed", as: Self.eva), Scene("handing", link, as: Self.eva),
            Scene("board-above", "/plan/committee", as: Self.eva), Scene("handing-below", link, as: Self.maja),
            Scene(
                "send-back-refused", sending: ["reason": "", "advice": "Søg <puljen>"], to: link + "/return",
                as: Self.eva),
            Scene(
                "pass-on-refused", sending: ["to": "main", "what": "", "asked": "<Penge>"], to: link + "/passing",
                as: Self.eva),
        ]
        try await look(at: scenes, work, language)
        _ = try await work.post(link + "/return", as: Self.eva, ["reason": "Ikke i <år>", "advice": "Søg puljen"])
        _ = try await work.post(
            "/actions/fans/expert-help", as: Self.maja,
            ["need": "En <måling>", "source": "inside", "seeker": "maja", "by": (Workplace.today + 5).text])
        let help: String? = try await work.database.read { try $0.value("SELECT id FROM expert_help") }
        let sought = "/expert-help/\(try #require(help))"
        scenes = [
            Scene("action-sent-back", "/actions/fans", as: Self.sara), Scene("help", sought, as: Self.maja),
            Scene("help-refused", sending: ["state": "found", "result": ""], to: sought, as: Self.maja),
        ]
        try await look(at: scenes, work, language)
        _ = try await work.post(sought, as: Self.maja, ["state": "not_found", "result": "Ingen har tid"])
        try await work.handUp("fans", as: Self.maja, ["what": "Luft & <lys>", "key": "2"])
        let above = try #require(try await work.takeOn("action:fans").location)
        _ = try await work.post(above + "/closure", as: Self.eva, ["done": "To <skabe>", "effect": "yes", "key": "3"])
        scenes = [
            Scene("action-closed-above", "/actions/fans", as: Self.sara),
            Scene("help-not-found", sought, as: Self.maja),
        ]
        try await look(at: scenes, work, language)
    }

    private func look(at scenes: [Scene], _ work: Workplace, _ language: Language) async throws {
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
        for scene in scenes {
            let page = try await work.look(at: scene, in: language).text
            #expect(HTMLCheck(HTML(trusted: page)).problems == [], "\(scene.name)")
            #expect(
                !page.contains("<udsugning>") && !page.contains("<puljen>") && !page.contains("<lys>"), "\(scene.name)")
        }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.names))
    }
}
