import Access
import Files
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// The list of agreements, reading one, its paper and its files, and looking at it again on its day.
struct AgreementRoutes: Sendable {
    private static let pageSize = 50

    func add(to routes: inout Routes) {
        routes.get("/agreements", for: .signedIn, list)
        routes.get("/agreements/:id", for: .signedIn) { visit in .page(try await page(visit)) }
        routes.get("/agreements/:id/paper", for: .signedIn) { visit in
            .page(AgreementPaper(visit: visit, picture: try await picture(visit)).page)
        }
        routes.get("/agreements/:id/files/:file", for: .signedIn, fetch)
        routes.post("/agreements/:id/review", for: .signedIn, review)
        routes.post("/agreements/:id/discard", for: .signedIn, discard)
    }

    private func list(_ visit: Visit) async throws -> Answer {
        let (viewer, today) = (visit.viewer, visit.today)
        let day = Day(visit.fields["day"])
        let after = day.map { (day: $0, id: ID<Agreement>(visit.fields["after"])) }
        let page = try await visit.read { reader in
            let store = AgreementStore(reader)
            let found = try store.page(after: after, most: Self.pageSize + 1)
            let shown = Array(found.prefix(Self.pageSize))
            let area = try viewer.arranged(on: today, reader)
            let drafts = area.isNothing || after != nil ? [] : try Self.drafts(for: viewer, on: today, reader)
            let last = found.count > Self.pageSize ? shown.last : nil
            return AgreementListPage(
                visit: visit, agreements: shown, drafts: drafts,
                bodies: try BodyStore(reader).names(
                    of: Set((shown + drafts).flatMap { [$0.committee, $0.cooperation] })),
                next: last.map { ("/agreements" as Link).with([("day", $0.day.text), ("after", $0.id.text)]) },
                mayBegin: !area.isNothing)
        }
        return .page(page.page)
    }

    /// Those whose committees the viewer arranges.
    private static func drafts(for viewer: Viewer, on day: Day, _ reader: Reader) throws -> [Agreement] {
        try AgreementStore(reader).drafts().filter { agreement in
            let bodies = try [agreement.committee, agreement.cooperation].compactMap {
                try BodyStore(reader).find($0, on: day)
            }
            return try AgreementStore.mayArrange(bodies, viewer, on: day, reader)
        }
    }

    private func picture(_ visit: Visit) async throws -> AgreementPicture {
        let id: ID<Agreement> = try visit.id()
        let (viewer, today) = (visit.viewer, visit.today)
        return try await visit.read { try AgreementStore($0).picture(id, for: viewer, on: today) }
    }

    private func page(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        AgreementPage(visit: visit, picture: try await picture(visit), problems: problems).page
    }

    private func fetch(_ visit: Visit) async throws -> Answer {
        let id: ID<Agreement> = try visit.id()
        let fileID: FileID = try visit.id("file")
        let (viewer, today) = (visit.viewer, visit.today)
        return try await visit.read { reader in
            let picture = try AgreementStore(reader).picture(id, for: viewer, on: today)
            guard let file = picture.files.first(where: { $0.file.id == fileID })?.file else { throw Refusal.notFound }
            return .file(
                File(name: file.name, mediaType: file.mediaType, bytes: try FileStore(reader).bytes(of: file)))
        }
    }

    private func review(_ visit: Visit) async throws -> Answer {
        let id: ID<Agreement> = try visit.id()
        let (fields, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let agreement = try AgreementStore(writer.reader).changeable(id, by: viewer, on: deed.day).agreement
                guard agreement.state == .concluded else { throw Refusal.notFound }
                var reading = Reading(fields)
                let day = reading.day("review_on")
                if !fields["review_on"].isEmpty, day <= deed.day {
                    reading.note(FieldProblem.dayInThePast, at: "review_on")
                }
                try reading.finish()
                try writer.apply(agreement.reviewed(next: day, deed), deed)
                return "/agreements/\(id)"
            }
            return .redirect(link, saying: AgreementTexts(language: visit.language).reviewed)
        } form: { problems in
            try await page(visit, problems: problems)
        }
    }

    private func discard(_ visit: Visit) async throws -> Answer {
        let id: ID<Agreement> = try visit.id()
        let (deed, viewer) = (visit.deed, visit.viewer)
        try await visit.write { writer in
            let picture = try AgreementStore(writer.reader).changeable(id, by: viewer, on: deed.day)
            guard picture.agreement.state == .draft else { throw Refusal.conflict(StepRoutes.concludedAlready) }
            try writer.apply(picture.agreement.discarded(picture.files.map(\.file)), deed)
        }
        return .redirect("/agreements", saying: AgreementTexts(language: visit.language).discarded)
    }
}
