import Access
import Journal
import Kernel
import Organisation
import Storage

/// What people said of their time, and what was gathered of it.
struct TimeStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// Latest first, as far as a page shows.
    func used(by person: PersonID) throws -> [TimeUsed] {
        try reader.rows(
            """
            SELECT person_id, mandate_id, period, minutes FROM task_time WHERE person_id = \(person)
            ORDER BY period DESC, mandate_id LIMIT 200
            """, TimeUsed.init(row:))
    }

    func shares(_ person: PersonID) throws -> Bool {
        try reader.exists("SELECT 1 FROM task_time_share WHERE person_id = \(person)")
    }

    /// What those who share said of the month.
    func shared(of month: Month) throws -> [TimeUsed] {
        try reader.rows(
            """
            SELECT task_time.person_id, task_time.mandate_id, task_time.period, task_time.minutes FROM task_time
            JOIN task_time_share ON task_time_share.person_id = task_time.person_id
            WHERE task_time.period IN \(SQL.list(month.periods))
            """, TimeUsed.init(row:))
    }

    func isGathered(_ month: Month) throws -> Bool {
        try reader.exists("SELECT 1 FROM task_time_month WHERE month = \(month)")
    }

    /// The latest figures of each cell, of the last twelve months.
    func figures(from first: Month) throws -> [ComparedFigure] {
        try reader.rows(
            """
            SELECT role, month, cell, low, middle, high, people FROM task_time_figure WHERE month >= \(first)
            ORDER BY role, month DESC, cell
            """
        ) { row in
            let cell: String = try row[2]
            return ComparedFigure(
                role: try row[0], cell: cell, unit: UnitID(String(cell.dropFirst(4))), isOwn: cell.hasPrefix("own"),
                people: try row[6], quartiles: Quartiles(low: try row[3], middle: try row[4], high: try row[5]),
                month: try row[1])
        }
    }

    func isAllottedCounted(on day: Day) throws -> Bool {
        try reader.exists("SELECT 1 FROM task_time_day WHERE day = \(day)")
    }

    /// What is allotted, as it was counted on the day.
    func allotted(on day: Day) throws -> [ComparedFigure] {
        try reader.rows(
            """
            SELECT role, cell, low, middle, high, people FROM task_time_allotted WHERE day = \(day) ORDER BY role, cell
            """
        ) { row in
            let cell: String = try row[1]
            return ComparedFigure(
                role: try row[0], cell: cell, unit: UnitID(String(cell.dropFirst(4))), isOwn: cell.hasPrefix("own"),
                people: try row[5], quartiles: Quartiles(low: try row[2], middle: try row[3], high: try row[4]),
                month: nil)
        }
    }

    /// What was shown before of a role, month by month, by whom it was made up.
    func published(_ role: Role, from first: Month) throws -> [[ComparedCell]] {
        let rows = try reader.rows(
            """
            SELECT month, cell, line, source, minutes FROM task_time_source WHERE role = \(role) AND month >= \(first)
            ORDER BY month, cell, source
            """
        ) { row in
            let line = (try row[2] as String).split(separator: " ").map { UnitID(String($0)) }
            return (
                month: try row[0] as String, cell: try row[1] as String,
                contribution: Contribution(source: try row[3], line: line, minutes: try row[4])
            )
        }
        return Dictionary(grouping: rows, by: \.month).values.map { month in
            Dictionary(grouping: month, by: \.cell).map { name, lines in
                ComparedCell(
                    line: lines[0].contribution.line, isOwn: name.hasPrefix("own"),
                    contributions: lines.map(\.contribution))
            }
        }
    }
}

extension TimeUsed {
    init(row: Row) throws {
        try self.init(person: row[0], mandate: row[1], period: row[2], minutes: row[3])
    }
}

