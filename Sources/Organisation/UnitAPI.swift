import Access
import Kernel
import Storage
import Web

/// Units through time for programs: added, renamed, moved, split, merged, closed, and planned changes called back. All
/// by the administrator's token, by the same rules as the forms.
struct UnitAPI: Sendable {
    private static let day = FieldShape("day", .day, "The first day on which it is so; today where it may be left out")
    private static let reason = FieldShape("reason", .text(limit: 2000), required: true, "Why")
    private static let naming = [
        FieldShape("name_da", .text(limit: 200), required: true, "Its name in Danish"),
        FieldShape("name_en", .text(limit: 200), "Its name in English"),
        FieldShape("kind", .choice(Unit.Kind.allCases.map(\.rawValue)), required: true, "What it is"),
    ]
    private static let change = AnswerShape.object(
        name: "Changed", [("changes", .list(OrganisationChange.shape))])

    func add(to routes: inout Routes) {
        routes.api(
            .post, "/units",
            APIShape(
                "Opens a unit today; administrators only", scope: .writeOrganisation,
                fields: Self.naming + [
                    FieldShape("code", .text(limit: 40), required: true, "Its short name"),
                    FieldShape("parent", .text(limit: 40), "The code of the unit above it"),
                ], answer: Unit.shape), open)
        routes.api(
            .get, "/units/:id",
            APIShape(
                "A unit as it is on a day", scope: .readOrganisation,
                fields: [FieldShape("on", .day, "As of this day; today where it is left out")], answer: Unit.shape), one
        )
        for form in UnitChangeForm.allCases {
            routes.api(.post, "/units/:id/\(form.rawValue)", Self.shape(form)) { try await carryOut(form, $0) }
        }
        routes.api(
            .get, "/units/:id/merger",
            APIShape(
                "What merging a unit into another would do; administrators only", scope: .readOrganisation,
                fields: [
                    FieldShape("into", .text(limit: 40), required: true, "The code of the unit that stays"), Self.day,
                ],
                answer: .object(
                    name: "Merger",
                    [
                        ("seen", .text), ("people", .number), ("units", .list(.text)), ("bodies", .list(.text)),
                        ("ending", .list(.text)),
                    ])), preview)
        routes.api(
            .post, "/units/:id/merger",
            APIShape(
                "Merges a unit into another; administrators only", scope: .writeOrganisation,
                fields: [
                    FieldShape("into", .text(limit: 40), required: true, "The code of the unit that stays"), Self.day,
                    Self.reason, FieldShape("seen", .text(limit: 100), required: true, "`seen` of what was looked at"),
                ], answer: Self.change), merge)
        routes.api(
            .post, "/organisation-changes/:id/recall",
            APIShape(
                "Calls a planned change back; administrators only", scope: .writeOrganisation,
                answer: OrganisationChange.shape), recall)
        routes.api(
            .post, "/units/:id/months",
            APIShape(
                "Writes head count and hours of a month; administrators, and the area's coordinator",
                scope: .writeOrganisation,
                fields: [
                    FieldShape("month", .text(limit: 7), required: true, "Such as 2026-03"),
                    FieldShape("head_count", .number, "How many were employed"),
                    FieldShape("hours", .number, "Hours worked"),
                    FieldShape("few_hours", .number, "How many of them work too few hours a week to be counted"),
                ], answer: MonthFigures.shape), record)
    }

    private static func shape(_ form: UnitChangeForm) -> APIShape {
        let more: [FieldShape] =
            switch form {
            case .name: naming
            case .move:
                [FieldShape("parent", .text(limit: 40), required: true, "The code of the unit above it"), reason]
            case .closure: [reason]
            case .split:
                naming + [
                    FieldShape("code", .text(limit: 40), required: true, "The short name of the part"), reason,
                    FieldShape("people", .ids, "Who goes along"), FieldShape("children", .ids, "Units that go along"),
                    FieldShape("bodies", .ids, "Bodies that look after the part too"),
                ]
            }
        let what =
            switch form {
            case .name: "Gives a unit another name or kind from a day on"
            case .move: "Lays a unit under another from a day on"
            case .closure: "Closes a unit; the day is its last"
            case .split: "Splits a part off a unit from a day on"
            }
        return APIShape("\(what); administrators only", scope: .writeOrganisation, fields: [day] + more, answer: change)
    }

