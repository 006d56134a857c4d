import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Elections

/// Two servers on one database, and everybody at the same instant.
// One after the other, so that they hold no more connections than others leave them.
@Suite(.serialized) struct ConcurrencyTests {
    @Test(arguments: Engine.tested)
    func `who votes on two servers at the same instant votes once`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let other = try Workplace(beside: labs.work)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        let replies = try await withThrowingTaskGroup(of: String?.self) { group in
            for number in 0..<12 {
                group.addTask {
                    try await labs.vote(
                        number % 3 == 0 ? "1" : "2", as: Workplace.maja, in: id,
                        at: number.isMultiple(of: 2) ? labs.work : other
                    ).said
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(replies.count { $0 == "Din stemmeseddel ligger i urnen." } == 1)
        #expect(replies.count { $0?.contains("kun én stemmeseddel") == true } == 11)
        #expect(try await labs.election(id).voted == 1)
        try await labs.close()
        #expect(try await labs.candidates(id).compactMap(\.votes).reduce(0, +) == 1)
    }

    @Test(arguments: Engine.tested)
    func `everyone at once, on two servers: no ballot is lost and none counts twice`(engine: Engine) async throws {
        let labs = try await Laboratories(engine, colleagues: 38)
        let other = try Workplace(beside: labs.work)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        let choices = ["1", "2", "2", "blank"]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, voter) in labs.voters.enumerated() {
                group.addTask {
                    let reply = try await labs.vote(
                        choices[number % 4], as: voter, in: id, at: number.isMultiple(of: 2) ? labs.work : other)
                    #expect(reply.status == 303)
                }
            }
            try await group.waitForAll()
        }
        try await labs.close()
        let election = try await labs.election(id)
        #expect(election.state == .decided)
        #expect(election.voted == 40)
        #expect(election.blank == 10)
        #expect(try await labs.candidates(id).map(\.votes) == [10, 20])
    }

    @Test(arguments: Engine.tested)
    func `two servers that turn the same page turn it once`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let other = try Workplace(beside: labs.work)
        let id = try await labs.call()
        try await labs.stand([Workplace.maja, Workplace.sara], in: id)
        for day in [Laboratories.waiting, Laboratories.voting, Laboratories.over] {
            labs.clock.go(to: day)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for server in [labs.work, other, labs.work, other] {
                    group.addTask { try await Elections.turnPages(in: server.house) }
                }
                try await group.waitForAll()
            }
        }
        #expect(try await labs.election(id).state == .decided)
        #expect(try await labs.notices(for: Workplace.sara).count { $0.contains("Nu kan du stemme") } == 1)
        #expect(try await labs.notices(for: Workplace.sara).count { $0.contains("er afgjort") } == 1)
        let seated = try await labs.seats(on: 30).filter { $0.contains("representative elected") }
        #expect(seated.count == 1)
    }
}
