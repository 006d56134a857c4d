import Access
import Kernel
import Organisation
import Testing

@testable import HandingUp

/// Who is above, by itself.
@Suite struct `To whom an action can be handed` {
    private static let today = Day(number: 20_458)

    private static func body(
        _ id: String, _ kind: BodyKind = .committee, parent: String? = nil, closes: Day? = nil
    ) -> Body {
        Body(
            id: BodyID(id), kind: kind, name: Words(da: id, en: id), parent: parent.map { BodyID($0) }, units: [],
            opens: today - 100, closes: closes)
    }

    private static func above(
        _ own: Body, parents: [Body] = [], covering: [(Body, Int)] = [], had: [String] = []
    ) -> [String] {
        Ladder(own: own, parents: parents, covering: covering.map { Ladder.Rung(body: $0, distance: $1) })
            .above(had: Set(had.map { BodyID($0) }), on: today).map(\.id.text)
    }

    @Test func `the body that it answers to comes first, then those further above, each once`() {
        let (group, committee, main) = (Self.body("g", .group, parent: "c"), Self.body("c"), Self.body("m", .main))
        #expect(
            Self.above(group, parents: [committee, main], covering: [(group, 0), (committee, 1), (main, 2)]) == [
                "c", "m",
            ])
    }

    @Test func `never itself, a closed body, one below or one beside`() {
        let group = Self.body("g", .group)
        let closed = Self.body("closed", closes: Self.today - 1)
        let below = Self.body("below", .group)
        let child = Self.body("child", parent: "g")
        let beside = Self.body("beside", .group)
        #expect(
            Self.above(group, parents: [group, closed], covering: [(below, 0), (group, 1), (beside, 1), (child, 2)])
                == [])
    }

    @Test func `a committee for the same units is above a group, and not the other way round`() {
        let (group, committee) = (Self.body("g", .group), Self.body("c"))
        #expect(Self.above(group, covering: [(committee, 0), (group, 0)]) == ["c"])
        #expect(Self.above(committee, covering: [(committee, 0), (group, 0)]) == [])
    }

    @Test func `whoever has it already is left out`() {
        let (group, committee, main) = (Self.body("g", .group), Self.body("c"), Self.body("m", .main))
        #expect(Self.above(group, parents: [committee, main], had: ["c"]) == ["m"])
        #expect(Self.above(group, parents: [committee, main], had: ["c", "m"]) == [])
    }

    @Test func `a closed body's last day is still open`() {
        #expect(Self.above(Self.body("g", .group), parents: [Self.body("c", closes: Self.today)]) == ["c"])
    }
}
