import Access
import Kernel
import Storage
import Web

/// The organisation for programs, under `/api/v1`: the same rules and stores as the pages.
struct OrganisationAPI: Sendable {
    private static let most = 200

    func add(to routes: inout Routes) {
        routes.api(
            .get, "/units",
            APIShape(
                "Units by code, 200 at a time", scope: .readOrganisation,
                fields: [FieldShape("after", .text(limit: 40), "The last code of the page before"), Self.on],
                answer: Self.page(of: Unit.shape)), listUnits)
        routes.api(
            .get, "/people",
            APIShape(
                "People who are here, by name, 200 at a time", scope: .readOrganisation,
                fields: [
                    FieldShape("after", .id, "The last id of the page before"),
                    FieldShape("q", .text(limit: 200), "How words of the name, or the e-mail, begin"), Self.on,
                ], answer: Self.page(of: Person.shape)), listPeople)
        routes.api(
            .get, "/bodies",
            APIShape(
                "Groups and committees by name, 200 at a time", scope: .readOrganisation,
                fields: [FieldShape("after", .id, "The last id of the page before"), Self.on],
                answer: Self.page(of: Body.shape)), listBodies)
        routes.api(
            .post, "/bodies",
            APIShape(
                "Adds a group or a committee; administrators only", scope: .writeOrganisation,
                fields: [
                    FieldShape("kind", .choice(BodyKind.allCases.map(\.rawValue)), required: true, "What it is"),
                    FieldShape("name_da", .text(limit: 200), required: true, "Its name in Danish"),
                    FieldShape("name_en", .text(limit: 200), "Its name in English"),
                    FieldShape("units", .ids, required: true, "Codes of the units that it looks after"),
                ], answer: Body.shape), addBody)
        routes.api(
            .get, "/mandates",
            APIShape(
                "Who sits in a body, or holds an office for a unit", scope: .readOrganisation,
                fields: [
                    FieldShape("body", .id, "The body's id; either this or the unit"),
                    FieldShape("unit", .id, "The unit's id"), Self.on,
                ],
                answer: .object(name: "Mandates", [("mandates", .list(Mandate.shape))])), listMandates)
        routes.api(
            .post, "/mandates",
            APIShape(
                "Gives a seat or an office; administrators, and the coordinator of the area", scope: .writeOrganisation,
                fields: [
                    FieldShape("body", .id, "The body's id; either this or the unit"),
                    FieldShape("unit", .id, "The unit's id, for an office"),
                    FieldShape("email", .text(limit: 200), required: true, "The person's e-mail"),
                    FieldShape(
                        "role", .choice(Role.allCases.map(\.rawValue)), required: true, "What the person does there"),
                    FieldShape(
                        "origin", .choice(Mandate.Origin.allCases.map(\.rawValue)), required: true, "How it came about"),
                    FieldShape("starts", .day, "The first day; today where it is left out"),
                    FieldShape("ends", .day, "The last day"),
                    FieldShape("hours", .text(limit: 5), "Hours a week for the task, such as 3.5"),
                    FieldShape("represents", .text(limit: 200), "Whom it represents, in words"),
                    FieldShape("represented_unit", .text(limit: 40), "The code of the unit that it represents"),
                    FieldShape("deputy_of", .id, "The mandate for which a deputy steps in"),
                ], answer: Mandate.shape), giveSeat)
        routes.api(
            .get, "/organisation-changes",
            APIShape(
                "Units merged, moved, split, renamed and closed, 500 at most", scope: .readOrganisation,
                fields: [
                    FieldShape("from", .day, "The first day; the beginning where it is left out"),
                    FieldShape("through", .day, "The last day; planned ones too where it is left out"),
                ],
                answer: .object(name: "Changes", [("changes", .list(OrganisationChange.shape))])), listChanges)
        routes.api(
            .get, "/units/:id/months",
            APIShape(
                "Head count and hours worked of a unit, latest month first", scope: .readOrganisation,
                answer: .object(name: "Months", [("months", .list(MonthFigures.shape))])), listMonths)
    }

    private static let on = FieldShape("on", .day, "As of this day; today where it is left out")

    private func listChanges(_ visit: Visit) async throws -> Answer {
        var reading = Reading(visit.fields)
        let (first, last) = (
            reading.optionalDay("from") ?? .earliest, reading.optionalDay("through") ?? .latest
        )
        try reading.finish()
        let changes = try await visit.read { try ChangeStore($0).changes(from: first, through: last) }
        return .json(["changes": .list(changes.map(\.json))])
    }

