import Kernel
import Storage

/// A field of a unit or a person as it stands and as the file would have it. The same words find out what differs,
/// show it, and write it. They stand in statements that name `staged_unit` and what `units(on:)` gives, or
/// `staged_person` and what `people(on:)` gives.
struct ImportedField {
    let column: ImportColumn
    let current: SQL
    let coming: SQL

    /// Units as they are on the day, with what they lie under.
    static func units(on today: Day) -> SQL {
        "\(Unit.source(on: today)) LEFT JOIN unit AS parent ON parent.id = version.parent_id"
    }

    /// People with the unit of the day.
    static func people(on today: Day) -> SQL {
        "person LEFT JOIN unit ON unit.id = \(Person.unit(on: today))"
    }

    static let ofUnit: [ImportedField] = [
        ImportedField(
            column: .parent, current: "parent.code",
            coming: "CASE WHEN staged_unit.parent IS NULL THEN parent.code ELSE NULLIF(staged_unit.parent, '') END"),
        ImportedField(column: .kind, current: "version.kind", coming: "COALESCE(staged_unit.kind, version.kind)"),
        ImportedField(column: .nameDanish, current: "version.name_da", coming: "staged_unit.name_da"),
        ImportedField(
            column: .nameEnglish, current: "version.name_en", coming: "COALESCE(staged_unit.name_en, version.name_en)"),
        ImportedField(
            column: .legalEntity, current: "version.legal_entity",
            coming: "COALESCE(staged_unit.legal_entity, version.legal_entity)"),
        ImportedField(column: .opens, current: "unit.opens", coming: "COALESCE(staged_unit.opens, unit.opens)"),
        ImportedField(
            column: .closes, current: "unit.closes",
            coming: "CASE WHEN staged_unit.closes IS NULL THEN unit.closes ELSE NULLIF(staged_unit.closes, '') END"),
    ]

    static func ofPerson(on today: Day) -> [ImportedField] {
        [
            ImportedField(column: .externalID, current: "person.external_id", coming: "staged_person.external_id"),
            ImportedField(column: .name, current: "person.name", coming: "staged_person.name"),
            ImportedField(
                column: .email, current: "person.email",
                coming:
                    "CASE WHEN staged_person.email IS NULL THEN person.email ELSE NULLIF(staged_person.email, '') END"),
            ImportedField(
                column: .phone, current: "person.phone", coming: "COALESCE(staged_person.phone, person.phone)"),
            ImportedField(
                column: .language, current: "person.language",
                coming: "COALESCE(staged_person.language, person.language)"),
            ImportedField(column: .kind, current: "person.kind", coming: "COALESCE(staged_person.kind, person.kind)"),
            ImportedField(
                column: .unit, current: "unit.code",
                coming: "CASE WHEN staged_person.unit IS NULL THEN unit.code ELSE NULLIF(staged_person.unit, '') END"),
            ImportedField(
                column: .title, current: "person.title", coming: "COALESCE(staged_person.title, person.title)"),
            ImportedField(
                column: .starts, current: "person.starts", coming: "COALESCE(staged_person.starts, person.starts)"),
            ImportedField(column: .ends, current: "person.ends", coming: lastDay(on: today)),
        ]
    }

    /// Whoever had left and is in the file again is here again.
    static func lastDay(on today: Day) -> SQL {
        """
        CASE WHEN staged_person.ends IS NOT NULL THEN NULLIF(staged_person.ends, '')
        WHEN person.ends < \(today) THEN NULL ELSE person.ends END
        """
    }

    static func differ(_ fields: [ImportedField]) -> SQL {
        SQL.joined(fields.map { field in "(\(field.coming)) IS DISTINCT FROM \(field.current)" }, by: " OR ")
    }
}