    private func open(_ visit: Visit) async throws -> Answer {
        try Self.administrates(visit)
        let (fields, deed) = (visit.fields, visit.deed)
        return try await OrganisationAPI.orProblems(visit) {
            let unit = try await visit.write { writer in try OrganisationRoutes.addUnit(fields, deed, writer) }
            return .json(unit.json)
        }
    }

    private func one(_ visit: Visit) async throws -> Answer {
        let (id, day): (UnitID, Day) = (try visit.id(), try await visit.programsDay())
        guard let unit = try await visit.read({ try UnitStore($0).find(id, on: day) }) else { throw Refusal.notFound }
        return .json(unit.json)
    }

    private func carryOut(_ form: UnitChangeForm, _ visit: Visit) async throws -> Answer {
        try Self.administrates(visit)
        let (id, fields, deed): (UnitID, _, _) = (try visit.id(), visit.fields, visit.deed)
        let secret = visit.house.identities.secret()
        return try await OrganisationAPI.orProblems(visit) {
            try await visit.write { try UnitChangeRoutes.carryOut(form, id, fields, link: secret, deed, $0) }
            return try await changes(of: id, visit)
        }
    }

    private func preview(_ visit: Visit) async throws -> Answer {
        try Self.administrates(visit)
        let (id, fields): (UnitID, _) = (try visit.id(), visit.fields)
        return try await OrganisationAPI.orProblems(visit) {
            let merger = try await visit.read { try UnitChangeRoutes.merger(id, fields, $0) }
            let suggested = Dictionary(uniqueKeysWithValues: merger.bodies.map { ($0.body.id, $0.fates[0]) })
            return .json([
                "seen": .text(merger.seen), "people": .number(merger.people.values.reduce(0, +)),
                "units": .list(merger.children.map { .text($0.id.text) }),
                "bodies": .list(merger.bodies.map { .text($0.body.id.text) }),
                "ending": .list(merger.ending(suggested).map { .text($0.mandate.id.text) }),
            ])
        }
    }

    private func merge(_ visit: Visit) async throws -> Answer {
        try Self.administrates(visit)
        let (id, fields, deed): (UnitID, _, _) = (try visit.id(), visit.fields, visit.deed)
        return try await OrganisationAPI.orProblems(visit) {
            try await visit.write { try UnitChangeRoutes.merge(id, fields, deed, $0) }
            return try await changes(of: id, visit)
        }
    }

    private func recall(_ visit: Visit) async throws -> Answer {
        try Self.administrates(visit)
        let (id, deed): (ID<OrganisationChange>, _) = (try visit.id(), visit.deed)
        return try await OrganisationAPI.orProblems(visit) {
            let change = try await RecallRoutes.guarded {
                try await visit.write { writer -> OrganisationChange? in
                    try writer.apply(RecallRoutes.recall(id, deed.day, writer.reader).called(back: deed), deed)
                    return try ChangeStore(writer.reader).find(id)
                }
            }
            guard let change else { throw Refusal.notFound }
            return .json(change.json)
        }
    }

    private func record(_ visit: Visit) async throws -> Answer {
        let (id, fields, deed): (UnitID, _, _) = (try visit.id(), visit.fields, visit.deed)
        let viewer = visit.viewer
        return try await OrganisationAPI.orProblems(visit) {
            .json(try await visit.write { try MonthRoutes.record(id, fields, viewer, deed, $0) }.json)
        }
    }

    private func changes(of unit: UnitID, _ visit: Visit) async throws -> Answer {
        let changes = try await visit.read { try ChangeStore($0).changes(of: unit) }
        return .json(["changes": .list(changes.map(\.json))])
    }

    static func administrates(_ visit: Visit) throws {
        guard visit.viewer.isAdministrator else { throw OrganisationRoutes.notYours }
    }
}

extension Visit {
    /// The day for which a program asks.
    /// - Throws: `Refusal.badRequest` where there was no organisation yet.
    func programsDay() async throws -> Day {
        let asOf = try AsOf(self)
        guard !asOf.isToday, let first = try await read({ try UnitStore($0).beginning() }), asOf.day < first else {
            return asOf.day
        }
        throw Refusal.badRequest(
            Words(
                da: HistoryTexts(language: .danish).beganOn(first) + ".",
                en: HistoryTexts(language: .english).beganOn(first) + "."))
    }
}
