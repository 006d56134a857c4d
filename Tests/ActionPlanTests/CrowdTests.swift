import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `A plan of more notes than have room` {
    static let chemistry = ThemeID("chemistry")

    /// A thousand notes in one cell, the first two of them overdue, and three in another.
    func workplace(_ engine: Engine, count: Int = 1000) async throws -> Workplace {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: Workplace.jonas)
        let theme = Theme(id: Self.chemistry, body: Workplace.labGroup, title: "Kemi og orden", place: 1)
        try await workplace.database.write { writer in
            try writer.apply(theme.added(), deed)
            for number in 1...count {
                let due = Workplace.today + (number <= 2 ? -1 : 14)
                var action = Action.sample("n\(number)", what: "Seddel \(number).", due: due, rank: number * 1024)
                action.agreed.theme = Self.chemistry
                try writer.apply(action.created(deed), deed)
            }
            for name in ["x", "y", "z"] { try writer.apply(Action.sample(name).created(deed), deed) }
        }
        return workplace
    }

    @Test(arguments: [
        ([1000], 250), ([1000, 3], 247), ([], 1), ([5, 5], 5), ([300, 300, 300], 83),
        (Array(repeating: 9, count: 500), 1),
    ])
    func `gives every cell as many as there is room for, and at least one`(counts: [Int], most: Int) {
        #expect(CrowdedBoard.mostInCell(counts) == most)
    }

    @Test(arguments: Engine.tested)
    func `counts all, shows the first of each cell, and leads to the others`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let page = try await workplace.get("/plan/lab-group", as: Workplace.maja).text
        #expect(page.contains("1003 indsatser"))
        #expect(page.contains("2 overskredet"))
        #expect(page.contains(">Seddel 247.<"))
        #expect(!page.contains(">Seddel 248.<"))
        #expect(page.components(separatedBy: "class=\"rest\"").count == 2)
        let rest = """
            <li class="rest" data-before="n248"><a href="/actions?body=lab-group&amp;stage=started&amp;theme=Kemi%20og%20orden">\
            og 753 til</a></li>
            """
        #expect(page.contains(rest))
    }

    @Test(arguments: Engine.tested)
    func `lets a note be laid into the crowd and out of it`(engine: Engine) async throws {
        let workplace = try await workplace(engine, count: 500)
        func move(_ id: String, _ fields: [String: String]) async throws {
            let moved = try await workplace.post("/actions/\(id)/stage", as: Workplace.maja, fields)
            #expect(moved.status == 303)
        }
        try await move("x", ["stage": "started", "theme": "chemistry", "before": "n249", "version": "1"])
        let last = try #require(try await workplace.action("n248"))
        let laid = try #require(try await workplace.action("x"))
        let next = try #require(try await workplace.action("n249"))
        #expect(last.rank < laid.rank && laid.rank < next.rank)
        try await move("n500", ["stage": "at_goal", "theme": "chemistry", "version": "1"])
        #expect(try await workplace.get("/plan/lab-group", as: Workplace.maja).text.contains(">Seddel 500.<"))
    }

    @Test func `shows everything as long as there is room`() async throws {
        let workplace = try await workplace(.sqlite, count: 247)
        let page = try await workplace.get("/plan/lab-group", as: Workplace.maja).text
        #expect(page.contains(">Seddel 247.<"))
        #expect(!page.contains("class=\"rest\""))
    }
}
