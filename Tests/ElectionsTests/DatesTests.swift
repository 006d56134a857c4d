import Journal
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Elections

/// Dates that are moved once an election is called, while that is fair.
// One after the other, so that they hold no more connections than others leave them.
@Suite(.serialized) struct DatesTests {
    private static let today = Workplace.today

    private static func election(occasion: Election.Occasion = .termEnds) -> Election {
        Election(
            id: ID("e1"), body: Workplace.labGroup, franchise: .employees, occasion: occasion, seats: 1, deputies: 0,
            dates: Election.Dates(
                nominations: today...today + 14, voting: today + 17...today + 24,
                term: today + 30...(today + 30).adding(years: 2) - 1),
            agreement: "", note: "", calledBy: Workplace.eva.id, calledOn: today)
    }

    /// The fields of the form with some days written otherwise, in days from the Monday.
    private static func fields(_ more: [String: Int] = [:], reason: String = "Sommerferie") -> Fields {
        var days = Dictionary(uniqueKeysWithValues: zip(ElectionDays.fields, [0, 14, 17, 24, 30]))
        days.merge(more) { $1 }
        var fields = Fields(days.mapValues { [(today + $0).text] })
        fields["reason"] = reason
        return fields
    }

    private func moved(
        _ more: [String: Int], on day: Int = 2, closes: Int? = nil, followed: [Seat] = [],
        occasion: Election.Occasion = .termEnds
    ) throws(Problems) -> Election.Dates {
        try RedatedElection(
            Self.fields(more), of: Self.election(occasion: occasion), followed: followed,
            bodyCloses: closes.map { Self.today + $0 }, on: Self.today + day
        ).dates
    }

    private func problem(
        _ field: String, _ more: [String: Int], on day: Int = 2, closes: Int? = nil, followed: [Seat] = []
    )
        -> ElectionProblem?
    {
        do throws(Problems) {
            _ = try moved(more, on: day, closes: closes, followed: followed)
            return nil
        } catch { return error[field] as? ElectionProblem }
    }

    @Test func `later is always fair, and the term keeps its length`() throws {
        let dates = try moved(["voting_starts": 20, "voting_ends": 28, "term_starts": 40])
        #expect(dates.voting == Self.today + 20...Self.today + 28)
        #expect(dates.term == Self.today + 40...(Self.today + 40).adding(years: 2) - 1)
        #expect(dates.nominations == Self.today...Self.today + 14)
    }

    @Test func `what comes earlier comes with notice`() {
        #expect(problem("nominations_end", ["nominations_end": 8]) == .tooShortNotice(Self.today + 9))
        let late = ["nominations_end": 14, "voting_starts": 16]
        #expect(problem("voting_starts", late, on: 15) == .tooShortNotice(Self.today + 18))
        #expect(problem("voting_starts", late, on: 13) == nil)
        #expect(problem("voting_ends", ["voting_ends": 17], on: 15) == .tooShortNotice(Self.today + 18))
    }

    @Test func `nobody gets fewer days to stand or to vote than was told, from whichever end`() throws {
        let today = Self.today
        #expect(problem("nominations_end", ["nominations_end": 13]) == .shorterThanTold(today + 14))
        #expect(problem("voting_ends", ["voting_ends": 23]) == .shorterThanTold(today + 24))
        #expect(problem("voting_ends", ["voting_starts": 18]) == .shorterThanTold(today + 25))
        #expect(problem("voting_ends", ["voting_starts": 24]) == .shorterThanTold(today + 31))
        // Both ends together, and a span that grows, are fair.
        #expect(try moved(["voting_starts": 18, "voting_ends": 25]).voting == today + 18...today + 25)
        #expect(try moved(["voting_starts": 16, "voting_ends": 23]).voting == today + 16...today + 23)
        #expect(try moved(["nominations_end": 16]).nominations == today...today + 16)
        // Before nominations open their first day may come later, and takes the last one along.
        let later = ["nominations_open": 4]
        #expect(problem("nominations_end", later, on: -3) == .shorterThanTold(today + 18))
        let all = ["nominations_open": 4, "nominations_end": 18, "voting_starts": 21, "voting_ends": 28]
        #expect(try moved(all.merging(["term_starts": 34]) { $1 }, on: -3).nominations == today + 4...today + 18)
    }

    @Test func `what a span must last is counted from its first day`() {
        let told = [0, 14, 17, 24, 30].map { Self.today + $0 }
        var new = told
        new[2] = Self.today + 20
        #expect(ToldSpan.voting.isShorter(new, than: told) && !ToldSpan.nominations.isShorter(new, than: told))
        #expect(ToldSpan.voting.leastEnd(of: new, told: told) == Self.today + 27)
        new[3] = Self.today + 27
        #expect(!ToldSpan.voting.isShorter(new, than: told))
    }

    @Test func `what has begun or is over stays`() {
        #expect(problem("nominations_open", ["nominations_open": 3]) == .hasPassed)
        #expect(problem("nominations_end", ["nominations_end": 16], on: 15) == .hasPassed)
        #expect(problem("nominations_end", ["nominations_end": 15], on: 14) == nil)
    }

