import Journal
import Kernel
import Notices
import Storage
import Web

/// Following a report by its code. The code itself travels in a form, and then in a cookie of half an hour that only
/// these pages are sent; never in an address.
enum FollowRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/follow", for: .anyone(because: "whoever holds the code follows the report")) { try await show($0) }
        routes.post("/follow", for: .anyone(because: "whoever holds the code follows the report")) {
            try await enter($0)
        }
        routes.post("/follow/messages", for: .anyone(because: "the code's holder answers")) { try await answer($0) }
        routes.post("/follow/end", for: .anyone(because: "the code's holder leaves a shared device")) { visit in
            .redirect(
                "/follow", saying: ReportTexts(language: visit.language).left, setting: [cookie("", seconds: 0)])
        }
        routes.get("/follow/photos/:place", for: .anyone(because: "the code's holder sees the photos")) {
            try await photo($0)
        }
    }

    private static func cookie(_ value: String, seconds: Int) -> Cookie {
        Cookie("follow", value, seconds: seconds, path: "/follow")
    }

    private static func show(_ visit: Visit) async throws -> Answer {
        guard let picture = try await picture(visit) else { return .page(FollowPage(visit: visit).page) }
        return .page(FollowedReportPage(visit: visit, picture: picture, isByCode: true).page)
    }

    /// A code that is no code and one that nobody has are answered alike.
    private static func enter(_ visit: Visit) async throws -> Answer {
        let code = ReportCode(typed: visit.fields["code"])
        let isKnown = try await visit.read { reader in try code.map { try ReportStore(reader).find($0) != nil } ?? false
        }
        guard let code, isKnown else {
            let problems = Problems(ReportProblem.codeUnknown, at: "code")
            return .page(FollowPage(visit: visit, problems: problems).page, status: 422)
        }
        let mark = visit.house.settings.keepsakeMark(code.text)
        return .redirect("/follow", setting: [cookie("\(code.text).\(mark)", seconds: 1800)])
    }

    private static func answer(_ visit: Visit) async throws -> Answer {
        guard let picture = try await picture(visit) else { return .page(FollowPage(visit: visit).page, status: 422) }
        let report = picture.report
        return try await visit.orAgain {
            let message = try NewMessage(visit.fields, to: report)
            let deed = report.isAnonymous ? visit.deed.withoutTrace : visit.deed.byNobody
            try await visit.write { try message.send(by: .reporter, deed, $0) }
            if report.isAnonymous { AnonymousRows.mix(in: visit.house.database, day: deed.day) }
            return .redirect("/follow", saying: ReportTexts(language: visit.language).messageSent)
        } form: { problems in
            FollowedReportPage(visit: visit, picture: picture, isByCode: true, problems: problems).page
        }
    }

    private static func photo(_ visit: Visit) async throws -> Answer {
        guard let code = code(visit), let place = visit.parameters["place"].flatMap({ Int($0) }) else {
            throw Refusal.notFound
        }
        let bytes = try await visit.read { reader in
            try ReportStore(reader).find(code).flatMap { try ReportStore(reader).photo(place, of: $0.id) }
        }
        guard let bytes else { throw Refusal.notFound }
        return .photo(bytes, place, visit.language)
    }

    private static func picture(_ visit: Visit) async throws -> ReportPicture? {
        guard let code = code(visit) else { return nil }
        let day = visit.today
        return try await visit.read { reader in
            try ReportStore(reader).find(code).map { try ReportPicture(of: $0, on: day, reader) }
        }
    }

    /// Only of a cookie that was given here: else codes could be guessed by cookies, which nobody counts.
    private static func code(_ visit: Visit) -> ReportCode? {
        let parts = (visit.cookies["follow"] ?? "").split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, visit.house.settings.isKeepsakeMark(parts[1], of: parts[0]) else { return nil }
        return ReportCode(typed: parts[0])
    }
}
