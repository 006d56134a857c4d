import Access
import Documents
import Kernel
import Law
import Organisation
import Reports
import Storage
import Web

/// The register of accidents, and the rule that may be changing.
enum RegisterRoutes {
    private static let pageSize = 50
    private static let exportLimit = 20_000
    private static let mostUnfilled = 20

    static func add(to routes: inout Routes) {
        routes.get("/accidents", for: .signedIn) { try await list($0) }
        routes.get("/accidents/export.csv", for: .signedIn) { try await csv($0) }
        routes.get("/accidents/rule", for: .signedIn) { .page(try await rule($0)) }
        routes.post("/accidents/rule", for: .signedIn) { try await settle($0) }
    }

    private static func list(_ visit: Visit) async throws -> Answer {
        let (viewer, day, law, filter) = (visit.viewer, visit.today, visit.house.law, RegisterFilter(visit.fields))
        let after = visit.fields["after"]
        return .page(
            try await visit.read { reader in
                let register = try AccidentRegister(
                    for: viewer, filter, after: after, by: law, on: day, most: pageSize, reader)
                let isFirst = after.isEmpty
                let unfilled =
                    isFirst && !filter.isNarrowed
                    ? try UnfilledAccidents.find(for: viewer, most: mostUnfilled, on: day, reader) : []
                let ids = Set(register.accidents.map(\.report.unit) + unfilled.map(\.unit))
                return RegisterPage(
                    visit: visit, filter: filter, register: register, unfilled: unfilled,
                    units: try UnitStore(reader).names(of: ids, on: day), isFirst: isFirst
                ).page
            })
    }

    /// What leaves the site: nothing confidential, no names, and not a day that anybody was away.
    private static func csv(_ visit: Visit) async throws -> Answer {
        let (viewer, day, law, filter) = (visit.viewer, visit.today, visit.house.law, RegisterFilter(visit.fields))
        let (language, text) = (visit.language, RegisterTexts(language: visit.language))
        let (register, units) = try await visit.read { reader -> (AccidentRegister, [UnitID: Words]) in
            let register = try AccidentRegister(
                for: viewer, filter, by: law, on: day, most: exportLimit, isOpen: true, reader)
            return (register, try UnitStore(reader).names(of: Set(register.accidents.map(\.report.unit)), on: day))
        }
        var writer = CSVWriter(in: language)
        writer.append(
            [text.happened, text.kind, text.unit, text.state, text.deadline, text.sent, text.receipt].map(Cell.text))
        for accident in register.accidents {
            let (record, standing) = (accident.record, accident.standing)
            let state = standing.next?.state ?? standing.state
            writer.append([
                .day(record.happened), .text(Reports.name(of: accident.report.kind).in(language)),
                .text(units[accident.report.unit]?.in(language) ?? ""),
                .text(AccidentTexts(language: language).badge(state)),
                (standing.next?.deadline ?? standing.duty.deadline).map(Cell.day) ?? .empty,
                record.sendings.first.map { .day($0.day) } ?? .empty,
                .text(record.sendings.map(\.receipt).filter { !$0.isEmpty }.joined(separator: ", ")),
            ])
        }
        return .file(
            File(name: text.fileName + ".csv", mediaType: "text/csv; charset=utf-8", bytes: writer.take()))
    }

    private static func rule(_ visit: Visit, _ problems: Problems = .none) async throws -> Page {
        let (viewer, day, law) = (visit.viewer, visit.today, visit.house.law)
        return try await visit.read { reader in
            RulePage(
                visit: visit, rule: try NotificationRule(law, on: day, reader),
                maySettle: try viewer.settlesRules(on: day, reader), problems: problems
            ).page
        }
    }

    private static func settle(_ visit: Visit) async throws -> Answer {
        let (viewer, deed, law, fields) = (visit.viewer, visit.deed, visit.house.law, visit.fields)
        return try await visit.orAgain {
            try await visit.write { writer in
                guard try viewer.settlesRules(on: deed.day, writer.reader) else {
                    throw Refusal.forbidden(AccidentRefusals.rule)
                }
                let old = try NotificationRule(law, on: deed.day, writer.reader).finding
                var reading = Reading(fields)
                let answer: RuleFinding.Answer = reading.choice("holds", otherwise: .no)
                let source = reading.text("source", limit: RuleFinding.sourceLimit)
                try reading.finish()
                let new = RuleFinding(holds: answer == .yes, source: source, day: deed.day, person: viewer.person)
                guard new.holds != old?.holds || new.source != old?.source else { return }
                try writer.apply(new.saved(instead: old), deed)
            }
            return .redirect("/accidents/rule", saying: AccidentTexts(language: visit.language).ruleSaved)
        } form: {
            try await rule(visit, $0)
        }
    }
}

extension RuleFinding {
    enum Answer: String {
        case yes
        case no
    }
}