    @Test func `crossed and unchanged dates are told, and a reason is wanted`() {
        #expect(problem("voting_starts", ["nominations_end": 17]) == .votingBeforeNominationsEnd)
        #expect(problem("voting_ends", ["voting_starts": 25]) == .endsBeforeItStarts)
        #expect(problem("term_starts", ["voting_ends": 30]) == .termBeforeVotingEnds)
        #expect(problem("", [:]) == .datesUnchanged)
        #expect(throws: Problems.self) {
            try RedatedElection(
                Self.fields(["voting_ends": 26], reason: " "), of: Self.election(), followed: [], bodyCloses: nil,
                on: Self.today)
        }
        #expect(throws: Problems.self) { try moved(["nominations_end": 1], on: 2) }
    }

    @Test func `neither a sitting representative nor a closing body is run over`() {
        let mandate = Mandate(
            id: ID("maja-lab"), role: .representative, body: Workplace.labGroup, person: Workplace.maja.id,
            origin: .elected, starts: Self.today - 300, ends: Self.today + 29)
        let seat = Seat(mandate: mandate, name: "Maja Holm")
        let early = ["term_starts": 28]
        #expect(problem("term_starts", early, followed: [seat]) == .sitsUntil(name: "Maja Holm", Self.today + 29))
        #expect(problem("term_starts", ["term_starts": 31], followed: [seat]) == nil)
        #expect(problem("term_starts", ["term_starts": 50], closes: 50) == .bodyCloses(Self.today + 50))
    }

    private static func sent(_ labs: Laboratories, _ id: ID<Election>, _ more: [String: Int], reason: String = "Ferie")
        async throws -> [String: String]
    {
        let dates = try await labs.election(id).dates
        var form = Dictionary(uniqueKeysWithValues: zip(ElectionDays.fields, dates.days.map(\.text)))
        for (field, day) in more { form[field] = Laboratories.day(day) }
        return form.merging(["reason": reason, "seen": dates.mark]) { $1 }
    }

    @Test(arguments: Engine.tested)
    func `everyone who was called is told, the journal knows both, and the calendar follows`(engine: Engine)
        async throws
    {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        try await labs.stand([Workplace.maja, Workplace.sara], in: id)
        let path = "/elections/\(id)/dates"
        let form = try await Self.sent(labs, id, ["voting_starts": 20, "voting_ends": 27, "term_starts": 33])
        let reply = try await labs.work.post(path, as: Workplace.eva, form)
        #expect(reply.status == 303 && reply.said?.contains("Datoerne er ændret") == true)
        #expect(
            try await labs.notices(for: Workplace.sara).contains { $0.contains("Nye datoer") && $0.contains("Ferie") })
        #expect(try await labs.notices(for: Workplace.jonas).isEmpty)
        let line = try await labs.work.database.read { reader in
            try JournalStore(reader).lines(about: Subject("election", id)).first { $0.verb == "redated" }
        }
        #expect(line?.before["voting_starts"] == Laboratories.day(17))
        #expect(line?.after["voting_starts"] == Laboratories.day(20) && line?.after["because"] == "Ferie")
        #expect(line?.before["nominations_end"] == nil)
        labs.clock.go(to: 17)
        try await Elections.turnPages(in: labs.work.house)
        #expect(try await labs.election(id).state == .called)
        labs.clock.go(to: 20)
        try await Elections.turnPages(in: labs.work.house)
        #expect(try await labs.election(id).state == .voting)
    }

    @Test(arguments: Engine.tested)
    func `the second of two who move the dates sees both`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        let path = "/elections/\(id)/dates"
        let (first, second) = (
            try await Self.sent(labs, id, ["voting_ends": 26]), try await Self.sent(labs, id, ["voting_ends": 28])
        )
        #expect(try await labs.work.post(path, as: Workplace.rikke, first).status == 303)
        let reply = try await labs.work.post(path, as: Workplace.eva, second)
        #expect(reply.status == 409)
        #expect(
            reply.text.contains("En anden har ændret datoerne")
                && reply.text.contains("value=\"\(Laboratories.day(28))\""))
        #expect(try await labs.election(id).dates.voting.upperBound == Workplace.today + 26)
        var again = second
        again["seen"] = try await labs.election(id).dates.mark
        #expect(reply.text.contains("name=\"seen\" value=\"\(again["seen"] ?? "")\""))
        #expect(try await labs.work.post(path, as: Workplace.eva, again).status == 303)
        #expect(try await labs.election(id).dates.voting.upperBound == Workplace.today + 28)
    }

    @Test(arguments: Engine.tested)
    func `once people vote nothing is moved`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        let path = "/elections/\(id)/dates"
        #expect(try await labs.work.get(path, as: Workplace.eva).status == 409)
        let form = try await Self.sent(labs, id, ["voting_ends": 40])
        #expect(try await labs.work.post(path, as: Workplace.eva, form).status == 409)
        #expect(try await labs.election(id).dates.voting.upperBound == Workplace.today + 24)
        try await labs.close()
        #expect(try await labs.work.get(path, as: Workplace.eva).status == 409)
    }

    @Test func `a refused form keeps everything typed`() async throws {
        let labs = try await Laboratories()
        let id = try await labs.call()
        let form = try await Self.sent(labs, id, ["voting_ends": 16], reason: "Husk <b>kage</b>")
        let reply = try await labs.work.post("/elections/\(id)/dates", as: Workplace.eva, form)
        #expect(reply.status == 422)
        #expect(reply.text.contains("value=\"\(Laboratories.day(16))\"") && reply.text.contains("Husk &lt;b&gt;kage"))
        #expect(reply.text.contains("Den sidste dag kommer før den første."))
        #expect(try await labs.work.post("/elections/\(id)/dates", as: Workplace.eva).status == 409)
    }
}
