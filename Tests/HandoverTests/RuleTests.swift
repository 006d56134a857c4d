import Access
import Kernel
import Law
import TestSupport
import Testing

@testable import Handover
@testable import Organisation

struct RuleTests {
    private static let day = Day(number: 20_500)

    private func mandate(
        _ id: String, _ person: String, _ starts: Int, _ ends: Int?, role: Role = .representative,
        body: String = "group"
    ) -> Mandate {
        Mandate(
            id: ID(id), role: role, body: ID(body), person: ID(person), origin: .elected, starts: Self.day + starts,
            ends: ends.map { Self.day + $0 })
    }

    @Test func `a predecessor held the same seat and ended about when the new one begins`() {
        let own = mandate("own", "sara", 0, 700)
        let seats = [
            mandate("before", "maja", -700, -1), mandate("before-that", "ane", -900, -90),
            mandate("long-ago", "per", -1500, -701),
            mandate("overlapping", "ole", -300, 30), mandate("still-there", "bo", -300, nil),
            mandate("leader", "jonas", -700, -1, role: .leader), mandate("elsewhere", "ida", -700, -1, body: "other"),
            mandate("oneself", "sara", -700, -1), mandate("later", "eva", 1, 20),
        ].map { Seat(mandate: $0, name: $0.person.text) }
        let found = HandoverRules.predecessors(of: own, recorded: Self.day, among: seats).map(\.mandate.id.text)
        #expect(found == ["overlapping", "before"])
    }

    @Test func `words are read once the mandate has begun, by one to whom somebody else gave it`() {
        let own = mandate("own", "sara", 0, 700)
        let seats = [Seat(mandate: mandate("before", "maja", -700, -1), name: "maja")]
        func isRead(_ seating: Seating?, on day: Day = Self.day) -> Bool {
            !HandoverRules.readable(by: own, seating, among: seats, on: day).isEmpty
        }
        #expect(isRead(Seating(day: Self.day, givers: [])) && isRead(Seating(day: Self.day, givers: [ID("rikke")])))
        #expect(!isRead(Seating(day: Self.day, givers: []), on: Self.day - 1))
        #expect(!isRead(Seating(day: Self.day, givers: [ID("sara")])))
        #expect(!isRead(Seating(day: Self.day, givers: [ID("rikke"), ID("sara")])))
        // Two who seat each other, and a third who had nothing from the holder.
        #expect(!isRead(Seating(day: Self.day, givers: [ID("rikke")], seatedByHolder: [ID("rikke")])))
        #expect(isRead(Seating(day: Self.day, givers: [ID("rikke"), ID("eva")], seatedByHolder: [ID("rikke")])))
        #expect(!isRead(nil))
    }

    @Test func `the gap is counted from the day the seat was recorded, not from a day it was dated back to`() {
        let own = mandate("own", "sara", -300, 700)
        let seats = [Seat(mandate: mandate("before", "maja", -900, -301), name: "maja")]
        func found(_ recorded: Int) -> Int {
            HandoverRules.predecessors(of: own, recorded: Self.day + recorded, among: seats).count
        }
        #expect(found(-300) == 1 && found(64) == 1 && found(65) == 0)
    }

    @Test func `one is asked around the last day, unless one goes on`() {
        let own = mandate("own", "sara", -700, 30)
        #expect(HandoverRules.mayHandOver(own, on: Self.day) && !HandoverRules.mayHandOver(own, on: Self.day - 1))
        #expect(HandoverRules.mayHandOver(own, on: Self.day + 90) && !HandoverRules.mayHandOver(own, on: Self.day + 91))
        #expect(!HandoverRules.mayHandOver(mandate("open", "sara", -700, nil), on: Self.day))
        #expect(HandoverRules.goesOn(own, among: [own, mandate("next", "sara", 31, 700)]))
        #expect(!HandoverRules.goesOn(own, among: [own, mandate("next", "sara", 31, 700, body: "other")]))
        #expect(!HandoverRules.goesOn(own, among: [own, mandate("next", "sara", 31, 700, role: .leader)]))
        #expect(!HandoverRules.goesOn(own, among: [own]))
    }

    @Test func `three months are three months of the calendar`() throws {
        for (from, to) in [
            ("2026-01-05", "2026-04-05"), ("2025-11-30", "2026-02-28"), ("2027-11-30", "2028-02-29"),
            ("2026-12-31", "2027-03-31"),
        ] {
            #expect(try #require(Day(from)).adding(months: 3).text == to)
        }
    }

    @Test func `the law's dates are those of the mandate, and what was only told is marked`() throws {
        let law = try LawBook(folder: Workplace.lawFolder).members(on: Self.day)
        let duties = HandoverDuty.of(mandate("own", "sara", 0, 700), .group, law)
        #expect(duties.first?.day == Self.day.adding(months: 3) && duties.first?.rule.status == .read)
        #expect(duties.filter { $0.rule.isToBeChecked }.count == 2)
        #expect(duties.contains { $0.day == Self.day + 700 })
        #expect(HandoverDuty.of(mandate("own", "sara", 0, nil, role: .leader), .network, law).isEmpty)
        #expect(
            HandoverDuty.of(mandate("own", "eva", 0, nil, role: .chair), .committee, law).allSatisfy { $0.day == nil })
        for role in HandoverRules.roles {
            let current = HandoverDuty.of(mandate("own", "eva", 0, 700, role: role), .committee, law)
            #expect(current.allSatisfy { !$0.rule.source.danish.contains("phævet") }, "\(role)")
        }
    }

    @Test(arguments: HandoverRules.roles.sorted { $0.rawValue < $1.rawValue })
    func `every role has a list of its own with no step twice`(role: Role) {
        let steps = HandoverStep.of(role)
        #expect(steps.count >= 3 && Set(steps.map(\.name)).count == steps.count)
        #expect(steps.allSatisfy { $0.within <= HandoverRules.newDays })
    }
}
