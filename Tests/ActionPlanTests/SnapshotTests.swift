import Kernel
import Organisation
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `The pages of the plan look as they did` {
    private static let empty = [
        Scene("board-empty", "/plan/lab-group", as: Workplace.maja),
        Scene("list-empty", "/actions", as: Workplace.maja),
        Scene("themes-empty", "/plan/lab-group/themes", as: Workplace.maja),
        Scene("examples-empty", "/examples", as: Workplace.karl),
        Scene("lasting-empty", "/plan/lab-group/lasting", as: Workplace.sara),
        Scene("lists-empty", "/lists", as: Workplace.maja),
        Scene("templates", "/action-templates?body=lab-group", as: Workplace.maja),
        Scene("plans-none", "/plan", as: Workplace.rikke),
        Scene("table-empty", "/plan/lab-group/table", as: Workplace.maja),
        Scene("figures-empty", "/plan/lab-group/figures", as: Workplace.maja),
        Scene("below-empty", "/plan/lab-group/below", as: Workplace.maja),
        Scene("below-board-empty", "/plan/committee/below?by=theme", as: Workplace.eva),
    ]

    private static let full = [
        Scene("board", "/plan/lab-group", as: Workplace.maja),
        Scene("board-of-others", "/plan/lab-group", as: Workplace.sara),
        Scene("board-on-paper", "/plan/lab-group/print", as: Workplace.maja),
        Scene("board-on-a4", "/plan/lab-group/print?paper=a4", as: Workplace.maja),
        Scene("table", "/plan/lab-group/table?stage=all", as: Workplace.maja),
        Scene("table-agreement", "/plan/lab-group/table?form=agreement", as: Workplace.sara),
        Scene("table-on-paper", "/plan/lab-group/table/print?form=agreement", as: Workplace.maja),
        Scene("table-of-list", "/actions/table?q=vasken", as: Workplace.maja),
        Scene("figures", "/plan/lab-group/figures", as: Workplace.sara),
        Scene("below", "/plan/committee/below", as: Workplace.eva),
        Scene("below-by-theme", "/plan/committee/below?by=theme", as: Workplace.sara),
        Scene("below-by-unit", "/plan/committee/below?by=unit", as: Workplace.eva),
        Scene("plans", "/plans", as: Workplace.eva),
        Scene("list", "/actions?stage=all", as: Workplace.maja),
        Scene("list-grouped", "/actions?group=theme&sort=changed", as: Workplace.maja),
        Scene("list-by-unit", "/actions?group=unit", as: Workplace.maja),
        Scene("list-by-kind", "/actions?group=kind", as: Workplace.maja),
        Scene("list-saved", "/actions?overdue=on", as: Workplace.maja),
        Scene("list-to-save", "/lists/new?kind=chemical&q=bakker", as: Workplace.maja),
        Scene("lists", "/lists", as: Workplace.maja),
        Scene("action-recurring", "/actions/box", as: Workplace.maja),
        Scene("action-recurring-of-others", "/actions/box", as: Workplace.sara),
        Scene("action-came-again", "/actions/drill", as: Workplace.maja),
        Scene("recurrence", "/actions/trays/recurrence", as: Workplace.maja),
        Scene("recurrence-set", "/actions/box/recurrence", as: Workplace.maja),
        Scene("templates-of-ones-own", "/action-templates?body=lab-group&q=bakker", as: Workplace.maja),
        Scene("templates-none-found", "/action-templates?body=lab-group&q=findesikke", as: Workplace.maja),
        Scene("template-keeping", "/actions/trays/template", as: Workplace.eva),
        Scene("theme-starting", "/plan/lab-group/themes/start?from=tone", as: Workplace.maja),
        Scene("new-action-from-template", "/actions/new?body=lab-group&template=accidents-drill", as: Workplace.maja),
        Scene("list-none-found", "/actions?q=findes-ikke", as: Workplace.maja),
        Scene("themes", "/plan/lab-group/themes", as: Workplace.maja),
        Scene("action", "/actions/trays", as: Workplace.maja),
        Scene("action-of-others", "/actions/trays", as: Workplace.sara),
        Scene("action-on-hold", "/actions/chairs", as: Workplace.maja),
        Scene("action-closed", "/actions/old", as: Workplace.maja),
        Scene("action-judged", "/actions/trolley", as: Workplace.maja),
        Scene("judgement", "/actions/old/judgement", as: Workplace.maja),
        Scene("judgement-of-others", "/actions/old/judgement", as: Workplace.sara),
        Scene("action-asked", "/actions/lamp", as: Workplace.maja),
        Scene("asking", "/actions/trays/requests/new", as: Workplace.maja),
        Scene("asking-nobody", "/actions/trays/requests/new", as: Workplace.jonas),
        Scene("request", "/requests/lamp-money", as: Workplace.jonas),
        Scene("request-answered", "/requests/lamp-time", as: Workplace.jonas),
        Scene("request-of-others", "/requests/lamp-money", as: Workplace.sara),
        Scene("examples", "/examples?kind=chemical", as: Workplace.karl),
        Scene("examples-of-ones-own", "/examples", as: Workplace.maja),
        Scene("examples-none-found", "/examples?q=findesikke", as: Workplace.karl),
        Scene("examples-of-others", "/examples", as: Workplace.sara),
        Scene("example-sharing", "/actions/old/example", as: Workplace.maja),
        Scene("new-action-copied", "/actions/new?body=history-group&origin=example%3Agasflasker", as: Workplace.karl),
        Scene("lasting", "/plan/lab-group/lasting", as: Workplace.maja),
        Scene("new-action", "/actions/new?body=lab-group", as: Workplace.maja),
        Scene("change-action", "/actions/trays/edit", as: Workplace.maja),
        Scene("closing", "/actions/trays/closure", as: Workplace.maja),
        Scene("hold", "/actions/trays/hold", as: Workplace.maja),
    ]

    private static let refused = [
        Scene(
            "new-action-refused",
            sending: [
                "body": "lab-group", "what": "", "due": (Workplace.today - 1).text, "why": "Der dampede & <røg>",
            ],
            to: "/actions", as: Workplace.maja),
        Scene(
            "change-action-conflict",
            sending: Sent.action(what: "Store bakker", ["version": "0", "why": "De gamle flød over"]),
            to: "/actions/trays", as: Workplace.maja),
        Scene("closing-refused", sending: ["planned": "Købe bakker"], to: "/actions/trays/closure", as: Workplace.maja),
        Scene(
            "judgement-refused", sending: ["lasted": "", "seen": "Stadig <røg>", "version": "2"],
            to: "/actions/old/judgement", as: Workplace.maja),
        Scene("severity-refused", sending: ["severity": "9"], to: "/actions/trays/severity", as: Workplace.maja),
        Scene(
            "asking-refused", sending: ["wish": "time", "text": "To <timer>", "answer_by": "2025-01-01"],
            to: "/actions/trays/requests", as: Workplace.maja),
        Scene(
            "request-refused", sending: ["decision": "yes", "reason": "", "from": ""],
            to: "/requests/lamp-money/answer", as: Workplace.jonas),
        Scene(
            "example-refused", sending: ["title_for_others": "Majas bakker"], to: "/actions/old/example",
            as: Workplace.maja),
        Scene(
            "lasting-refused", sending: ["judge_after": "99"], to: "/plan/lab-group/lasting", as: Workplace.maja),
        Scene(
            "recurrence-refused",
            sending: ["rhythm": "yearly", "month": "2", "date": "31", "made": "day", "ends": "x<y"],
            to: "/actions/trays/recurrence", as: Workplace.maja),
        Scene(
            "template-keeping-refused", sending: ["what": "", "why": "Der dampede & <røg>"],
            to: "/actions/trays/template", as: Workplace.maja),
        Scene(
            "theme-starting-refused", sending: ["from": "tone", "title": "Tone & <ord>", "due": "2025-01-01"],
            to: "/plan/lab-group/themes/start", as: Workplace.maja),
        Scene("list-saving-refused", sending: ["name": "", "kind": "chemical"], to: "/lists", as: Workplace.maja),
        Scene(
            "closing-too-late", sending: ["done": "Vi byttede & <slange>", "effect": "yes", "learned": "Mål først"],
            to: "/actions/old/closure", as: Workplace.maja),
        Scene("hold-refused", sending: ["reason": ""], to: "/actions/trays/hold", as: Workplace.maja),
        Scene("comment-refused", sending: ["comment": ""], to: "/actions/trays/comments", as: Workplace.maja),
    ]

    private static let all = (empty + full + refused).map(\.name)

    @Test(arguments: Language.allCases)
    func `while there is nothing on it`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language)
        for seen in try await workplace.changes(in: Self.empty, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `when it is lived with, and when a form comes back`(language: Language) async throws {
        let workplace = try await Self.livedWith(in: language)
        for seen in try await workplace.changes(in: Self.full + Self.refused, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.all))
    }

    static func livedWith(in language: Language) async throws -> Workplace {
        let workplace = try await Workplace.unchanging(in: language)
        try await workplace.put(
            .sample(what: "Bakker & <klude> 🧪", due: Workplace.today - 3),
            .sample("old", what: "Ny emhætte", rank: 2048),
            .sample("lamp", what: "Lampe ved vasken", rank: 16384),
            .sample("trolley", what: "Vogn til gasflasker", rank: 8192),
            .sample("chairs", what: "Stole, der kan indstilles", responsible: Workplace.jonas.id, rank: 4096))
        let maja = Workplace.maja
        try await workplace.put(
            .sample("box", what: "Førstehjælpskassen", rank: 32768), .sample("drill", what: "Brandøvelse", rank: 65536))
        for id in ["box", "drill"] {
            _ = try await workplace.post(
                "/actions/\(id)/recurrence", as: maja, ["rhythm": "months", "every": "6", "made": "closing"])
        }
        _ = try await workplace.post("/actions/drill/closure", as: maja, Sent.closure)
        _ = try await workplace.post(
            "/actions/trays/template", as: maja, ["what": "Bakker & <klude>", "kind": "chemical"])
        _ = try await workplace.post("/lists", as: maja, ["overdue": "on", "name": "Det, der <haster>"])
        _ = try await workplace.post("/plan/lab-group/themes", as: maja, ["title": "Kemi & orden"])
        let partners = Sent.action(what: "Lys på trappen", ["partners": "sara", "follow_up": "Vi spørger tre."])
        _ = try await workplace.post("/actions", as: Workplace.jonas, partners)
        _ = try await workplace.post("/actions/trays/comments", as: Workplace.sara, ["comment": "Linje 1\nLinje 2 <b>"])
        _ = try await workplace.post("/actions/old/closure", as: maja, Sent.closure)
        _ = try await workplace.post(
            "/actions/chairs/hold", as: maja, ["reason": "Flytning", "look_again_on": (Workplace.today + 60).text])
        _ = try await workplace.post("/actions/trays/severity", as: maja, ["severity": "3"])
        _ = try await workplace.post("/actions/trolley/severity", as: maja, ["severity": "5"])
        _ = try await workplace.post(
            "/actions/trolley/closure", as: maja,
            Sent.closure.merging(
                ["severity": "2", "share": "on", "title_for_others": "En vogn til <gasflasker>"]) { $1 })
        try await workplace.database.write { writer in
            try writer.execute("UPDATE plan_example SET id = 'gasflasker', kind = 'chemical'")
        }
        let ask = ["wish": "money", "text": "400 kroner & en formiddag", "leader": "jonas", "answer_by": "2026-01-05"]
        for (wish, id) in [("money", "lamp-money"), ("time", "lamp-time")] {
            _ = try await workplace.post("/actions/lamp/requests", as: maja, ask.merging(["wish": wish]) { $1 })
            try await workplace.database.write { writer in
                _ = try writer.execute(
                    """
                    UPDATE leader_request SET id = \(id), answer_by = \(Workplace.today - (wish == "money" ? 1 : 0))
                    WHERE wish = \(wish)
                    """)
            }
        }
        let answer = ["decision": "partly", "reason": "En time om ugen", "from": "2026-02-01"]
        _ = try await workplace.post("/requests/lamp-time/answer", as: Workplace.jonas, answer)
        let (closed, asked) = (Workplace.today - 100, Workplace.today - 9)
        try await workplace.database.write { writer in
            try writer.execute(
                "UPDATE action SET closed_on = \(closed), judge_on = \(asked) WHERE id IN ('old', 'trolley')")
        }
        _ = try await workplace.judge("partly", of: "trolley", ["severity": "1"])
        return workplace
    }
}
