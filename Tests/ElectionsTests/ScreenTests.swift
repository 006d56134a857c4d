import Kernel
import Markup
import MarkupTesting
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Elections

/// What the hall sees.
// One after the other, so that they hold no more connections than others leave them.
@Suite(.serialized) struct ScreenTests {
    private static func screen(_ labs: Laboratories, _ id: ID<Election>) async throws -> String {
        let reply = try await labs.work.get("/elections/\(id)/screen", as: Workplace.eva)
        #expect(reply.status == 200)
        #expect(HTMLCheck(HTML(trusted: reply.text)).problems.isEmpty)
        return reply.text
    }

    @Test(arguments: Engine.tested)
    func `it goes along from the call to the result, and says nothing too early`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        let short = "localhost:8080/e/\(id.text.prefix(6))"
        try await labs.stand([Workplace.maja, Workplace.sara], in: id)
        let nominating = try await Self.screen(labs, id)
        #expect(nominating.contains("Stil op, eller foreslå en kollega, senest mandag 19.\u{a0}januar 2026"))
        #expect(nominating.contains(short) && nominating.contains("<svg"))
        #expect(nominating.contains("ser kandidaterne på valgets side"))
        #expect(try await labs.work.get("/elections/\(id)", as: Workplace.sara).text.contains("Maja Holm lytter."))
        // Leaders look on in the hall.
        #expect(!nominating.contains("Maja Holm") && !nominating.contains("Sara Lund"))
        labs.clock.go(to: Laboratories.waiting)
        #expect(try await Self.screen(labs, id).contains("Maja Holm"))
        labs.clock.go(to: Laboratories.voting)
        try await Elections.turnPages(in: labs.work.house)
        let voting = try await Self.screen(labs, id)
        #expect(voting.contains("Stem senest torsdag 29.\u{a0}januar 2026") && voting.contains("Maja Holm"))
        for (person, choice) in zip(labs.voters, ["1", "2", "1", "2"]) {
            try await labs.vote(choice, as: person, in: id)
        }
        let voted = try await Self.screen(labs, id)
        #expect(!voted.contains("har stemt</span>") && !voted.contains("2 stemmer") && !voted.contains("Kollega"))
        #expect(!voted.contains("Du har stemt"))
        try await labs.close()
        let over = try await Self.screen(labs, id)
        let secret = try #require(try await labs.election(id).lotSecret)
        let fingerprint = try #require(try await labs.election(id).lotFingerprint)
        #expect(over.contains("Valget er afgjort") && over.contains("2 stemmer"))
        #expect(over.contains(secret) && over.contains(fingerprint) && over.contains("Loddet afgjorde det mellem"))
        #expect(over.contains("4 af 6 har stemt, 0 blankt"))
    }

    @Test func `a date is not broken between the day and the month`() {
        let hall = HallTexts(language: .danish)
        #expect(hall.unbroken("fredag 4. december 2026") == "fredag 4.\u{a0}december 2026")
        #expect(hall.unbroken("4. dec. – 11. dec.") == "4.\u{a0}dec. – 11.\u{a0}dec.")
        #expect(hall.unbroken("Friday 4 December 2026") == "Friday 4\u{a0}December 2026")
    }

    @Test func `without a candidate, without a contest and called off it says so`() async throws {
        let labs = try await Laboratories()
        let none = try await labs.call()
        labs.clock.go(to: Laboratories.waiting)
        #expect(try await Self.screen(labs, none).contains("varetager opgaverne alene"))
        let day = Laboratories.day
        let one = try await labs.call([
            "occasion": "vacant", "nominations_open": day(16), "nominations_end": day(20), "voting_starts": day(21),
            "voting_ends": day(26), "term_starts": day(40),
        ])
        labs.clock.go(to: 16)
        try await labs.stand([Workplace.sara], in: one)
        labs.clock.go(to: 21)
        let screen = try await Self.screen(labs, one)
        #expect(screen.contains("fredsvalg") && screen.contains("Sara Lund"))
    }

    @Test(arguments: Engine.tested)
    func `only whoever looks after it may show it, and nobody without signing in`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        let path = "/elections/\(id)/screen"
        for person in [Workplace.eva, Workplace.rikke] {
            #expect(try await labs.work.get(path, as: person).status == 200)
        }
        for person in [Workplace.maja, Workplace.jonas, Workplace.sara] {
            #expect(try await labs.work.get(path, as: person).status == 403)
        }
        #expect(try await labs.work.get(path, as: Workplace.karl).status == 404)
        #expect(try await labs.work.get("/elections/nowhere/screen", as: Workplace.eva).status == 404)
        #expect(try await labs.work.get(path).location?.hasPrefix("/signin") == true)
    }

    @Test(arguments: Engine.tested)
    func `the short address leads there, and tells a stranger nothing`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        let short = "/e/\(id.text.prefix(6))"
        #expect(try await labs.work.get(short, as: Workplace.sara).location == "/elections/\(id)")
        #expect(
            try await labs.work.get(short.uppercased().replacing("/E/", with: "/e/"), as: Workplace.sara).location
                == "/elections/\(id)")
        #expect(try await labs.work.get(short, as: Workplace.karl).location == "/elections")
        for wrong in ["/e/zzzzzz", "/e/x", "/e/\(id)", "/e/%27%3B--xx"] {
            #expect(try await labs.work.get(wrong, as: Workplace.sara).location == "/elections", "\(wrong)")
        }
        #expect(try await labs.work.get(short).location?.hasPrefix("/signin") == true)
    }
}