/// What is written here is nobody else's: the journal says nothing of it, and no page hears.
enum TimeChanges {
    static func wrote(_ person: PersonID, _ mandate: ID<Mandate>, _ period: TimePeriod, _ minutes: Int?) -> Change {
        guard let minutes else {
            return quiet([
                """
                DELETE FROM task_time WHERE person_id = \(person) AND mandate_id = \(mandate) AND period = \(period)
                """
            ])
        }
        return quiet([
            """
            INSERT INTO task_time (person_id, mandate_id, period, minutes)
            VALUES (\(person), \(mandate), \(period), \(minutes))
            ON CONFLICT (person_id, mandate_id, period) DO UPDATE SET minutes = \(minutes)
            """
        ])
    }

    static func shares(_ person: PersonID) -> Change {
        quiet(["INSERT INTO task_time_share (person_id) VALUES (\(person)) ON CONFLICT (person_id) DO NOTHING"])
    }

    /// Nothing of the person is shown any more. Figures that the person was part of go at once; that somebody was, but not
    /// who, is kept, so that later figures are not laid beside those that people remember.
    static func staysOut(_ person: PersonID, _ identities: Identities) -> Change {
        let nobody = identities.secret()
        return quiet([
            "DELETE FROM task_time_share WHERE person_id = \(person)",
            """
            DELETE FROM task_time_figure WHERE (month, role, cell) IN
            (SELECT month, role, cell FROM task_time_source WHERE source = \(person))
            """,
            "UPDATE task_time_source SET source = \(nobody), minutes = 0 WHERE source = \(person)",
        ])
    }

    static func withdrew(_ person: PersonID, _ identities: Identities) -> Change {
        staysOut(person, identities) + quiet(["DELETE FROM task_time WHERE person_id = \(person)"])
    }

    static func gathered(_ month: Month, _ cells: [(role: Role, cell: ComparedCell)], before first: Month) -> Change {
        var statements: [SQL] = [
            "INSERT INTO task_time_month (month) VALUES (\(month)) ON CONFLICT (month) DO NOTHING",
            "DELETE FROM task_time_source WHERE month < \(first)",
            "DELETE FROM task_time_figure WHERE month < \(first)",
        ]
        for (role, cell) in cells {
            let line = cell.line.map(\.text).joined(separator: " ")
            for one in cell.contributions {
                statements.append(
                    """
                    INSERT INTO task_time_source (role, month, cell, line, source, minutes)
                    VALUES (\(role), \(month), \(cell.name), \(line), \(one.source), \(one.minutes))
                    ON CONFLICT (month, role, cell, source) DO NOTHING
                    """)
            }
            guard cell.isShown else { continue }
            let quartiles = Quartiles(cell.contributions.map(\.minutes))
            statements.append(
                """
                INSERT INTO task_time_figure (role, month, cell, low, middle, high, people)
                VALUES (\(role), \(month), \(cell.name), \(quartiles.low), \(quartiles.middle), \(quartiles.high),
                \(cell.contributions.count)) ON CONFLICT (month, role, cell) DO NOTHING
                """)
        }
        return quiet(statements)
    }

    /// Counted once a day, since the whole organisation is read for it.
    static func counted(_ figures: [ComparedFigure], on day: Day) -> Change {
        let rows: [SQL] = figures.map { figure in
            let quartiles = figure.quartiles
            return """
                INSERT INTO task_time_allotted (day, role, cell, low, middle, high, people)
                VALUES (\(day), \(figure.role), \(figure.cell), \(quartiles.low), \(quartiles.middle),
                \(quartiles.high), \(figure.people)) ON CONFLICT (day, role, cell) DO NOTHING
                """
        }
        return quiet(
            [
                "DELETE FROM task_time_allotted WHERE day < \(day)", "DELETE FROM task_time_day WHERE day < \(day)",
                "INSERT INTO task_time_day (day) VALUES (\(day)) ON CONFLICT (day) DO NOTHING",
            ] + rows)
    }

    private static func quiet(_ statements: [SQL]) -> Change { Change(statements, journal: [], raising: []) }
}
