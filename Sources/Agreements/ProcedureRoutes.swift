import Access
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// A body's rules of procedure: read by everybody who sees the body, written by those who lead its work.
struct ProcedureRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/bodies/:id/rules", for: .signedIn) { visit in .page(try await page(nil, visit)) }
        routes.get("/bodies/:id/rules/draft", for: .signedIn) { visit in .page(try await draftPage(visit)) }
        routes.post("/bodies/:id/rules/draft", for: .signedIn, save)
        routes.post("/bodies/:id/rules/adoption", for: .signedIn, adopt)
        routes.post("/bodies/:id/rules/discard", for: .signedIn, discard)
        routes.get("/bodies/:id/rules/:version", for: .signedIn) { visit in
            .page(try await page(try Self.number(visit), visit))
        }
        routes.get("/bodies/:id/rules/:version/paper", for: .signedIn, paper)
    }

    static let notYours = Refusal.forbidden(
        Words(
            da:
                "Det kan kun udvalgets formand, leder, sekretær eller koordinator, arbejdsmiljøsekretariatet eller administratoren.",
            en:
                "Only the committee's chair, leader, secretary or coordinator, the secretariat or the administrator can do that."
        ))

    private static func number(_ visit: Visit) throws -> Int {
        guard let number = Int(visit.parameters["version"] ?? ""), (1...100_000).contains(number) else {
            throw Refusal.notFound
        }
        return number
    }

    private func page(_ number: Int?, _ visit: Visit) async throws -> Page {
        let id: BodyID = try visit.id()
        let (viewer, today) = (visit.viewer, visit.today)
        return try await visit.read { reader in
            guard let body = try BodyStore(reader).find(id, on: today) else { throw Refusal.notFound }
            let store = ProcedureStore(reader)
            let versions = try store.decided(of: id)
            let current = try store.current(of: id, on: today)
            let shown = try number.map { try store.find($0, of: id) } ?? current ?? versions.first
            if number != nil, shown == nil { throw Refusal.notFound }
            let mayWrite = try ProcedureStore.mayWrite(body, viewer, on: today, reader)
            return ProcedurePage(
                visit: visit, body: body, shown: shown, texts: try shown.map { try store.texts(of: $0.id) } ?? [:],
                versions: versions, current: current, mayWrite: mayWrite,
                hasDraft: try mayWrite && store.draft(of: id) != nil
            ).page
        }
    }

    private func paper(_ visit: Visit) async throws -> Answer {
        let (id, number): (BodyID, Int) = (try visit.id(), try Self.number(visit))
        let today = visit.today
        return .page(
            try await visit.read { reader in
                let store = ProcedureStore(reader)
                guard let body = try BodyStore(reader).find(id, on: today), let version = try store.find(number, of: id)
                else { throw Refusal.notFound }
                return ProcedurePaper(
                    visit: visit, body: body, version: version, texts: try store.texts(of: version.id)
                )
                .page
            })
    }

    private static func writable(_ id: BodyID, _ viewer: Viewer, on day: Day, _ reader: Reader) throws -> Body {
        guard let body = try BodyStore(reader).find(id, on: day) else { throw Refusal.notFound }
        guard try ProcedureStore.mayWrite(body, viewer, on: day, reader) else { throw notYours }
        return body
    }

    private func draftPage(
        _ visit: Visit, problems: Problems = .none, adoption: Problems = .none, clash: EditClash? = nil
    ) async throws -> Page {
        let id: BodyID = try visit.id()
        let (viewer, today) = (visit.viewer, visit.today)
        return try await visit.read { reader in
            let body = try Self.writable(id, viewer, on: today, reader)
            let store = ProcedureStore(reader)
            let draft = try store.draft(of: id)
            // A new version begins from the one that holds.
            let from = try draft ?? store.current(of: id, on: today)
            return ProcedureDraftPage(
                visit: visit, body: body, texts: try from.map { try store.texts(of: $0.id) } ?? [:],
                hasDraft: draft != nil,
                editor: try draft?.editor.flatMap { try PersonStore(reader).name(of: $0) }, problems: problems,
                adoptionProblems: adoption, clash: clash
            ).page
        }
    }

    private func save(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id()
        let (sent, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
        do {
            return try await visit.orAgain {
                let link = try await visit.once { writer in
                    _ = try Self.writable(id, viewer, on: deed.day, writer.reader)
                    let store = ProcedureStore(writer.reader)
                    let draft = try store.draft(of: id)
                    let from = try draft ?? store.current(of: id, on: deed.day)
                    let written = Procedure.written(try from.map { try store.texts(of: $0.id) } ?? [:])
                    let texts = try Procedure.texts(try Editions.settled(sent, beside: written))
                    guard texts.values.contains(where: { !$0.isEmpty }) else {
                        throw Problems(AgreementProblem.nothingWritten)
                    }
                    let number = try draft?.number ?? store.nextNumber(of: id)
                    try writer.apply(Procedure.kept(texts, in: draft, of: id, number: number, deed), deed)
                    return "/bodies/\(id)/rules/draft"
                }
                return .redirect(link, saying: ProcedureTexts(language: visit.language).saved)
            } form: { problems in
                try await draftPage(visit, problems: problems)
            }
        } catch let clash as EditClash {
            return .page(try await draftPage(visit, clash: clash), status: 409)
        }
    }

    private func adopt(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id()
        let (fields, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                _ = try Self.writable(id, viewer, on: deed.day, writer.reader)
                let store = ProcedureStore(writer.reader)
                guard let draft = try store.draft(of: id) else { throw Refusal.notFound }
                let decision = try Procedure.Decision(fields, on: deed.day)
                try Procedure.check(try store.texts(of: draft.id))
                try writer.apply(draft.decided(decision, deed), deed)
                return "/bodies/\(id)/rules"
            }
            return .redirect(link, saying: ProcedureTexts(language: visit.language).adopted)
        } form: { problems in
            try await draftPage(visit, adoption: problems)
        }
    }

    private func discard(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id()
        let (deed, viewer) = (visit.deed, visit.viewer)
        try await visit.write { writer in
            _ = try Self.writable(id, viewer, on: deed.day, writer.reader)
            guard let draft = try ProcedureStore(writer.reader).draft(of: id) else { throw Refusal.notFound }
            try writer.apply(draft.discarded(), deed)
        }
        return .redirect("/bodies/\(id)/rules", saying: ProcedureTexts(language: visit.language).discarded)
    }
}
