import Access
import Journal
import Kernel
import Notices
import Organisation
import Storage
import Web

/// What the program looks after by itself. Cases whose handlers have all left go to the deputy, else to those to whom such a
/// report would go now; what nobody can take waits until somebody can. And a deputy is told once of a case that lies.
enum CaseWatch {
    static func goRound(in house: House) async throws {
        let deed = Deed(by: nil, at: house.clock(), identities: house.identities, followers: house.followers)
        var last: PersonID?
        // One person after the other, found by the index's next one: handlers are few, and their cases may be many.
        for _ in 0..<mostPeople {
            let after = last
            let next = try await house.database.read { reader in
                try reader.value(
                    """
                    SELECT person_id FROM report_handler WHERE person_id > \(after ?? PersonID(""))
                    ORDER BY person_id LIMIT 1
                    """, as: PersonID.self)
            }
            guard let next else { return }
            try await house.database.write { writer in
                if try PersonStore(writer.reader).here([next], on: deed.day).isEmpty {
                    try passOn(from: next, deed, writer)
                } else {
                    try tell(next, deed, writer)
                }
            }
            last = next
        }
    }

    private static let mostPeople = 100_000

    /// Of what came today nothing is told: a notice has an hour, and would give away that of an anonymous report.
    private static func tell(_ deputy: PersonID, _ deed: Deed, _ writer: Writer) throws {
        let store = CaseStore(writer.reader)
        for one in try store.lying(among: store.untold(deputy), on: deed.day) where one.reported < deed.day {
            let told: SQL = """
                UPDATE report_handler SET told = \(deed.day) WHERE report_id = \(one.id) AND person_id = \(deputy)
                """
            try writer.apply(
                Change([told], journal: [], raising: [.cases(of: deputy)])
                    + Notice.told([deputy], NoticeTexts.lies, at: "/reports/\(one.id)", deed), deed)
        }
    }

    private static func passOn(from person: PersonID, _ deed: Deed, _ writer: Writer) throws {
        let reader = writer.reader
        let cases = try CaseStore(reader).cases(of: person)
        for id in cases.read + cases.other {
            guard let report = try ReportStore(reader).find(id) else { continue }
            try passOn(report, from: person, deed, writer)
        }
    }

    private static func passOn(_ report: Report, from person: PersonID, _ deed: Deed, _ writer: Writer) throws {
        let reader = writer.reader
        let trust = try CaseTrust(of: report, reader)
        let here = try PersonStore(reader).here(Set(trust.handlers.map(\.person)), on: deed.day)
        guard !trust.handlers.contains(where: { $0.duty == .handler && here.contains($0.person) }) else {
            return try writer.apply(
                Change(
                    [
                        "DELETE FROM report_handler WHERE report_id = \(report.id) AND person_id = \(person)"
                    ], journal: [], raising: [.report(report.id)]), deed)
        }
        guard let taker = try taker(of: report, trust, without: person, here, on: deed.day, reader) else { return }
        let passing = CasePassing(day: deed.day, way: .left, giver: person, taker: taker)
        let names = try PersonStore(reader).names(of: [taker, person])
        try writer.apply(
            report.passed(
                passing, from: trust, as: CaseStore(reader).nextPassing(of: report.id), taker: names[taker] ?? "",
                giver: names[person] ?? "", deed), deed)
    }

    private static func taker(
        of report: Report, _ trust: CaseTrust, without person: PersonID, _ here: Set<PersonID>, on day: Day,
        _ reader: Reader
    ) throws -> PersonID? {
        if let deputy = trust.handlers.first(where: { $0.duty == .deputy && here.contains($0.person) }) {
            return deputy.person
        }
        let barred = Set(trust.keptFrom + [person] + [report.sender.person].compactMap { $0 })
        return try Entrusted(among: Surroundings(of: report.unit, on: day, reader), without: barred).handlers.first
    }
}
