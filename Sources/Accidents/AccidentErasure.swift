import Kernel
import Reports
import Retention
import Storage

extension Accidents {
    /// Work injuries are kept for as long as somebody may have a claim: all that were written down as an accident or a
    /// disease, and other reports of which there is such a record.
    public static let retained = KeptReports(
        "work-injuries", Words(da: "Arbejdsskader", en: "Work injuries"),
        what: Words(
            da: "Ulykker og sygdomme, der er meldt: den tilskadekomne, fravær (helbredsoplysninger), anmeldelser og "
                + "kvitteringer, med meldingen selv og dens undersøgelse.",
            en:
                "Accidents and diseases that were reported: the injured person, absences (health data), notifications and "
                + "receipts, with the report itself and its investigation."),
        basis: Basis(
            Words(
                da: "Ingen lov siger et tal. Krav efter arbejdsskader kan komme op til 30 år efter, og kommuner gemmer "
                    + "sagerne så længe. Kortere kan ikke vælges: den tilskadekomne ville miste sine beviser.",
                en:
                    "No law gives a number. Claims after work injuries can come up to 30 years later, and municipalities "
                    + "keep such cases for as long. Less cannot be chosen: the injured person would lose the evidence."),
            source: "KLE P10950D; GDPR art. 9(2)(b), (f); databeskyttelsesloven § 12", .practice),
        choice: TermChoice(30...40, .years, usual: 30), kinds: [.accident, .disease]
    ) { report in
        "EXISTS (SELECT 1 FROM accident WHERE accident.report_id = \(report))"
    }

    /// What is known of accidents goes with their reports.
    @Sendable public static func erase(_ reports: [ID<Report>], _ erasing: Erasing) throws {
        let list = SQL.list(reports)
        try erasing.writer.execute(
            [
                "DELETE FROM accident_reminder WHERE report_id IN \(list)",
                "DELETE FROM accident_sending WHERE report_id IN \(list)",
                "DELETE FROM accident_group_text WHERE report_id IN \(list)",
                "DELETE FROM accident_absence WHERE report_id IN \(list)",
                "DELETE FROM accident WHERE report_id IN \(list)",
            ], raising: [])
        try erasing.journal.eraseLines(about: "accident", reports.map(\.text))
    }
}
