import Kernel
import Organisation
import Storage
import TestSupport
import Testing
import Web

@Suite struct `The pages of proximity look as they did` {
    private static let (eva, sara, rikke) = (Workplace.eva, Workplace.sara, Workplace.rikke)
    private static let names = [
        "proximity-empty", "proximity-of-a-unit-empty", "missing", "new-record", "record-refused", "answer-refused",
        "written", "record", "record-of-the-coordinator", "record-paper", "correction", "old-version", "clash",
    ]

    @Test(arguments: Language.allCases) func `from what is missing to what is written`(language: Language) async throws
    {
        let work = try await Workplace.unchanging(in: language)
        func look(_ scenes: [Scene]) async throws {
            for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
        }
        try await look([
            Scene("proximity-empty", "/proximity", as: Self.sara),
            Scene("proximity-of-a-unit-empty", "/units/laboratories/proximity", as: Self.sara),
        ])
        _ = try await work.post(
            "/units/laboratories/move", as: Self.rikke,
            ["parent": "KEMI-KONTOR", "day": Workplace.today.text, "reason": "Ny ledelse"])
        let change: String =
            try await work.database.read { try $0.value("SELECT id FROM organisation_change") } ?? ""
        try await look([
            Scene("missing", "/proximity", as: Self.eva),
            Scene("new-record", "/units/laboratories/proximity/new?change=\(change)", as: Self.eva),
            Scene("record-refused", sending: ["day": "2027-01-01"], to: "/units/laboratories/proximity", as: Self.eva),
            Scene("answer-refused", sending: [:], to: "/proximity/changes/\(change)/answer", as: Self.eva),
        ])
        let first = try await Records.write(work)
        _ = try await work.post(
            "/proximity/\(first)/edit", as: Self.eva, Records.fields(["unit": "chemistry", "conclusion": "Rettet"]))
        let second: String =
            try await work.database.read { try $0.value("SELECT id FROM proximity_record WHERE is_latest = 1") } ?? ""
        try await look([
            Scene("written", "/proximity", as: Self.sara), Scene("record", "/proximity/\(second)", as: Self.sara),
            Scene("record-of-the-coordinator", "/proximity/\(second)", as: Self.eva),
            Scene("record-paper", "/proximity/\(second)/paper", as: Self.sara),
            Scene("correction", "/proximity/\(second)/edit", as: Self.eva),
            Scene("old-version", "/proximity/\(first)", as: Self.sara),
            Scene(
                "clash", sending: Records.fields(["unit": "chemistry", "was_conclusion": "Nok", "conclusion": "Mit"]),
                to: "/proximity/\(first)/edit", as: Self.rikke),
        ])
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.names))
    }
}
