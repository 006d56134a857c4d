import TestSupport
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

    @Test(arguments: [1, 9, 40])
    func `on A4 notes never hang so close that nobody reads them: they go on upon the next sheet`(count: Int) {
        let rows = Array(repeating: Array(repeating: count, count: 5), count: 6)
        #expect(Density(cells: rows, parked: 90, paper: .a4Landscape) == .dense)
        #expect(Density(cells: [[2, 1, 0, 0, 0]], parked: 0, paper: .a4Landscape) == .airy)
    }

    @Test(arguments: [("", "a3"), ("?paper=a4", "a4-landscape"), ("?paper=a5", "a3")])
    func `is chosen on the page, and leads to the other size`(query: String, kind: String) async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        let page = try await workplace.get("/plan/lab-group/print\(query)", as: Workplace.sara).text
        #expect(page.contains("<main class=\"paper \(kind)\""))
        #expect(page.contains("/print?paper=\(kind == "a3" ? "a4" : "a3")"))
    }
}
