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
        try writer.fill(
            table: "unit_version",
            columns: ["unit_id", "starts", "parent_id", "kind", "name_da", "name_en", "legal_entity"],
            rows: units.map { unit in
                [
                    unit.id.stored, Day.earliest.stored, unit.parent?.stored ?? .null, unit.kind.stored,
                    unit.name.danish.stored, unit.name.english.stored, unit.isLegalEntity.stored,
                ]
            })
        try writer.fill(
            table: "unit_word", columns: ["word", "unit_id"],
            rows: units.lazy.flatMap { unit in
                SearchWords.of((unit.code, unit.name)).map { [$0.stored, unit.id.stored] }
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
        try SearchWords.fill(people.lazy.map { ($0.id, $0.name, $0.email) }, writer)
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
            table: "body_area", columns: ["body_id", "unit_id", "starts"],
            rows: bodies.flatMap { body in body.units.map { [body.id.stored, $0.stored, body.opens.stored] } })
    }

    public static func mandates(_ mandates: [Mandate], _ writer: Writer) throws {
        try writer.fill(
            table: "mandate",
            columns: [
                "id", "role", "body_id", "unit_id", "person_id", "origin", "starts", "ends", "minutes_a_week",
                "represents", "represented_unit", "deputy_of",
            ],
            rows: mandates.map { mandate in
                [
                    mandate.id.stored, mandate.role.stored, mandate.body?.stored ?? .null,
                    mandate.unit?.stored ?? .null, mandate.person.stored, mandate.origin.stored,
                    mandate.starts.stored, mandate.ends?.stored ?? .null, mandate.minutesAWeek?.stored ?? .null,
                    mandate.represents.stored, mandate.representedUnit?.stored ?? .null,
                    mandate.deputyOf?.stored ?? .null,
                ]
            })
    }

    /// Head counts and hours, month by month.
    public static func months(_ figures: some Sequence<MonthFigures>, _ writer: Writer) throws {
        try writer.fill(
            table: "unit_month", columns: ["unit_id", "month", "head_count", "hours", "few_hours"],
            rows: figures.lazy.map { figure in
                [
                    figure.unit.stored, figure.month.stored, figure.headCount?.stored ?? .null,
                    figure.hours?.stored ?? .null, figure.fewHours?.stored ?? .null,
                ]
            })
    }

    /// All rows are in: whoever looks must look anew.
    public static func finish(_ writer: Writer) throws {
        try writer.raise("rights")
    }
}
