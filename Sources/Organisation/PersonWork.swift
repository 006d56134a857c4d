import Access
import Journal
import Kernel
import Storage
import Web

/// What is done with one person inside one write, by a page or by a program.
struct PersonWork {
    let writer: Writer
    let deed: Deed

    private var reader: Reader { writer.reader }

    /// - Throws: `Problems`; `PersonClash` where somebody else wrote the same fields since the form was made.
    func change(_ id: PersonID, _ fields: Fields, _ writable: [PersonField]) throws {
        let sight = try PersonSight(id, on: deed.day, reader)
        guard let person = sight?.person else { throw Refusal.notFound }
        let before = person.described(unit: sight?.unit?.code)
        let merging = PersonMerging(sent: fields, current: before)
        guard merging.clashes.isEmpty else { throw PersonClash(merging: merging) }
        let (people, sent) = (PersonStore(reader), merging.fields)
        let unit = try UnitStore(reader).find(written: sent["unit"], on: deed.day)
        let email = sent["email"].trimmed
        let number = sent["external_id"].trimmed
        let new = try person.rewritten(
            sent, writable, unit: unit,
            owner: (
                email.isEmpty ? nil : try people.find(email: email, on: deed.day)?.id,
                number.isEmpty ? nil : try people.find(externalID: number, on: deed.day)?.id
            ), on: deed.day)
        let code = writable.contains(.unit) && sent.has("unit") ? unit?.code : sight?.unit?.code
        let after = new.described(unit: code)
        guard before != after else { return }
        try writer.apply(person.changed(to: new, from: before, to: after, on: deed.day), deed)
    }

    func leave(_ id: PersonID, _ fields: Fields) throws {
        var reading = Reading(fields)
        let last = reading.day("day")
        guard let person = try PersonStore(reader).find(id, on: deed.day) else { throw Refusal.notFound }
        if last < person.starts { reading.note(PersonProblem.beforeStart(person.starts), at: "day") }
        let held = try MandateStore(reader).all(of: id).filter { ($0.ends ?? .latest) > last }
        for mandate in held where mandate.starts > last {
            reading.note(ChangeProblem.beginsLater(person.name, mandate.starts), at: "day")
        }
        if person.isAdministrator, try !PersonStore(reader).hasAdministrator(beside: id, after: last) {
            reading.note(PersonProblem.lastAdministrator, at: "day")
        }
        try reading.finish()
        try writer.apply(person.left(on: last, held, today: deed.day), deed)
    }

    func add(_ fields: Fields) throws -> Person {
        let store = PersonStore(reader)
        let unit = try UnitStore(reader).find(written: fields["unit"], on: deed.day)
        let number = fields["external_id"].trimmed
        if !number.isEmpty, try store.find(externalID: number, on: deed.day) != nil {
            throw Problems(PersonProblem.numberTaken, at: "external_id")
        }
        var person = try Person.written(
            fields, id: deed.identities.random(), unit: unit,
            isEmailTaken: try store.find(email: fields["email"], on: deed.day) != nil, on: deed.day)
        person.externalID = number.isEmpty ? nil : number
        try writer.apply(person.added(), deed)
        return person
    }
}

/// A person as a page about him or her shows it.
struct PersonSight: Sendable {
    let person: Person
    let unit: Unit?
    /// Held, to come and former.
    let mandates: [Mandate]
    let places: [Mandate.Place: Words]

    init?(_ id: PersonID, on day: Day, _ reader: Reader) throws {
        guard let person = try PersonStore(reader).find(id, on: day) else { return nil }
        self.person = person
        unit = try person.unit.flatMap { try UnitStore(reader).find($0, on: day) }
        mandates = try MandateStore(reader).all(of: id)
        let bodies = try BodyStore(reader).names(of: Set(mandates.compactMap(\.body)))
        let units = try UnitStore(reader).names(of: Set(mandates.compactMap(\.unit)), on: day)
        places = Dictionary(
            mandates.compactMap { mandate in
                (mandate.body.flatMap { bodies[$0] } ?? mandate.unit.flatMap { units[$0] }).map { (mandate.place, $0) }
            }
        ) { first, _ in first }
    }

    /// The administrator, the coordinator of the person's unit, and the secretariat.
    func isSeen(by viewer: Viewer, on day: Day, _ reader: Reader) throws -> Bool {
        if viewer.isAdministrator { return true }
        guard let unit = person.unit else { return false }
        if try MandateRoutes.mayChange(.unit(unit), viewer, on: day, reader) { return true }
        let roots = viewer.units(as: .secretariat)
        return try !roots.isEmpty && Reach(bodies: [], roots: roots, on: day).includes(unit, reader)
    }
}

extension PersonStore {
    /// Those of these people whose page the viewer may open: who work today where the viewer arranges.
    func lookedAfter(_ people: [PersonID], by viewer: Viewer, on today: Day) throws -> Set<PersonID> {
        if viewer.isAdministrator { return Set(people) }
        let area = try viewer.arranged(on: today, reader)
        guard !people.isEmpty, !area.roots.isEmpty else { return [] }
        return Set(
            try reader.values(
                """
                SELECT person.id FROM person WHERE person.id IN \(SQL.list(people.sorted()))
                AND \(area.condition(unit: Person.unit(on: today)))
                """, as: PersonID.self))
    }

    /// Whether somebody else who is here after the day administers.
    func hasAdministrator(beside person: PersonID, after day: Day) throws -> Bool {
        try reader.exists(
            "SELECT 1 FROM person WHERE administrator = 1 AND id <> \(person) AND (ends IS NULL OR ends > \(day))")
    }
}
