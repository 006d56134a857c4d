import Access
import ActionPlan
import Journal
import Kernel
import Markup
import Storage
import Web

/// One place to report, with or without a name; those who handle it; and what the reporter hears.
public enum Reports {
    /// - Parameter guests: who shows something on the page of a report.
    public static func routes(guests: ReportGuests = ReportGuests()) -> [Route] {
        var routes = Routes(
            .quiet(because: "a report has a day and no hour, and who reads or answers one gives its hour away"))
        ReportDoors.add(to: &routes)
        OfflineRoutes.add(to: &routes)
        FollowRoutes.add(to: &routes)
        ReportListRoutes.add(to: &routes)
        ReportRoutes(guests: guests).add(to: &routes)
        PassingRoutes.add(to: &routes)
        StandInRoutes.add(to: &routes)
        NamingRoutes.add(to: &routes)
        PosterRoutes.add(to: &routes)
        HoldRoutes.add(to: &routes)
        ReportAPI.add(to: &routes)
        return routes.all
    }

    public static let migrations =
        ReportSchema.migrations + ConfidenceSchema.migrations + SeveritySchema.migrations + HarmSchema.migrations
        + FurtherSchema.migrations + HoldSchema.migrations

    /// Who hears of what happens on the action plan.
    public static let followers: [Follower] = [ActionFollower.follow]

    /// Confidential reports that nobody has opened, and in which the viewer can step in as a deputy.
    @Sendable public static func matters(of visit: Visit, _ asking: Asking) -> Matter.Found {
        let (danish, english) = (ConfidenceTexts(language: .danish), ConfidenceTexts(language: .english))
        let parts = asking.rows(CaseStore.parts(of: visit.viewer.person))
        return { reader in
            let deputised = parts.rows.filter { !$0.reads }.map(\.id)
            return try CaseStore(reader).lying(among: deputised, on: visit.today).map { lying in
                Matter(
                    Words(
                        da: ReportTexts(language: .danish).confidentialReport,
                        en: ReportTexts(language: .english).confidentialReport),
                    Words(da: danish.nobodyOpened, en: english.nobodyOpened), to: "/reports/\(lying.id)", .late,
                    on: lying.reported)
            }
        }
    }

    /// What changes when a report comes or moves that the viewer handles.
    public static func topics(for viewer: Viewer) -> [Topic] { viewer.reportTopics }

    /// Narrows a list of the whole journal to lines of which everybody may know who reads it: of a confidential report,
    /// and of what other features keep under its id, there is none, not even that something was done.
    @Sendable public static func listed(subject: SQL) -> SQL {
        "NOT EXISTS (SELECT 1 FROM report WHERE report.id = \(subject) AND report.confidential = 1)"
    }

    /// What the program does by itself: cases whose handlers have left go to others, and deputies hear of what lies.
    /// - Returns: nothing done, whatever was: how many confidential cases there are is no figure for a list of jobs.
    @Sendable public static func watchCases(in house: House) async throws -> Int {
        try await CaseWatch.goRound(in: house)
        return 0
    }

    /// What a kind of report is called in a sentence.
    public static func name(of kind: ReportKind) -> Words { NoticeTexts.name(of: kind) }

    /// What other groups may hear of an action that came from a report: nothing of a confidential one, and never the words
    /// in which it was reported.
    @Sendable public static func discretion(of id: String, _ reader: Reader) throws -> Discretion {
        guard let report = try ReportStore(reader).find(ID(id)), !report.isConfidential else { return .nothing }
        return .inOtherWords(than: report.what)
    }

    /// What an action that came from a report says of it: nothing to those who may not see the report, and nothing at
    /// all of a confidential one.
    @Sendable public static func origin(_ id: String, for viewer: Viewer, _ reader: Reader) throws -> Origins.Told? {
        guard let report = try ReportStore(reader).find(ID(id)), !report.isConfidential,
            try viewer.works.includes(report.unit, reader)
        else { return nil }
        let name = NoticeTexts.name(of: report.kind)
        let title = viewer.language.pick(da: "Melding: \(name.danish)", en: "Report: \(name.english)")
        return (title, "/reports/\(report.id)")
    }

    /// Narrows a query on actions that came from reports to those of which `origin` tells the viewer.
    @Sendable public static func counted(for viewer: Viewer) -> SQL {
        """
        EXISTS (SELECT 1 FROM report WHERE report.id = action.origin_id AND report.confidential = 0
            AND \(viewer.works.condition(oneUnit: "report.unit_id")))
        """
    }
}
