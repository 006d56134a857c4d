import Foundation
import Testing

@testable import Drawing

@Suite struct TrendTests {
    private func drawing(_ points: [TrendDrawing.Point]) -> TrendDrawing {
        TrendDrawing("trend", title: "Frekvens", points: points, legend: ("Frekvens", "95 %"), comma: ",")
    }

    @Test func `the scale reaches the highest, in round steps`() {
        for (highest, top) in [(0.0, 0.01), (1.91, 2.0), (0.3, 0.3), (9.7, 10.0), (100, 100)] {
            let scale = TrendScale(reaching: highest)
            #expect(scale.top >= highest && abs(scale.top - top) < 1e-9, "\(highest): \(scale)")
            #expect(scale.count <= 5)
        }
        #expect(TrendScale.written(0.5, comma: ",") == "0,5" && TrendScale.written(0.05, comma: ".") == "0.05")
        #expect(TrendScale.written(2, comma: ",") == "2")
    }

    @Test func `what is not known is not drawn, and breaks the line`() {
        let many = (0..<20).map { TrendDrawing.Point("\($0)", $0 == 7 ? nil : 1, low: 0.5, high: 2) }
        #expect(drawing(many).runs.map(\.count) == [7, 12])
        let few = drawing([.init("2024", 1, low: 0.5, high: 2), .init("2025", nil)])
        #expect(few.svg.source.components(separatedBy: "<circle").count == 1 + 1 + 1)
        #expect(!drawing([]).svg.isEmpty)
    }

    @Test func `higher stands higher, and an interval holds its value`() {
        let point = TrendDrawing.Point("2025", 1, low: 3, high: 0.5)
        #expect(point.low <= 1 && point.high >= 1)
        let two = drawing([.init("a", 1, low: 0, high: 2), .init("b", 2, low: 1, high: 4)])
        #expect(two.y(2) < two.y(1) && two.x(0) < two.x(1))
    }
}
