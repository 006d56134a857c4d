import Access
import Kernel
import Storage

/// How many an employer has, as far as the size rules ask: the law counts each legal entity (CVR) by itself.
///
/// Two numbers are known. The list of people knows who is here on the very day and who leads, but somebody without an
/// account may be missing in it. The month's figures come from the payroll and count leaders too, so the known leaders
/// are taken off. The larger one counts, since either can only miss people: whoever is missing in one is an employee
/// all the same.
///
/// In offices, administration and shops the law leaves out those who work few hours a week. How many they are is known
/// only where somebody wrote it with the month's figures; all others count.
public struct HeadCount: Sendable, Equatable {
    public enum Source: Sendable, Equatable {
        case people
        case month(Month)
    }

    /// Employees in the list of people who do not lead, counted as far as the rules ask.
    public let people: Int
    /// Whether there may be more than were counted.
    public let isCut: Bool
    /// By the latest month that is known, without known leaders.
    public let counted: (Int, Month)?
    /// Those who work too few hours to be counted: they are in the other numbers.
    public let few: Int

    public init(people: Int, isCut: Bool = false, counted: (Int, Month)? = nil, few: Int = 0) {
        self.people = people
        self.isCut = isCut
        self.counted = counted
        self.few = few
    }

    public var number: Int { max(max(people, counted?.0 ?? 0) - few, 0) }
    public var source: Source {
        if let counted, counted.0 > people { return .month(counted.1) }
        return .people
    }

    public static func == (one: HeadCount, other: HeadCount) -> Bool {
        one.people == other.people && one.isCut == other.isCut && one.counted?.0 == other.counted?.0
            && one.counted?.1 == other.counted?.1 && one.few == other.few
    }

    /// The months whose figures are new enough on the day: its own, and the two before.
    static func months(until day: Day) -> ClosedRange<Month> {
        let month = Month(of: day)
        return month.previous.previous...month
    }
}

extension ShapeStore {
    /// The employers at or under the roots: legal entities, and what stands at the top of the tree.
    public func employers(within roots: [UnitID]) throws -> [Unit] {
        guard !roots.isEmpty else { return [] }
        return try reader.rows(
            """
            SELECT \(Unit.columns) FROM \(Unit.source(on: day)) WHERE unit.id IN (\(units(under: roots)))
            AND \(isEmployer("version")) AND unit.opens <= \(day) AND (unit.closes IS NULL OR unit.closes >= \(day))
            ORDER BY version.name_da, unit.id
            """, Unit.init(row:))
    }

    /// The employer of each of these units: the nearest legal entity at or above it, else the top of the tree.
    public func employers(of units: [UnitID]) throws -> [UnitID: UnitID] {
        var nearest: [UnitID: (employer: UnitID, depth: Int)] = [:]
        for some in units.pieces {
            let rows = try reader.rows(
                """
                SELECT unit_line.unit_id, unit_line.ancestor_id, unit_line.depth FROM unit_line
                JOIN unit_version AS version ON version.unit_id = unit_line.ancestor_id AND \(holds("version"))
                WHERE unit_line.unit_id IN \(SQL.list(some)) AND \(isLine("unit_line")) AND \(isEmployer("version"))
                """
            ) { row in (try row[0] as UnitID, try row[1] as UnitID, try row[2] as Int) }
            for (unit, employer, depth) in rows where depth < nearest[unit]?.depth ?? .max {
                nearest[unit] = (employer, depth)
            }
        }
        return nearest.mapValues(\.employer)
    }

    /// - Parameter enough: people beyond this many are not counted. Where there are so many in the list of people, nothing
    ///   else is asked.
    public func headCounts(of employers: [UnitID], enough asked: Int) throws -> [UnitID: HeadCount] {
        let fewHours = try fewHours(employers)
        // So many more must be there to be enough without them.
        let enough = asked + (fewHours.values.max() ?? 0)
        let here = try people(
            of: employers, from: "person ON person.unit_id = line.unit_id",
            where: "(person.unit_since IS NULL OR person.unit_since <= \(day))", enough)
        let few = employers.filter { here[$0, default: 0] < enough }
        // Who works elsewhere now, and worked here on the day.
        let moved = try people(
            of: few,
            from: """
                person_placement AS former ON former.unit_id = line.unit_id
                JOIN person ON person.id = former.person_id
                """, where: holds("former"), enough)
        let months = try counted(few)
        let leaders = try leaders(of: months.keys.sorted())
        return Dictionary(
            uniqueKeysWithValues: employers.map { employer in
                let few = fewHours[employer, default: 0]
                let people = min(here[employer, default: 0] + moved[employer, default: 0], asked + few)
                let counted = months[employer].map { (max($0.0 - leaders[employer, default: 0], 0), $0.1) }
                return (employer, HeadCount(people: people, isCut: people == asked + few, counted: counted, few: few))
            })
    }

