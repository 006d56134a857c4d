import Markup

extension OrganisationChart {
    /// How large a drawing is shown.
    public enum Scale: Sendable, Equatable {
        /// As it was drawn, so that it can be read; the frame around it is moved about where it is narrower.
        case fitting
        /// In hundredths of how it was drawn.
        case percent(Int)
        /// Within a sheet of paper, in millimetres.
        case paper(width: Int, height: Int)
    }

    /// The drawing as SVG. Colours stand in it as they are on paper; the stylesheet gives those of the screen.
    /// - Parameter shape: width through height that is aimed at.
    public func svg(shape: Double, scale: Scale) -> HTML {
        let layout = ChartLayout(tops, shape: shape)
        var pen = ChartPen()
        let drawn = layout.places.map { pen.draw($0) }
        let (width, height) = (layout.width + 2 * Self.margin, layout.height + 2 * Self.margin)
        let fits = scale == .fitting && width <= Self.widestFitting
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="orgchart\(when: fits, " fitting")" \
            viewBox="\(-Self.margin) \(-Self.margin) \(width) \(height)" \(size(scale, width, height)) role="group" \
            aria-label="\(title)" font-family="Inter, sans-serif" font-size="11"><title>\(title)</title>\
            <desc>\(description)</desc><path class="wire" fill="none" stroke="#7c8583" d="\(wires(layout))"/>\
            \(drawn)</svg>
            """
    }

    /// How small a letter becomes on a sheet of these measures, in points; what is under five nobody reads.
    public func letters(shape: Double, width: Int, height: Int) -> Double {
        let layout = ChartLayout(tops, shape: shape)
        let scale = min(
            Double(width) / Double(layout.width + 2 * Self.margin),
            Double(height) / Double(layout.height + 2 * Self.margin))
        return 11 * scale * 72 / 25.4
    }

    /// Wider than this and made to fit a page, letters would be too small to read: it is moved about in its frame.
    private static let widestFitting = 1500

    /// Room for what lies left of the first column, and for the frame of what was found.
    private static let margin = 16

    private func size(_ scale: Scale, _ width: Int, _ height: Int) -> HTML {
        switch scale {
        case .fitting: "width=\"\(width)\" height=\"\(height)\""
        case .percent(let percent): "width=\"\(width * percent / 100)\" height=\"\(height * percent / 100)\""
        case .paper(let across, let down): "width=\"\(across)mm\" height=\"\(down)mm\""
        }
    }

    private func wires(_ layout: ChartLayout) -> HTML {
        "\(each: layout.wires, { "M\($0.x) \($0.top)V\($0.bottom)H\($0.to)" })"
    }
}

/// Draws boxes, and knows whether what was found has been marked as the first.
struct ChartPen {
    private var hasAnchor = false

    mutating func draw(_ place: ChartLayout.Place) -> HTML {
        let (box, x, y) = (place.box, place.x, place.y)
        let names = box.names.enumerated().map { row, text -> HTML in
            "<text class=\"name\" x=\"\(x + ChartBox.padding)\" y=\"\(y + ChartBox.padding + 12 + 17 * row)\">\(text)</text>"
        }
        var rows: [HTML] = []
        var down = y + box.headHeight + 2
        for row in box.rows.dropFirst(names.count) {
            switch row {
            case .name: break
            case .card(let card): rows.append(draw(card, x: x, y: down, width: box.width))
            case .people(let lines):
                for (column, line) in lines.enumerated() {
                    let left = x + column * (ChartBox.columnWidth + ChartBox.columnGap)
                    let room = min(box.width, ChartBox.columnWidth)
                    rows.append(draw(line, x: left + ChartBox.padding, y: down, room: room - 2 * ChartBox.padding))
                }
            case .rest: rows.append(rest(box.unit, x: x, y: down))
            }
            down += ChartBox.height(of: row)
        }
        let isFound = box.unit.isFound
        return """
            <g\(anchor(isFound))><rect class="box\(when: isFound, " found")" x="\(x)" y="\(y)" width="\(box.width)" \
            height="\(box.height)" rx="6" fill="#fff" stroke="#7c8583"\(when: isFound, " stroke-width=\"4\"")/>\
            <rect class="head" x="\(x + 1)" y="\(y + 1)" width="\(box.width - 2)" height="\(box.headHeight)" rx="5" \
            fill="#e0eeec"/><g font-size="13" font-weight="700" fill="#182425">\(linked(names, box.unit.link))</g>\
            \(rows)</g>
            """
    }

    private mutating func draw(_ card: OrganisationChart.Card, x: Int, y: Int, width: Int) -> HTML {
        let text = Lettering(size: 11, isBold: true).fitting(
            (card.isFound ? "▸ " : "") + card.title, into: Double(width - 2 * ChartBox.padding - 12))
        let left = x + ChartBox.padding
        let title: HTML = """
            <text class="body" x="\(left + 12)" y="\(y + 16)" font-weight="700" fill="#06434a">\(text)</text>
            """
        return """
            <g\(anchor(card.isFound))>\(when: card.isFound, mark(x: left - 3, y: y + 4, width: width - 10))\
            <path class="sign" fill="#0b5d63" d="M\(left) \(y + 8)h8v8h-8z"/>\(linked([title], card.link))</g>
            """
    }

    /// What a role takes, with the space before the name: the longest is a unit's leader in Danish.
    static let roleRoom = 80

    private mutating func draw(_ line: OrganisationChart.Line, x: Int, y: Int, room: Int) -> HTML {
        let role = Lettering(size: 11).fitting(line.role, into: Double(Self.roleRoom - 8))
        let left = x + Self.roleRoom
        let name = Lettering(size: 11, isBold: line.isFound).fitting(
            (line.isFound ? "▸ " : "") + line.name, into: Double(room - Self.roleRoom))
        return """
            <g\(anchor(line.isFound))>\(when: line.isFound, mark(x: x - 3, y: y, width: room + 6))\
            \(when: line.isVacant, """
                <rect class="vacant" x="\(left - 5)" y="\(y + 1)" width="\(room - Self.roleRoom + 8)" height="15" rx="3" fill="none" \
                stroke="#a02c25" stroke-dasharray="3 2"/>
                """)<text class="role" x="\(x)" y="\(y + 12)" fill="#4d5a5a">\(role)</text>\
            <text class="person\(when: line.isVacant, " vacant")" x="\(left)" y="\(y + 12)" \
            \(when: line.isFound, "font-weight=\"700\" ")fill="\(line.isVacant ? "#a02c25" : "#182425")">\(name)</text></g>
            """
    }

    private func rest(_ unit: OrganisationChart.Unit, x: Int, y: Int) -> HTML {
        guard let rest = unit.rest else { return .nothing }
        let text: HTML =
            "<text class=\"rest\" x=\"\(x + ChartBox.padding)\" y=\"\(y + 12)\" fill=\"#0b5d63\">+ \(rest.words)</text>"
        return linked([text], rest.link)
    }

    private func mark(x: Int, y: Int, width: Int) -> HTML {
        "<rect class=\"mark\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"16\" rx=\"3\" fill=\"#fdf0d2\" stroke=\"#7a4f00\"/>"
    }

    /// The page scrolls to the first that was found.
    private mutating func anchor(_ isFound: Bool) -> HTML {
        guard isFound, !hasAnchor else { return .nothing }
        hasAnchor = true
        return " id=\"found\""
    }

    private func linked(_ content: [HTML], _ link: Link?) -> HTML {
        guard let link else { return "\(content)" }
        return "<a href=\"\(link)\">\(content)</a>"
    }
}
