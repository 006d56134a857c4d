import Foundation
import Storage
import StorageTesting
import Synchronization
import Testing

@testable import PostgresStorage

/// Several servers on one PostgreSQL, as the balancer sends people to them.
@Suite(.timeLimit(.minutes(10)), .enabled(if: Engine.tested.contains(.postgres)))
struct CompanyOfServersTests {
    /// Waits until it hears others, and itself, since it was last deaf.
    /// - Returns: until when it believed that first.
    @discardableResult
    private func hears(_ heard: Heard) async throws -> ContinuousClock.Instant {
        while true {
            let since = heard.all.lastIndex(of: .deafness) ?? 0
            for case .hearing(let until?) in heard.all[since...] { return until }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    @Test func `When a writer is answered every other server has heard it`() async throws {
        let here = Heard()
        let first = try await TestDatabase.make(.postgres, isServer: true, announce: here.announce)
        let others = [Heard(), Heard()]
        let databases = try others.map { try first.again(isServer: true, announce: $0.announce) }
        for heard in others + [here] {
            #expect(heard.all.first == .deafness)
            try await hears(heard)
        }
        for number in 0..<100 {
            try await (number.isMultiple(of: 2) ? first : databases[0]).write { writer in
                try writer.raise("topic \(number)")
                writer.say(Remark(about: "round", "\(number)"))
            }
            for heard in [others[1], number.isMultiple(of: 2) ? others[0] : here] {
                #expect(heard.all.contains(.topics(["topic \(number)"])), "round \(number)")
                #expect(heard.all.contains(.remark(Remark(about: "round", "\(number)"))), "round \(number)")
            }
        }
        for database in databases { await database.close() }
    }

    @Test func `Many writers at once are answered after all have heard each`() async throws {
        let (here, there) = (Heard(), Heard())
        let first = try await TestDatabase.make(.postgres, isServer: true, announce: here.announce)
        let second = try first.again(isServer: true, announce: there.announce)
        try await hears(here)
        try await hears(there)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    try await first.write { try $0.raise("topic \(number)") }
                    let all = there.all.reduce(into: Set<String>()) {
                        if case .topics(let topics, _) = $1 { $0.formUnion(topics) }
                    }
                    #expect(all.contains("topic \(number)"))
                }
            }
            try await group.waitForAll()
        }
        await second.close()
    }

    @Test func `A writer waits for a server that is slow to hear`() async throws {
        let (here, there) = (Heard(), Heard())
        let first = try await TestDatabase.make(.postgres, isServer: true, announce: here.announce)
        let gate = NSCondition()
        let isShut = Mutex(false)
        let second = try first.again(isServer: true) { announcement in
            gate.lock()
            while isShut.withLock({ $0 }) { gate.wait() }
            gate.unlock()
            there.announce(announcement)
        }
        try await hears(here)
        try await hears(there)
        isShut.withLock { $0 = true }
        let isAnswered = Mutex(false)
        let writing = Task {
            try await first.write { try $0.raise("board") }
            isAnswered.withLock { $0 = true }
        }
        try await Task.sleep(for: .milliseconds(300))
        #expect(!isAnswered.withLock { $0 })
        gate.withLock {
            isShut.withLock { $0 = false }
            gate.broadcast()
        }
        try await writing.value
        #expect(there.all.contains(.topics(["board"])))
        await second.close()
    }

    @Test func `Nobody waits for who has stopped, nor for a program that comes by`() async throws {
        let here = Heard()
        let first = try await TestDatabase.make(.postgres, isServer: true, announce: here.announce)
        let second = try first.again(isServer: true)
        let program = try PostgresDatabase(url: first.location, connections: 1) { _ in }
        try await hears(here)
        await second.close()
        here.clear()
        try await first.write { try $0.raise("board") }
        try await program.write { try $0.raise("wheel") }
        // It has no secret: all that others can hear is that anything may have changed.
        try await here.wait(for: .everything)
        #expect(here.all.contains(.topics(["board"])) && !here.all.contains(.topics(["wheel"])))
        // Nobody was missed either: it has said goodbye.
        try await first.write { try $0.raise("spokes") }
        #expect(here.all.count { $0 == .everything } == 1)
        await program.close()
    }

    @Test func `Who falls silent is given up, and may have changed anything`() async throws {
        let here = Heard()
        let first = try await TestDatabase.make(.postgres, isServer: true, announce: here.announce)
        let program = try PostgresDatabase(url: first.location, connections: 1) { _ in }
        try await hears(here)
        here.clear()
        let sign = try #require(Envelope(TestDatabase.secret).sealed(Letter(from: "silent", sign: 1).text))
        try await program.write { _ = try $0.execute("SELECT pg_notify('forkant', \(sign))") }
        try await first.write { try $0.raise("board") }
        #expect(here.all.contains(.topics(["board"])))
        try await here.wait(for: .everything)
        await program.close()
    }

    @Test func `A server believes nothing until others who are there must have heard of it`() async throws {
        let here = Heard()
        let database = try await TestDatabase.make(.postgres)
        let start = ContinuousClock.now
        let server = try database.again(isServer: true, announce: here.announce)
        // From a sign that was given when the time of all who may have kept something before was up.
        #expect(try await hears(here) >= start + Company.trust * 2)
        await server.close()
    }

    @Test func `Where nobody can be heard a server asks, and believes nothing`() async throws {
        let there = Heard()
        let first = try await TestDatabase.make(.postgres)
        try await first.write { try $0.raise("board") }
        let asking = try PostgresDatabase(
            url: first.location, connections: 1, watched: { ["board", "untouched"] }, announce: there.announce)
        // What nobody looked at until now may have changed since the page was made.
        try await there.wait(for: .topics(["board", "untouched"]))
        #expect(there.all == [.deafness, .topics(["board", "untouched"])])
        there.clear()
        try await first.write { try $0.raise("wheel") }
        try await first.write { try $0.raise("board") }
        try await there.wait(for: .topics(["board"]))
        #expect(there.all == [.topics(["board"])])
        await asking.close()
    }

    @Test func `A server that has lost the line is deaf until it hears itself again`() async throws {
        let here = Heard()
        let first = try await TestDatabase.make(.postgres, isServer: true, announce: here.announce)
        try await hears(here)
        here.clear()
        let before = ContinuousClock.now
        let executioner = try PostgresDatabase(url: first.location, connections: 1) { _ in }
        _ = try await executioner.read { reader in
            try reader.values(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'forkant'
                """, as: Bool.self)
        }
        try await here.wait(for: .deafness)
        #expect(try await hears(here) >= before + Company.trust * 2)
        // What others changed meanwhile was told to nobody here.
        #expect(here.all.contains(.everything))
        try await first.write { try $0.raise("board") }
        #expect(here.all.contains(.topics(["board"])))
        await executioner.close()
    }
}
