import Access
import Journal
import Kernel
import Markup
import Storage
import Web

/// What the administrator sees of retention and decides on. None of it opens what is kept.
extension Retention {
    public var routes: [Route] {
        var routes = Routes()
        routes.get("/administration/retention", for: .administrator, list)
        routes.get("/administration/retention/:kind", for: .administrator) { .page(try await page($0)) }
        routes.post("/administration/retention/:kind/term", for: .administrator, change)
        routes.post("/administration/retention/:kind/start", for: .administrator, start)
        routes.post("/administration/retention/:kind/stop", for: .administrator, stop)
        routes.post("/administration/retention/:kind/now", for: .administrator, carryOutNow)
        return routes.all
    }

    /// What waits for a request is a part of a night's work; the night does the rest.
    private static let portionsAtOnce = 20

    private func list(_ visit: Visit) async throws -> Answer {
        let (kinds, today) = (kinds, visit.today)
        let lines = try await visit.read { reader in
            try kinds.map { try KindPicture(of: $0, on: today, reader) }
        }
        return .page(RetentionPage(visit: visit, kinds: lines).page)
    }

    private func kind(_ visit: Visit) throws -> RetainedKind {
        guard let kind = kinds.first(where: { $0.name == visit.parameters["kind"] }) else { throw Refusal.notFound }
        return kind
    }

    private func page(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let (kind, today) = (try kind(visit), visit.today)
        return try await visit.read { reader in
            let picture = try KindPicture(of: kind, on: today, reader)
            let dryRun = try DryRun(of: kind, by: picture.rule.term, on: today, reader)
            let runs = try RetentionStore(reader).runs(of: kind, most: 10)
            return KindPage(visit: visit, picture: picture, dryRun: dryRun, runs: runs, problems: problems).page
        }
    }

    private func change(_ visit: Visit) async throws -> Answer {
        let kind = try kind(visit)
        return try await visit.orAgain {
            let (new, deed) = (try kind.rule(visit.fields), visit.deed)
            try await visit.write { writer in
                let old = try RetentionStore(writer.reader).rule(of: kind)
                guard old.term != new.term || old.reason != new.reason else { return }
                // Other words for the same term need no new look.
                let saved = old.term == new.term ? new.with(isActive: old.isActive) : new
                try writer.apply(saved.saved(instead: old, as: "changed", deed), deed)
            }
            return .redirect(link(kind), saying: RetentionTexts(language: visit.language).termChanged)
        } form: {
            try await page(visit, problems: $0)
        }
    }

    /// Only whoever was shown today what would go by this very term switches it on.
    private func start(_ visit: Visit) async throws -> Answer {
        let kind = try kind(visit)
        return try await visit.orAgain {
            let (deed, fields) = (visit.deed, visit.fields)
            let isDone = try await visit.write { writer -> Bool in
                let old = try RetentionStore(writer.reader).rule(of: kind)
                guard !old.isActive else { return true }
                guard fields["looked"] == old.lookMark(visit) else { return false }
                try writer.apply(old.with(isActive: true).saved(instead: old, as: "switched_on", deed), deed)
                return true
            }
            guard isDone else { throw Problems(RetentionProblem.lookAnew) }
            return .redirect(link(kind), saying: RetentionTexts(language: visit.language).switchedOn)
        } form: {
            try await page(visit, problems: $0)
        }
    }

    private func stop(_ visit: Visit) async throws -> Answer {
        let (kind, deed) = (try kind(visit), visit.deed)
        try await visit.write { writer in
            let old = try RetentionStore(writer.reader).rule(of: kind)
            guard old.isActive else { return }
            try writer.apply(old.with(isActive: false).saved(instead: old, as: "switched_off", deed), deed)
        }
        return .redirect(link(kind), saying: RetentionTexts(language: visit.language).switchedOff)
    }

    private func carryOutNow(_ visit: Visit) async throws -> Answer {
        let (kind, text) = (try kind(visit), RetentionTexts(language: visit.language))
        guard kind.mayHurry else { throw Refusal.notFound }
        let count = try await carryingOut(in: visit.house).run(kind, most: Self.portionsAtOnce)
        return .redirect(link(kind), saying: text.erasedNow(ToldCounts.told(count)))
    }

    private func link(_ kind: RetainedKind) -> Link { "/administration/retention/\(kind.name)" }
}

extension RetentionRule {
    /// Proof that somebody was shown today what would go by this term.
    func lookMark(_ visit: Visit) -> String {
        visit.house.settings.proof("retention", "\(kind) \(term.months) \(visit.today) \(visit.viewer.person)")
    }
}
