import Access
import Kernel
import Organisation
import Storage
import TestSupport
import Testing

@Suite struct `Time for the task looks as it did` {
    private static let empty = [
        Scene("time-without-a-mandate", "/time", as: Workplace.sara),
        Scene("time-empty", "/time", as: Workplace.maja),
        Scene("comparison-empty", "/time/comparison", as: Workplace.eva),
        Scene("comparison-refused", "/time/comparison", as: Workplace.maja),
        Scene("withdrawal", "/time/withdrawal", as: Workplace.maja),
        Scene("time-refused", sending: ["period": "2026-W02", "hours": "<tre>"], to: "/time", as: Workplace.maja),
    ]
    private static let full = [
        Scene("time", "/time", as: Workplace.maja), Scene("comparison", "/time/comparison", as: Workplace.eva),
    ]

    @Test(arguments: Language.allCases)
    func `while nothing is written`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language)
        for seen in try await workplace.changes(in: Self.empty, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `when much is`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language)
        let deed = workplace.deed(by: nil)
        let people = (0..<6).map { Crowd.person("lab", $0, Workplace.laboratories) }
        try await workplace.employ(people)
        try await workplace.database.write { writer in
            try writer.execute("UPDATE mandate SET minutes_a_week = 180 WHERE id = 'maja-lab'")
            for (number, person) in people.enumerated() {
                let mandate = Mandate(
                    id: Crowd.mandate(person), role: .representative, in: .body(Workplace.labGroup), person: person.id,
                    origin: .elected, starts: Workplace.today - 100, minutesAWeek: 90 + 45 * number)
                try writer.apply(mandate.given(to: person.name), deed)
                // What was gathered in November.
                try writer.execute(
                    """
                    INSERT INTO task_time_figure (role, month, cell, low, middle, high, people)
                    VALUES ('representative', '2025-10', 'all laboratories', 150, 210, 330, 8)
                    ON CONFLICT (role, month, cell) DO NOTHING
                    """)
            }
        }
        _ = try await workplace.post("/time", as: Workplace.maja, ["period": "2026-W01", "hours": "3,25"])
        _ = try await workplace.post("/time", as: Workplace.maja, ["period": "2025-12", "hours": "14"])
        _ = try await workplace.post("/time/sharing", as: Workplace.maja, ["share": "on"])
        for seen in try await workplace.changes(in: Self.full, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set((Self.empty + Self.full).map(\.name)))
    }
}
