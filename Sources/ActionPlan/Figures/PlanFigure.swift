import Design
import Documents
import Kernel
import Markup

/// What a plan is counted by.
enum FigureName: String, CaseIterable {
    case people, due, origin, throughput, age, effect
}

/// One figure: a sentence, a drawing, and the table that says the same.
struct PlanFigure {
    struct Column {
        let title: String
        var isNumber = true
    }

    /// What stands in the table and in the file, and what the page adds to it.
    struct Entry {
        let cell: Cell
        var link: Link?
        var badge: Badge?

        static func number(_ number: Int, to link: Link? = nil) -> Entry {
            Entry(cell: .number(Double(number)), link: number > 0 ? link : nil)
        }

        static func text(_ text: String, to link: Link? = nil, badge: Badge? = nil) -> Entry {
            Entry(cell: .text(text), link: link, badge: badge)
        }

        var html: HTML {
            let words: String =
                switch cell {
                case .text(let text): text
                case .number(let number): String(Int(number))
                case .day(let day): day.text
                case .empty: ""
                }
            let linked = link.map { "<a href=\"\($0)\">\(words)</a>" as HTML } ?? "\(words)"
            return badge.map { "\(linked) \($0)" } ?? linked
        }
    }

    let name: FigureName
    let title: String
    /// What one should see in it, in plain words.
    let said: String
    /// Nothing where there is nothing to draw.
    let drawing: HTML?
    let columns: [Column]
    let rows: [[Entry]]

    var table: DataTable {
        DataTable(
            title, isCaptionSeen: false, asCards: false,
            columns: columns.map { DataTable.Column($0.title, isNumber: $0.isNumber) },
            rows: rows.map { DataTable.Row($0.map(\.html)) })
    }

    /// - Parameter csv: where its numbers can be had as a file.
    func sheet(csv: Link, _ text: FigureTexts) -> Sheet {
        let file: HTML = "<a href=\"\(csv)\">CSV<span class=\"unseen\">: \(title)</span></a>"
        return Sheet(title, aside: rows.isEmpty ? nil : file) {
            """
            <p>\(said)</p>\(drawing.map { drawing -> HTML in
                "<div class=\"figure-pair\"><div class=\"drawing\">\(drawing)</div>\(table)</div>"
            })
            """
        }
    }

    func csv(_ language: Language) -> [UInt8] {
        var writer = CSVWriter(in: language)
        writer.append(columns.map { .text($0.title) })
        for row in rows { writer.append(row.map(\.cell)) }
        return writer.take()
    }
}
