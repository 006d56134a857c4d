import Access
import Journal
import Kernel
import Markup
import Storage
import Web

/// One place to report, with or without a name; those who handle it; and what the reporter hears.
public enum Reports {
    public static var routes: Routes {
        var routes = Routes()
        ReportDoors.add(to: &routes)
        FollowRoutes.add(to: &routes)
        ReportListRoutes.add(to: &routes)
        ReportRoutes.add(to: &routes)
        PosterRoutes.add(to: &routes)
        ReportAPI.add(to: &routes)
        return routes
    }

    public static let migrations = ReportSchema.migrations

    /// Who hears of what happens on the action plan.
    public static let followers: [Follower] = [ActionFollower.follow]

    /// What a kind of report is called in a sentence.
    public static func name(of kind: ReportKind) -> Words { NoticeTexts.name(of: kind) }

    /// What an action that came from a report says of it: nothing to those who may not see the report, and nothing at
    /// all of a confidential one.
    public static func origin(_ id: String, for viewer: Viewer, on day: Day, _ reader: Reader) throws -> (Words, Link)? {
        guard let report = try ReportStore(reader).find(ID(id), for: viewer, on: day), !report.isConfidential else {
            return nil
        }
        let name = NoticeTexts.name(of: report.kind)
        return (Words(da: "Melding: \(name.danish)", en: "Report: \(name.english)"), "/reports/\(report.id)")
    }
}
