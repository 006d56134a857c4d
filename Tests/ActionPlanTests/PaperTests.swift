import Testing

@testable import ActionPlan

@Suite struct `The board on paper` {
    typealias Density = BoardOnPaper.Density

    @Test func `a few notes hang large`() {
        #expect(Density(cells: [[2, 1, 0, 0, 0], [1, 0, 0, 1, 0]], parked: 0) == .airy)
        #expect(Density(cells: [], parked: 0) == .airy)
    }

    @Test func `forty notes hang beside each other where they are many`() {
        let crowded = Array(repeating: [6, 1, 0, 1, 0], count: 5)
        #expect(Density(cells: crowded, parked: 0) == .dense)
    }

    @Test func `the more that is parked below, the closer they hang`() {
        let rows = Array(repeating: [3, 0, 0, 0, 0], count: 3)
        #expect(Density(cells: rows, parked: 0) == .airy)
        #expect(Density(cells: rows, parked: 20) == .dense)
    }

    @Test func `what is too much for two steps is hung as close as can be`() {
        #expect(Density(cells: Array(repeating: [9, 9, 9, 9, 9], count: 6), parked: 0) == .denser)
    }
}
