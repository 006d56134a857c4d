import Access
import Kernel
import Law
import TestSupport
import Testing

@testable import Elections
@testable import Organisation

/// What calling an election refuses, without a database.
struct CallTests {
    private static let today = Workplace.today
    private let law: ElectionLaw

    init() throws { law = try Workplace.law().elections(on: Self.today) }

    private func ground(
        kind: BodyKind = .group, closes: Day? = nil, ends: Day? = nil, isOpen: Bool = false, voters: Int = 8,
        groups: Int = 0, leaders: Int = 0, role: Role = .representative, open: Set<Franchise> = []
    ) -> CallingGround {
        let mandate = Mandate(
            id: ID("maja-lab"), role: role, body: Workplace.labGroup, person: Workplace.maja.id,
            origin: .elected, starts: Self.today - 300, ends: ends)
        let body = Body(
            id: Workplace.labGroup, kind: kind, name: Words(da: "AMG", en: "Group"), units: [Workplace.laboratories],
            opens: Self.today - 300, closes: closes)
        return CallingGround(
            body: body, sitting: [Seat(mandate: mandate, name: "Maja Holm")],
            open: isOpen ? [.employees] : open,
            electorate: [.employees: voters, .representatives: leaders, .leaders: leaders], groups: groups)
    }

    private func call(_ more: [String: String] = [:], _ ground: CallingGround? = nil) throws(Problems) -> CalledElection
    {
        try CalledElection(
            Fields(Laboratories.form.merging(more) { $1 }), id: ID("e1"), ground: ground ?? self.ground(),
            by: Workplace.eva.id, under: law, on: Self.today)
    }

    private func problem(_ field: String, _ more: [String: String] = [:], _ ground: CallingGround? = nil)
        -> ElectionProblem?
    {
        do throws(Problems) {
            _ = try call(more, ground)
            return nil
        } catch { return error[field] as? ElectionProblem }
    }

    @Test func `what is usual is called as it was written`() throws {
        let called = try call()
        #expect(called.election.dates.nominations == Self.today...Self.today + 14)
        #expect(called.election.dates.voting == Self.today + 17...Self.today + 24)
        #expect(called.followed.map(\.name) == ["Maja Holm"])
        #expect(called.election.franchise == .employees)
    }

    @Test func `crossed dates are told beside the one that comes too early`() {
        let day = Laboratories.day
        #expect(problem("nominations_end", ["nominations_open": day(15)]) == .endsBeforeItStarts)
        #expect(problem("voting_starts", ["voting_starts": day(14)]) == .votingBeforeNominationsEnd)
        #expect(problem("voting_ends", ["voting_ends": day(16)]) == .endsBeforeItStarts)
        #expect(problem("term_starts", ["term_starts": day(24)]) == .termBeforeVotingEnds)
    }

    @Test(arguments: ["nominations_open", "nominations_end", "voting_starts", "voting_ends", "term_starts"])
    func `a date that is missing, past, nonsense or at the end of time is told`(field: String) {
        for text in ["", "x", "2026-02-30", "1950-01-01", "0001-01-01"] {
            #expect(throws: Problems.self, "\(text)") { try call([field: text]) }
        }
        #expect(throws: Problems.self) { try call(["term_starts": "9999-12-31"]) }
    }

    @Test func `a body without voters, with an election already, or without representatives is refused`() {
        #expect(problem("", [:], ground(voters: 0)) == .nobodyMayVote)
        #expect(problem("", [:], ground(isOpen: true)) == .anotherIsOpen)
        #expect(problem("", [:], ground(kind: .network)) == .bodyHasNoRepresentative)
        #expect(problem("franchise", ["franchise": "representatives"], ground(kind: .committee)) == .nobodyMayVote)
    }

