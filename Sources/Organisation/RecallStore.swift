import Access
import Kernel
import Storage

/// What has come of a planned change until now.
struct RecallStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// Changes of the same units on a later day, or on the same one where the two cannot be told apart. A new name alone
    /// builds on nothing.
    func later(than change: OrganisationChange) throws -> [OrganisationChange] {
        let units = [change.unit, change.other].compactMap(\.self)
        let found = try units.flatMap { try ChangeStore(reader).changes(of: $0, most: 1000) }
        var known: Set<ID<OrganisationChange>> = [change.id]
        return found.filter { other in
            guard other.recalled == nil, other.day >= change.day, known.insert(other.id).inserted else { return false }
            if other.kind == .renamed, other.unit == change.other, change.kind != .split { return false }
            let apart: Set<OrganisationChange.Kind> = [.renamed, .moved]
            let areApart = apart.contains(other.kind) && apart.contains(change.kind) && other.kind != change.kind
            return other.day > change.day || !areApart
        }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    }

    func remembers(_ change: ID<OrganisationChange>) throws -> Bool {
        try reader.exists("SELECT 1 FROM organisation_change_before WHERE change_id = \(change)")
    }

    /// Who is to move from the unit to the other on the day; and of these, who is to stay there.
    func movedPeople(_ change: OrganisationChange) throws -> (all: Int, staying: Int) {
        guard let heir = change.other, [.merged, .split].contains(change.kind) else { return (0, 0) }
        let staying: Int? = try reader.value(
            """
            SELECT COUNT(*) FROM person JOIN person_placement AS former ON former.person_id = person.id
            AND former.unit_id = \(change.unit) AND former.ends = \(change.day - 1)
            WHERE person.unit_id = \(heir) AND person.unit_since = \(change.day)
            """)
        let passing: Int? = try reader.value(
            """
            SELECT COUNT(*) FROM person_placement AS later JOIN person_placement AS former
            ON former.person_id = later.person_id AND former.unit_id = \(change.unit)
            AND former.ends = \(change.day - 1)
            WHERE later.unit_id = \(heir) AND later.starts = \(change.day)
            """)
        return ((staying ?? 0) + (passing ?? 0), staying ?? 0)
    }

    /// The units that are to lie under the other from the day on.
    func movedChildren(_ change: OrganisationChange) throws -> [UnitID] {
        guard let heir = change.other, [.merged, .split].contains(change.kind) else { return [] }
        return try reader.values(
            """
            SELECT version.unit_id FROM unit_version AS version JOIN unit_version AS earlier
            ON earlier.unit_id = version.unit_id AND earlier.ends = \(change.day - 1)
            WHERE version.parent_id = \(heir) AND version.starts = \(change.day) AND earlier.parent_id = \(change.unit)
            ORDER BY version.unit_id
            """)
    }

    func shortenedMandates(_ change: OrganisationChange) throws -> Int {
        try reader.value(
            """
            SELECT COUNT(*) FROM organisation_change_before AS kept JOIN mandate ON mandate.id = kept.thing_id
            WHERE kept.change_id = \(change.id) AND kept.kind = 'mandate' AND mandate.ends = \(change.day - 1)
            """) ?? 0
    }

    func isMet(_ duty: SeatDuty) throws -> Bool {
        guard duty.answer == nil else { return false }
        return try !ChangeStore(reader).waiting(in: duty.place).contains { $0.id == duty.id }
    }

    func hasOffices(_ unit: UnitID) throws -> Bool {
        try reader.exists("SELECT 1 FROM mandate WHERE unit_id = \(unit)")
    }

    func people(in unit: UnitID) throws -> Int {
        try reader.value("SELECT COUNT(*) FROM person WHERE unit_id = \(unit)") ?? 0
    }
}
