import StorageTesting

extension WholeReading {
    /// All that pages and forms read whole, or walk over in order until a page is full.
    static let known: [WholeReading] = [
        WholeReading(
            "SCAN person USING INDEX person_by_name", in: "ORDER BY person.name, person.id LIMIT",
            because: "a page of the directory in its order; few have left"),
        WholeReading(
            "SCAN body USING INDEX body_by_name", in: "ORDER BY name_da, id LIMIT",
            because: "a page of the bodies in their order; few are closed"),
        WholeReading(
            "SCAN body USING COVERING INDEX body_by_opening", in: "ORDER BY body.opens, body.id LIMIT 1",
            because: "it ends at the first body of a large area; small ones are asked otherwise"),
        WholeReading(
            "SCAN journal USING INDEX journal_by_time", in: "ORDER BY at DESC, id DESC LIMIT",
            because: "a page of the journal in its order"),
        WholeReading(
            "SCAN journal_day", in: "FROM journal_day ORDER BY day DESC LIMIT 1",
            because: "the last day that was sealed, the first that its key finds"),
        WholeReading(
            "SCAN report USING INDEX report_by_stage", in: "ORDER BY stage, reported DESC, id LIMIT",
            because: "whoever works everywhere sees the first reports of all"),
        WholeReading(
            "SCAN accident USING INDEX accident_by_day",
            in: "ORDER BY accident.happened DESC, accident.report_id LIMIT",
            because: "whoever works everywhere sees the latest accidents of all"),
        WholeReading(
            "SCAN election USING INDEX election_by_end", in: "ORDER BY voting_ends DESC, election.id LIMIT",
            because: "a page of all elections in their order"),
        WholeReading(
            "SCAN election USING INDEX election_open", in: "SELECT body_id FROM election",
            because: "the index holds only the elections that are not over"),
        WholeReading(
            "SCAN action USING INDEX", in: " LIMIT ",
            because: "whoever reads everywhere sees the first actions of all, in the list's order"),
        WholeReading(
            "SCAN hanging", in: "ROW_NUMBER() OVER (PARTITION BY stage, theme_id",
            because: "what the statement itself has counted off of one plan, by index"),
        WholeReading(
            "SCAN unit_version USING INDEX unit_version_by_", in: "AS named",
            because: "whoever reads everywhere walks the units by their names until a page is full"),
        WholeReading(
            "SCAN action USING COVERING INDEX", in: "SELECT COUNT(*) FROM (",
            because: "the actions of all are counted to a limit only"),
        WholeReading(
            "SCAN person USING COVERING INDEX", in: "EXISTS (SELECT 1 FROM person)", because: "it ends at the first row"
        ),
        WholeReading(
            "SCAN ", in: "INSERT INTO person (id, external_id,",
            because: "SQLite looks for what refers to the new row only while a reference is broken, which none is"),
        WholeReading(
            "SCAN unit USING INDEX unit_by_name", in: "LOWER(name_da) LIKE",
            because: "units are a fortieth of the people: some 15,000 where there are 600,000"),
        WholeReading(
            "SCAN person", in: "INSERT INTO import_absent",
            because: "an import compares everybody who is here with the file"),
        WholeReading(
            "SCAN person USING INDEX person_administrator", in: "administrator = 1",
            because: "the index holds administrators only, and they are few"),
        WholeReading(
            "SCAN unit", in: "INSERT INTO import_absent", because: "an import compares all units with the file"),
        WholeReading(
            "SCAN unit", in: "WITH closing AS MATERIALIZED (",
            because: "an import of people asks which units have a last day; units are few beside people"),
        WholeReading(
            "SCAN unit", in: "SELECT unit.code, parent.code FROM unit",
            because: "an import of units looks for loops in the whole tree"),
        WholeReading(
            "SCAN seat_duty USING INDEX seat_duty_waiting", in: "FROM seat_duty",
            because: "the index holds only the seats that wait, and they are few"),
        WholeReading(
            "SCAN ", in: "DELETE FROM unit WHERE id",
            because: "SQLite looks for what refers to a part that is called back before it opened, which is seldom"),
        WholeReading(
            "SCAN mandate USING INDEX mandate_allotted", in: "mandate.minutes_a_week IS NOT NULL",
            because: "the index holds only mandates with hours, and all of them are compared"),
        WholeReading(
            "SCAN organisation_change USING INDEX organisation_change_asking", in: "proximity IS NULL",
            because: "the index holds only the changes that ask for documentation, and they are few"),
        WholeReading(
            "SCAN retention_rule", in: "FROM retention_rule WHERE active = 1",
            because: "there is a row for each kind of data, and they are few"),
        WholeReading(
            "SCAN unit", in: "INSERT INTO unit_line",
            because: "the lines of the whole tree are drawn anew when it changes"),
    ]
}
