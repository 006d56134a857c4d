import Kernel
import Testing

@testable import Prioritising

/// Placements, what they make together, and the order that follows.
@Suite struct RulesTests {
    private static func placed(_ effect: Int, _ reach: Int, _ hands: Int) throws -> Placement {
        Placement(
            effect: try #require(Grade(rawValue: effect)), reach: try #require(Grade(rawValue: reach)),
            hands: try #require(Hands(rawValue: hands)))
    }

    @Test func `every placement has a number of its own and is found again by it`() {
        #expect(Placement.all.count == 48)
        for (number, placement) in Placement.all.enumerated() {
            #expect(placement.number == number && Placement(number: number) == placement)
        }
        #expect(Placement(number: -1) == nil && Placement(number: 48) == nil)
    }

    @Test func `every placement has a place of its own in the drawing, in its quarter and ring`() {
        var seen: [Matrix.Point] = []
        for placement in Placement.all {
            let point = Matrix.point(of: placement)
            #expect((point.x > 0) == placement.reach.isHigh && (point.y < 0) == placement.effect.isHigh)
            let distance = (point.x * point.x + point.y * point.y).squareRoot()
            let outer = Double(Matrix.radius(of: placement.hands))
            let inner = Hands(rawValue: placement.hands.rawValue + 1).map { Double(Matrix.radius(of: $0)) } ?? 0
            #expect(distance > inner && distance < outer)
            for other in seen { #expect(abs(other.x - point.x) + abs(other.y - point.y) > 8) }
            seen.append(point)
        }
    }

    @Test(arguments: [1, 6, 7, 8, 40, 100]) func `so many dots lie around a point, none over another`(count: Int) {
        let points = Matrix.around(count: count, gap: 6)
        #expect(points.count == count)
        for (index, one) in points.enumerated() {
            for other in points[..<index] {
                #expect((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y) > 30)
            }
        }
    }

    @Test func `of fewer than three placements nothing is shown`() throws {
        let (one, other) = (try Self.placed(4, 4, 3), try Self.placed(1, 1, 1))
        #expect(Overlay([:]) == nil && Overlay([one: 1]) == nil && Overlay([one: 1, other: 1]) == nil)
        #expect(Overlay([one: 2, other: 0]) == nil)
        #expect(Overlay([one: 2, other: 1])?.total == 3)
    }

    @Test func `who answer alike agree wholly, and half at either end not at all`() throws {
        let alike = try #require(Overlay([try Self.placed(3, 2, 2): 5]))
        #expect(alike.agreement == 100 && alike.disputed.isEmpty)
        let split = try #require(Overlay([try Self.placed(1, 1, 1): 4, try Self.placed(4, 4, 3): 4]))
        #expect(split.agreement == 0 && split.disputed == Question.allCases)
        let onOne = try #require(Overlay([try Self.placed(4, 3, 3): 4, try Self.placed(4, 3, 1): 4]))
        #expect(onOne.agreement == 66 && onOne.disputed == [.hands])
        #expect(Unity(percent: onOne.agreement) == .nearly)
    }

    @Test func `the middle is where half lie on either side, and the lower step between two`() throws {
        let odd = try #require(
            Overlay([try Self.placed(1, 4, 3): 1, try Self.placed(3, 3, 2): 1, try Self.placed(4, 1, 2): 1]))
        #expect(odd.middle == (try Self.placed(3, 3, 2)))
        let even = try #require(Overlay([try Self.placed(2, 4, 3): 2, try Self.placed(3, 1, 1): 2]))
        #expect(even.middle == (try Self.placed(2, 1, 1)))
    }

    @Test func `the middle and the agreement keep within their bounds whatever is placed`() {
        for start in 0..<48 {
            var counts: [Placement: Int] = [:]
            for step in 0..<9 { counts[Placement.all[(start * 7 + step * step * 5) % 48], default: 0] += 1 + step % 3 }
            guard let overlay = Overlay(counts) else {
                Issue.record("nothing to show")
                continue
            }
            for question in Question.allCases { #expect((0...100).contains(overlay.agreement(on: question))) }
            #expect((10...480).contains(overlay.priority))
        }
    }

    @Test func `cards are ordered by effect times reach times ring, and what nobody placed comes last`() throws {
        let cards = [
            Judged("nothing", place: 1), Judged("far", place: 2, agreed: try Self.placed(4, 4, 1)),
            Judged("ours", place: 3, agreed: try Self.placed(4, 4, 3)),
            Judged("few", place: 4, agreed: try Self.placed(4, 2, 2)),
            Judged("many", place: 5, agreed: try Self.placed(2, 4, 2)),
        ]
        #expect(cards.ordered(by: .priority).map(\.card) == ["ours", "far", "few", "many", "nothing"])
        #expect(cards.ordered(by: .laid).map(\.card) == ["nothing", "far", "ours", "few", "many"])
        #expect(cards.ranks() == [3: 1, 2: 2, 4: 3, 5: 4])
    }

    @Test func `what is seen most differently comes first, what is not shown last`() throws {
        let split = Overlay([try Self.placed(1, 1, 1): 3, try Self.placed(4, 4, 3): 3])
        let alike = Overlay([try Self.placed(2, 2, 2): 3])
        let cards = [
            Judged("hidden", place: 1), Judged("alike", place: 2, overlay: alike),
            Judged("split", place: 3, overlay: split),
        ]
        #expect(cards.ordered(by: .agreement).map(\.card) == ["split", "alike", "hidden"])
    }

    @Test func `what the group agreed counts above the middle of all, and that above its proposal`() throws {
        let (proposal, agreed) = (try Self.placed(1, 1, 1), try Self.placed(4, 4, 3))
        let overlay = Overlay([try Self.placed(2, 2, 2): 3])
        #expect(Judged("x", place: 1, proposal: proposal).priority == 10)
        #expect(Judged("x", place: 1, proposal: proposal, overlay: overlay).priority == 80)
        #expect(Judged("x", place: 1, proposal: proposal, overlay: overlay, agreed: agreed).priority == 480)
    }

    @Test func `a round goes a step at a time, and not back from its end`() {
        #expect(RoundStep.allCases.map(\.next) == [.placing, .overlay, .agreement, .closed, nil])
        #expect(RoundStep.allCases.map(\.previous) == [nil, .proposal, .placing, .overlay, nil])
        #expect(RoundStep.overlay.wipes(to: .placing) && !RoundStep.agreement.wipes(to: .overlay))
        for step in RoundStep.allCases { #expect(RoundStep(name: step.name) == step) }
    }

    @Test(arguments: ["0", "5", "-1", "x", "4.0", "99999999999999999999"]) func `what is out of scale is refused`(
        sent: String
    ) {
        let fields = Fields(["effect": sent, "reach": "1", "hands": "1"])
        #expect(throws: Problems.self) { try Answers(fields, isPartial: true) }
        #expect(throws: Problems.self) { try Placement(fields) }
    }

    @Test func `a round takes two to thirty cards, and says all that is wrong at once`() throws {
        func sent(_ count: Int) -> Fields {
            Fields([
                "title": "x", "audience": "members", "own": (0..<count).map { "Kort \($0)" }.joined(separator: "\n"),
            ])
        }
        #expect(try NewRound(sent(2), among: []).cards.count == 2)
        #expect(try NewRound(sent(30), among: []).cards.count == 30)
        for count in [0, 1, 31] {
            #expect(throws: Problems.self) { try NewRound(sent(count), among: []) }
        }
        do {
            _ = try NewRound(Fields(["own": String(repeating: "x", count: 121), "cards": "idea:none"]), among: [])
            Issue.record("it was taken")
        } catch {
            #expect(Set(error.all.map(\.field)) == ["title", "audience", "cards", "own"])
        }
    }
}
