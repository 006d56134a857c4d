import Kernel
import Markup
import Reports
import Storage
import Web

/// Whether an accident must be notified to the authority, by when, and that it was: beside the report of it, for those who
/// handle that.
public enum Accidents {
    public static let migrations = AccidentSchema.migrations + GroupTextSchema.migrations

    public static var routes: [Route] {
        var routes = Routes(
            .quiet(
                because: "an accident belongs to a report, and who opens one gives away that there is something to open"
            ))
        AccidentRoutes.add(to: &routes)
        RegisterRoutes.add(to: &routes)
        AccidentAPI.add(to: &routes)
        return routes.all
    }

    /// What a report's page says of it; nothing where nobody was struck.
    @Sendable public static func onReport(_ seen: SeenReport, _ visit: Visit, _ reader: Reader) throws -> HTML? {
        let picture = try AccidentPicture(
            of: seen, for: visit.viewer, by: visit.house.law, on: visit.today, reader)
        return picture.map { DutySheet(visit: visit, picture: $0, isGuest: true).html }
    }

    /// Somebody else was struck than was said, or it was no accident: there may be a deadline now, or none any more.
    @Sendable public static func onChange(_ report: Report, _ visit: Visit, _ writer: Writer) throws {
        guard let record = try AccidentStore(writer.reader).record(of: report.id) else { return }
        let law = visit.house.law.accidents(on: visit.today)
        try writer.execute(
            """
            UPDATE accident SET due = \(record.strictlyDue(report, law)), sent = \(record.met(report, law))
            WHERE report_id = \(report.id)
            """)
    }
}
