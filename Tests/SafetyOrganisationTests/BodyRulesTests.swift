import Access
import Kernel
import Law
import TestSupport
import Testing

@testable import Organisation
@testable import SafetyOrganisation

/// What a group and a committee lack, without a database.
struct BodyRulesTests {
    private let day = Workplace.today
    private let rules: BodyRules
    private let law: SizeLaw

    init() throws {
        law = try Workplace.law().sizes(on: Workplace.today)
        rules = BodyRules(law: law, day: Workplace.today)
    }

    private func sitting(
        _ person: String, _ role: Role, _ origin: Mandate.Origin? = nil, from: Int = -300, to: Int? = nil
    ) -> Sitting {
        Sitting(
            seat: Seat(
                mandate: Mandate(
                    id: ID("\(person)-\(role)"), role: role, body: ID("body"), person: ID(person),
                    origin: origin ?? (role == .representative ? .elected : .appointed), starts: day + from,
                    ends: to.map { day + $0 }), name: person), email: "\(person)@nordhavn.example")
    }

    private func body(_ sittings: [Sitting], id: String = "body", closes: Int? = nil, isElecting: Bool = false)
        -> Formation
    {
        body(.group, sittings, id: id, closes: closes, isElecting: isElecting)
    }

    private func body(
        _ kind: BodyKind, _ sittings: [Sitting], id: String = "body", closes: Int? = nil,
        isElecting: Bool = false
    ) -> Formation {
        Formation(
            body: Body(
                id: ID(id), kind: kind, name: Words(da: id, en: id), units: [Workplace.laboratories], opens: day - 900,
                closes: closes.map { day + $0 }), sittings: sittings, isElecting: isElecting)
    }

    private var whole: [Sitting] { [sitting("leader", .leader), sitting("maja", .representative)] }
    private func kinds(_ flaws: [Flaw]) -> [Flaw.Kind] { flaws.map(\.kind) }

    @Test func `a group with its leader and its elected representative lacks nothing`() {
        #expect(rules.group(body(whole)).isEmpty)
        // Others beside them are nobody's business here.
        #expect(rules.group(body(whole + [sitting("eva", .coordinator), sitting("bo", .deputy)])).isEmpty)
    }

    @Test func `an empty group lacks both, and each is mended in its own way`() {
        let flaws = rules.group(body([]))
        #expect(kinds(flaws) == [.noLeader, .noRepresentative])
        #expect(flaws[0].mending.link.text == "/bodies/body/seats?role=leader&origin=appointed")
        #expect(flaws[1].mending.link.text == "/bodies/body/elections/new?franchise=employees&seats=1")
        #expect(flaws.allSatisfy { $0.rule == law.group })
    }

    @Test func `who has sat there or will sit there does not sit there`() {
        let gone = body([sitting("leader", .leader, from: 1), sitting("maja", .representative, from: -300, to: -1)])
        #expect(kinds(rules.group(gone)) == [.noLeader, .noRepresentative])
    }

    @Test func `where a term has ended the employees' duty to elect is named, with the last day`() {
        var group = body([sitting("leader", .leader)])
        group.lastHeld = [.representative: day - 3]
        let flaws = rules.group(group)
        #expect(kinds(flaws) == [.noRepresentative])
        #expect(flaws.first?.day == day - 3)
        #expect(flaws.first?.rule == law.successor)
    }

    @Test func `where an election is called the button leads to it`() {
        let flaws = rules.group(body([sitting("leader", .leader)], isElecting: true))
        #expect(flaws.map(\.mending) == [.seeElections(ID("body"))])
    }

    @Test func `two leaders and two representatives are one too many each, by name`() {
        let flaws = rules.group(body(whole + [sitting("bo", .leader), sitting("ida", .representative)]))
        #expect(kinds(flaws) == [.severalLeaders, .severalRepresentatives])
        #expect(flaws[0].names.map(\.danish) == ["leader", "bo"])
        #expect(flaws[1].names.map(\.danish) == ["maja", "ida"])
    }

    @Test(arguments: [Mandate.Origin.appointed, .byOffice])
    func `a representative whom nobody elected is named`(origin: Mandate.Origin) {
        let flaws = rules.group(body([sitting("leader", .leader), sitting("maja", .representative, origin)]))
        #expect(kinds(flaws) == [.notElected])
        #expect(flaws.first?.rule == law.election)
    }

    @Test func `a term that ends within ninety days is told, unless somebody follows or an election is called`() {
        func terms(_ more: [Sitting] = [], ends: Int = 90, closes: Int? = nil, isElecting: Bool = false) -> [Flaw] {
            rules.group(
                body(
                    [sitting("leader", .leader), sitting("maja", .representative, to: ends)] + more, closes: closes,
                    isElecting: isElecting))
        }
        #expect(kinds(terms()) == [.endsSoon])
        #expect(terms().first?.day == day + 90)
        #expect(terms(ends: 91).isEmpty)
        #expect(terms(isElecting: true).isEmpty)
        #expect(terms([sitting("ida", .representative, from: 91)]).isEmpty)
        #expect(terms(closes: 90).isEmpty)
        #expect(kinds(terms(closes: 91)) == [.endsSoon])
    }

