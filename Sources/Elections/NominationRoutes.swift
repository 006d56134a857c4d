import Access
import Journal
import Kernel
import Notices
import Organisation
import Storage
import Web

/// Standing, proposing somebody, and answering.
enum NominationRoutes {
    static func add(to routes: inout Routes) {
        routes.post("/elections/:id/candidacy", for: .signedIn) { try await stand($0) }
        routes.post("/elections/:id/nominations", for: .signedIn) { try await propose($0) }
        routes.post("/elections/:id/refusal", for: .signedIn) { try await decline($0) }
        routes.post("/elections/:id/withdrawal", for: .signedIn) { try await withdraw($0) }
    }

    /// Stands, says yes to being proposed, or changes what was written of oneself.
    private static func stand(_ visit: Visit) async throws -> Answer {
        let fields = visit.fields
        return try await change(visit, saying: { $0.standsSaid }) { picture, deed, writer in
            let person = visit.viewer.person
            if let obstacle = try obstacle(person, picture, deed, writer) { throw Problems(obstacle) }
            let candidate = try Candidate.standing(person, fields)
            if candidate == picture.own { return }
            let isNew = picture.own?.answer != .stands
            try writer.apply(picture.election.answered(candidate, as: isNew ? "stood" : "presented"), deed)
        }
    }

    private static func propose(_ visit: Visit) async throws -> Answer {
        let text = visit.fields["person"].trimmed
        return try await change(visit, saying: { $0.proposedSaid }) { picture, deed, writer in
            guard picture.isVoter else {
                throw Problems(try obstacle(visit.viewer.person, picture, deed, writer) ?? .notInElectorate)
            }
            guard !text.isEmpty else { throw Problems(FieldProblem.missing, at: "person") }
            guard let person = try person(text, picture, deed, writer) else {
                throw Problems(ElectionProblem.notInElectorate, at: "person")
            }
            if let obstacle = try obstacle(person, picture, deed, writer) { throw Problems(obstacle, at: "person") }
            let already = try ElectionStore(writer.reader).candidate(person, in: picture.election.id)
            if person == visit.viewer.person {
                if already?.answer == .stands { throw Problems(ElectionProblem.alreadyStands, at: "person") }
                let candidate = Candidate(person: person, answer: .stands, presentation: already?.presentation ?? "")
                return try writer.apply(picture.election.answered(candidate, as: "stood"), deed)
            }
            let candidate = try Candidate.proposed(person, already: already)
            try writer.apply(picture.election.answered(candidate, as: "proposed"), deed)
            // By nobody: the one who is asked is not told who asked, and neither is the database.
            let byNobody = Deed(
                by: nil, at: deed.moment, identities: deed.identities, followers: deed.followers)
            try writer.apply(
                Notice.told(
                    [person], ElectionNotices.proposed(picture.body.name, as: picture.election.franchise),
                    at: "/elections/\(picture.election.id)",
                    byNobody), byNobody)
        }
    }

    /// Somebody of the electorate by id, e-mail or whole name.
    private static func person(_ text: String, _ picture: ElectionPicture, _ deed: Deed, _ writer: Writer) throws
        -> PersonID?
    {
        let store = PersonStore(writer.reader)
        if let person = try store.find(email: text, on: deed.day) { return person.id }
        if let person = try store.find(ID(text), on: deed.day) { return person.id }
        let named = try OrganisationTies(writer.reader).electorate(of: picture.election, on: deed.day).filter {
            $0.name.lowercased() == text.lowercased()
        }
        return named.count == 1 ? named[0].id : nil
    }

    private static func obstacle(_ person: PersonID, _ picture: ElectionPicture, _ deed: Deed, _ writer: Writer) throws
        -> ElectionProblem?
    {
        try OrganisationTies(writer.reader).obstacle(to: person, in: picture.election, on: deed.day)
    }

    private static func decline(_ visit: Visit) async throws -> Answer {
        try await leave(visit, if: .asked, becoming: .declined, as: "declined", saying: { $0.declinedSaid })
    }

    private static func withdraw(_ visit: Visit) async throws -> Answer {
        try await leave(visit, if: .stands, becoming: .withdrawn, as: "withdrew", saying: { $0.withdrawnSaid })
    }

    private static func leave(
        _ visit: Visit, if answer: Candidate.Answer, becoming next: Candidate.Answer, as verb: String,
        saying said: @escaping @Sendable (ElectionTexts) -> String
    ) async throws -> Answer {
        try await change(visit, saying: said) { picture, deed, writer in
            guard let own = picture.own else { throw Problems(ElectionProblem.notAsked) }
            if own.answer == next { return }
            guard own.answer == answer else { throw Problems(ElectionProblem.notAsked) }
            let candidate = Candidate(person: own.person, answer: next, presentation: "")
            try writer.apply(picture.election.answered(candidate, as: verb), deed)
        }
    }

    private static func change(
        _ visit: Visit, saying said: @escaping @Sendable (ElectionTexts) -> String,
        _ body: @escaping @Sendable (ElectionPicture, Deed, Writer) throws -> Void
    ) async throws -> Answer {
        let id: ID<Election> = try visit.id()
        let (viewer, deed, settings) = (visit.viewer, visit.deed, visit.house.settings)
        return try await visit.orAgain {
            try await visit.write { writer in
                let picture = try ElectionPicture(id, for: viewer, settings: settings, on: deed.day, writer.reader)
                try picture.election.checkNominations(on: deed.day)
                try body(picture, deed, writer)
            }
            return .redirect("/elections/\(id)", saying: said(ElectionTexts(language: visit.language)))
        } form: {
            try await ElectionRoutes.page(visit, problems: $0)
        }
    }
}
