import Kernel
import Organisation
import Retention
import Storage

/// Reports that are kept by a rule of their own, published by a higher feature that keeps something beside them.
public struct KeptReports: Sendable {
    let name: String
    let title: Words
    let what: Words
    let basis: Basis
    let choice: TermChoice
    /// Kinds that are always kept so.
    let kinds: [ReportKind]
    /// Others of which the feature keeps something: a condition on the column with the report's id.
    let condition: @Sendable (_ report: SQL) -> SQL

    public init(
        _ name: String, _ title: Words, what: Words, basis: Basis, choice: TermChoice, kinds: [ReportKind],
        or condition: @escaping @Sendable (_ report: SQL) -> SQL
    ) {
        (self.name, self.title, self.what, self.basis) = (name, title, what, basis)
        (self.choice, self.kinds, self.condition) = (choice, kinds, condition)
    }

    fileprivate var isMeant: SQL {
        "(report.kind IN \(SQL.list(kinds)) OR \(condition("report.id")))"
    }
}

/// Which reports a rule is about, and which of them are due.
struct ReportKeeping: Sendable {
    enum Circle: Sendable {
        case open, confidential, all
    }

    let circle: Circle
    /// Narrows a query on `report` further; nothing where all of the circle are meant.
    let condition: SQL?

    /// Closed so long ago, and not to be kept longer by anybody's decision.
    private func isDue(_ latest: Day, on today: Day, isConfidential: Bool) -> SQL {
        """
        report.confidential = \(isConfidential) AND report.closed IS NOT NULL AND report.closed <= \(latest)
        AND NOT EXISTS (SELECT 1 FROM report_hold
            WHERE report_hold.report_id = report.id AND report_hold.until >= \(today))\(also)
        """
    }

    private var also: SQL { condition.map { " AND \($0)" } ?? "" }

    /// Those to be erased next, the longest closed first.
    func due(_ latest: Day, on today: Day, most: Int, _ reader: Reader) throws -> [DueReport] {
        let parts: [Bool] =
            switch circle {
            case .open: [false]
            case .confidential: [true]
            case .all: [false, true]
            }
        var found: [DueReport] = []
        for isConfidential in parts where found.count < most {
            found += try reader.rows(
                """
                SELECT report.id, report.confidential FROM report
                WHERE \(isDue(latest, on: today, isConfidential: isConfidential))
                ORDER BY report.closed, report.id LIMIT \(most - found.count)
                """
            ) { row in DueReport(id: try row[0], isConfidential: try row[1]) }
        }
        return found
    }

    /// What of it an administrator may count: nothing confidential.
    var looking: Looking {
        Looking(
            count: { latest, today, most, reader in
                try reader.value(
                    """
                    SELECT COUNT(*) FROM (
                        SELECT 1 FROM report WHERE \(isDue(latest, on: today, isConfidential: false)) LIMIT \(most)
                    ) AS counted
                    """) ?? 0
            },
            oldest: { reader in
                try reader.value(
                    """
                    SELECT report.closed FROM report WHERE report.confidential = 0 AND report.closed IS NOT NULL\(also)
                    ORDER BY report.closed LIMIT 1
                    """)
            },
            tables: { latest, today, most, reader in
                let due: SQL = """
                    (SELECT SUBSTR(report.closed, 1, 4) AS year, report.unit_id AS unit_id FROM report
                    WHERE \(isDue(latest, on: today, isConfidential: false)) ORDER BY report.closed LIMIT \(most)) AS due
                    """
                let years = try reader.rows("SELECT year, COUNT(*) FROM \(due) GROUP BY year ORDER BY year") { row in
                    (name: try row[0] as String, count: try row[1] as Int)
                }
                let units = try reader.rows(
                    "SELECT unit_id, COUNT(*) AS amount FROM \(due) GROUP BY unit_id ORDER BY amount DESC, unit_id"
                ) { row in (unit: try row[0] as UnitID, count: try row[1] as Int) }
                let shown = units.prefix(Self.mostUnits)
                let store = UnitStore(reader)
                let others = units.dropFirst(Self.mostUnits).reduce(0) { $0 + $1.count }
                return [
                    DueTable(
                        Words(da: "Lukket i", en: "Closed in"),
                        years.map { (name: Words(da: $0.name, en: $0.name), count: $0.count) }),
                    DueTable(
                        Words(da: "Enhed", en: "Unit"),
                        try shown.map {
                            (name: try store.find($0.unit, on: today).map(Self.name) ?? Self.gone, count: $0.count)
                        }
                            + (others > 0 ? [(name: Self.others, count: others)] : [])),
                ]
            })
    }

    /// Units of different branches are often called the same.
    private static func name(_ unit: Unit) -> Words {
        Words(da: "\(unit.name.danish) (\(unit.code))", en: "\(unit.name.english) (\(unit.code))")
    }

    private static let mostUnits = 30
    private static let gone = Words(da: "En enhed, der ikke er mere", en: "A unit that is no more")
    private static let others = Words(da: "Andre enheder", en: "Other units")
}

struct DueReport: Sendable {
    let id: ID<Report>
    let isConfidential: Bool
}

extension Reports {
    /// What a higher feature does in the same write when these reports are erased: it erases what it keeps beside them.
    public typealias ErasedGuest = @Sendable (_ reports: [ID<Report>], _ erasing: Erasing) throws -> Void

    /// The kinds of reports with their terms.
    /// - Parameters:
    ///   - others: those that are kept by rules of their own.
    ///   - guests: in the order in which they do their part, before the reports themselves go.
    public static func retained(besides others: [KeptReports], erasing guests: [ErasedGuest]) -> [RetainedKind] {
        let isOrdinary: SQL? =
            others.isEmpty ? nil : "NOT (\(SQL.joined(others.map(\.isMeant), by: " OR ")))"
        let text = KeepingWords.self
        return [
            kind(
                "reports", text.reports, text.reportsWhat, text.reportsBasis, TermChoice(2...10, .years, usual: 5),
                ReportKeeping(circle: .open, condition: isOrdinary), guests)
        ]
            + others.map { one in
                kind(
                    one.name, one.title, one.what, one.basis, one.choice,
                    ReportKeeping(circle: .all, condition: one.isMeant), guests)
            } + [
                kind(
                    "confidential", text.confidential, text.confidentialWhat, text.confidentialBasis,
                    TermChoice(1...5, .years, usual: 2), ReportKeeping(circle: .confidential, condition: isOrdinary),
                    guests)
            ]
    }

    private static func kind(
        _ name: String, _ title: Words, _ what: Words, _ basis: Basis, _ choice: TermChoice, _ keeping: ReportKeeping,
        _ guests: [ErasedGuest]
    ) -> RetainedKind {
        RetainedKind(
            name, title, what: what, remains: KeepingWords.remains, since: KeepingWords.since, basis: basis,
            choice: choice, looking: keeping.circle == .confidential ? nil : keeping.looking,
            mayHurry: keeping.circle == .open
        ) { latest, most, erasing in
            let due = try keeping.due(latest, on: erasing.today, most: most, erasing.reader)
            try ReportErasure(erasing: erasing, guests: guests).erase(due)
            let told = due.filter { !$0.isConfidential }.count
            return Erased(told: told, untold: due.count - told)
        }
    }
}