    @Test func `a leader's last day asks for the next one from the day after`() {
        let flaws = rules.group(body([sitting("leader", .leader, to: 10), sitting("maja", .representative)]))
        let next = (day + 11).text
        #expect(
            flaws.map(\.mending.link.text) == ["/bodies/body/seats?role=leader&origin=appointed&starts=\(next)"])
    }

    // MARK: Committees

    private func group(_ number: Int) -> Formation {
        body([sitting("leader\(number)", .leader), sitting("rep\(number)", .representative)], id: "group\(number)")
    }

    @Test func `with two groups all their members sit in the committee, and whoever does not is named`() {
        let sittings = [
            sitting("boss", .chair), sitting("leader1", .leader), sitting("rep1", .representative),
            sitting("leader2", .member),
        ]
        let flaws = rules.committee(body(.committee, sittings), of: [group(1), group(2)])
        #expect(kinds(flaws) == [.memberMissing])
        #expect(flaws.first?.names.map(\.danish) == ["rep2", "group2"])
        #expect(
            flaws.first?.mending.link.text
                == "/bodies/body/seats?role=representative&origin=elected&email=rep2%40nordhavn.example")
    }

    @Test func `whoever leads two groups is asked for once`() {
        let second = body([sitting("leader1", .leader), sitting("rep2", .representative)], id: "group2")
        let flaws = rules.committee(body(.committee, [sitting("boss", .chair)]), of: [group(1), second])
        #expect(flaws.map { $0.names.first?.danish } == ["leader1", "rep1", "rep2"])
    }

    @Test func `with three groups two representatives and two leaders are elected to it`() {
        let groups = [1, 2, 3].map(group)
        let few = [sitting("boss", .chair), sitting("leader1", .leader), sitting("rep1", .representative)]
        let flaws = rules.committee(body(.committee, few), of: groups)
        #expect(kinds(flaws) == [.fewRepresentatives, .fewLeaders])
        #expect(flaws.map(\.number) == [1, 1] && flaws.map(\.wanted) == [2, 2])
        #expect(flaws[0].mending.link.text.contains("franchise=representatives"))
        let full = few + [sitting("leader3", .leader), sitting("rep2", .representative)]
        #expect(rules.committee(body(.committee, full), of: groups).isEmpty)
    }

    @Test func `who represents in a large committee represents in a group`() {
        let sittings = [
            sitting("boss", .chair), sitting("leader1", .leader), sitting("leader2", .leader),
            sitting("rep1", .representative), sitting("stranger", .representative),
        ]
        let flaws = rules.committee(body(.committee, sittings), of: [1, 2, 3].map(group))
        #expect(kinds(flaws) == [.fromNoGroup])
        #expect(flaws.first?.names.map(\.danish) == ["stranger"])
    }

    @Test func `whose term ends in a committee is followed by somebody whom the representatives elect`() {
        let ending = [sitting("boss", .chair), sitting("rep1", .representative, to: 40)]
        let flaws = rules.committee(body(.committee, ending), of: [])
        #expect(kinds(flaws) == [.endsSoon])
        #expect(flaws.first?.mending.link.text.contains("franchise=representatives") == true)
        let group = rules.group(body([sitting("leader", .leader), sitting("rep1", .representative, to: 40)]))
        #expect(group.first?.mending.link.text.contains("franchise=representatives") == false)
    }

    @Test func `a committee without a chair lacks one`() {
        #expect(kinds(rules.committee(body(.committee, []), of: [])) == [.noChair])
    }

    // MARK: One level

    @Test func `one level wants a leader, a representative and a chair, wherever they sit`() {
        #expect(kinds(rules.oneLevel([body([])])) == [.noLeader, .noRepresentative, .noChair])
        #expect(rules.oneLevel([body(.committee, whole + [sitting("boss", .chair)])]).isEmpty)
        let apart = [body(.committee, [sitting("boss", .chair)], id: "committee"), body(whole)]
        #expect(rules.oneLevel(apart).isEmpty)
        // More than one of each is allowed there.
        #expect(
            rules.oneLevel([body(whole + [sitting("bo", .leader), sitting("boss", .chair)])]).isEmpty)
    }

    @Test func `what an agreement built is only asked whether its representatives were elected`() {
        #expect(rules.agreed(body(.joint, [])).isEmpty)
        #expect(kinds(rules.agreed(body(.joint, [sitting("maja", .representative, .appointed)]))) == [.notElected])
        #expect(rules.oneLevel([body(.coDetermination, [])]).isEmpty)
        // A group beside it is as the agreement has it.
        #expect(rules.oneLevel([body([]), body(.joint, [], id: "joint")]).isEmpty)
    }
}