    private func listMonths(_ visit: Visit) async throws -> Answer {
        let (id, day): (UnitID, Day) = (try visit.id(), visit.today)
        let months = try await visit.read { reader in
            guard try UnitStore(reader).find(id, on: day) != nil else { throw Refusal.notFound }
            return try MonthStore(reader).latest(of: id, most: 600)
        }
        return .json(["months": .list(months.map(\.json))])
    }

    private func listUnits(_ visit: Visit) async throws -> Answer {
        let (after, day) = (visit.fields["after"], try await visit.programsDay())
        let units = try await visit.read { try UnitStore($0).page(after: after, on: day, most: Self.most + 1) }
        return Self.answer(units, \.json) { $0.code }
    }

    private func listPeople(_ visit: Visit) async throws -> Answer {
        let (text, after, day) = (
            visit.fields["q"].trimmed, PersonID(visit.fields["after"]), try await visit.programsDay()
        )
        let (viewer, today) = (visit.viewer, visit.today)
        let (people, seen) = try await visit.read { reader in
            let store = PersonStore(reader)
            let isFirst = after.text.isEmpty
            guard try isFirst || store.name(of: after) != nil else { throw Refusal.notFound }
            let people = try store.page(named: text, after: isFirst ? nil : after, on: day, most: Self.most + 1)
            return (people, try store.lookedAfter(people.map(\.id), by: viewer, on: today))
        }
        return Self.answer(people.map { $0.isHere(on: today) ? $0 : $0.nameOnly }) {
            $0.json(isSeen: seen.contains($0.id))
        } place: {
            $0.id.text
        }
    }

    private func listBodies(_ visit: Visit) async throws -> Answer {
        let (after, day) = (BodyID(visit.fields["after"]), try await visit.programsDay())
        let bodies = try await visit.read { reader in
            let store = BodyStore(reader)
            let place = try store.find(after, on: day).map { (name: $0.name.danish, id: after) }
            guard place != nil || after.text.isEmpty else { throw Refusal.notFound }
            return try store.page(after: place, on: day, most: Self.most + 1)
        }
        return Self.answer(bodies, \.json) { $0.id.text }
    }

    private func addBody(_ visit: Visit) async throws -> Answer {
        guard visit.viewer.isAdministrator else { throw OrganisationRoutes.notYours }
        let (fields, deed) = (visit.fields, visit.deed)
        return try await Self.orProblems(visit) {
            let body = try await visit.write { try OrganisationRoutes.addBody(fields, deed, $0) }
            return .json(body.json)
        }
    }

    private func listMandates(_ visit: Visit) async throws -> Answer {
        let (place, day) = (Self.place(visit.fields), try await visit.programsDay())
        let seats = try await visit.read { reader in
            guard let place, try NamedPlace(place, on: day, reader) != nil else { throw Refusal.notFound }
            return try MandateStore(reader).seats(in: place, on: day)
        }
        return .json(["mandates": .list(seats.map { $0.mandate.json })])
    }

    private func giveSeat(_ visit: Visit) async throws -> Answer {
        let (fields, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
        guard let place = Self.place(fields) else { throw Refusal.notFound }
        return try await Self.orProblems(visit) {
            let mandate = try await visit.write { try MandateRoutes.give(place, fields, viewer, deed, $0) }
            return .json(mandate.json)
        }
    }

    private static func place(_ fields: Fields) -> Mandate.Place? {
        if !fields["unit"].isEmpty { return fields["body"].isEmpty ? .unit(UnitID(fields["unit"])) : nil }
        return .body(BodyID(fields["body"]))
    }

    /// Programs never see the form.
    static func orProblems(_ visit: Visit, _ body: () async throws -> Answer) async throws -> Answer {
        try await visit.orAgain(body) { _ in throw Refusal.notFound }
    }

    private static func page(of shape: AnswerShape) -> AnswerShape {
        .object(name: "Page", [("items", .list(shape)), ("after", .optionalText)])
    }

    /// One more was read than is sent, to know whether there is another page.
    private static func answer<Item>(_ items: [Item], _ json: (Item) -> JSON, place: (Item) -> String) -> Answer {
        let page = items.prefix(most)
        let next = items.count > most ? page.last.map(place) : nil
        return .json(["items": .list(page.map(json)), "after": JSON(next)])
    }
}

extension Unit {
    static let shape = AnswerShape.object(
        name: "Unit",
        [
            ("id", .text), ("code", .text), ("parent", .optionalText), ("kind", .text), ("name_da", .text),
            ("name_en", .text), ("legal_entity", .flag), ("opens", .text), ("closes", .optionalText),
        ])

