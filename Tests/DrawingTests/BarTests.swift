import Markup
import MarkupTesting
import Testing

@testable import Drawing

@Suite struct `Bars and columns` {
    private typealias Bar = BarDrawing.Bar

    private func drawing(_ amounts: [[Int]], isShare: Bool = false) -> BarDrawing {
        let bars = amounts.enumerated().map { row, parts in
            Bar("Nummer \(row)", told: "\(parts.reduce(0, +)) i alt", Array(zip(Ink.allCases, parts)).map { ($0, $1) })
        }
        return BarDrawing("prøve", title: "Prøve", bars: bars, legend: [(.striped, "Overskredet")], isShare: isShare)
    }

    @Test(arguments: [
        [[3, 2, 1], [0, 0, 1], [0, 0, 0]], [[1_000_000, 1, 1]], [[0, 0, 0]], [], [[1, 1, 1], [40, 0, 2]],
    ])
    func `lie within the drawing, beside each other, and what is there at all is seen`(amounts: [[Int]]) {
        for isShare in [false, true] {
            let drawing = drawing(amounts, isShare: isShare)
            for (bar, parts) in zip(drawing.bars, amounts) {
                let pieces = drawing.pieces(of: bar)
                #expect(pieces.map(\.ink) == zip(Ink.allCases, parts).filter { $1 > 0 }.map(\.0))
                #expect(pieces.allSatisfy { $0.width >= 2 && $0.x >= 0 })
                #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.x + $0.width <= $1.x })
                #expect((pieces.last.map { $0.x + $0.width } ?? 0) <= BarDrawing.width + 4)
            }
        }
    }

    @Test func `the longest takes all the room, and half as many take half`() {
        let drawing = drawing([[8, 0, 0], [4, 0, 0]])
        let widths = drawing.bars.map { drawing.pieces(of: $0).reduce(0) { $0 + $1.width } }
        #expect(widths == [BarDrawing.width - 2, (BarDrawing.width - 2) / 2])
    }

    @Test func `as shares are all of the same length`() {
        let drawing = drawing([[8, 1, 1], [1, 0, 1]], isShare: true)
        for bar in drawing.bars {
            #expect(drawing.pieces(of: bar).reduce(0) { $0 + $1.width } == BarDrawing.width - 2)
        }
    }

    @Test func `columns stand beside each other, and nothing is nothing`() {
        let columns = (0..<13).map { ColumnDrawing.Column("\($0)", [(.open, $0), (.full, 12 - $0)]) }
        let drawing = ColumnDrawing("prøve", title: "Prøve", columns: columns)
        var right = 0
        for (place, column) in columns.enumerated() {
            for tower in drawing.towers(of: column, left: place * 26, room: 26) {
                #expect(tower.x >= right && tower.height >= 2 && tower.height <= 120)
                right = tower.x + tower.width
            }
        }
        #expect(drawing.towers(of: columns[0], left: 0, room: 26).map(\.amount) == [12])
        #expect(ColumnDrawing("tom", title: "Tom", columns: []).svg.source.contains("<svg"))
    }

    @Test func `what somebody wrote is escaped, and cut where it does not fit`() throws {
        let long = String(repeating: "<b>Meget langt navn & ", count: 20)
        let svg = BarDrawing("a", title: long, bars: [Bar(long, told: long, [(.full, -3), (.striped, 2)])]).svg.source
        #expect(!svg.contains("<b>") && svg.contains("…"))
        #expect(svg.contains("&amp;"))
    }
}
