import Markup

/// Rows and columns with a caption. Wide ones scroll in their frame; `asCards` turns rows into cards on a phone.
public struct DataTable: Pattern {
    public struct Column: Sendable {
        public enum Order: String, Sendable {
            case ascending
            case descending
        }

        let title: String
        let isNumber: Bool
        let sort: Link?
        let order: Order?

        /// - Parameters:
        ///   - sort: leads to the same list in the order of this column.
        ///   - order: how it is sorted now, if by this column.
        public init(_ title: String, isNumber: Bool = false, sort: Link? = nil, order: Order? = nil) {
            self.title = title
            self.isNumber = isNumber
            self.sort = sort
            self.order = order
        }
    }

    public struct Row: Sendable {
        /// What an import would do with the row.
        public enum Fate: String, Sendable {
            case same = ""
            case added
            case changed
            case gone
            case wrong
        }

        let cells: [HTML]
        let fate: Fate

        /// The first cell names the row.
        public init(_ cells: [HTML], _ fate: Fate = .same) {
            self.cells = cells
            self.fate = fate
        }
    }

    let caption: String
    let isCaptionSeen: Bool
    let columns: [Column]
    let rows: [Row]
    let asCards: Bool
    /// What opens the cell of each column.
    private let openings: [HTML]
    private static let closing: HTML = "</td>"

    public init(
        _ caption: String, isCaptionSeen: Bool = true, asCards: Bool = true, columns: [Column], rows: [Row]
    ) {
        self.caption = caption
        self.isCaptionSeen = isCaptionSeen
        self.columns = columns
        self.rows = rows
        self.asCards = asCards
        openings = columns.map { column in
            """
            <td\(when: column.isNumber, " class=\"number\"") data-label="\(column.title)">
            """
        }
    }

    public var html: HTML {
        """
        <div class="table-frame" role="region" aria-label="\(caption)" tabindex="0">\
        <table class="table\(when: asCards, " cards")"><caption\(when: !isCaptionSeen, " class=\"unseen\"")>\(caption)\
        </caption><thead><tr>\(columns.map(Self.head))</tr></thead><tbody>\(rows.map(row))</tbody></table></div>
        """
    }

    private static func head(_ column: Column) -> HTML {
        let title: HTML = column.sort.map { "<a href=\"\($0)\">\(column.title)</a>" } ?? "\(column.title)"
        return """
            <th scope="col"\(when: column.isNumber, " class=\"number\"")\
            \(column.order.map { " aria-sort=\"\($0.rawValue)\"" })>\(title)</th>
            """
    }

    private func row(_ row: Row) -> HTML {
        var html: HTML = "<tr\(when: row.fate != .same, " class=\"\(row.fate.rawValue)\"")>"
        for (index, cell) in row.cells.prefix(columns.count).enumerated() {
            if index == 0 {
                html += "<th scope=\"row\">\(cell)</th>"
            } else {
                html += openings[index]
                html += cell
                html += Self.closing
            }
        }
        html += Self.end
        return html
    }

    private static let end: HTML = "</tr>"
}
