import Access
import Files
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Writing an agreement step by step, and carrying it out.
struct StepRoutes: Sendable {
    let hasElection: Agreements.ElectionWatch

    func add(to routes: inout Routes) {
        routes.get("/agreements/new", for: .signedIn) { visit in .page(try await basicsPage(nil, visit)) }
        routes.post("/agreements", for: .signedIn) { visit in try await saveBasics(nil, visit) }
        routes.get("/agreements/:id/basics", for: .signedIn) { visit in
            .page(try await basicsPage(try visit.id(), visit))
        }
        routes.post("/agreements/:id/basics", for: .signedIn) { visit in
            try await saveBasics(try visit.id(), visit)
        }
        routes.get("/agreements/:id/texts/:step", for: .signedIn) { visit in .page(try await textsPage(visit)) }
        routes.post("/agreements/:id/texts/:step", for: .signedIn, saveTexts)
        routes.post("/agreements/:id/files/:file/removal", for: .signedIn, removeFile)
        routes.get("/agreements/:id/preview", for: .signedIn) { visit in .page(try await previewPage(visit)) }
        routes.post("/agreements/:id/conclusion", for: .signedIn, conclude)
    }

    static let concludedAlready = Words(
        da: "Aftalen er gennemført og kan ikke ændres. Den kan kun ophøre.",
        en: "The agreement has been carried out and cannot be changed. It can only be ended.")

    /// A draft that the viewer may change.
    static func draft(
        _ id: ID<Agreement>, _ viewer: Viewer, on day: Day, _ reader: Reader
    ) throws -> AgreementPicture {
        let picture = try AgreementStore(reader).changeable(id, by: viewer, on: day)
        guard picture.agreement.state == .draft else { throw Refusal.conflict(concludedAlready) }
        return picture
    }

    // MARK: Which two, and when

    private func basicsPage(
        _ id: ID<Agreement>?, _ visit: Visit, problems: Problems = .none, clash: EditClash? = nil
    ) async throws -> Page {
        let (viewer, today) = (visit.viewer, visit.today)
        return try await visit.read { reader in
            let picture = try id.map { try Self.draft($0, viewer, on: today, reader) }
            let (area, bodies) = (try viewer.arranged(on: today, reader), BodyStore(reader))
            guard !area.isNothing else { throw Refusal.doesNotArrange }
            return BasicsPage(
                visit: visit, agreement: picture?.agreement,
                committees: try bodies.bodies(of: .committee, within: area, on: today),
                cooperations: try bodies.bodies(of: .cooperation, within: area, on: today), problems: problems,
                clash: clash, other: picture?.editor
            ).page
        }
    }