    var json: JSON {
        [
            "id": .text(id.text), "code": .text(code), "parent": JSON(parent?.text), "kind": .text(kind.rawValue),
            "name_da": .text(name.danish), "name_en": .text(name.english), "legal_entity": .flag(isLegalEntity),
            "opens": .text(opens.text), "closes": JSON(closes?.text),
        ]
    }
}

extension Person {
    /// Whoever has left is known by name only.
    var nameOnly: Person {
        var copy = self
        (copy.email, copy.phone) = (nil, "")
        return copy
    }

    static let shape = AnswerShape.object(
        name: "Person",
        [
            ("id", .text), ("name", .text), ("email", .optionalText), ("phone", .text), ("language", .optionalText),
            ("kind", .optionalText), ("unit", .optionalText), ("title", .text), ("starts", .optionalText),
            ("ends", .optionalText),
        ])

    /// - Parameter isSeen: by whoever asks, who looks after the unit: others read what the directory shows.
    func json(isSeen: Bool) -> JSON {
        [
            "id": .text(id.text), "name": .text(name), "email": JSON(email), "phone": .text(phone),
            "language": JSON(isSeen ? language.rawValue : nil), "kind": JSON(isSeen ? kind.rawValue : nil),
            "unit": JSON(unit?.text), "title": .text(title), "starts": JSON(isSeen ? starts.text : nil),
            "ends": JSON(isSeen ? ends?.text : nil),
        ]
    }
}

extension Body {
    static let shape = AnswerShape.object(
        name: "Body",
        [
            ("id", .text), ("kind", .text), ("name_da", .text), ("name_en", .text), ("parent", .optionalText),
            ("opens", .text), ("closes", .optionalText), ("code", .optionalText), ("employer_seats", .optionalText),
            ("employee_seats", .optionalText), ("meetings_a_year", .optionalText),
        ])

    var json: JSON {
        [
            "id": .text(id.text), "kind": .text(kind.rawValue), "name_da": .text(name.danish), "code": JSON(code),
            "name_en": .text(name.english), "parent": JSON(parent?.text), "opens": .text(opens.text),
            "closes": JSON(closes?.text), "employer_seats": JSON(employerSeats.map(String.init)),
            "employee_seats": JSON(employeeSeats.map(String.init)),
            "meetings_a_year": JSON(meetingsAYear.map(String.init)),
        ]
    }
}

extension Mandate {
    static let shape = AnswerShape.object(
        name: "Mandate",
        [
            ("id", .text), ("body", .optionalText), ("unit", .optionalText), ("person", .text), ("role", .text),
            ("origin", .text), ("starts", .text), ("ends", .optionalText), ("hours", .optionalText),
            ("represents", .text), ("represented_unit", .optionalText), ("deputy_of", .optionalText),
        ])

    var json: JSON {
        [
            "unit": JSON(unit?.text), "hours": JSON(minutesAWeek.map { Mandate.hours($0, in: .english) }),
            "represents": .text(represents), "represented_unit": JSON(representedUnit?.text),
            "deputy_of": JSON(deputyOf?.text),
            "id": .text(id.text), "body": JSON(body?.text), "person": .text(person.text), "role": .text(role.rawValue),
            "origin": .text(origin.rawValue), "starts": .text(starts.text), "ends": JSON(ends?.text),
        ]
    }
}

extension OrganisationChange {
    static let shape = AnswerShape.object(
        name: "OrganisationChange",
        [
            ("id", .text), ("day", .text), ("kind", .text), ("unit", .text), ("other", .optionalText),
            ("reason", .text), ("asks_for_proximity", .flag), ("recalled", .flag),
        ])

    var json: JSON {
        [
            "id": .text(id.text), "day": .text(day.text), "kind": .text(kind.rawValue), "unit": .text(unit.text),
            "other": JSON(other?.text), "reason": .text(reason), "asks_for_proximity": .flag(asksForProximity),
            "recalled": .flag(recalled != nil),
        ]
    }
}

extension MonthFigures {
    static let shape = AnswerShape.object(
        name: "MonthFigures",
        [("month", .text), ("head_count", .optionalText), ("hours", .optionalText), ("few_hours", .optionalText)])

    var json: JSON {
        [
            "month": .text(month.text), "head_count": JSON(headCount.map { "\($0)" }),
            "hours": JSON(hours.map { "\($0)" }), "few_hours": JSON(fewHours.map { "\($0)" }),
        ]
    }
}
