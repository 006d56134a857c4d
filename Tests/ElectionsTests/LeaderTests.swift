import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Elections

/// Leaders elect among themselves who of them sits in the committee, as the representatives do on their side.
// One after the other, so that they hold no more connections than others leave them.
@Suite(.serialized) struct LeaderTests {
    private static let form = ["franchise": "leaders", "occasion": "vacant", "follows": "", "seats": "2"]

    private static func voting(_ engine: Engine) async throws -> (Laboratories, ID<Election>, [Person]) {
        let labs = try await Laboratories(engine)
        try await labs.addGroups(3)
        let leaders = [Workplace.jonas] + (1...3).map { Laboratories.pair($0).leader }
        let id = try await labs.call(form, in: Workplace.committee)
        try await labs.stand(Array(leaders.prefix(3)), in: id)
        labs.clock.go(to: Laboratories.voting)
        try await Elections.turnPages(in: labs.work.house)
        return (labs, id, leaders)
    }

    @Test(arguments: Engine.tested)
    func `leaders elect two among themselves, and get a leader's seat in the committee`(engine: Engine) async throws {
        let (labs, id, leaders) = try await Self.voting(engine)
        // By name: Jonas Riis, Leder Nr1, Leder Nr2.
        for (voter, choice) in zip(leaders, ["2", "2", "3", "3"]) { try await labs.vote(choice, as: voter, in: id) }
        #expect(try await labs.election(id).voted == 4)
        try await labs.close()
        let seats = try await labs.work.database.read {
            try BodyStore($0).seats(of: Workplace.committee, on: Workplace.today + 30).map {
                "\($0.name) \($0.mandate.role.rawValue) \($0.mandate.origin.rawValue)"
            }
        }
        #expect(seats.filter { $0.contains("leader") } == ["Leder Nr1 leader elected", "Leder Nr2 leader elected"])
        let page = try await labs.work.get("/elections/\(id)", as: Workplace.eva).text
        #expect(page.contains("Hverv fra dette valg") && page.contains("/bodies/committee/seats"))
        #expect(page.contains("Leder Nr1"))
    }

