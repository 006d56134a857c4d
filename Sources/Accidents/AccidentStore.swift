import Kernel
import Reports
import Storage

public struct AccidentStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    /// What is known of the accident, by whoever asks: rights are those of its report.
    public func record(of report: ID<Report>) throws -> AccidentRecord? {
        try records(of: [report]).first
    }

    /// The same of these reports; in no order, those without one are left out.
    public func records(of reports: [ID<Report>]) throws -> [AccidentRecord] {
        guard !reports.isEmpty else { return [] }
        let asking = Asking()
        let records = Self.records(of: reports, asking)
        try asking.go(reader)
        return records()
    }

    /// The same for who asks other things as well.
    static func records(of reports: [ID<Report>], _ asking: Asking) -> () -> [AccidentRecord] {
        let list = SQL.list(reports)
        let records = asking.rows(
            Query(
                "SELECT \(AccidentRecord.columns) FROM accident WHERE report_id IN \(list)", AccidentRecord.init(row:)))
        let absences = asking.rows(
            Query(
                """
                SELECT report_id, first_day, last_day, reduced FROM accident_absence WHERE report_id IN \(list)
                ORDER BY report_id, place
                """
            ) { row -> (ID<Report>, Absence) in
                (try row[0], try Absence(row[1], row[2], isReduced: row[3]))
            })
        let sendings = asking.rows(
            Query(
                """
                SELECT report_id, id, recipient, day, receipt, person_id FROM accident_sending
                WHERE report_id IN \(list) ORDER BY report_id, day, id
                """
            ) { row -> (ID<Report>, Sending) in
                (try row[0], try Sending(id: row[1], to: row[2], day: row[3], receipt: row[4], by: row[5]))
            })
        return {
            let away = Dictionary(grouping: absences.rows, by: \.0)
            let sent = Dictionary(grouping: sendings.rows, by: \.0)
            return records.rows.map { record in
                var record = record
                record.absences = away[record.report]?.map(\.1) ?? []
                record.sendings = sent[record.report]?.map(\.1) ?? []
                return record
            }
        }
    }
}

extension AccidentRecord {
    static var columns: SQL {
        """
        report_id, unit_id, happened, happened_time, place, course, agent, injured_name, job, employment, hired,
        incapacity, compensation, died, injury, body_part, deviation, contact_mode, activity, environment, workstation,
        version
        """
    }

    /// Without absences and sendings, which are rows of their own.
    init(row: Row) throws {
        var codes: [EsawVariable: String] = [:]
        for (place, variable) in EsawVariable.allCases.enumerated() { codes[variable] = try row[14 + place] }
        try self.init(
            report: row[0], unit: row[1], happened: row[2],
            injured: Injured(name: row[7], job: row[8], employment: row[9], hired: row[10]),
            event: AccidentEvent(time: row[3], place: row[4], course: row[5], agent: row[6]), codes: codes,
            incapacity: row[11], mayBeCompensated: row[12], died: row[13], version: row[21])
    }
}
