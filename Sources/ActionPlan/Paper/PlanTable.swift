import Design
import Documents
import Kernel
import Markup

/// Actions as a table in one of the paper forms, grouped under headings. The heads of the columns recur on each sheet.
struct PlanTable: Pattern {
    struct Group {
        /// Nothing where no heading is needed.
        let title: String?
        var rows: [PlanLine]
    }

    let caption: String
    let form: PlanForm
    let groups: [Group]
    let words: PlanLine.Wording

    private var text: PlanTableTexts { PlanTableTexts(language: words.language) }

    var html: HTML {
        """
        <div class="table-frame" role="region" aria-label="\(caption)" tabindex="0"><table class="table cards plan-table">\
        <caption class="unseen">\(caption)</caption><thead><tr>\
        \(each: form.columns, { "<th scope=\"col\">\(text.name($0))</th>" })</tr></thead>\
        \(each: groups, group)</table></div>
        """
    }

    private func group(_ group: Group) -> HTML {
        let heading = group.title.map { title -> HTML in
            "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(form.columns.count)\">\(title)</th></tr>"
        }
        return "<tbody>\(heading)\(each: group.rows, row)</tbody>"
    }

    private func row(_ line: PlanLine) -> HTML {
        let cells = form.columns.map { column -> HTML in
            let content = line.html(column, words)
            guard column != .what else { return "<th scope=\"row\">\(content)</th>" }
            return "<td class=\"lines\" data-label=\"\(text.name(column))\"><span>\(content)</span></td>"
        }
        return "<tr>\(cells)</tr>"
    }

    /// The same for a spreadsheet: the group first.
    func csv() -> [UInt8] {
        var writer = CSVWriter(in: words.language)
        let theme = ActionTexts(language: words.language).theme
        writer.append([.text(theme)] + form.columns.map { .text(text.name($0)) })
        for group in groups {
            for line in group.rows {
                writer.append([.text(group.title ?? "")] + form.columns.map { .text(line.text($0, words)) })
            }
        }
        return writer.take()
    }
}
