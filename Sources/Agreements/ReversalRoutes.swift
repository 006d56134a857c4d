import Access
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Going back from a joint committee to the two from which it was made.
struct ReversalRoutes: Sendable {
    let hasElection: Agreements.ElectionWatch

    func add(to routes: inout Routes) {
        routes.get("/agreements/:id/reversal", for: .signedIn) { visit in .page(try await page(visit)) }
        routes.post("/agreements/:id/reversal", for: .signedIn, reverse)
    }

    private static func concluded(
        _ id: ID<Agreement>, _ viewer: Viewer, on day: Day, _ reader: Reader
    ) throws -> AgreementPicture {
        let picture = try AgreementStore(reader).changeable(id, by: viewer, on: day)
        guard picture.agreement.state == .concluded else {
            throw Refusal.conflict(
                Words(
                    da: "Kun en aftale, der gælder, kan ophøre.", en: "Only an agreement that is in force can be ended."
                ))
        }
        return picture
    }

    /// First the day; then who goes where; only then is it done.
    private func page(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let id: ID<Agreement> = try visit.id()
        let (fields, viewer, today) = (visit.fields, visit.viewer, visit.today)
        return try await visit.read { reader in
            let picture = try Self.concluded(id, viewer, on: today, reader)
            guard fields.has("day") else {
                return ReversalPage(visit: visit, picture: picture, parting: nil, problems: problems).page
            }
            do {
                let parting = try self.parting(picture, fields, on: today, reader)
                return ReversalPage(visit: visit, picture: picture, parting: parting, problems: problems).page
            } catch let found as Problems {
                return ReversalPage(visit: visit, picture: picture, parting: nil, problems: found).page
            }
        }
    }

    private func parting(
        _ picture: AgreementPicture, _ fields: Fields, on today: Day, _ reader: Reader
    ) throws -> BodyParting {
        var reading = Reading(fields)
        let day = reading.day("day")
        try reading.finish()
        guard let id = picture.agreement.joint, let joint = try BodyStore(reader).find(id, on: day) else {
            throw Refusal.notFound
        }
        let parting = try BodyParting(joint, on: day, today: today, reader)
        var problems = parting.problems()
        if try hasElection(id, reader) { problems.add(AgreementProblem.electionUnderWay(joint.name), at: "day") }
        guard problems.isEmpty else { throw problems }
        return parting
    }

    private func reverse(_ visit: Visit) async throws -> Answer {
        let id: ID<Agreement> = try visit.id()
        let (fields, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let picture = try Self.concluded(id, viewer, on: deed.day, writer.reader)
                let parting = try self.parting(picture, fields, on: deed.day, writer.reader)
                var reading = Reading(fields)
                let reason = reading.text("reason", limit: 2000)
                if fields["seen"] != parting.seen { reading.note(JoiningProblem.changedMeanwhile, at: "") }
                let destinations = parting.destinations(fields)
                for (field, problem) in parting.problems(of: destinations).all { reading.note(problem, at: field) }
                try reading.finish()
                try writer.apply(parting.change(destinations, because: reason, deed), deed)
                try writer.apply(picture.agreement.ended(on: parting.day, because: reason, deed), deed)
                return "/agreements/\(id)"
            }
            return .redirect(link, saying: AgreementTexts(language: visit.language).reversed)
        } form: { problems in
            try await page(visit, problems: problems)
        }
    }
}