    /// pav.medst.dk 7.3.4: from more than two groups each side elects two; with two or fewer all members sit there.
    @Test func `a committee is elected from more than two groups, and from fewer all sit there`() throws {
        for franchise in ["representatives", "leaders"] {
            let more = ["franchise": franchise, "follows": "", "occasion": "vacant"]
            for groups in 1...2 {
                #expect(
                    problem("franchise", more, ground(kind: .committee, groups: groups, leaders: 2))
                        == .allSitThere(groups: groups))
            }
            let called = try call(more, ground(kind: .committee, groups: 3, leaders: 3)).election
            #expect(called.franchise.rawValue == franchise)
        }
        let employees = ["franchise": "employees", "follows": "", "occasion": "vacant"]
        #expect(problem("franchise", employees, ground(kind: .committee, groups: 1)) == nil)
    }

    @Test func `both sides elect at the same time, and neither twice`() {
        let more = ["franchise": "leaders", "follows": "", "occasion": "vacant"]
        func ground(_ open: Set<Franchise>) -> CallingGround {
            self.ground(kind: .committee, groups: 3, leaders: 3, open: open)
        }
        #expect(problem("", more, ground([.representatives])) == nil)
        #expect(problem("", more, ground([.leaders])) == .anotherIsOpen)
        let others = ["franchise": "representatives", "follows": "", "occasion": "vacant"]
        #expect(problem("", others, ground([.employees])) == .anotherIsOpen)
    }

    @Test func `whoever is followed sits on the side that elects`() {
        let ground = ground(kind: .committee, groups: 3, leaders: 3)
        #expect(throws: Problems.self) { try call(["franchise": "leaders"], ground) }
        let leads = self.ground(kind: .committee, groups: 3, leaders: 3, role: .leader)
        #expect(throws: Never.self) { try call(["franchise": "leaders"], leads) }
    }

    @Test(arguments: ["left", "absence", "agreed"])
    func `a by-election says for whom`(occasion: String) {
        let more = ["occasion": occasion, "follows": "", "agreement": "Aftalt"]
        #expect(problem("follows", more) == .nobodyFollowed)
        #expect(problem("follows", more.merging(["follows": "maja-lab"]) { $1 }) == nil)
    }

    @Test func `a body that closes first is refused`() {
        let closes = Self.today + 30
        #expect(problem("term_starts", [:], ground(closes: closes)) == .bodyCloses(closes))
        #expect(problem("term_starts", [:], ground(closes: closes + 1)) == nil)
    }

    /// Working Environment Authority, at.dk: not possible in mid-term, unless employer and employees agree.
    @Test func `nobody is voted out in mid-term`() {
        let ends = Self.today + 60
        #expect(problem("term_starts", [:], ground(ends: ends)) == .sitsUntil(name: "Maja Holm", ends))
        #expect(problem("term_starts", ["term_starts": (ends + 1).text], ground(ends: ends)) == nil)
        #expect(problem("term_starts", ["occasion": "absence"], ground(ends: ends)) == nil)
        #expect(problem("agreement", ["occasion": "agreed"], ground(ends: ends)) == .agreementMissing)
        #expect(
            problem("agreement", ["occasion": "agreed", "agreement": "Aftalt 2. januar"], ground(ends: ends)) == nil)
    }

    @Test func `more than two years want an agreement, and more than four are not to be had`() throws {
        #expect(problem("agreement", ["term": "three"]) == .agreementMissing)
        #expect(problem("agreement", ["term": "four"]) == .agreementMissing)
        let four = try call(["term": "four", "agreement": "Lokalaftale 2025"]).election.dates.term
        #expect(four.upperBound == (Self.today + 30).adding(years: 4) - 1)
        #expect(throws: Problems.self) { try call(["term": "five"]) }
    }

    @Test func `the rest of a term needs one to take over`() throws {
        #expect(problem("term", ["term": "rest", "occasion": "left"]) == .noTermToTakeOver)
        #expect(
            problem("term", ["term": "rest", "occasion": "left"], ground(ends: Self.today + 29)) == .noTermToTakeOver)
        let rest = try call(["term": "rest", "occasion": "left"], ground(ends: Self.today + 90)).election
        #expect(rest.dates.term == Self.today + 30...Self.today + 90)
        #expect(throws: Problems.self) { try call(["follows": "somebody else's"]) }
    }

    @Test(arguments: ["0", "21", "-1", "x", "99999999999999999999"])
    func `a number of seats that makes no sense is told`(seats: String) {
        #expect(throws: Problems.self) { try call(["seats": seats]) }
    }

    @Test func `the calendar asks for one thing at a time`() throws {
        let called = try call().election
        let turn = { (day: Int, standing: Int) in called.turn(on: Self.today + day, standing: standing, bodyCloses: nil)
        }
        #expect(turn(14, 3) == .nothing)
        #expect(turn(15, 0) == .unfilled)
        #expect(turn(15, 1) == .uncontested)
        #expect(turn(15, 2) == .nothing)
        #expect(turn(17, 2) == .opens)
        #expect(turn(24, 2) == .opens)
        #expect(turn(25, 2) == .cancelled(.missed))
        var voting = called
        voting.state = .voting
        #expect(voting.turn(on: Self.today + 24, standing: 0, bodyCloses: nil) == .nothing)
        #expect(voting.turn(on: Self.today + 25, standing: 0, bodyCloses: nil) == .counts)
        #expect(
            voting.turn(on: Self.today + 20, standing: 2, bodyCloses: Self.today + 29) == .cancelled(.bodyCloses))
    }

    @Test func `a term of two years ends the day before the same date, in leap years too`() {
        #expect(Day(year: 2028, month: 2, day: 29)?.adding(years: 2) == Day(year: 2030, month: 2, day: 28))
        #expect(Day(year: 2026, month: 3, day: 1)?.adding(years: 2) == Day(year: 2028, month: 3, day: 1))
    }

    @Test func `every rule of the law has its words and its source, and what was only told says so`() {
        for rules in [law.voters, law.candidates, law.term, law.nobody, law.deputies] {
            #expect(!rules.isEmpty)
            for rule in rules {
                #expect(!rule.source.danish.isEmpty)
                #expect(rule.source.danish.contains("at.dk") || rule.isToBeChecked)
            }
        }
    }
}
