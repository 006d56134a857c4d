import ActionPlan
import App
import Foundation
import HTTPTypes
import Journal
import Kernel
import Organisation
import Reports
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing
import Web

@testable import Retention

/// A clock that a test turns on.
final class YearClock: Sendable {
    private let days = Mutex(0)

    var now: Moment { Workplace.monday + days.withLock { $0 } * 86_400 }
    func pass(days count: Int) { days.withLock { $0 += count } }
    func pass(years count: Int) { pass(days: 366 * count) }
}

/// What happens in these tests, in the words of the tests.
extension Workplace {
    static let lab = "/r/link-laboratories"
    static let words = "Vand på gulvet ved nødbruseren"

    /// Somebody reports in the laboratories.
    /// - Returns: the page of the report.
    @discardableResult
    func report(
        _ what: String = words, kind: String = "near_miss", as person: Person? = nil, photo: Bool = false
    ) async throws -> String {
        let path = person == nil ? Self.lab : "/report"
        let code = try await get(path, as: person).text.between("name=\"code\" value=\"", "\"")
        var fields = ["kind": kind, "what": what, "place": "Bygning 204", "code": code]
        if person == nil { fields["anonymous"] = "on" }
        let reply = try await post(
            path, as: person, fields, uploads: photo ? ["photos": Self.photo] : [:])
        #expect(reply.status == 200, "\(reply.text)")
        let id: String? = try await database.read { try $0.value("SELECT id FROM report WHERE what = \(what)") }
        return "/reports/\(try #require(id))"
    }

    private static let photo = Upload(
        name: "billede.png", mediaType: "image/png",
        bytes: [UInt8](
            Data(
                base64Encoded:
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
            ) ?? Data()))

    func close(_ page: String, as person: Person = maja) async throws {
        let closed = try await post(page + "/closure", as: person, ["reason": "Pakningen er skiftet ud"])
        #expect(closed.status == 303, "\(closed.text)")
    }

    /// - Returns: the page of the action.
    func act(on page: String, as person: Person = maja) async throws -> String {
        let made = try await post(
            "/actions", as: person,
            [
                "origin": "report:" + page.dropFirst("/reports/".count), "body": "lab-group", "unit": "laboratories",
                "what": "Tætne bruseren", "responsible": person.id.text, "due": (house.clock().day + 20).text,
            ])
        return try #require(made.location, "\(made.text)")
    }

    /// Closed reports as if they had been told long ago, without telling anybody.
    func fill(
        _ count: Int, _ kind: ReportKind = .nearMiss, closed: Day, in unit: UnitID = laboratories,
        prefix: String = "old"
    ) async throws {
        let reports = (0..<count).map { number in
            let report = Report(
                id: ID("\(prefix)-\(number)"), kind: kind, unit: unit, what: "Gammelt \(prefix) \(number)", place: "",
                happened: nil, reported: closed - 30, sender: .anonymous, stage: .closed, seenBy: Self.maja.id,
                seen: closed - 20, closed: closed, outcome: "Ordnet")
            return (report: report, code: ReportCode.new(house.identities))
        }
        try await database.write { try ReportFill.reports(reports, $0) }
    }

    func kind(_ name: String) throws -> RetainedKind {
        try #require(Features.retained.first { $0.name == name })
    }

    var carryingOut: CarryingOut {
        CarryingOut(in: house, Features.retained, key: Features.journalKey(house.settings))
    }

    /// The administrator looks at what would go, and switches it on.
    func switchOn(_ kinds: String...) async throws {
        for kind in kinds {
            let page = "/administration/retention/\(kind)"
            let mark = try await get(page, as: Self.rikke).text.between("name=\"looked\" value=\"", "\"")
            let started = try await post(page + "/start", as: Self.rikke, ["looked": mark])
            #expect(started.status == 303, "\(started.text)")
        }
    }

    /// What stands on a page, without the frame, which is another each time.
    func main(of path: String, as person: Person = rikke) async throws -> String {
        try await get(path, as: person).text.between("<main", "</main>")
    }

    func count(_ query: SQL) async throws -> Int { try await database.read { try $0.value(query) ?? 0 } }

    /// Everything that is kept, as one text: on PostgreSQL every row of every table; on SQLite the bytes of the file after
    /// it was written anew and closed. Nothing can be asked of the database afterwards.
    func everythingKept() async throws -> Data {
        guard database.engine == .sqlite else {
            let tables: [String] = try await database.read { reader in
                try reader.values(
                    """
                    SELECT CAST(table_to_xml(CAST(table_name AS regclass), true, false, '') AS TEXT)
                    FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA()
                    """)
            }
            return Data(tables.joined(separator: "\n").utf8)
        }
        try await database.rewrite()
        await database.close()
        var bytes = Data()
        for ending in ["", "-wal"] {
            let path = database.location + ending
            guard FileManager.default.fileExists(atPath: path) else { continue }
            bytes += try Data(contentsOf: URL(filePath: path))
        }
        return bytes
    }

    /// Lines of the journal about retention, in no order: the kind, the verb and the values.
    func journalled() async throws -> [String] {
        try await database.read { reader in
            try JournalStore(reader).page(kind: "retention", most: 200).map { line in
                let values = line.after.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                return ([line.subject.id, line.verb] + values).joined(separator: " ")
            }.sorted()
        }
    }
}

extension String {
    func between(_ start: String, _ end: String) throws -> String {
        let from = try #require(range(of: start), "\(start) is not in \(self)")
        let to = try #require(self[from.upperBound...].range(of: end))
        return String(self[from.upperBound..<to.lowerBound])
    }
}

extension Data {
    func says(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
