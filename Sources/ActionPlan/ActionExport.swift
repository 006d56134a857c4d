import Documents
import Kernel
import Organisation
import Storage
import Web

/// A list of actions for a spreadsheet: every row that the filter lets through, not only the page that is seen.
struct ActionExport {
    /// Rows; more than this no spreadsheet is read by anybody.
    static let most = 100_000
    private static let pageSize = 1000

    let visit: Visit

    private var language: Language { visit.language }
    private var text: ActionTexts { ActionTexts(language: language) }
    private var words: ListTexts { ListTexts(language: language) }

    func csv() async throws -> File {
        let bytes = try await visit.read { reader in
            var writer = CSVWriter(in: language)
            writer.append(columns.map(Cell.text))
            try each(reader) { writer.append($0) }
            return writer.take()
        }
        return File(name: "\(words.title).csv", mediaType: "text/csv; charset=utf-8", bytes: bytes)
    }

    func workbook() async throws -> File {
        let rows = try await visit.read { reader in
            var rows: [[Cell]] = []
            try each(reader) { rows.append($0) }
            return rows
        }
        let workbook = Workbook([.init(name: words.title, columns: columns, rows: rows)])
        return File(
            name: "\(words.title).xlsx",
            mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: try workbook.bytes())
    }

    private var columns: [String] {
        [
            text.what, text.why, text.how, text.responsible, text.partners, text.due, text.stage, text.theme, text.unit,
            words.plan, text.kind, text.difficulty, text.followUp, text.followUpOn,
            ClosureTexts(language: language).lookAgainOn, text.name(.closed),
        ]
    }

    private func each(_ reader: Reader, _ take: ([Cell]) -> Void) throws {
        var filter = ActionFilter(visit.fields)
        filter.after = ""
        var taken = 0
        while taken < Self.most {
            let list = try ActionList(
                filter, for: visit.viewer, on: visit.today, most: min(Self.pageSize, Self.most - taken),
                detail: .everything, reader)
            for (row, action) in zip(list.actions, list.whole) { take(cells(row, action, list)) }
            taken += list.actions.count
            guard let next = list.next else { return }
            filter.after = next
        }
    }

    private func cells(_ row: ListedAction, _ action: Action, _ list: ActionList) -> [Cell] {
        let agreed = action.agreed
        let partners = agreed.partners.compactMap { list.partners[$0] }.sorted().joined(separator: ", ")
        return [
            .text(agreed.what), .text(agreed.why), .text(agreed.how), .text(row.name ?? ""),
            .text(partners), .day(agreed.due), .text(text.name(action.stage)),
            .text(row.themeTitle ?? ""), .text(list.units[agreed.unit]?.in(language) ?? ""),
            .text(list.bodies[action.body]?.in(language) ?? ""), .text(agreed.kind.map(text.name) ?? ""),
            .text(text.name(agreed.difficulty)), .text(agreed.followUp), agreed.followUpOn.map(Cell.day) ?? .empty,
            (action.hold?.lookAgainOn).map(Cell.day) ?? .empty, action.closedOn.map(Cell.day) ?? .empty,
        ]
    }
}
