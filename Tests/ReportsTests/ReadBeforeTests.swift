import Kernel
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing

@testable import Reports

/// Whom a report is told is remembered from one report to the next, and follows the mandates all the same.
@Suite struct ReadBeforeTests {
    @Test(arguments: Engine.tested)
    func `each report is told those who sit in the group when it is written`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let mandate = Mandate(
            id: ID("idas"), role: .representative, in: .body(Workplace.labGroup), person: Workplace.ida.id,
            origin: .appointed, starts: Workplace.today - 10)
        try await report(work)
        #expect(try await toldIda(work) == 0)

        let deed = work.deed(by: Workplace.eva)
        try await work.database.write { try $0.apply(mandate.given(to: Workplace.ida.name), deed) }
        try await report(work)
        try await report(work)
        #expect(try await toldIda(work) == 2)

        try await work.database.write {
            try $0.apply(mandate.ended(on: Workplace.today - 1, name: Workplace.ida.name), deed)
        }
        try await report(work)
        #expect(try await toldIda(work) == 2)
    }

    @Test(arguments: Engine.tested)
    func `a change of mandates that came to nothing is not remembered`(engine: Engine) async throws {
        struct Refusal: Error {}
        let work = try await Workplace(engine)
        let deed = work.deed(by: Workplace.eva)
        for person in [Workplace.ida, Workplace.karl] {
            let mandate = Mandate(
                id: ID("new"), role: .representative, in: .body(Workplace.labGroup), person: person.id,
                origin: .appointed, starts: Workplace.today - 10)
            try await report(work)
            let isKarl = person == Workplace.karl
            try? await work.database.write { writer in
                try writer.apply(mandate.given(to: person.name), deed)
                if !isKarl { throw Refusal() }
            }
            try await report(work)
        }
        #expect(try await toldIda(work) == 0)
        #expect(try await work.notices(for: Workplace.karl).count == 1)
    }

    @Test func `whoever sits in the group from a later day on is told from that day on`() async throws {
        let today = Mutex(Workplace.monday)
        let work = try await Workplace(clock: { today.withLock { $0 } })
        let mandate = Mandate(
            id: ID("idas"), role: .representative, in: .body(Workplace.labGroup), person: Workplace.ida.id,
            origin: .appointed, starts: Workplace.today + 1)
        let deed = work.deed(by: Workplace.eva)
        try await work.database.write { try $0.apply(mandate.given(to: Workplace.ida.name), deed) }
        let before = try await toldIda(work)
        try await report(work)
        #expect(try await toldIda(work) == before)
        today.withLock { $0 = Workplace.monday + 86_400 }
        try await report(work)
        #expect(try await toldIda(work) == before + 1)
    }

    @Test func `nothing is told of a unit that is not there, however often it is named`() async throws {
        let work = try await Workplace()
        for _ in 1...2 {
            let (_, reply) = try await work.report(["unit": "nowhere"], at: "/report", as: Workplace.sara)
            #expect(reply.status == 404)
        }
        #expect(try await work.reportCount() == 0)
    }

    private func report(_ work: Workplace) async throws {
        let (_, reply) = try await work.report(at: "/report", as: Workplace.sara)
        #expect(reply.status == 200)
    }

    private func toldIda(_ work: Workplace) async throws -> Int { try await work.notices(for: Workplace.ida).count }
}