    /// Employees who do not lead, by the way from the unit of a `line` to them.
    private func people(of employers: [UnitID], from way: SQL, where condition: SQL, _ enough: Int) throws
        -> [UnitID: Int]
    {
        let rows = try employers.pieces.flatMap { some in
            try reader.rows(
                """
                SELECT employer.id, (SELECT COUNT(*) FROM (
                    SELECT 1 FROM unit_line AS line JOIN \(way)
                    WHERE line.ancestor_id = employer.id AND \(isOwn) AND \(isEmployed) AND NOT EXISTS (\(leads))
                    AND \(condition) LIMIT \(enough)
                ) AS found) FROM unit AS employer WHERE employer.id IN \(SQL.list(some))
                """
            ) { row in (try row[0] as UnitID, try row[1] as Int) }
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// The sum of what was counted in the employer's units, each in its latest month of those that are new enough, and
    /// the latest of them.
    private func counted(_ employers: [UnitID]) throws -> [UnitID: (Int, Month)] {
        let months = HeadCount.months(until: day)
        let isNew: SQL = """
            latest.head_count IS NOT NULL AND latest.month >= \(months.lowerBound) AND latest.month <= \(months.upperBound)
            """
        let rows = try employers.pieces.flatMap { some in
            try reader.rows(
                """
                SELECT line.ancestor_id, CAST(SUM(latest.head_count) AS \(.integer)), MAX(latest.month)
                FROM unit_line AS line JOIN unit_month AS latest ON latest.unit_id = line.unit_id AND \(isNew)
                WHERE line.ancestor_id IN \(SQL.list(some)) AND \(isOwn)
                AND NOT EXISTS (SELECT 1 FROM unit_month AS later WHERE later.unit_id = latest.unit_id
                    AND later.month > latest.month AND later.month <= \(months.upperBound)
                    AND later.head_count IS NOT NULL)
                GROUP BY line.ancestor_id
                """
            ) { row in (try row[0] as UnitID, (try row[1] as Int, try row[2] as Month)) }
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// Those who work too few hours to be counted, each unit by the latest month that tells of it. The few rows that do
    /// are found first, and their employers from there.
    private func fewHours(_ employers: [UnitID]) throws -> [UnitID: Int] {
        let months = HeadCount.months(until: day)
        let rows = try employers.pieces.flatMap { some in
            try reader.rows(
                """
                SELECT line.ancestor_id, CAST(SUM(latest.few_hours) AS \(.integer))
                FROM unit_month AS latest CROSS JOIN unit_line AS line
                WHERE latest.few_hours > 0 AND latest.month >= \(months.lowerBound) AND latest.month <= \(months.upperBound)
                AND line.unit_id = latest.unit_id AND line.ancestor_id IN \(SQL.list(some)) AND \(isOwn)
                AND NOT EXISTS (SELECT 1 FROM unit_month AS later WHERE later.unit_id = latest.unit_id
                    AND later.month > latest.month AND later.month <= \(months.upperBound)
                    AND later.few_hours IS NOT NULL)
                GROUP BY line.ancestor_id
                """
            ) { row in (try row[0] as UnitID, try row[1] as Int) }
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// Known leaders among the employers' own people.
    private func leaders(of employers: [UnitID]) throws -> [UnitID: Int] {
        let rows = try employers.pieces.flatMap { some in
            try reader.rows(
                """
                SELECT line.ancestor_id, COUNT(DISTINCT person.id) FROM mandate
                JOIN person ON person.id = mandate.person_id
                JOIN unit_line AS line ON line.unit_id = person.unit_id AND line.ancestor_id IN \(SQL.list(some))
                WHERE mandate.role IN \(SQL.list(ElectorateStore.managerialRoles)) AND \(holds("mandate"))
                AND \(isEmployed) AND \(isOwn) GROUP BY line.ancestor_id
                """
            ) { row in (try row[0] as UnitID, try row[1] as Int) }
        }
        return Dictionary(rows) { first, _ in first }
    }

    private func isEmployer(_ version: SQL) -> SQL { "(\(version).legal_entity = 1 OR \(version).parent_id IS NULL)" }

    /// That no nearer employer stands between the unit of the `line` and its ancestor.
    private var isOwn: SQL {
        """
        \(isLine("line")) AND NOT EXISTS (SELECT 1 FROM unit_line AS way
            JOIN unit_version AS nearer ON nearer.unit_id = way.ancestor_id AND \(holds("nearer"))
            WHERE way.unit_id = line.unit_id AND \(isLine("way")) AND way.depth < line.depth AND nearer.legal_entity = 1)
        """
    }

    private var leads: SQL {
        """
        SELECT 1 FROM mandate WHERE mandate.person_id = person.id
        AND mandate.role IN \(SQL.list(ElectorateStore.managerialRoles)) AND \(holds("mandate"))
        """
    }
}

extension ShapeStore {
    /// Which kinds of bodies an employer has in its own units, of groups and of committees one each.
    public func kinds(of employer: UnitID) throws -> Set<BodyKind> {
        // Asked of unit after unit, in CASE, and ended at the first that has one: neither engine joins the whole tree.
        let kinds = try [Self.groupKinds, Self.committeeKinds].flatMap { kinds in
            try reader.values(
                """
                SELECT kind FROM (
                    SELECT (SELECT body.kind FROM body_area JOIN body ON body.id = body_area.body_id
                        WHERE body_area.unit_id = line.unit_id AND \(holds("body_area"))
                        AND body.kind IN \(SQL.list(kinds)) AND body.opens <= \(day)
                        AND (body.closes IS NULL OR body.closes >= \(day)) LIMIT 1) AS kind
                    FROM unit_line AS line WHERE line.ancestor_id = \(employer)
                    AND CASE WHEN \(isOwn) THEN 1 ELSE 0 END = 1
                ) AS found WHERE kind IS NOT NULL LIMIT 1
                """, as: BodyKind.self)
        }
        return Set(kinds)
    }
}
