import Access
import Design
import Journal
import Kernel
import Markup
import Storage
import Web

/// How a unit changed, and the guided pages with which it is merged, moved, renamed, split and closed on a day.
struct UnitChangeRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/units/:id/changes", for: .signedIn, showHistory)
        routes.get("/units/:id/merger", for: .administrator) { visit in .page(try await mergerPage(visit)) }
        routes.post("/units/:id/merger", for: .administrator, merge)
        for kind in UnitChangeForm.allCases {
            routes.get("/units/:id/\(kind.rawValue)", for: .administrator) { visit in
                .page(try await form(kind, visit))
            }
            routes.post("/units/:id/\(kind.rawValue)", for: .administrator) { visit in try await carryOut(kind, visit) }
        }
        routes.get("/duties", for: .signedIn, showDuties)
        routes.post("/duties/:id/answer", for: .signedIn, answer)
    }

    private func showHistory(_ visit: Visit) async throws -> Answer {
        let id: UnitID = try visit.id()
        return try await visit.organisationPage { asOf, reader in
            try UnitHistoryPage(id, visit: visit, asOf: asOf, reader)?.page
        }
    }

    private func form(_ kind: UnitChangeForm, _ visit: Visit, problems: Problems = .none) async throws -> Page {
        let id: UnitID = try visit.id()
        let page = try await visit.read { reader -> Page? in
            guard let unit = try UnitStore(reader).find(id, on: visit.today) else { return nil }
            let parts = kind == .split ? try UnitParts(of: id, on: visit.today, reader) : nil
            return UnitChangePage(visit: visit, unit: unit, kind: kind, parts: parts, problems: problems).page
        }
        guard let page else { throw Refusal.notFound }
        return page
    }

    private func carryOut(_ kind: UnitChangeForm, _ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let id: UnitID = try visit.id()
            let (fields, deed, secret) = (visit.fields, visit.deed, visit.house.identities.secret())
            let link = try await visit.once { writer in
                try Self.carryOut(kind, id, fields, link: secret, deed, writer)
                return "/units/\(id)/changes"
            }
            return .redirect(link, saying: ChangeTexts(language: visit.language).recorded)
        } form: { problems in
            try await form(kind, visit, problems: problems)
        }
    }

    static func carryOut(
        _ kind: UnitChangeForm, _ id: UnitID, _ fields: Fields, link: String, _ deed: Deed, _ writer: Writer
    ) throws {
        let day = fields["day"].isEmpty ? deed.day : Day(fields["day"]) ?? deed.day
        guard let unit = try UnitStore(writer.reader).find(id, on: day) else { throw Refusal.notFound }
        let unitChange = UnitChange(unit: unit, deed: deed, reader: writer.reader)
        switch kind {
        case .name: try writer.apply(unitChange.renamed(fields), deed)
        case .move: try writer.apply(unitChange.moved(fields), deed)
        case .closure: try writer.apply(unitChange.closed(fields), deed)
        case .split: try writer.apply(unitChange.split(fields, link: link).0, deed)
        }
    }

    /// First which and when; then what it would do; only then is it done.
    private func mergerPage(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let id: UnitID = try visit.id()
        let (fields, today) = (visit.fields, visit.today)
        let page = try await visit.read { reader -> Page? in
            guard let unit = try UnitStore(reader).find(id, on: today) else { return nil }
            guard fields.has("into") || fields.has("day") else {
                return MergerPage(visit: visit, unit: unit, merger: nil, problems: problems).page
            }
            do {
                let merger = try Self.merger(id, fields, reader)
                return MergerPage(visit: visit, unit: unit, merger: merger, problems: problems).page
            } catch let found as Problems {
                return MergerPage(visit: visit, unit: unit, merger: nil, problems: found).page
            }
        }
        guard let page else { throw Refusal.notFound }
        return page
    }

    static func merger(_ id: UnitID, _ fields: Fields, _ reader: Reader) throws -> Merger {
        var reading = Reading(fields)
        let (day, code) = (reading.day("day"), reading.text("into", limit: 200))
        let into = try UnitStore(reader).find(written: code, on: day)
        if !code.isEmpty, into == nil { reading.note(OrganisationProblem.noSuchUnit(code), at: "into") }
        try reading.finish()
        guard let into, let unit = try UnitStore(reader).find(id, on: day) else { throw Refusal.notFound }
        let merger = try Merger(unit, into: into, on: day, reader)
        let problems = try merger.problems(reader)
        guard problems.isEmpty else { throw problems }
        return merger
    }

    private func merge(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let id: UnitID = try visit.id()
            let (fields, deed) = (visit.fields, visit.deed)
            let link = try await visit.once { writer in
                try Self.merge(id, fields, deed, writer)
                return "/units/\(id)/changes"
            }
            return .redirect(link, saying: ChangeTexts(language: visit.language).recorded)
        } form: { problems in
            try await mergerPage(visit, problems: problems)
        }
    }

    static func merge(_ id: UnitID, _ fields: Fields, _ deed: Deed, _ writer: Writer) throws {
        guard try UnitStore(writer.reader).find(id, on: deed.day) != nil else { throw Refusal.notFound }
        let merger = try merger(id, fields, writer.reader)
        var reading = Reading(fields)
        let reason = reading.text("reason", limit: 2000)
        if fields["seen"] != merger.seen { reading.note(ChangeProblem.changedMeanwhile, at: "") }
        try reading.finish()
        guard let fates = merger.fates(fields) else { throw Problems(FieldProblem.notAChoice) }
        let problems = merger.problems(of: fates)
        guard problems.isEmpty else { throw problems }
        try writer.apply(merger.change(fates, because: reason, deed), deed)
    }

    private func showDuties(_ visit: Visit) async throws -> Answer {
        let page = try await visit.read { reader in
            try DutiesPage(ChangeStore(reader).waiting(), visit: visit, reader).page
        }
        return .page(page)
    }

    private func answer(_ visit: Visit) async throws -> Answer {
        let id: ID<SeatDuty> = try visit.id()
        let (fields, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                guard let duty = try ChangeStore(writer.reader).find(id) else { throw Refusal.notFound }
                guard try MandateRoutes.mayChange(duty.place, viewer, on: deed.day, writer.reader) else {
                    throw OrganisationRoutes.notYours
                }
                var reading = Reading(fields)
                let text = reading.text("answer", limit: 1000)
                try reading.finish()
                try writer.apply(duty.answered(text, deed), deed)
                return "/duties"
            }
            return .redirect(link, saying: ChangeTexts(language: visit.language).dutyAnswered)
        } form: { problems in
            try await visit.read { reader in
                let duties = try ChangeStore(reader).find(id).map { [$0] } ?? []
                return try DutiesPage(duties, visit: visit, problems: problems, reader).page
            }
        }
    }
}

/// The pages that are one form.
enum UnitChangeForm: String, CaseIterable, Sendable {
    case name, move, closure, split
}

extension SeatDuty {
    /// It is not filled, for a reason that stands there.
    func answered(_ text: String, _ deed: Deed) -> Change {
        Change(
            [
                ("""
                UPDATE seat_duty SET answer = \(text), answered_at = \(deed.moment), answered_by = \(deed.person)
                WHERE id = \(id) AND answered_at IS NULL
                """ as SQL).orStale
            ],
            journal: [JournalEntry(place.subject, "duty_answered", after: ["role": role.rawValue, "answer": text])],
            raising: [.rights])
    }
}
