import Design
import Kernel
import Markup
import Organisation
import Web

/// Many boards as one, drawn as a board is: rows and stages, how many hang in each cell, and the first of them.
struct BelowBoardTable: Pattern {
    let board: BelowBoard
    let view: BelowView
    let scope: BelowScope
    let visit: Visit

    private var language: Language { visit.language }
    private var text: BelowTexts { BelowTexts(language: language) }
    private var words: ActionTexts { ActionTexts(language: language) }

    var html: HTML {
        let title = text.name(view)
        return """
            <div class="board-frame" role="region" aria-label="\(title)" tabindex="0"><table class="board below">\
            <caption class="unseen">\(title)</caption><thead><tr><th scope="col">\(title)</th>\
            \(each: Stage.allCases, { "<th scope=\"col\">\(words.name($0))</th>" })</tr></thead>\
            <tbody>\(each: board.rows.enumerated(), { row($1, tint: $0 % 6 + 1) })</tbody></table></div>
            """
    }

    private func row(_ row: BelowBoard.Row, tint: Int) -> HTML {
        """
        <tr><th scope="row">\(head(row)) <span class="count">\(row.count)</span></th>\
        \(each: Stage.allCases, { cell(row, $0, tint: tint) })</tr>
        """
    }

    /// A unit leads down to what lies below it.
    private func head(_ row: BelowBoard.Row) -> HTML {
        guard view == .unit, !row.key.isEmpty, visit.fields["unit"] != row.key else { return "\(row.title)" }
        let link = BelowPage.link(scope.above).with([("by", view.rawValue), ("unit", row.key)])
        return "<a href=\"\(link)\">\(row.title)</a>"
    }

    private func cell(_ row: BelowBoard.Row, _ stage: Stage, tint: Int) -> HTML {
        guard let cell = row.cells[stage], cell.count > 0 else { return "<td></td>" }
        let notes = HTML(each: cell.notes.prefix(BelowCell.notes)) { note(of: $0, stage, tint: tint) }
        return
            "<td><ul class=\"cell\">\(notes)</ul>\(when: cell.count > BelowCell.notes, more(row, stage, cell.count))</td>"
    }

    private func note(of note: BelowNote, _ stage: Stage, tint: Int) -> HTML {
        let isLate = stage != .closed && note.due < visit.today
        let badge = isLate ? Badge(words.isOverdue, .late) : nil
        let group = board.bodies[note.body]?.in(language)
        return """
            <li class="note t\(tint)"><a href="\("/actions/\(note.id)" as Link)">\(note.what)</a>\(badge)\
            <span class="who">\(group)</span></li>
            """
    }

    /// All of the cell: as a list where the list can be narrowed down to it, else how many.
    private func more(_ row: BelowBoard.Row, _ stage: Stage, _ count: Int) -> HTML {
        let told: HTML = "\(text.more(count))<span class=\"unseen\">: \(row.title), \(words.name(stage))</span>"
        guard let link = list(row, stage) else { return "<p class=\"meta more\">\(told)</p>" }
        return "<p class=\"more\"><a href=\"\(link)\">\(told)</a></p>"
    }

    private func list(_ row: BelowBoard.Row, _ stage: Stage) -> Link? {
        guard !row.key.isEmpty else { return nil }
        let place: [(name: StaticString, value: String)] = [
            ("below", scope.above?.id.text ?? ""), ("stage", stage.rawValue),
        ]
        switch view {
        case .theme: return ("/actions" as Link).with(place + [("theme", row.title)])
        case .unit: return ("/actions" as Link).with(place + [("unit", row.key)])
        case .bodies, .origin: return nil
        }
    }
}
