import Journal
import Kernel
import Storage
import Web

/// That somebody opened a confidential report on a day. Every one is kept and shown to those who may open it; of the
/// reporter, who reads by code or under his or her own name, there is none.
struct ReportReading: Sendable, Equatable {
    let person: PersonID
    let day: Day
}

extension ReportStore {
    /// The latest first.
    func readings(of report: ID<Report>, most: Int = 200) throws -> [ReportReading] {
        try reader.rows(
            """
            SELECT person_id, day FROM report_reading WHERE report_id = \(report)
            ORDER BY day DESC, person_id LIMIT \(most)
            """
        ) { row in try ReportReading(person: row[0], day: row[1]) }
    }

    func has(_ reading: ReportReading, of report: ID<Report>) throws -> Bool {
        try reader.exists(
            """
            SELECT 1 FROM report_reading
            WHERE report_id = \(report) AND day = \(reading.day) AND person_id = \(reading.person)
            """)
    }
}

extension Visit {
    /// Keeps that this viewer opens these reports today, before anything of them is shown: once a day for each. Nothing
    /// is kept of reports that are not confidential.
    /// - Returns: whether there was something new to keep.
    @discardableResult
    func keepReading(of reports: [Report]) async throws -> Bool {
        let confidential = reports.filter(\.isConfidential)
        guard !confidential.isEmpty else { return false }
        let reading = ReportReading(person: viewer.person, day: today)
        let new = try await read { reader in
            try confidential.filter { try !ReportStore(reader).has(reading, of: $0.id) }
        }
        guard !new.isEmpty else { return false }
        try await write { writer in
            for report in new {
                let lay = try CaseStore(writer.reader).topicsOfLying(report.id, on: reading.day)
                try writer.execute(
                    """
                    INSERT INTO report_reading (report_id, day, person_id)
                    VALUES (\(report.id), \(reading.day), \(reading.person))
                    ON CONFLICT (report_id, day, person_id) DO NOTHING
                    """)
                try writer.raise(Topic.report(report.id).name)
                for topic in lay { try writer.raise(topic.name) }
            }
        }
        return true
    }
}
