import Kernel
import Reports
import Storage

/// Puts accidents in as they could have been, without telling anybody: for invented organisations and for moving in.
public enum AccidentFill {
    /// - Parameter accidents: each with the day by which something must be sent still; nothing where nothing must.
    public static func accidents(_ accidents: [(record: AccidentRecord, due: Day?)], _ writer: Writer) throws {
        try writer.fill(
            table: "accident",
            columns: [
                "report_id", "unit_id", "happened", "happened_time", "place", "course", "agent", "injured_name", "job",
                "employment", "hired", "incapacity", "compensation", "died", "injury", "body_part", "deviation",
                "contact_mode", "activity", "environment", "workstation", "due", "absent_days", "sent", "version",
            ],
            rows: accidents.map { record, due in
                let (injured, event) = (record.injured, record.event)
                let codes = EsawVariable.allCases.map { record.codes[$0]?.stored ?? .null }
                return [
                    record.report.stored, record.unit.stored, record.happened.stored, event.time.stored,
                    event.place.stored, event.course.stored, event.agent.stored, injured.name.stored,
                    injured.job.stored,
                    injured.employment?.stored ?? .null, injured.hired?.stored ?? .null, record.incapacity.stored,
                    record.mayBeCompensated.stored, record.died?.stored ?? .null,
                ] + codes + [
                    due?.stored ?? .null, record.knownLostDays?.stored ?? .null,
                    record.sendings.first?.day.stored ?? .null, 1.stored,
                ]
            })
        try writer.fill(
            table: "accident_absence", columns: ["report_id", "place", "first_day", "last_day", "reduced"],
            rows: accidents.flatMap { record, _ in
                record.absences.enumerated().map { place, absence in
                    [
                        record.report.stored, (place + 1).stored, absence.first.stored, absence.last?.stored ?? .null,
                        absence.isReduced.stored,
                    ]
                }
            })
        try writer.fill(
            table: "accident_sending", columns: ["id", "report_id", "recipient", "day", "receipt", "person_id"],
            rows: accidents.flatMap { record, _ in
                record.sendings.map { sending in
                    [
                        sending.id.stored, record.report.stored, sending.to.stored, sending.day.stored,
                        sending.receipt.stored, sending.by.stored,
                    ]
                }
            })
    }
}
