import Journal
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Reports

/// Whom it struck and where: said by the reporter, corrected by those who handle it.
@Suite struct CircumstancesTests {
    private static let changed = ["affected": "student", "setting": "home", "outside-hours": "on"]

    @Test(arguments: Engine.tested)
    func `what is corrected stands on the page, and the journal keeps what it was`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.report()
        let report = try await work.firstReport(as: Workplace.maja)
        let raised = try await work.topics {
            _ = try await work.post(report + "/circumstances", as: Workplace.maja, Self.changed)
        }
        #expect(raised.isSuperset(of: ["report:\(report.dropFirst("/reports/".count))", "reports:lab-group"]))
        let page = try await work.get(report, as: Workplace.maja).text
        for words in ["En studerende", "Hjemme", "Det var uden for arbejdstid"] { #expect(page.contains(words)) }
        // The page offers all choices to be corrected: what stands is what was saved.
        #expect(
            try await work.circumstances(of: report)
                == Circumstances(affected: .student, setting: .home, isOutsideHours: true))
        let told: [String] = try await work.database.read { reader in
            try reader.values(
                """
                SELECT journal_payload.before || journal_payload.after FROM journal_payload
                JOIN journal ON journal.id = journal_payload.entry_id WHERE journal.verb = 'corrected'
                """)
        }
        #expect(told.count == 1)
        for word in ["employee", "student", "workplace", "home"] {
            #expect(told.first?.contains(word) == true, "\(word)")
        }
    }

    @Test(arguments: Engine.tested)
    func `of a confidential report the journal does not say whom it struck`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.report(["kind": "offensive"])
        let report = try await work.firstReport(as: Workplace.eva)
        #expect(try await work.post(report + "/circumstances", as: Workplace.eva, Self.changed).status == 303)
        #expect(try await work.circumstances(of: report)?.affected == .student)
        let told: [String] = try await work.database.read { reader in
            try reader.values("SELECT journal_payload.before || journal_payload.after FROM journal_payload")
        }
        #expect(!told.contains { $0.contains("student") })
    }

    @Test func `whoever does not handle the report corrects nothing`() async throws {
        let work = try await Workplace()
        try await work.report()
        let report = try await work.firstReport(as: Workplace.maja)
        #expect(try await work.post(report + "/circumstances", as: Workplace.karl, Self.changed).status == 404)
        #expect(try await work.circumstances(of: report) == .usual)
    }

    @Test func `what is no choice is refused, and what is left out is the usual`() async throws {
        let work = try await Workplace()
        try await work.report()
        let report = try await work.firstReport(as: Workplace.maja)
        let odd = try await work.post(report + "/circumstances", as: Workplace.maja, ["affected": "somebody"])
        #expect(odd.status == 422)
        #expect(try await work.post(report + "/circumstances", as: Workplace.maja).status == 303)
        #expect(try await work.circumstances(of: report) == .usual)
    }
}

extension Workplace {
    fileprivate func circumstances(of report: String) async throws -> Circumstances? {
        let id: ID<Report> = ID(String(report.dropFirst("/reports/".count)))
        return try await database.read { try ReportStore($0).find(id)?.circumstances }
    }
}
