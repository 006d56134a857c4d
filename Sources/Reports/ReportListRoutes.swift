import Documents
import Kernel
import Organisation
import Storage
import Web

enum ReportListRoutes {
    private static let pageSize = 50
    private static let exportLimit = 20_000

    static func add(to routes: inout Routes) {
        routes.get("/reports", for: .signedIn) { try await list($0) }
        routes.get("/reports/mine", for: .signedIn) { try await mine($0) }
        routes.get("/reports/export.csv", for: .member) { try await csv($0) }
        routes.get("/reports/export.xlsx", for: .member) { try await workbook($0) }
    }

    private static func list(_ visit: Visit) async throws -> Answer {
        let (viewer, day, filter) = (visit.viewer, visit.today, ReportStore.Filter(visit.fields))
        let place = ReportStore.Place(visit.fields["after"])
        let found = try await visit.read { reader -> ([Report], [UnitID: Unit], [LyingCase])? in
            let store = ReportStore(reader)
            // A handler may be anybody; to whoever handles nothing the list is that of the own reports.
            guard try viewer.isMember || store.handles(viewer.person, on: day) else { return nil }
            let reports = try store.page(for: viewer, filter, after: place, on: day, most: pageSize + 1)
            let lying = place == nil && !filter.isNarrowed ? try store.lying(for: viewer, on: day) : []
            return (reports, try named(reports.map(\.unit) + lying.map(\.unit), on: day, reader), lying)
        }
        guard let (reports, units, lying) = found else { return .redirect("/reports/mine") }
        let shown = Array(reports.prefix(pageSize))
        let next = reports.count > pageSize ? shown.last.map { ReportStore.Place(of: $0, in: filter.order) } : nil
        return .page(
            ReportListPage(visit: visit, filter: filter, reports: shown, lying: lying, units: units, next: next).page)
    }

    private static func mine(_ visit: Visit) async throws -> Answer {
        let person = visit.viewer.person
        let reports = try await visit.read { try ReportStore($0).mine(person) }
        return .page(MyReportsPage(visit: visit, reports: reports).page)
    }

    private static func csv(_ visit: Visit) async throws -> Answer {
        let table = try await table(visit)
        var writer = CSVWriter(in: visit.language)
        writer.append(table.titles.map(Cell.text))
        for row in table.rows { writer.append(row) }
        let name = ReportTexts(language: visit.language).fileName + ".csv"
        return .file(File(name: name, mediaType: "text/csv; charset=utf-8", bytes: writer.take()))
    }

    private static func workbook(_ visit: Visit) async throws -> Answer {
        let table = try await table(visit)
        let text = ReportTexts(language: visit.language)
        let workbook = Workbook([.init(name: text.reports, columns: table.titles, rows: table.rows)])
        return .file(
            File(
                name: text.fileName + ".xlsx",
                mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                bytes: try workbook.bytes()))
    }

    /// What leaves the site: nothing confidential, and no names.
    private static func table(_ visit: Visit) async throws -> (titles: [String], rows: [[Cell]]) {
        let (viewer, day, filter, language) = (
            visit.viewer, visit.today, ReportStore.Filter(visit.fields), visit.language
        )
        let text = ReportTexts(language: language)
        let (reports, units) = try await visit.read { reader -> ([Report], [UnitID: Unit]) in
            let reports = try ReportStore(reader).exported(for: viewer, filter, on: day, most: exportLimit)
            return (reports, try named(reports.map(\.unit), on: day, reader))
        }
        let rows = reports.map { report -> [Cell] in
            [
                .day(report.reported), .text(text.name(of: report.kind)), .text(text.name(of: report.stage)),
                .text(units[report.unit]?.name.in(language) ?? ""), .text(report.place), .text(report.what),
                report.happened.map(Cell.day) ?? .empty, report.closed.map(Cell.day) ?? .empty, .text(report.outcome),
                .text(report.severity.was.map(text.name(of:)) ?? ""),
                .text(report.severity.could.map(text.name(of:)) ?? ""),
            ]
        }
        let titles = [
            text.reported, text.kind, text.state, text.unit, text.placeFact, text.what, text.happened, text.closed,
            text.outcome, text.howBad, text.howBadPossibly,
        ]
        return (titles, rows)
    }

    private static func named(_ ids: [UnitID], on day: Day, _ reader: Reader) throws -> [UnitID: Unit] {
        let units = try Set(ids).compactMap { try UnitStore(reader).find($0, on: day) }
        return Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
    }
}

extension ReportStore.Filter {
    init(_ fields: Fields) {
        self.init(
            kind: ReportKind(rawValue: fields["kind"]), stage: ReportStage(name: fields["stage"]),
            unit: fields["unit"].isEmpty ? nil : UnitID(fields["unit"]), text: String(fields["q"].trimmed.prefix(100)),
            severity: Harm(name: fields["severity"]),
            order: ReportStore.Order(rawValue: fields["order"]) ?? .waitingFirst)
    }
}
