import HTTPTypes
import Kernel
import Organisation
import TestSupport
import Testing

@Suite struct `Today and the group's page look as they did` {
    private static let empty = [
        Scene("today-empty", "/", as: Workplace.maja),
        Scene("today-of-an-employee-empty", "/", as: Workplace.sara),
        Scene("today-of-the-administrator", "/", as: Workplace.rikke),
        Scene("group-empty", "/bodies/history-group", as: Workplace.karl),
    ]
    private static let full = [
        Scene("today", "/", as: Workplace.maja),
        Scene("today-of-the-leader", "/", as: Workplace.jonas),
        Scene("today-of-an-employee", "/", as: Workplace.sara),
        Scene("today-of-the-coordinator", "/", as: Workplace.eva),
        Scene("group", "/bodies/lab-group", as: Workplace.maja),
        Scene("group-of-others", "/bodies/lab-group", as: Workplace.karl),
        Scene("committee", "/bodies/committee", as: Workplace.eva),
    ]

    @Test(arguments: Language.allCases)
    func `while nothing has happened`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language)
        for seen in try await workplace.changes(in: Self.empty, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `when much has`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language)
        let (jonas, sara) = (Workplace.jonas, Workplace.sara)
        for (what, responsible, days) in [
            ("Lys på trappen", "maja", 3), ("Ny <stige>", "jonas", 14), ("Støj", "sara", 30),
        ] {
            let due = (Workplace.today + days).text
            _ = try await workplace.post(
                "/actions", as: jonas,
                [
                    "body": "lab-group", "what": what, "unit": "laboratories", "responsible": responsible, "due": due,
                    "difficulty": "simple", "partners": "eva",
                ])
        }
        let closed = try await workplace.post(
            "/actions", as: jonas,
            [
                "body": "lab-group", "what": "Vogn til <flasker>", "unit": "laboratories", "responsible": "maja",
                "due": Workplace.today.text, "difficulty": "simple",
            ])
        _ = try await workplace.post(
            (closed.location ?? "") + "/closure", as: Workplace.maja, ["done": "Den står der", "effect": "yes"])
        try await workplace.database.write { writer in
            try writer.execute(
                """
                UPDATE action SET closed_on = \(Workplace.today - 95), judge_on = \(Workplace.today - 2)
                WHERE closed_on IS NOT NULL
                """)
        }
        let asked = try await workplace.post(
            "/actions", as: Workplace.maja,
            [
                "body": "lab-group", "what": "Lampe ved vasken", "unit": "laboratories", "responsible": "sara",
                "due": (Workplace.today + 20).text, "difficulty": "simple",
            ])
        for (text, late) in [("400 kroner & en formiddag", 0), ("Et år mere", 2)] {
            _ = try await workplace.post(
                (asked.location ?? "") + "/requests", as: Workplace.maja,
                ["wish": "money", "text": text, "leader": "jonas", "answer_by": (Workplace.today + 9).text])
            try await workplace.database.write { writer in
                _ = try writer.execute(
                    """
                    UPDATE leader_request SET answer_by = \(Workplace.today - late)
                    WHERE answer_by = \(Workplace.today + 9)
                    """)
            }
        }
        for (what, person) in [("Vand på gulvet", nil), ("Løs ledning", sara)] {
            _ = try await workplace.post(
                "/r/link-laboratories", as: person, ["kind": "near_miss", "what": what])
        }
        _ = try await workplace.post("/r/link-laboratories", as: sara, ["kind": "psychological", "what": "Truet"])
        for seen in try await workplace.changes(in: Self.full, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set((Self.empty + Self.full).map(\.name)))
    }
}
