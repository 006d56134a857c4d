import ActionPlan
import Kernel
import Markup
import Organisation
import Storage
import Web

/// A plan's meetings: when they are, and the records of those that were held.
enum PlanMeetingRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/plan/:body/meetings", for: .signedIn) { try await list($0) }
        routes.get("/plan/:body/meetings/setting", for: .signedIn) { .page(try await settingPage($0)) }
        routes.post("/plan/:body/meetings/setting", for: .signedIn) { try await set($0) }
        routes.post("/plan/:body/meetings/next", for: .signedIn) { try await moveNext($0) }
        routes.get("/plan/:body/meetings/:id", for: .signedIn) { visit in
            .page(try await recordPage(visit, .none))
        }
        routes.get("/plan/:body/meetings/:id/print", for: .signedIn) { visit in
            .page(RecordPage(visit: visit, record: try await record(visit)).paper)
        }
        routes.get("/plan/:body/meetings/:id/csv", for: .signedIn) { visit in
            .file(RecordPage(visit: visit, record: try await record(visit)).csv)
        }
        routes.post("/plan/:body/meetings/:id/notes", for: .signedIn) { try await add($0) }
    }

    private static func list(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        try await BoardMeetings.endForgotten(id, visit)
        let before = visit.fields["before"]
        return .page(
            try await visit.read { reader in
                MeetingsPage(visit: visit, meetings: try PlanMeetings(id, for: visit, before: before, reader)).page
            })
    }

    private static func settingPage(
        _ visit: Visit, _ problems: Problems = .none, isOfNext: Bool = false
    ) async throws -> Page {
        let id: BodyID = try visit.id("body")
        return try await visit.read { reader in
            _ = try SeenPlan.worked(id, by: visit.viewer, reader)
            let meetings = try PlanMeetings(id, for: visit, before: "", reader)
            return MeetingSettingPage(visit: visit, meetings: meetings, problems: problems, isOfNext: isOfNext).page
        }
    }

    private static func set(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        return try await visit.orAgain {
            try await visit.write { try MeetingWork($0, visit).set(id, visit.fields) }
            return .redirect("/plan/\(id)/meetings", saying: MeetingTexts(language: visit.language).saved)
        } form: {
            try await settingPage(visit, $0)
        }
    }

    private static func moveNext(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        return try await visit.orAgain {
            try await visit.write { try MeetingWork($0, visit).moveNext(id, visit.fields) }
            return .redirect("/plan/\(id)/meetings", saying: MeetingTexts(language: visit.language).moved)
        } form: {
            try await settingPage(visit, $0, isOfNext: true)
        }
    }

    private static func record(_ visit: Visit) async throws -> MeetingRecord {
        let body: BodyID = try visit.id("body")
        let id: MeetingID = try visit.id()
        return try await visit.read { try MeetingRecord(id, of: body, for: visit, $0) }
    }

    private static func recordPage(_ visit: Visit, _ problems: Problems) async throws -> Page {
        RecordPage(visit: visit, record: try await record(visit), problems: problems).page
    }

    private static func add(_ visit: Visit) async throws -> Answer {
        let body: BodyID = try visit.id("body")
        let id: MeetingID = try visit.id()
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                try MeetingWork(writer, visit).add(id, of: body, visit.fields)
                return "/plan/\(body)/meetings/\(id)"
            }
            return .redirect(link, saying: RecordTexts(language: visit.language).addedNow)
        } form: {
            try await recordPage(visit, $0)
        }
    }
}
