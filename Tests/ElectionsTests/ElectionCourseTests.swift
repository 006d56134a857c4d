import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Elections

/// What happens to an election on its way.
@Suite(.serialized) struct ElectionCourseTests {
    @Test func `a body that closes before the term begins has its election called off`() async throws {
        let labs = try await Laboratories()
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        try await labs.work.database.write { writer in
            try writer.execute("UPDATE body SET closes = \(Workplace.today + 26) WHERE id = 'lab-group'")
        }
        try await labs.close()
        #expect(try await labs.election(id).state == .cancelled)
        #expect(try await labs.election(id).reason == .bodyCloses)
    }

    @Test func `a voting that no server was there for is called off, not counted as empty`() async throws {
        let labs = try await Laboratories()
        let id = try await labs.call()
        try await labs.stand([Workplace.maja, Workplace.sara], in: id)
        try await labs.close()
        #expect(try await labs.election(id).reason == .missed)
        #expect(try await labs.work.get("/elections/\(id)", as: Workplace.maja).text.contains("Serveren kørte ikke"))
    }

    @Test func `a candidate who has become a leader is passed over at the count`() async throws {
        let labs = try await Laboratories()
        let id = try await labs.opened([Workplace.maja, Workplace.sara], ["deputies": "1"])
        for person in labs.voters { try await labs.vote("2", as: person, in: id) }
        try await labs.work.database.write { [deed = labs.work.deed(by: nil)] writer in
            let mandate = Mandate(
                id: ID("sara-leads"), role: .leader, body: Workplace.historyGroup, person: Workplace.sara.id,
                origin: .appointed, starts: Workplace.today + 18)
            try writer.apply(mandate.given(to: "Sara Lund"), deed)
        }
        try await labs.close()
        let outcomes = try await labs.candidates(id).map(\.outcome)
        #expect(outcomes == [.elected, .notElected])
    }

    @Test(arguments: Engine.tested)
    func `representatives elect among themselves who sits in the committee`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        try await labs.addGroups(2)
        let id = try await labs.call(
            ["franchise": "representatives", "occasion": "vacant", "follows": ""], in: Workplace.committee)
        #expect(try await labs.work.get("/elections/\(id)", as: Workplace.maja).text.contains("Stil op"))
        #expect(try await !labs.work.get("/elections/\(id)", as: Workplace.sara).text.contains("/candidacy"))
        try await labs.stand([Workplace.maja], in: id)
        labs.clock.go(to: Laboratories.waiting)
        try await Elections.turnPages(in: labs.work.house)
        let seats = try await labs.work.database.read {
            try BodyStore($0).seats(of: Workplace.committee, on: Workplace.today + 30).map(\.name)
        }
        #expect(seats.contains("Maja Holm"))
    }

    @Test(arguments: Engine.tested)
    func `the register is corrected by hand, with a reason, and the box makes room`(engine: Engine) async throws {
        let labs = try await Laboratories(engine, colleagues: 2)
        let id = try await labs.call()
        let register = "/elections/\(id)/register"
        let struck = ["email": "kollega1@nordhavn.example", "votes": "no", "reason": "Leder andre"]
        #expect(try await labs.work.post(register, as: Workplace.eva, struck).status == 303)
        #expect(try await labs.work.get("/elections/\(id)", as: labs.colleagues[0]).text.contains("Du deltager ikke"))
        let page = try await labs.work.get(register, as: Workplace.eva).text
        #expect(page.contains("Leder andre"))
        #expect(page.contains("3 kan stemme"))
        try await labs.stand([Workplace.maja, Workplace.sara], in: id)
        labs.clock.go(to: Laboratories.voting)
        #expect(try await labs.vote("1", as: labs.colleagues[0], in: id).status == 403)
        // It was a mistake; and nobody is struck any more.
        let back = ["email": "kollega1@nordhavn.example", "votes": "yes", "reason": "Leder ingen"]
        #expect(try await labs.work.post(register, as: Workplace.eva, back).status == 303)
        #expect(try await labs.vote("1", as: labs.colleagues[0], in: id).status == 303)
        #expect(try await labs.election(id).electorate == 4)
        #expect(try await labs.election(id).voted == 1)
        #expect(
            try await labs.work.post(
                register, as: Workplace.eva, struck.merging(["email": "kollega2@nordhavn.example"]) { $1 }
            ).status == 422)
        try await labs.close()
        #expect(try await labs.election(id).state == .decided)
    }
}
