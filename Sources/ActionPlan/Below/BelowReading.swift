import Access
import Kernel
import Organisation
import Storage
import Web

/// Reads what a page of plans below shows.
struct BelowReading {
    let visit: Visit
    let scope: BelowScope
    let reader: Reader

    private var store: BelowStore { BelowStore(scope: scope, day: visit.today, reader: reader) }

    /// - Parameter most: lines.
    func table(most: Int) throws -> BelowTable {
        let all = try store.counts()
        let bodies = BodyStore(reader)
        var names: [BodyID: Words] = [:]
        for body in try bodies.named(Set(all.map(\.body)), on: visit.today) { names[body.id] = body.name }
        let closed = all.filter { names[$0.body] == nil && $0.open > 0 }.map(\.body)
        names.merge(try bodies.names(of: Set(closed))) { one, _ in one }
        let counts = all.filter { names[$0.body] != nil }
        let last = visit.fields["after"]
        let (shown, next) = BodyCount.page(
            counts, after: last.isEmpty || last.utf8.count > 64 ? nil : BodyID(last), most: most)
        let haveBelow = scope.above == nil ? [] : try bodies.haveBelow(Set(shown.map(\.body)), on: visit.today)
        return BelowTable(
            shown: shown, total: BodyCount(all: counts), next: next, names: names, closed: Set(closed),
            haveBelow: haveBelow, language: visit.language, today: visit.today)
    }

    func board(_ view: BelowView, _ origins: Origins) throws -> BelowBoard {
        let language = visit.language
        let (text, words) = (BelowTexts(language: language), ActionTexts(language: language))
        let figures = FigureTexts(language: language)
        switch view {
        case .bodies, .theme:
            return try board(by: "LOWER(plan_theme.title)") { $0.key.isEmpty ? words.noTheme : $0.title }
        case .origin:
            return try board(by: origins.kind(for: visit.viewer)) { figures.origin($0.key) }
        case .unit:
            let chosen = visit.fields["unit"]
            let unit =
                try chosen.isEmpty || chosen.utf8.count > 64
                ? nil : UnitStore(reader).find(UnitID(chosen), on: visit.today)
            let units = try scope.units(under: unit, reader)
            let names = Dictionary(units.map { ($0.id.text, $0.name.in(language)) }) { one, _ in one }
            let nearest = Reach.nearest(of: units.map(\.id), above: "action.unit_id", on: visit.today)
            return try board(by: nearest, isWithRest: unit == nil) { names[$0.key] ?? text.elsewhere }
        }
    }

    private func board(
        by key: SQL, isWithRest: Bool = true, titles: (BelowCell) -> String
    ) throws -> BelowBoard {
        let cells = try store.cells(by: key, most: BelowBoard.mostRows + 1)
        return BelowBoard(
            cells, titles: titles, bodies: try BodyStore(reader).names(of: Set(cells.map(\.note.body))),
            isWithRest: isWithRest)
    }
}
