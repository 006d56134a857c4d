import Access
import Kernel
import Law
import TestSupport
import Testing

@testable import Organisation
@testable import SafetyOrganisation

/// What an employer's organisation lacks as a whole.
struct EmployerRulesTests {
    private let rules: EmployerRules
    private let unit = Unit(
        id: Workplace.university, code: "NU", parent: nil, kind: .organisation, name: Words(da: "Nord", en: "North"),
        isLegalEntity: true, opens: Workplace.today - 900)

    init() throws { rules = EmployerRules(law: try Workplace.law().sizes(on: Workplace.today)) }

    private func kinds(_ people: Int, group: Bool = false, committee: Bool = false) -> [Flaw.Kind] {
        rules.employer(unit, HeadCount(people: people), hasGroup: group, hasCommittee: committee).map(\.kind)
    }

    @Test func `nine do without, ten need one body, thirty-five need groups and a committee`() {
        #expect(kinds(9).isEmpty)
        #expect(kinds(10) == [.noOrganisation])
        #expect(kinds(10, group: true).isEmpty && kinds(34, committee: true).isEmpty)
        #expect(kinds(35) == [.noOrganisation])
        #expect(kinds(35, group: true) == [.noCommittee])
        #expect(kinds(35, committee: true) == [.noGroup])
        #expect(kinds(35, group: true, committee: true).isEmpty)
    }

    @Test func `the button opens the form with the unit and a name filled in`() throws {
        let flaw = try #require(
            rules.employer(unit, HeadCount(people: 35), hasGroup: true, hasCommittee: false).first)
        #expect(flaw.mending.link.text.hasPrefix("/bodies/new?kind=committee&units=NU&name_da=Arbejdsmilj"))
        #expect(flaw.mending.isForAdministrator)
    }

    @Test func `the larger of the two numbers counts, and it is said which`() throws {
        let month = try #require(Month("2025-12"))
        #expect(HeadCount(people: 30, counted: (36, month)).number == 36)
        #expect(HeadCount(people: 30, counted: (36, month)).source == .month(month))
        #expect(HeadCount(people: 30, counted: (12, month)).number == 30)
        #expect(HeadCount(people: 30, counted: (12, month)).source == .people)
        let text = FlawTexts(language: .english)
        #expect(text.says(HeadCount(people: 30, counted: (36, month))) == "36 employees by the figures for 2025-12")
        #expect(text.says(HeadCount(people: 35, isCut: true)) == "At least 35 employees by the list of people")
    }

    @Test func `a unit outside every group matters where there must be groups`() {
        let outside = Outside(unit: unit, hasCommittee: false)
        #expect(rules.outside(outside, level: .none).isEmpty)
        #expect(rules.outside(outside, level: .one).map(\.kind) == [.outside])
        #expect(rules.outside(outside, level: .two).map(\.kind) == [.outside])
        #expect(rules.outside(Outside(unit: unit, hasCommittee: true), level: .one).isEmpty)
        #expect(rules.outside(Outside(unit: unit, hasCommittee: true), level: .two).map(\.kind) == [.outside])
    }

    @Test func `only the very same unit is two groups'`() {
        func group(_ id: String, _ units: [UnitID]) -> Body {
            Body(
                id: ID(id), kind: .group, name: Words(da: id, en: id), units: units, opens: Workplace.today - 900)
        }
        #expect(
            rules.twice([group("a", [Workplace.chemistry]), group("b", [Workplace.laboratories])], names: [:]).isEmpty)
        let flaws = rules.twice(
            [group("a", [Workplace.chemistry]), group("b", [Workplace.chemistry, Workplace.history])], names: [:])
        #expect(flaws.map(\.kind) == [.twoGroups])
        #expect(flaws.first?.names.map(\.danish) == ["a", "b"])
        #expect(flaws.first?.place == .unit(Workplace.chemistry))
    }
}
