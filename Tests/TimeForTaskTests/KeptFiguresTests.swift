import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import TimeForTask

/// What is kept of figures once they are made.
@Suite(.serialized) struct KeptFiguresTests {
    private static let today = Workplace.today

    @Test(arguments: Engine.tested)
    func `where all say the same no figure is kept, for it would be everybody's own`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        func cell(_ unit: UnitID, _ minutes: [Int]) -> ComparedCell {
            ComparedCell(
                line: [unit], isOwn: false,
                contributions: minutes.enumerated().map { place, minutes in
                    Contribution(source: "\(unit) \(place)", line: [unit], minutes: minutes)
                })
        }
        let month = Month(of: Self.today).previous
        let same = cell(Workplace.history, [180, 180, 180, 180, 180, 180])
        let apart = cell(Workplace.chemistry, [60, 120, 180, 240, 300, 360])
        let deed = work.deed(by: nil)
        try await work.database.write { writer in
            let cells = [same, apart].map { (role: Role.representative, cell: $0) }
            try writer.apply(TimeChanges.gathered(month, cells, before: Gathering.first(on: Self.today)), deed)
        }
        let figures = try await work.database.read { try TimeStore($0).figures(from: Gathering.first(on: Self.today)) }
        #expect(figures.map(\.unit) == [Workplace.chemistry] && figures.first?.people == 6)
    }

    @Test(arguments: Engine.tested)
    func `what was allotted yesterday is not kept beside today's`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let figure = ComparedFigure(
            role: .leader, cell: "all chemistry", unit: Workplace.chemistry, isOwn: false, people: 6,
            quartiles: Quartiles(low: 60, middle: 120, high: 180), month: nil)
        let deed = work.deed(by: nil)
        for day in [Self.today - 1, Self.today] {
            try await work.database.write { try $0.apply(TimeChanges.counted([figure], on: day), deed) }
        }
        let (before, now) = try await work.database.read { reader in
            let store = TimeStore(reader)
            return (
                try store.allotted(on: Self.today - 1).count + (store.isAllottedCounted(on: Self.today - 1) ? 1 : 0),
                try store.allotted(on: Self.today).count
            )
        }
        #expect(before == 0 && now == 1)
    }
}
