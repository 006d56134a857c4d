import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Elections

/// Whole elections, from the call to the mandates.
// One after the other, so that they hold no more connections than others leave them.
@Suite(.serialized) struct ElectionJourneyTests {
    @Test(arguments: Engine.tested)
    func `people elect their representative and a deputy by secret ballot`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let (work, maja, sara) = (labs.work, Workplace.maja, Workplace.sara)
        let id = try await labs.call(["deputies": "1", "note": "Spørg Eva."])
        let page = "/elections/\(id)"
        #expect(try await labs.notices(for: sara).contains { $0.contains("Der er valg i AMG Laboratorier") })
        #expect(try await labs.notices(for: Workplace.jonas).isEmpty)

        // Maja stands; Sara is proposed, and says yes.
        try await labs.stand([maja, labs.colleagues[1]], in: id)
        let proposed = try await work.post("\(page)/nominations", as: labs.colleagues[0], ["person": "sara"])
        #expect(proposed.said == "Din kollega er spurgt.")
        #expect(try await labs.notices(for: sara).contains { $0.contains("foreslår dig") })
        #expect(try await !work.get(page, as: labs.colleagues[2]).text.contains("Sara Lund</span>"))
        #expect(try await work.get(page, as: sara).text.contains("Du er foreslået"))
        #expect(
            try await work.post("\(page)/candidacy", as: sara, ["presentation": "Jeg vil have ro."]).status == 303)
        #expect(try await work.get(page, as: labs.colleagues[2]).text.contains("Jeg vil have ro."))

        // The voting opens by itself, on its day.
        labs.clock.go(to: Laboratories.waiting)
        #expect(try await work.get(page, as: maja).text.contains("så der skal stemmes"))
        #expect(try await labs.vote("1", as: maja, in: id).status == 409)
        labs.clock.go(to: Laboratories.voting)
        #expect(try await work.get(page, as: maja).text.contains("\(page)/ballot"))
        #expect(try await labs.notices(for: maja).contains { $0.contains("Nu kan du stemme") })
        let ballot = try await work.get("\(page)/ballot", as: maja).text
        // By name: Kollega Nr2 is 1, Maja 2, Sara 3.
        #expect(try ballot.order(of: ["Kollega Nr2", "Maja Holm", "Sara Lund", "Stem blankt"]))

        for (person, choice) in zip(labs.voters, ["2", "3", "2", "3", "2", "blank"]) {
            let voted = try await labs.vote(choice, as: person, in: id)
            #expect(voted.status == 303)
            #expect(voted.said == "Din stemmeseddel ligger i urnen.")
            #expect(voted.location == page)
        }
        let during = try await work.get(page, as: Workplace.eva).text
        // They are so few that no turnout is shown before the voting is over.
        #expect(during.contains("Her er så få") && during.contains("kan stemme</span>"))
        #expect(!during.contains("har stemt</span>"))
        #expect(!during.contains("Resultat</h2>"))
        #expect(try await labs.candidates(id).allSatisfy { $0.votes == nil && $0.outcome == nil })
        #expect(try await work.get("\(page)/protocol", as: maja).status == 404)
        #expect(try await work.get(page, as: maja).text.contains("Du har stemt"))
        #expect(try await !work.get(page, as: Workplace.eva).text.contains("Du har stemt"))

        // And closes by itself.
        try await labs.close()
        let election = try await labs.election(id)
        #expect(election.state == .decided)
        #expect(election.voted == 6)
        #expect(election.electorate == 6)
        #expect(election.blank == 1)
        let result = try await labs.candidates(id).sorted { ($0.votes ?? 0) > ($1.votes ?? 0) }
        #expect(result.map(\.person) == [maja.id, sara.id, labs.colleagues[1].id])
        #expect(result.map(\.votes) == [3, 2, 0])
        #expect(result.map(\.outcome) == [.elected, .deputy, .notElected])
        #expect(try await labs.notices(for: labs.colleagues[3]).contains { $0.contains("er afgjort") })
        let protocolPage = try await work.get("\(page)/protocol", as: sara).text
        #expect(protocolPage.contains("Valgprotokol: AMG Laboratorier"))
        // The mandates, those who were elected first, with the days on which they begin and end.
        let given = try await work.get(page, as: sara).text.drop(before: "Hverv fra dette valg")
        #expect(try given.order(of: ["/bodies/lab-group/seats", "Maja Holm", "4. feb.", "3. feb. 2028", "Sara Lund"]))
        #expect(try protocolPage.order(of: ["Maja Holm", "Sara Lund", "Kollega Nr2"]))

        // Maja's old mandate, which had no end, is followed by the new ones.
        #expect(
            try await labs.seats(on: 29) == ["Jonas Riis leader appointed", "Maja Holm representative elected"])
        #expect(
            try await labs.seats(on: 30) == [
                "Jonas Riis leader appointed", "Maja Holm representative elected", "Sara Lund deputy elected",
            ])
        let mandate = try await work.database.read { reader in
            try BodyStore(reader).seats(of: Workplace.labGroup, on: Workplace.today + 30).first {
                $0.name == "Maja Holm"
            }
        }
        #expect(mandate?.mandate.starts == Workplace.today + 30)
        #expect(mandate?.mandate.ends == (Workplace.today + 30).adding(years: 2) - 1)
    }

    @Test(arguments: Engine.tested)
    func `no more candidates than seats are elected without a ballot`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        try await labs.stand([Workplace.sara], in: id)
        labs.clock.go(to: Laboratories.waiting)
        let page = try await labs.work.get("/elections/\(id)", as: Workplace.maja).text
        #expect(page.contains("fredsvalg"))
        #expect(try await labs.election(id).state == .uncontested)
        #expect(
            try await labs.seats(on: 30) == ["Jonas Riis leader appointed", "Sara Lund representative elected"])
        #expect(try await labs.vote("1", as: Workplace.maja, in: id).status == 409)
    }

    @Test(arguments: Engine.tested)
    func `without a candidate the page says what the law means, and it stays an open matter`(engine: Engine)
        async throws
    {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        labs.clock.go(to: Laboratories.waiting)
        let page = try await labs.work.get("/elections/\(id)", as: Workplace.maja).text
        #expect(page.contains("Lederen og formanden varetager opgaverne alene"))
        #expect(page.contains("spørg Arbejdstilsynet"))
        #expect(try await labs.notices(for: Workplace.jonas).contains { $0.contains("Ingen stillede op") })
        #expect(try await labs.seats(on: 30) == ["Jonas Riis leader appointed", "Maja Holm representative elected"])
        // Until a new one is called.
        #expect(try await labs.work.get("/elections", as: Workplace.eva).text.contains("Uden arbejdsmiljørepræsentant"))
        let day = Laboratories.day
        try await labs.call([
            "occasion": "vacant", "nominations_open": day(16), "nominations_end": day(20), "voting_starts": day(21),
            "voting_ends": day(26), "term_starts": day(40),
        ])
        #expect(
            try await !labs.work.get("/elections", as: Workplace.eva).text.contains("Uden arbejdsmiljørepræsentant"))
    }

    @Test(arguments: Engine.tested)
    func `a tie is decided by a lot that was fixed before anybody voted`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        let fingerprint = try #require(try await labs.election(id).lotFingerprint)
        #expect(try await labs.work.get("/elections/\(id)", as: Workplace.maja).text.contains(fingerprint))
        #expect(try await labs.election(id).lotSecret == nil)
        for (person, choice) in zip(labs.voters, ["1", "2", "1", "2"]) {
            try await labs.vote(choice, as: person, in: id)
        }
        try await labs.close()
        let election = try await labs.election(id)
        let secret = try #require(election.lotSecret)
        #expect(Lot.fingerprint(of: secret) == fingerprint)
        let lot = Lot(secret: secret, election: id, count: Count(ballots: 4, blank: 0, votes: [2, 2]))
        let elected = try await labs.candidates(id).first { $0.outcome == .elected }
        #expect(elected?.number == lot.order.first)
        for path in ["", "/protocol"] {
            let page = try await labs.work.get("/elections/\(id)\(path)", as: Workplace.maja).text
            #expect(page.contains("Loddet afgjorde det mellem"))
            for number in [1, 2] {
                #expect(page.contains(lot.text(of: number)))
                #expect(page.contains(lot.draw(of: number)))
            }
        }
    }

    @Test(arguments: Engine.tested)
    func `a by-election for the rest of the term ends when that term would have`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let ends = Workplace.today + 200
        try await labs.work.database.write { writer in
            try writer.execute("UPDATE mandate SET ends = \(ends) WHERE id = 'maja-lab'")
        }
        let id = try await labs.call(["occasion": "absence", "term": "rest"])
        try await labs.stand([Workplace.sara], in: id)
        labs.clock.go(to: Laboratories.waiting)
        try await Elections.turnPages(in: labs.work.house)
        let seats = try await labs.work.database.read {
            try BodyStore($0).seats(of: Workplace.labGroup, on: Workplace.today + 30).map(\.mandate)
        }
        let sara = try #require(seats.first { $0.person == Workplace.sara.id })
        #expect(sara.ends == ends)
        #expect(!seats.contains { $0.person == Workplace.maja.id })
    }

    @Test(arguments: Engine.tested)
    func `an election that is called off destroys the ballots unread`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        try await labs.vote("1", as: Workplace.maja, in: id)
        #expect(try await labs.work.post("/elections/\(id)/cancellation", as: Workplace.eva).status == 422)
        let reason = ["reason": "En kandidat manglede på sedlen."]
        #expect(try await labs.work.post("/elections/\(id)/cancellation", as: Workplace.eva, reason).status == 303)
        #expect(try await labs.work.get("/elections/\(id)", as: Workplace.sara).text.contains("En kandidat manglede"))
        let left = try await labs.work.database.read { reader in
            try reader.first("SELECT salt, sums, roll FROM election_box WHERE election_id = \(id)") { row in
                (try row[0] as String, try row[1] as [UInt8], try row[2] as [UInt8])
            }
        }
        #expect(left?.0 == String(repeating: "0", count: 32))
        #expect(left?.1.allSatisfy { $0 == 0 } == true)
        #expect(left?.2.allSatisfy { $0 == 0 } == true)
        #expect(try await labs.notices(for: Workplace.sara).contains { $0.contains("er aflyst: En kandidat") })
        #expect(try await labs.vote("1", as: Workplace.sara, in: id).status == 409)
        #expect(try await labs.seats(on: 30) == ["Jonas Riis leader appointed", "Maja Holm representative elected"])
    }

    @Test(arguments: Engine.tested)
    func `after the count the keys, the roll and the register are gone`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        try await labs.vote("1", as: Workplace.maja, in: id)
        try await labs.close()
        let left = try await labs.work.database.read { reader in
            (
                try reader.values("SELECT salt FROM election_box", as: String.self),
                try reader.values("SELECT roll FROM election_box", as: [UInt8].self),
                try reader.exists("SELECT 1 FROM election_voter")
            )
        }
        #expect(left.0 == [String(repeating: "0", count: 32)])
        #expect(left.1.allSatisfy { $0.allSatisfy { $0 == 0 } })
        #expect(!left.2)
    }

    @Test(arguments: Engine.tested)
    func `people are told on the day on which nominations open, once`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.call(["nominations_open": Laboratories.day(3)])
        #expect(try await labs.work.post("/elections/\(id)/candidacy", as: Workplace.sara).status == 422)
        #expect(try await !labs.notices(for: Workplace.sara).contains { $0.contains("Nu kan du stille op") })
        for day in 3...5 {
            labs.clock.go(to: day)
            try await Elections.turnPages(in: labs.work.house)
        }
        #expect(try await labs.notices(for: Workplace.sara).count { $0.contains("Nu kan du stille op") } == 1)
        try await labs.stand([Workplace.sara], in: id)
    }
}
