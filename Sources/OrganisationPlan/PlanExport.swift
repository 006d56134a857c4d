import Documents
import Kernel
import Organisation
import Storage
import Web

/// The plan as a file: all units of the part, however many there are.
struct PlanExport {
    /// Units; the largest organisations have some ten thousand.
    static let most = 20_000
    private static let atOnce = 200

    let visit: Visit

    private var language: Language { visit.language }
    private var text: PlanTexts { PlanTexts(language: language) }
    private var words: OrganisationTexts { OrganisationTexts(language: language) }

    func csv() async throws -> File {
        let (day, rows) = try await rows()
        var writer = CSVWriter(in: language)
        writer.append(columns.map(Cell.text))
        for row in rows { writer.append(row) }
        return File(name: "\(text.plan) \(day).csv", mediaType: "text/csv; charset=utf-8", bytes: writer.take())
    }

    func workbook() async throws -> File {
        let (day, rows) = try await rows()
        let workbook = Workbook([.init(name: text.plan, columns: columns, rows: rows)])
        return File(
            name: "\(text.plan) \(day).xlsx",
            mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: try workbook.bytes())
    }

    private var columns: [String] {
        [
            text.unitCode, text.unit, text.body, text.kind, text.role, text.name, text.email, text.represents,
            text.starts, text.ends, text.asOf, text.versionTitle,
        ]
    }

    /// - Throws: `Refusal.notFound` where the unit is none.
    private func rows() async throws -> (day: Day, rows: [[Cell]]) {
        let asOf = try AsOf(visit)
        let root = ChartView(visit.fields, asOf: asOf).unit
        let (today, most) = (visit.today, Self.most)
        let read = try await visit.read { reader -> (entries: [Plan.Entry], reached: [PersonID: Reachable])? in
            let store = UnitStore(reader)
            let tops =
                try root.map { try [store.find($0, on: asOf.day)].compactMap(\.self) } ?? store.tops(on: asOf.day)
            guard root == nil || tops.first?.isOpen(on: asOf.day) == true else { return nil }
            let units = try store.within(tops.map(\.id), on: asOf.day, most: most)
            var entries: [Plan.Entry] = []
            var reached: [PersonID: Reachable] = [:]
            var seen: Set<BodyID> = []
            let order = PlanRules.depthFirst(units).map(\.unit)
            for start in stride(from: 0, to: order.count, by: Self.atOnce) {
                let part = Array(order[start..<min(start + Self.atOnce, order.count)])
                let tree = try OrganisationTree(of: part, on: asOf.day, reader)
                let new = PlanRules.entries(of: tree).filter { $0.body.map { !seen.contains($0.id) } ?? true }
                seen.formUnion(new.compactMap(\.body?.id))
                entries += new
                let people = Set(new.compactMap(\.seat?.mandate.person))
                reached.merge(try PersonStore(reader).reached(people, on: today)) { first, _ in first }
            }
            return (entries, reached)
        }
        guard let read else { throw Refusal.notFound }
        let version = PlanRules.version(of: read.entries)
        return (asOf.day, read.entries.map { cells($0, read.reached, on: asOf.day, version) })
    }

    private func cells(
        _ entry: Plan.Entry, _ reached: [PersonID: Reachable], on day: Day, _ version: String
    ) -> [Cell] {
        let mandate = entry.seat?.mandate
        return [
            .text(entry.unit.code), .text(entry.unit.name.in(language)),
            .text(entry.body?.name.in(language) ?? text.officeOfUnit), .text((entry.body?.kind).map(words.name) ?? ""),
            .text(words.name(entry.role)), .text(entry.seat?.name ?? text.vacant),
            .text(mandate.flatMap { reached[$0.person]?.email } ?? ""), .text(mandate?.represents ?? ""),
            mandate.map { .day($0.starts) } ?? .empty, (mandate?.ends).map(Cell.day) ?? .empty, .day(day),
            .text(version),
        ]
    }
}
