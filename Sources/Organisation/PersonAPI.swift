import Access
import Kernel
import Storage
import Web

/// People for programs: one by one, added, changed, and given a last day; by the administrator's token.
struct PersonAPI: Sendable {
    private static let fields = [
        FieldShape("name", .text(limit: 200), "Its name"),
        FieldShape("email", .text(limit: 200), "Empty takes it away"),
        FieldShape("phone", .text(limit: 40), "Empty takes it away"),
        FieldShape("language", .choice(Language.allCases.map(\.rawValue)), "Which language the person reads"),
        FieldShape("kind", .choice(Person.Kind.allCases.map(\.rawValue)), "Employee, student or external"),
        FieldShape("unit", .text(limit: 40), "The code of the unit; another holds from today"),
        FieldShape("title", .text(limit: 200), "What the person is"),
        FieldShape("external_id", .text(limit: 100), "What the personnel system calls the person"),
    ]
    private static let shape = AnswerShape.object(
        name: "PersonInFull",
        [
            ("id", .text), ("name", .text), ("email", .optionalText), ("phone", .text), ("language", .optionalText),
            ("kind", .optionalText), ("unit", .optionalText), ("title", .text), ("starts", .optionalText),
            ("ends", .optionalText), ("external_id", .optionalText), ("edition", .optionalText),
        ])

    func add(to routes: inout Routes) {
        routes.api(
            .get, "/people/:id",
            APIShape(
                "A person; days and kind for those who look after the unit, external id for administrators",
                scope: .readOrganisation,
                fields: [FieldShape("on", .day, "With the unit of this day")], answer: Self.shape), one)
        routes.api(
            .post, "/people",
            APIShape(
                "Adds a person, here from today; administrators only", scope: .writeOrganisation, fields: Self.fields,
                answer: Self.shape), add)
        routes.api(
            .put, "/people/:id",
            APIShape(
                "Changes a person; what is left out stays; administrators only", scope: .writeOrganisation,
                fields: [FieldShape("edition", .text(limit: 40), required: true, "`edition` as last read")]
                    + Self.fields,
                answer: Self.shape), change)
        routes.api(
            .post, "/people/:id/leaving",
            APIShape(
                "Sets the last day: mandates end with it, nothing is deleted; administrators only",
                scope: .writeOrganisation, fields: [FieldShape("day", .day, required: true, "The last day")],
                answer: Self.shape), leave)
    }

    private func one(_ visit: Visit) async throws -> Answer {
        let (id, day): (PersonID, Day) = (try visit.id(), try await visit.programsDay())
        return try await answer(id, visit, on: day)
    }

    private func add(_ visit: Visit) async throws -> Answer {
        try UnitAPI.administrates(visit)
        let (fields, deed) = (visit.fields, visit.deed)
        return try await OrganisationAPI.orProblems(visit) {
            let person = try await visit.write { try PersonWork(writer: $0, deed: deed).add(fields) }
            return try await answer(person.id, visit, on: deed.day)
        }
    }

    private func change(_ visit: Visit) async throws -> Answer {
        try UnitAPI.administrates(visit)
        let (id, fields, deed): (PersonID, _, _) = (try visit.id(), visit.fields, visit.deed)
        return try await OrganisationAPI.orProblems(visit) {
            try await visit.write { writer in
                guard let sight = try PersonSight(id, on: deed.day, writer.reader) else { throw Refusal.notFound }
                guard fields["edition"] == Person.edition(sight.person.described(unit: sight.unit?.code)) else {
                    throw Refusal.conflict(Self.stale)
                }
                try PersonWork(writer: writer, deed: deed).change(id, fields, PersonField.allCases)
            }
            return try await answer(id, visit, on: deed.day)
        }
    }

    private func leave(_ visit: Visit) async throws -> Answer {
        try UnitAPI.administrates(visit)
        let (id, fields, deed): (PersonID, _, _) = (try visit.id(), visit.fields, visit.deed)
        return try await OrganisationAPI.orProblems(visit) {
            try await visit.write { try PersonWork(writer: $0, deed: deed).leave(id, fields) }
            return try await answer(id, visit, on: deed.day)
        }
    }

    private func answer(_ id: PersonID, _ visit: Visit, on day: Day) async throws -> Answer {
        let (viewer, today) = (visit.viewer, visit.today)
        let found = try await visit.read { reader -> (PersonSight, Bool)? in
            guard let sight = try PersonSight(id, on: day, reader) else { return nil }
            let now = try PersonSight(id, on: today, reader)
            return (sight, try now?.isSeen(by: viewer, on: today, reader) == true)
        }
        // Whoever is in the directory is known to all; whoever has left, to those who look after the unit.
        guard let (sight, isSeen) = found, isSeen || sight.person.isHere(on: today) else { throw Refusal.notFound }
        let person = sight.person
        // Told from what the personnel system calls the person: it would let that be guessed.
        let edition = viewer.isAdministrator ? Person.edition(person.described(unit: sight.unit?.code)) : nil
        return .json([
            "id": .text(person.id.text), "name": .text(person.name), "email": JSON(person.email),
            "phone": .text(person.phone), "language": JSON(isSeen ? person.language.rawValue : nil),
            "kind": JSON(isSeen ? person.kind.rawValue : nil), "unit": JSON(person.unit?.text),
            "title": .text(person.title), "starts": JSON(isSeen ? person.starts.text : nil),
            "ends": JSON(isSeen ? person.ends?.text : nil),
            "external_id": JSON(viewer.isAdministrator ? person.externalID : nil), "edition": JSON(edition),
        ])
    }

    private static let stale = Words(
        da: "En anden har ændret personen. Læs igen, og prøv så igen.",
        en: "Somebody else changed the person. Read again, then try again.")
}
