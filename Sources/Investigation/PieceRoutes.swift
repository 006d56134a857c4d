import ActionPlan
import Kernel
import Markup
import Reports
import Storage
import Web

/// Steps, causes and barriers: added on the page itself, written anew and taken away on a page of their own.
enum PieceRoutes<Kind: KeptPiece> {
    static func add(to routes: inout Routes) {
        let path = "/reports/:id/investigation/\(Kind.path)"
        routes.post(path, for: .signedIn) { try await add($0) }
        routes.get("\(path)/:piece", for: .signedIn) { visit in
            let piece: ID<Kind> = try visit.id("piece")
            let picture = try await visit.investigation()
            guard let found = picture.piece(piece) else { throw Refusal.notFound }
            return .page(PiecePage(visit: visit, picture: picture, piece: found).page)
        }
        routes.post("\(path)/:piece", for: .signedIn) { try await change($0) }
        routes.post("\(path)/:piece/removal", for: .signedIn) { try await remove($0) }
        if Kind.self is EventStep.Type {
            routes.post("\(path)/:piece/place", for: .signedIn) { try await move($0) }
        } else {
            routes.post("\(path)/:piece/action", for: .signedIn) { try await act($0) }
        }
    }

    private static func add(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let piece = try InvestigationWork(writer, visit, id).add(Kind.self, visit.fields)
                return after(piece, in: id)
            }
            return .redirect(link, saying: InvestigationTexts(language: visit.language).saved)
        } form: { problems in
            InvestigationPage(
                visit: visit, picture: try await visit.investigation(findsSimilar: true), problems: problems
            ).page
        }
    }

    /// After a cause the form asks why that was so; after others it stands ready for the next.
    private static func after(_ piece: Kind, in report: ID<Report>) -> Link {
        switch Kind.self {
        case is EventStep.Type: "/reports/\(report)/investigation#steps"
        case is Cause.Type: "/reports/\(report)/investigation?why=\(piece.id)#add-cause"
        default: "/reports/\(report)/investigation#barriers"
        }
    }

    private static func back(to report: ID<Report>) -> Link {
        switch Kind.self {
        case is EventStep.Type: "/reports/\(report)/investigation#steps"
        case is Cause.Type: "/reports/\(report)/investigation#causes"
        default: "/reports/\(report)/investigation#barriers"
        }
    }

    private static func change(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        let piece: ID<Kind> = try visit.id("piece")
        do {
            return try await visit.orAgain {
                try await visit.write { try InvestigationWork($0, visit, id).change(piece, visit.fields) }
                return .redirect(back(to: id), saying: InvestigationTexts(language: visit.language).saved)
            } form: { problems in
                try await page(visit, of: piece, problems: problems)
            }
        } catch let clash as EditClash {
            return .page(try await page(visit, of: piece, clash: clash), status: 409)
        }
    }

    private static func remove(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        let piece: ID<Kind> = try visit.id("piece")
        return try await visit.orAgain {
            try await visit.write { try InvestigationWork($0, visit, id).remove(piece, visit.fields) }
            return .redirect(back(to: id), saying: InvestigationTexts(language: visit.language).removed)
        } form: { problems in
            try await page(visit, of: piece, problems: problems)
        }
    }

    private static func page(
        _ visit: Visit, of piece: ID<Kind>, problems: Problems = .none, clash: EditClash? = nil
    ) async throws -> Page {
        let picture = try await visit.investigation()
        return PiecePage(
            visit: visit, picture: picture, piece: picture.piece(piece), problems: problems, clash: clash
        ).page
    }

    private static func move(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        let step: ID<EventStep> = try visit.id("piece")
        let isUp = visit.fields["way"] == "up"
        return try await visit.orAgain {
            try await visit.write { try InvestigationWork($0, visit, id).move(step, isUp: isUp) }
            return .redirect(back(to: id))
        } form: { problems in
            InvestigationPage(
                visit: visit, picture: try await visit.investigation(findsSimilar: true), problems: problems
            ).page
        }
    }

    /// On to a new action, filled in with the cause or the barrier. Of a confidential report none is made: its words would
    /// stand on a plan that many read.
    private static func act(_ visit: Visit) async throws -> Answer {
        let picture = try await visit.investigation()
        let piece: ID<Kind> = try visit.id("piece")
        guard let body = picture.seen.body, !picture.report.isConfidential, let found = picture.piece(piece) else {
            throw Refusal.notFound
        }
        let report = picture.report
        try await visit.write { try InvestigationWork($0, visit, report.id).intend(piece.text) }
        return .redirect(
            ActionPlan.newActionLink(
                body: body, unit: report.unit, what: String(found.what.prefix(Self.titleLimit)),
                origin: Origin(kind: "report", id: report.id.text)))
    }

    /// Of what an action is called.
    private static var titleLimit: Int { 200 }
}

extension InvestigationPicture {
    func piece<Kind: KeptPiece>(_ id: ID<Kind>) -> Kind? {
        let pieces: [any KeptPiece] = steps + tree.causes + barriers
        return pieces.lazy.compactMap { $0 as? Kind }.first { $0.id == id }
    }
}
