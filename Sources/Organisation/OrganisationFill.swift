import Access
import Kernel
import Storage

/// Puts a whole organisation into an empty database at once, without a journal entry for each row: for invented
/// organisations and for moving in.
public enum OrganisationFill {
    public static func name(_ name: Words, _ writer: Writer) throws {
        try writer.execute(
            "INSERT INTO organisation (id, name_da, name_en) VALUES (1, \(name.danish), \(name.english))")
    }

    /// Parents before their children.
    public static func units(_ units: [Unit], _ identities: Identities, _ writer: Writer) throws {
        try writer.fill(
            table: "unit",
            columns: [
                "id", "code", "parent_id", "kind", "name_da", "name_en", "legal_entity", "opens", "closes",
                "report_link",
            ],
            rows: units.map { unit in
                [
                    unit.id.stored, unit.code.stored, unit.parent?.stored ?? .null, unit.kind.stored,
                    unit.name.danish.stored, unit.name.english.stored, unit.isLegalEntity.stored, unit.opens.stored,
                    unit.closes?.stored ?? .null, ReportLink.new(identities).stored,
                ]
            })
        for statement in UnitStore.lineRenewal { try writer.execute(statement) }
    }

    public static func people(_ people: some Sequence<Person>, _ writer: Writer) throws {
        try writer.fill(
            table: "person",
            columns: [
                "id", "external_id", "name", "email", "phone", "language", "kind", "unit_id", "title", "starts", "ends",
                "administrator",
            ],
            rows: people.lazy.map { person in
                [
                    person.id.stored, person.externalID?.stored ?? .null, person.name.stored,
                    person.email?.stored ?? .null, person.phone.stored, person.language.stored, person.kind.stored,
                    person.unit?.stored ?? .null, person.title.stored, person.starts.stored,
                    person.ends?.stored ?? .null,
                    person.isAdministrator.stored,
                ]
            })
        try PersonWords.fill(people.lazy.map { (id: $0.id, name: $0.name) }, writer)
    }

    public static func bodies(_ bodies: [Body], _ writer: Writer) throws {
        try writer.fill(
            table: "body", columns: ["id", "kind", "name_da", "name_en", "parent_id", "opens", "closes"],
            rows: bodies.map { body in
                [
                    body.id.stored, body.kind.stored, body.name.danish.stored, body.name.english.stored,
                    body.parent?.stored ?? .null, body.opens.stored, body.closes?.stored ?? .null,
                ]
            })
        try writer.fill(
            table: "body_unit", columns: ["body_id", "unit_id"],
            rows: bodies.flatMap { body in body.units.map { [body.id.stored, $0.stored] } })
    }

    public static func mandates(_ mandates: [Mandate], _ writer: Writer) throws {
        try writer.fill(
            table: "mandate", columns: ["id", "role", "body_id", "person_id", "origin", "starts", "ends"],
            rows: mandates.map { mandate in
                [
                    mandate.id.stored, mandate.role.stored, mandate.body.stored, mandate.person.stored,
                    mandate.origin.stored, mandate.starts.stored, mandate.ends?.stored ?? .null,
                ]
            })
    }

    /// All rows are in: whoever looks must look anew.
    public static func finish(_ writer: Writer) throws {
        try writer.raise("rights")
    }
}
