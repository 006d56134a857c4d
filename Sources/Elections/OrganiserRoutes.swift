import Access
import Journal
import Kernel
import Notices
import Organisation
import Storage
import Web

/// What whoever looks after an election does with it once it is called: moves its dates, or calls it off.
enum OrganiserRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/elections/:id/dates", for: .signedIn) { .page(try await datesPage($0)) }
        routes.post("/elections/:id/dates", for: .signedIn) { try await redate($0) }
        routes.get("/elections/:id/cancellation", for: .signedIn) { .page(try await cancellationPage($0)) }
        routes.post("/elections/:id/cancellation", for: .signedIn) { try await cancel($0) }
    }

    /// - Throws: `Refusal` where the viewer does not look after it, stands in it or is proposed, or it is over.
    static func organised(
        _ id: ID<Election>, _ viewer: Viewer, _ settings: Settings, on day: Day, _ reader: Reader
    ) throws -> ElectionPicture {
        let picture = try ElectionPicture(id, for: viewer, settings: settings, on: day, reader)
        guard picture.looksAfter else { throw ElectionRoutes.notYours }
        guard !picture.election.state.isOver else { throw ElectionRoutes.alreadyOver }
        guard picture.isOrganiser else { throw Refusal.forbidden(OrganiserTexts.standsOneself) }
        return picture
    }

    private static func picture(_ visit: Visit) async throws -> ElectionPicture {
        try await Elections.turnPages(in: visit.house)
        let id: ID<Election> = try visit.id()
        let (viewer, day, settings) = (visit.viewer, visit.today, visit.house.settings)
        return try await visit.read { try organised(id, viewer, settings, on: day, $0) }
    }

    // MARK: Dates

    private static func datesPage(_ visit: Visit, problems: Problems = .none, isConflict: Bool = false) async throws
        -> Page
    {
        let picture = try await picture(visit)
        guard picture.election.mayBeRedated(in: picture.phase) else { throw tooLate }
        return DatesPage(visit: visit, picture: picture, problems: problems, isConflict: isConflict).page
    }

    /// Somebody else moved the dates since the form was made.
    private struct Moved: Error {}

    private static func redate(_ visit: Visit) async throws -> Answer {
        try await Elections.turnPages(in: visit.house)
        let id: ID<Election> = try visit.id()
        let (viewer, deed, settings, fields) = (visit.viewer, visit.deed, visit.house.settings, visit.fields)
        do {
            return try await visit.orAgain {
                let link = try await visit.once { writer in
                    let picture = try organised(id, viewer, settings, on: deed.day, writer.reader)
                    let election = picture.election
                    guard election.mayBeRedated(in: picture.phase) else { throw tooLate }
                    guard fields["seen"] == election.dates.mark else { throw Moved() }
                    let ties = OrganisationTies(writer.reader)
                    let redated = try RedatedElection(
                        fields, of: election, followed: ties.followed(by: election.id),
                        bodyCloses: picture.body.closes, on: deed.day)
                    try writer.apply(election.redated(to: redated, on: deed.day), deed)
                    let concerned = try ties.readers(
                        of: id, among: ties.concerned(by: election, on: deed.day), on: deed.day)
                    try writer.apply(
                        Notice.told(
                            concerned, ElectionNotices.redated(picture.body.name, redated, on: deed.day),
                            at: "/elections/\(id)", mail: ElectionMails.redated, deed), deed)
                    return "/elections/\(id)"
                }
                return .redirect(link, saying: OrganiserTexts(language: visit.language).redatedSaid)
            } form: {
                try await datesPage(visit, problems: $0)
            }
        } catch is Moved {
            return .page(try await datesPage(visit, isConflict: true), status: 409)
        }
    }

    // MARK: Calling off

    private static func cancellationPage(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        CancellationPage(visit: visit, picture: try await picture(visit), problems: problems).page
    }

    private static func cancel(_ visit: Visit) async throws -> Answer {
        let id: ID<Election> = try visit.id()
        let (viewer, deed, settings, fields) = (visit.viewer, visit.deed, visit.house.settings, visit.fields)
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let picture = try organised(id, viewer, settings, on: deed.day, writer.reader)
                var reading = Reading(fields)
                let reason = reading.text("reason", limit: RedatedElection.reasonLimit)
                try reading.finish()
                let ties = OrganisationTies(writer.reader)
                let concerned = try ties.concerned(by: picture.election, on: deed.day)
                let box = try ElectionStore(writer.reader).box(of: id)?.box
                try writer.apply(
                    picture.election.cancelled(.byCaller, because: reason, box: box, on: deed.day), deed)
                try writer.apply(
                    Notice.told(
                        ties.readers(of: id, among: concerned, on: deed.day),
                        ElectionNotices.cancelled(picture.body.name, because: reason),
                        at: "/elections/\(id)", mail: ElectionMails.cancelled, deed), deed)
                return "/elections/\(id)"
            }
            return .redirect(link, saying: ElectionTexts(language: visit.language).cancelledSaid)
        } form: {
            try await cancellationPage(visit, problems: $0)
        }
    }

    private static let tooLate = Refusal.conflict(
        Words(
            da: "Afstemningen er begyndt, så datoerne kan ikke ændres. Er noget galt, kan valget aflyses med en grund.",
            en:
                "The voting has begun, so the dates cannot be changed. If something is wrong, the election can be called off with a reason."
        ))
}
