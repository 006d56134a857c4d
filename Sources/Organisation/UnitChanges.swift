import Access
import Journal
import Kernel
import Storage

/// What can be done to one unit on a day, read from a form: a new name, another place, an end, a part of its own.
struct UnitChange {
    let unit: Unit
    let deed: Deed
    let reader: Reader

    private var units: UnitStore { UnitStore(reader) }

    /// Another name or kind from the day on.
    func renamed(_ fields: Fields) throws -> Change {
        var reading = Reading(fields)
        let day = reading.optionalDay("day") ?? deed.day
        let (danish, english) = (reading.text("name_da", limit: 200), reading.optionalText("name_en", limit: 200))
        let kind: Unit.Kind = reading.choice("kind", otherwise: unit.kind)
        let name = Words(da: danish, en: english.isEmpty ? danish : english)
        check(day, &reading)
        guard var version = try units.version(of: unit.id, on: day) else { throw Stale() }
        if version.name == name, version.kind == kind { reading.note(ChangeProblem.nothingChanges, at: "name_da") }
        try reading.finish()
        (version.name, version.kind) = (name, kind)
        let later: SQL = "name_da = \(name.danish), name_en = \(name.english), kind = \(kind)"
        return change(
            .renamed, on: day, fields,
            UnitMoves.changing(unit.id, on: day, to: version, setting: later)
                + SearchWords.insertions(of: unit.id, code: unit.code, name: name),
            after: ["name": danish, "kind": kind.rawValue])
    }

    /// Under another unit from the day on.
    func moved(_ fields: Fields) throws -> Change {
        var reading = Reading(fields)
        let day = reading.day("day")
        let code = reading.text("parent", limit: 200)
        let reason = reading.text("reason", limit: 2000)
        _ = reason
        check(day, &reading)
        let parent = try units.find(written: code, on: day)
        if !code.isEmpty, parent == nil { reading.note(OrganisationProblem.noSuchUnit(code), at: "parent") }
        if let parent {
            if parent.id == unit.id {
                reading.note(ChangeProblem.loop(parent.code), at: "parent")
            } else if try units.lies(parent.id, under: unit.id, from: day) {
                reading.note(ChangeProblem.loop(parent.code), at: "parent")
            }
            if !parent.isOpen(on: day) { reading.note(ChangeProblem.otherNotOpen(parent.code), at: "parent") }
        }
        guard var version = try units.version(of: unit.id, on: day) else { throw Stale() }
        if let parent, version.parent == parent.id { reading.note(ChangeProblem.nothingChanges, at: "parent") }
        try reading.finish()
        version.parent = parent?.id
        return change(
            .moved, on: day, other: parent?.id, fields,
            UnitMoves.changing(unit.id, on: day, to: version, setting: "parent_id = \(parent?.id)")
                + UnitStore.lineRenewal,
            after: ["parent": parent?.code ?? code])
    }

    /// The day is the last one.
    func closed(_ fields: Fields) throws -> Change {
        var reading = Reading(fields)
        let last = reading.day("day")
        _ = reading.text("reason", limit: 2000)
        if last < unit.opens { reading.note(ChangeProblem.beforeItOpens(unit.opens), at: "day") }
        if let closes = unit.closes, closes <= last { reading.note(ChangeProblem.alreadyClosed(closes), at: "day") }
        let count = try PersonStore(reader).count(in: unit.id, after: last)
        if count > 0 { reading.note(ChangeProblem.hasPeople(count), at: "day") }
        let children = try units.countChildren(of: unit.id, after: last)
        if children > 0 { reading.note(ChangeProblem.hasChildren(children), at: "day") }
        let closing = try UnitClosing(unit, last: last, reader)
        for problem in closing.problems { reading.note(problem, at: "day") }
        try reading.finish()
        return closing.change(record(.closed, on: last + 1, fields))
    }