    private func saveBasics(_ id: ID<Agreement>?, _ visit: Visit) async throws -> Answer {
        let (sent, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
        do {
            return try await visit.orAgain {
                let link = try await visit.once { writer in
                    let reader = writer.reader
                    guard let id else {
                        guard try !viewer.arranged(on: deed.day, reader).isNothing else { throw Refusal.doesNotArrange }
                        let basics = try Self.basics(sent, viewer, on: deed.day, reader)
                        let new: ID<Agreement> = deed.identities.random()
                        try writer.apply(Agreement.begun(basics, id: new, deed), deed)
                        return AgreementPage.link(.agreements, of: new)
                    }
                    let agreement = try Self.draft(id, viewer, on: deed.day, reader).agreement
                    let fields = try Editions.settled(sent, beside: agreement.written)
                    let basics = try Self.basics(fields, viewer, on: deed.day, reader)
                    try writer.apply(agreement.changed(to: basics, deed), deed)
                    return AgreementPage.link(.agreements, of: id)
                }
                return .redirect(link, saying: AgreementTexts(language: visit.language).saved)
            } form: { problems in
                try await basicsPage(id, visit, problems: problems)
            }
        } catch let clash as EditClash {
            return .page(try await basicsPage(id, visit, clash: clash), status: 409)
        }
    }

    /// What speaks against joining the two is said at once, and not only at the end.
    private static func basics(_ fields: Fields, _ viewer: Viewer, on day: Day, _ reader: Reader) throws
        -> Agreement.Basics
    {
        let basics = try Agreement.Basics(fields)
        let store = BodyStore(reader)
        var problems = Problems()
        let found = try [("committee", basics.committee), ("cooperation", basics.cooperation)].compactMap {
            field, id -> Body? in
            // What the viewer does not arrange is as unknown as what does not exist.
            guard let body = try store.find(id, on: basics.day), try viewer.arranges(body, on: day, reader) else {
                problems.add(FieldProblem.unknown, at: field)
                return nil
            }
            return body
        }
        guard problems.isEmpty else { throw problems }
        let obstacles = try BodyJoining(found[0], with: found[1], on: basics.day, today: day, reader).problems()
        guard obstacles.isEmpty else { throw obstacles }
        return basics
    }

    // MARK: Carrying it out

    private func previewPage(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let id: ID<Agreement> = try visit.id()
        let (viewer, today) = (visit.viewer, visit.today)
        return try await visit.read { reader in
            let picture = try Self.draft(id, viewer, on: today, reader)
            let joining = try Self.joining(picture, on: today, reader)
            return PreviewPage(
                visit: visit, picture: picture, joining: joining,
                units: try UnitStore(reader).names(of: Set(joining.units), on: picture.agreement.day),
                obstacles: try obstacles(picture, joining, reader), problems: problems
            ).page
        }
    }

    private static func joining(_ picture: AgreementPicture, on day: Day, _ reader: Reader) throws -> BodyJoining {
        let (store, agreement) = (BodyStore(reader), picture.agreement)
        guard let committee = try store.find(agreement.committee, on: agreement.day),
            let cooperation = try store.find(agreement.cooperation, on: agreement.day)
        else { throw Refusal.notFound }
        return try BodyJoining(committee, with: cooperation, on: agreement.day, today: day, reader)
    }

    /// All that speaks against carrying it out today: what is missing, and what the two committees are in the middle of.
    private func obstacles(_ picture: AgreementPicture, _ joining: BodyJoining, _ reader: Reader) throws -> Problems {
        var problems = joining.problems()
        let sections = Template.companyAgreement.sections
        for missing in Agreement.missing(picture.texts, files: Set(picture.files.map(\.section))) {
            let name = sections.first { $0.key == missing.section }?.title ?? Words(da: "", en: "")
            problems.add(AgreementProblem.missing(name, missing.what), at: "")
        }
        if picture.agreement.reviewOn == nil { problems.add(AgreementProblem.reviewMissing, at: "review_on") }
        for body in [picture.committee, picture.cooperation] where try hasElection(body.id, reader) {
            problems.add(AgreementProblem.electionUnderWay(body.name), at: "")
        }
        return problems
    }

    private func conclude(_ visit: Visit) async throws -> Answer {
        let id: ID<Agreement> = try visit.id()
        let (fields, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let picture = try Self.draft(id, viewer, on: deed.day, writer.reader)
                let joining = try Self.joining(picture, on: deed.day, writer.reader)
                let obstacles = try self.obstacles(picture, joining, writer.reader)
                guard obstacles.isEmpty else { throw obstacles.ofTheWhole }
                guard fields["seen"] == joining.seen else {
                    throw Problems(JoiningProblem.changedMeanwhile)
                }
                var reading = Reading(fields)
                let chair = reading.optionalID("chair", of: Mandate.self)
                let chairs = joining.chairs.map(\.mandate.id)
                if chairs.count > 1, !(chair.map(chairs.contains) ?? false) {
                    reading.note(AgreementProblem.notAChair, at: "chair")
                }
                try reading.finish()
                let joint: BodyID = deed.identities.random()
                let agreement = picture.agreement
                try writer.apply(
                    joining.change(
                        to: joint, named: agreement.name, chair: chair.flatMap { chairs.contains($0) ? $0 : nil },
                        because: agreement.name.danish, deed), deed)
                try writer.apply(agreement.concluded(as: joint, deed), deed)
                return "/agreements/\(id)"
            }
            return .redirect(link, saying: AgreementTexts(language: visit.language).carriedOut)
        } form: { problems in
            try await previewPage(visit, problems: problems)
        }
    }
}

extension Problems {
    /// The same where the fields that they stand at are not on the page.
    var ofTheWhole: Problems {
        var whole = Problems()
        for one in all { whole.add(one.problem, at: "") }
        return whole
    }
}
