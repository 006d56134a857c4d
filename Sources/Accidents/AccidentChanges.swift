import Journal
import Kernel
import Law
import Reports
import Storage

extension AccidentRecord {
    /// Saves how it stands now, with its absences and its place in the index of what is due.
    /// - Parameters:
    ///   - old: stale where somebody else has changed that since.
    ///   - topics: those of the lists in which the report stands.
    func saved(
        instead old: AccidentRecord?, _ report: Report, as verb: String, _ law: AccidentLaw, topics: [Topic]
    ) -> Change {
        let (due, met) = (strictlyDue(report, law), met(report, law))
        var statements = [(old == nil ? insertion(due: due, met: met) : update(due: due, met: met)).orStale]
        if old?.absences != absences { statements += absenceRows }
        let entry = JournalEntry(
            .accident(self.report), verb, from: old?.pictured(report, law) ?? [:], to: pictured(report, law))
        return Change(statements, journal: [entry], raising: topics + [.report(self.report)])
    }

    private func insertion(due: Day?, met: Day?) -> SQL {
        """
        INSERT INTO accident (report_id, unit_id, happened, happened_time, place, course, agent, injured_name, job,
        employment, hired, incapacity, compensation, died, injury, body_part, deviation, contact_mode, activity,
        environment, workstation, due, absent_days, sent, version)
        VALUES (\(report), \(unit), \(happened), \(event.time), \(event.place), \(event.course), \(event.agent),
        \(injured.name), \(injured.job), \(injured.employment), \(injured.hired), \(incapacity), \(mayBeCompensated),
        \(died), \(injury), \(bodyPart), \(deviation), \(contact), \(activity), \(environment), \(workstation), \(due),
        \(knownLostDays), \(met), 1)
        ON CONFLICT (report_id) DO NOTHING
        """
    }

    private func update(due: Day?, met: Day?) -> SQL {
        """
        UPDATE accident SET happened = \(happened), happened_time = \(event.time), place = \(event.place),
        course = \(event.course), agent = \(event.agent), injured_name = \(injured.name), job = \(injured.job),
        employment = \(injured.employment), hired = \(injured.hired), incapacity = \(incapacity),
        compensation = \(mayBeCompensated), died = \(died), injury = \(injury), body_part = \(bodyPart),
        deviation = \(deviation), contact_mode = \(contact), activity = \(activity), environment = \(environment),
        workstation = \(workstation), due = \(due), absent_days = \(knownLostDays), sent = \(met),
        version = \(version + 1)
        WHERE report_id = \(report) AND version = \(version)
        """
    }

    private var absenceRows: [SQL] {
        ["DELETE FROM accident_absence WHERE report_id = \(report)"]
            + absences.enumerated().map { place, absence in
                """
                INSERT INTO accident_absence (report_id, place, first_day, last_day, reduced)
                VALUES (\(report), \(place + 1), \(absence.first), \(absence.last), \(absence.isReduced))
                """
            }
    }

    /// Deadlines and whether they were met: the journal keeps everything, so never a name, a day away or an injury.
    private func pictured(_ report: Report, _ law: AccidentLaw) -> [String: String] {
        ["due": strictlyDue(report, law)?.text ?? "", "sent": met(report, law)?.text ?? ""]
    }
}

extension Sending {
    func insertion(of report: ID<Report>) -> SQL {
        """
        INSERT INTO accident_sending (id, report_id, recipient, day, receipt, person_id)
        VALUES (\(id), \(report), \(to), \(day), \(receipt), \(by))
        """
    }

    func removal(of report: ID<Report>) -> SQL {
        "DELETE FROM accident_sending WHERE id = \(id) AND report_id = \(report)"
    }
}

extension RuleFinding {
    func saved(instead old: RuleFinding?) -> Change {
        let pictured = { (finding: RuleFinding?) in
            finding.map { ["holds": $0.holds ? "yes" : "no", "source": $0.source] } ?? [:]
        }
        return Change(
            [
                """
                INSERT INTO accident_rule (rule, holds, source, day, person_id)
                VALUES (\(Self.absence), \(holds), \(source), \(day), \(person))
                ON CONFLICT (rule) DO UPDATE SET holds = \(holds), source = \(source), day = \(day), person_id = \(person)
                """
            ],
            journal: [
                JournalEntry(Subject("accident_rule", Self.absence), "settled", from: pictured(old), to: pictured(self))
            ],
            raising: [.accidentRule])
    }
}

extension Subject {
    static func accident(_ report: ID<Report>) -> Subject { Subject("accident", report) }
}

extension Topic {
    /// What somebody found out about a rule.
    static let accidentRule = Topic("accident-rule")
}