    /// A part becomes a unit of its own beside it, with the people, units and bodies that were ticked.
    func split(_ fields: Fields, link: String) throws -> (Change, UnitID) {
        var reading = Reading(fields)
        let day = reading.day("day")
        let code = reading.text("code", limit: 40)
        let (danish, english) = (reading.text("name_da", limit: 200), reading.optionalText("name_en", limit: 200))
        let kind: Unit.Kind = reading.choice("kind", otherwise: unit.kind)
        _ = reading.text("reason", limit: 2000)
        check(day, &reading)
        if try units.find(code: code, on: day) != nil { reading.note(OrganisationProblem.codeTaken, at: "code") }
        let parts = try UnitParts(of: unit.id, on: day, reader)
        let people = Set(fields.all("people").map { PersonID($0) })
        let (children, bodies) = (
            Set(fields.all("children").map { UnitID($0) }), Set(fields.all("bodies").map { BodyID($0) })
        )
        if !people.isSubset(of: parts.people.map(\.id)) { reading.note(ChangeProblem.notItsOwn, at: "people") }
        if !children.isSubset(of: parts.children.map(\.id)) { reading.note(ChangeProblem.notItsOwn, at: "children") }
        if !bodies.isSubset(of: parts.bodies.map(\.id)) { reading.note(ChangeProblem.notItsOwn, at: "bodies") }
        let version = try units.version(of: unit.id, on: day)
        try reading.finish()
        let part = Unit(
            id: deed.identities.random(), code: code, parent: version?.parent ?? unit.id, kind: kind,
            name: Words(da: danish, en: english.isEmpty ? danish : english), isLegalEntity: false, opens: day)
        var statements = bodies.sorted().map { UnitMoves.covering(part.id, by: $0, on: day) }
        for child in parts.children where children.contains(child.id) {
            guard var version = try units.version(of: child.id, on: day) else { continue }
            version.parent = part.id
            statements += UnitMoves.changing(
                child.id, on: day, to: version, setting: "parent_id = \(part.id)")
        }
        if !people.isEmpty { statements += UnitMoves.people(people.sorted(), of: unit.id, to: part.id, on: day) }
        let whole =
            part.added(reportLink: link)
            + change(.split, on: day, other: part.id, fields, statements + UnitStore.lineRenewal, after: ["part": code])
        return (whole, part.id)
    }

    private func check(_ day: Day, _ reading: inout Reading) {
        if day <= unit.opens { reading.note(ChangeProblem.beforeItOpens(unit.opens), at: "day") }
        if let closes = unit.closes, closes < day { reading.note(ChangeProblem.alreadyClosed(closes), at: "day") }
    }

    private func record(
        _ kind: OrganisationChange.Kind, on day: Day, other: UnitID? = nil, _ fields: Fields
    ) -> OrganisationChange {
        OrganisationChange(
            id: deed.identities.random(), day: day, kind: kind, unit: unit.id, other: other,
            reason: fields["reason"].withPlainNewlines.trimmed, recorded: deed.moment, person: deed.person)
    }

    private func change(
        _ kind: OrganisationChange.Kind, on day: Day, other: UnitID? = nil, _ fields: Fields, _ statements: [SQL],
        after: [String: String] = [:]
    ) -> Change {
        let record = record(kind, on: day, other: other, fields)
        var words = after
        words["day"] = day.text
        return Change(
            [record.insertion] + statements,
            journal: [
                JournalEntry(
                    Subject("unit", unit.id), kind.rawValue, before: ["name": unit.name.danish, "code": unit.code],
                    after: words)
            ],
            raising: [.rights])
    }
}

/// What a unit is made of on a day: what may go along where it is split.
struct UnitParts: Sendable {
    let people: [(id: PersonID, name: String)]
    let children: [Unit]
    let bodies: [Body]

    init(of unit: UnitID, on day: Day, _ reader: Reader) throws {
        people = try PersonStore(reader).namesHere(in: [unit], on: day, most: 500)
        children = try UnitStore(reader).children(of: unit, on: day)
        bodies = try BodyStore(reader).bodies(naming: unit, from: day)
    }
}

extension UnitStore {
    func version(of unit: UnitID, on day: Day) throws -> UnitVersion? {
        try versions(of: unit).first { $0.starts <= day && day <= ($0.ends ?? .latest) }
    }

    /// Units that still lie right under it after the day.
    func countChildren(of unit: UnitID, after day: Day) throws -> Int {
        try reader.value(
            """
            SELECT COUNT(DISTINCT version.unit_id) FROM unit_version AS version JOIN unit ON unit.id = version.unit_id
            WHERE version.parent_id = \(unit) AND (version.ends IS NULL OR version.ends > \(day))
            AND (unit.closes IS NULL OR unit.closes > \(day))
            """) ?? 0
    }
}

extension PersonStore {
    /// How many still have their place in the unit after the day.
    func count(in unit: UnitID, after day: Day) throws -> Int {
        try reader.value(
            """
            SELECT COUNT(*) FROM person WHERE (person.ends IS NULL OR person.ends > \(day))
            AND person.id IN (SELECT placed.id FROM person AS placed WHERE placed.unit_id = \(unit)
                UNION ALL SELECT person_id FROM person_placement WHERE unit_id = \(unit) AND ends > \(day))
            """) ?? 0
    }
}
