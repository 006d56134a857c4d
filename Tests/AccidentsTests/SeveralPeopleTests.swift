import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Accidents
@testable import Reports

/// An accident that strikes three has three records, each with its own absence, deadline, sheet and line in the register.
@Suite struct SeveralPeopleTests {
    private static let (maja, jonas, eva, karl) = (Workplace.maja, Workplace.jonas, Workplace.eva, Workplace.karl)
    private static let (friday, today) = (Workplace.friday, Workplace.today)

    /// - Returns: the id of the report of the one who was added.
    private static func add(
        to report: String = "cut", key: String = "one", as person: Person = jonas, _ work: Workplace
    ) async throws -> String {
        let known = try await ids(work)
        let added = try await work.post("/reports/\(report)/accident/people", as: person, ["key": key])
        #expect(added.status == 303, "\(added.text.prefix(300))")
        let new = try await ids(work).subtracting(known)
        #expect(new.count <= 1)
        return new.first ?? ""
    }

    private static func ids(_ work: Workplace) async throws -> Set<String> {
        Set(try await work.database.read { try $0.values("SELECT id FROM report", as: String.self) })
    }

    @Test(arguments: Engine.tested)
    func `each of three has an absence, a deadline, a sheet and a line in the register`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.hurt()
        try await work.away("cut", from: Self.friday + 1)
        let second = try await Self.add(key: "one", work)
        let third = try await Self.add(to: second, key: "two", work)
        #expect(try await work.record(second) == nil)
        try await work.away(second, from: Self.today)
        try await work.fillIn(second, ["name": "Bo Dal"])
        _ = try await work.post("/reports/\(third)/accident/absences/none", as: Self.jonas)
        let standings = try await [
            work.standing("cut"), work.standing(second), work.standing(third),
        ].map { $0?.duty.deadline }
        #expect(standings == [Self.friday + 15, Self.today + 14, nil])
        let page = try await work.get("/reports/\(third)/accident", as: Self.jonas).text
        #expect(page.contains("3 were hurt.") && page.contains("Bo Dal"))
        for id in ["cut", second] { #expect(page.contains("href=\"/reports/\(id)/accident\""), "\(id)") }
        let register = try await work.get("/accidents", as: Self.jonas).text
        for id in ["cut", second, third] { #expect(register.contains("/reports/\(id)/accident"), "\(id)") }
        try await work.send("cut", on: Self.today)
        #expect(try await work.standing("cut")?.state.isMet == true)
        #expect(try await work.standing(second)?.state.isOpen == true)
        #expect(try await work.get("/reports/\(second)/accident/text", as: Self.jonas).text.contains("Bo Dal"))
        // Of the person the group reads a number.
        let group = try await work.get("/reports/cut/accident", as: Self.maja).text
        #expect(group.contains("Person 2") && !group.contains("Bo Dal"))
    }

    @Test(arguments: Engine.tested)
    func `the same form sent twice adds one, and nobody adds who may not write`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.hurt()
        for _ in 1...2 {
            #expect(try await work.post("/reports/cut/accident/people", as: Self.jonas, ["key": "k"]).status == 303)
        }
        #expect(try await Self.ids(work).count == 2)
        #expect(try await work.post("/reports/cut/accident/people", as: Self.maja, ["key": "m"]).status == 403)
        #expect(try await work.post("/reports/cut/accident/people", as: Self.karl, ["key": "n"]).status == 404)
        #expect(try await Self.ids(work).count == 2)
    }

    @Test(arguments: Engine.tested)
    func `it is one report: in the file, and in the reporter's list`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.hurt()
        let second = try await Self.add(work)
        let file = try await work.get("/reports/export.csv", as: Self.jonas).text
        #expect(file.components(separatedBy: "Skar sig").count == 2)
        for person in [Workplace.sara, Self.jonas] {
            #expect(!(try await work.get("/reports/mine", as: person).text.contains(second)), "\(person.name)")
        }
        let list = try await work.get("/reports", as: Self.jonas).text
        #expect(list.contains("Another who was hurt"))
    }

    @Test(arguments: Engine.tested)
    func `of a confidential report those who handle it handle the others too, and nobody else`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        try await work.hurt("mind", .psychological, what: "Han råbte ad dem")
        try await work.database.write { writer in
            try writer.execute(
                """
                INSERT INTO report_handler (report_id, person_id, duty, reads)
                VALUES ('mind', \(Self.eva.id), 'handler', 1), ('mind', \(Workplace.ida.id), 'deputy', 0)
                """)
        }
        let second = try await Self.add(to: "mind", as: Self.eva, work)
        #expect(try await work.get("/reports/\(second)", as: Self.eva).status == 200)
        for person in [Self.maja, Self.jonas, Self.karl, Workplace.rikke, Workplace.sara] {
            #expect(try await work.get("/reports/\(second)", as: person).status == 404, "\(person.name)")
        }
        let deputies: [String] = try await work.database.read {
            try $0.values("SELECT person_id FROM report_handler WHERE report_id = \(second) AND duty = 'deputy'")
        }
        #expect(deputies == ["ida"])
    }

    @Test(arguments: Engine.tested)
    func `what becomes confidential takes the others with it`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let report = try await work.hurt("cut", .violence, what: "En studerende slog ud efter dem")
        let second = try await Self.add(work)
        #expect(try await work.post(report + "/kind", as: Self.jonas, ["kind": "offensive"]).status == 303)
        for id in ["cut", second] {
            #expect(try await work.get("/reports/\(id)", as: Self.jonas).status == 404, "\(id)")
            #expect(try await work.get("/reports/\(id)", as: Self.eva).status == 200, "\(id)")
        }
    }

    @Test func `so many people that it must be a slip are refused`() async throws {
        let work = try await Workplace()
        try await work.hurt()
        for number in 2...FurtherPerson.most { _ = try await Self.add(key: "\(number)", work) }
        let refused = try await work.post("/reports/cut/accident/people", as: Self.jonas, ["key": "last"])
        #expect(refused.status == 422)
        #expect(refused.text.contains("There is room for 30 injured people on one report."))
        #expect(try await Self.ids(work).count == FurtherPerson.most)
    }
}
