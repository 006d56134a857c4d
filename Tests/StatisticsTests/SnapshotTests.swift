import Kernel
import Organisation
import Reports
import TestSupport
import Testing

@testable import Statistics

@Suite struct `The pages of statistics look as they did` {
    private static let names: Set<String> = [
        "empty", "full", "part", "guarded", "overview", "limit-refused",
    ]

    @Test(arguments: Language.allCases)
    func `from nothing to the yearly overview`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        let (maja, eva, sara, karl) = (Workplace.maja, Workplace.eva, Workplace.sara, Workplace.karl)
        var scenes = [Scene("empty", "/statistics", as: maja)]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }

        try await work.workedMillions(in: [2023, 2024, 2025])
        try await work.worked(nil, in: "2023-05")
        try await work.worked(200_000, in: "2025-03", at: Workplace.office)
        for (year, count) in [(2023, 14), (2024, 12), (2025, 12)] { try await work.hurt(count, in: year) }
        for number in 0..<11 {
            try await work.happened(.nearMiss, on: Workplace.today - 40 - number, id: "near-\(number)")
        }
        try await work.happened(
            .violence, on: Workplace.today - 30, in: Workplace.office,
            Circumstances(affected: .student, setting: .travel, isOutsideHours: true), id: "violence")
        try await work.appoint(sara, as: .unitLeader, of: Workplace.laboratories)
        try await work.appoint(karl, as: .secretariat, of: Workplace.university)
        try await work.sumDays()
        scenes = [
            Scene("full", "/statistics?unit=chemistry&year=2025", as: eva),
            Scene("part", "/statistics?unit=office&year=2025", as: eva),
            Scene("guarded", "/statistics?year=2025", as: sara),
            Scene("overview", "/statistics/overview?unit=chemistry&year=2025", as: eva),
            Scene("limit-refused", sending: ["least": "2"], to: "/statistics/threshold", as: karl),
        ]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Self.names)
    }
}
