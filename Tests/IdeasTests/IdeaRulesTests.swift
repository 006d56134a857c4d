import Kernel
import TestSupport
import Testing

@testable import Ideas

@Suite struct IdeaRulesTests {
    private static let maja = Workplace.maja.id

    private static func idea(_ state: IdeaState = .waiting) -> Idea {
        Idea(
            id: IdeaID("idea"), body: Workplace.labGroup, unit: Workplace.laboratories, what: "Gåmøder",
            given: Workplace.today, giver: .anonymous, state: state,
            decision: state == .waiting ? nil : .init(Workplace.today, by: maja),
            action: state == .takenUp || state == .done ? ActionID("action") : nil)
    }

    @Test func `whoever is signed in gives it with the name, unless that is ticked off`() throws {
        let fields = ["what": " Gåmøder ", "name": "Bo"]
        #expect(try NewIdea(Fields(fields), by: Self.maja).giver == .person(Self.maja))
        #expect(try NewIdea(Fields(fields), by: nil).giver == .guest(name: "Bo"))
        #expect(try NewIdea(Fields(fields), by: nil).what == "Gåmøder")
        let nameless = fields.merging(["anonymous": "on"]) { $1 }
        #expect(try NewIdea(Fields(nameless), by: Self.maja).giver == .anonymous)
        #expect(try NewIdea(Fields(nameless), by: nil).giver == .anonymous)
    }

    @Test func `everything that is wrong is said at once`() {
        let long = String(repeating: "x", count: NewIdea.whyLimit + 1)
        #expect {
            try NewIdea(Fields(["what": "  ", "why": long]), by: nil)
        } throws: { error in
            Set((error as? Problems)?.all.map(\.field) ?? []) == ["what", "why", "name"]
        }
    }

    @Test(arguments: IdeaState.allCases)
    func `only what is open is put aside or declined, and all can be undone`(state: IdeaState) throws {
        let idea = Self.idea(state)
        for decision in [IdeaDecision.parking(reason: ""), .declining(reason: "Findes allerede", erasing: false)] {
            if state.isOpen {
                let decided = try idea.decided(decision, by: Self.maja, on: Workplace.today + 1)
                #expect(decided.decision?.day == Workplace.today + 1 && decided.version == idea.version + 1)
            } else {
                #expect(throws: Problems.self) { try idea.decided(decision, by: Self.maja, on: Workplace.today) }
            }
        }
        let opened = try idea.decided(.reopening, by: Self.maja, on: Workplace.today)
        #expect(opened.state == .waiting && opened.decision == nil && opened.action == nil)
    }

    @Test(arguments: IdeaState.allCases)
    func `anything but what is under way can be taken up`(state: IdeaState) throws {
        let idea = Self.idea(state)
        guard state != .takenUp else {
            #expect(throws: Problems.self) { try idea.takenUp(as: ActionID("b"), by: nil, on: Workplace.today) }
            return
        }
        let taken = try idea.takenUp(as: ActionID("b"), by: Self.maja, on: Workplace.today)
        #expect(taken.state == .takenUp && taken.action == ActionID("b"))
        #expect(taken.following(isActionOpen: false).state == .done)
        #expect(taken.following(isActionOpen: false).following(isActionOpen: true).state == .takenUp)
        #expect(taken.following(isActionOpen: true) == taken)
    }

    @Test func `states are told apart by the names of addresses`() {
        #expect(IdeaState.allCases.allSatisfy { IdeaState(name: $0.name) == $0 })
        #expect(IdeaState(name: "") == nil && IdeaState(name: "0") == nil)
    }
}