    @Test(arguments: Engine.tested)
    func `only leaders of the area's groups vote and stand`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        try await labs.addGroups(2)
        let id = try await labs.call(Self.form, in: Workplace.committee)
        let page = "/elections/\(id)"
        for person in [Workplace.maja, Workplace.sara, Workplace.karl, Workplace.eva] {
            let status = try await labs.work.post("\(page)/candidacy", as: person).status
            #expect(status == (person.id == Workplace.karl.id ? 404 : 422), "\(person.name)")
        }
        func propose(_ person: String) async throws -> Reply {
            try await labs.work.post("\(page)/nominations", as: Workplace.jonas, ["person": person])
        }
        #expect(try await propose("maja").status == 422)
        #expect(try await propose("leader-1").status == 303)
        #expect(try await labs.notices(for: Laboratories.pair(1).leader).contains { $0.contains("ledernes medlem") })
        // And no leader stands on the other side.
        let other = try await labs.call(
            ["franchise": "representatives", "occasion": "vacant", "follows": ""], in: Workplace.committee)
        #expect(try await labs.work.post("/elections/\(other)/candidacy", as: Workplace.jonas).status == 422)
        #expect(try await labs.work.post("/elections/\(other)/candidacy", as: Workplace.maja).status == 303)
        let twice = try await labs.work.post(
            "/bodies/committee/elections", as: Workplace.eva, Laboratories.form.merging(Self.form) { $1 })
        #expect(twice.status == 422 && twice.text.contains("allerede et valg i gang"))
    }

    @Test(arguments: Engine.tested)
    func `with two groups all their members sit there, and no election is called`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        try await labs.addGroups(1)
        let page = try await labs.work.get("/bodies/committee/elections/new", as: Workplace.eva).text
        #expect(page.contains("Så sidder alle deres medlemmer i udvalget"))
        let reply = try await labs.work.post(
            "/bodies/committee/elections", as: Workplace.eva, Laboratories.form.merging(Self.form) { $1 })
        #expect(
            reply.status == 422 && reply.text.contains("sidder alle deres medlemmer i udvalget. Der skal ikke vælges."))
    }

    @Test(arguments: Engine.tested)
    func `an electorate of nobody is refused`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        try await labs.addGroups(2)
        try await labs.work.database.write {
            try $0.execute("UPDATE mandate SET ends = '2025-12-31' WHERE role = 'leader'")
        }
        let reply = try await labs.work.post(
            "/bodies/committee/elections", as: Workplace.eva, Laboratories.form.merging(Self.form) { $1 })
        #expect(reply.status == 422 && reply.text.contains("Ingen her kan stemme."))
    }

    private static func lead(_ person: Person, from day: Int, _ labs: Laboratories) async throws {
        try await labs.work.database.write { [deed = labs.work.deed(by: nil)] writer in
            let mandate = Mandate(
                id: ID("\(person.id)-leads"), role: .leader, body: Workplace.historyGroup, person: person.id,
                origin: .appointed, starts: Workplace.today + day)
            try writer.apply(mandate.given(to: person.name), deed)
        }
    }

    @Test(arguments: Engine.tested)
    func `no leader is put on the register of employees by hand`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        let jonas = ["email": "jonas@nordhavn.example", "votes": "yes", "reason": "Er her hver dag"]
        func add() async throws {
            let reply = try await labs.work.post("/elections/\(id)/register", as: Workplace.eva, jonas)
            #expect(reply.status == 422)
            #expect(reply.text.contains("Den, der leder andre, kan ikke stille op eller stemme."))
        }
        try await add()
        #expect(try await labs.work.post("/elections/\(id)/candidacy", as: Workplace.jonas).status == 422)
        try await labs.stand([Workplace.maja, Workplace.sara], in: id)
        labs.clock.go(to: Laboratories.voting)
        try await Elections.turnPages(in: labs.work.house)
        try await add()
        #expect(try await labs.election(id).electorate == 6)
    }

    @Test(arguments: Engine.tested)
    func `somebody put on by hand who has become a leader is not seated, and is told`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        let rikke = ["email": "rikke@nordhavn.example", "votes": "yes", "reason": "Er her hver dag"]
        #expect(try await labs.work.post("/elections/\(id)/register", as: Workplace.eva, rikke).status == 303)
        try await labs.stand([Workplace.maja, Workplace.rikke], in: id)
        labs.clock.go(to: Laboratories.voting)
        try await Elections.turnPages(in: labs.work.house)
        for person in labs.voters { try await labs.vote("2", as: person, in: id) }
        try await Self.lead(Workplace.rikke, from: 18, labs)
        try await labs.close()
        #expect(try await labs.candidates(id).map(\.outcome) == [.elected, .notElected])
        #expect(try await !labs.seats(on: 30).contains { $0.contains("Rikke") })
        #expect(try await labs.notices(for: Workplace.rikke).contains { $0.contains("Du kan ikke vælges") })
    }

    @Test(arguments: Engine.tested)
    func `whoever is to lead within the term is not seated for it`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        for person in labs.voters { try await labs.vote("2", as: person, in: id) }
        try await Self.lead(Workplace.sara, from: Laboratories.term + 1, labs)
        try await labs.close()
        #expect(try await labs.candidates(id).map(\.outcome) == [.elected, .notElected])
        #expect(
            try await labs.seats(on: 30) == ["Jonas Riis leader appointed", "Maja Holm representative elected"])
    }

    @Test(arguments: Engine.tested)
    func `nor is he or she elected without a ballot`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        try await labs.stand([Workplace.sara], in: id)
        try await Self.lead(Workplace.sara, from: Laboratories.term + 1, labs)
        try await Self.lead(labs.colleagues[0], from: Laboratories.term + 1, labs)
        let late = try await labs.work.post("/elections/\(id)/candidacy", as: labs.colleagues[0])
        #expect(late.status == 422 && late.text.contains("Den, der leder andre"))
        labs.clock.go(to: Laboratories.waiting)
        try await Elections.turnPages(in: labs.work.house)
        #expect(try await labs.election(id).state == .unfilled)
        #expect(try await labs.notices(for: Workplace.sara).contains { $0.contains("Du kan ikke vælges") })
    }

    @Test(arguments: Engine.tested)
    func `a leader's vote is joined to nobody either`(engine: Engine) async throws {
        let (labs, id, leaders) = try await Self.voting(engine)
        let names = Set(leaders.map(\.id.text))
        if engine == .postgres {
            for (voter, choice) in zip(leaders, ["1", "2", "3", "blank"]) {
                let before = try await Spy.rows(labs.work.database)
                try await labs.vote(choice, as: voter, in: id)
                let after = try await Spy.rows(labs.work.database)
                #expect(Set(after.subtracting(before).map(\.table)) == ["election_box"])
                #expect(Spy.written(names, from: before, to: after).people.isEmpty)
            }
        } else {
            for (voter, choice) in zip(leaders, ["1", "2", "3", "blank"]) {
                let before = try Spy.pages(of: labs.work.database.location)
                try await labs.vote(choice, as: voter, in: id)
                let after = try Spy.pages(of: labs.work.database.location)
                #expect(before != after)
                #expect(Spy.written(names, from: before, to: after).people.isEmpty)
            }
        }
    }
}
