import Access
import Kernel
import StorageTesting
import TestSupport
import Testing

@testable import Organisation
@testable import Storage

/// Every question that a page asks is answered by an index, however many there are.
@Suite struct PlanTests {
    /// Reads the engine's plan of every query that passes through it.
    private final class PlanReading: Connection {
        private let inner: any Connection
        private(set) var steps: [String] = []

        init(_ inner: any Connection) {
            self.inner = inner
        }

        var engine: Engine { inner.engine }
        var slot: Int { inner.slot }

        func query(_ sql: SQL, _ row: (Row) throws -> Void) throws {
            switch engine {
            case .sqlite: try inner.query("EXPLAIN QUERY PLAN \(sql)") { steps.append(try $0[3]) }
            case .postgres: try inner.query("EXPLAIN \(sql)") { steps.append(try $0[0]) }
            }
            try inner.query(sql, row)
        }

        func execute(_ sql: SQL) throws -> Int { try inner.execute(sql) }
        func execute(_ statements: [SQL]) throws -> [Int] { try inner.execute(statements) }
        func takeRoom() throws { try inner.takeRoom() }
        func fill(table: StaticString, columns: [StaticString], rows: some Sequence<[SQLValue]>) throws {
            try inner.fill(table: table, columns: columns, rows: rows)
        }
    }

    /// The steps that read a whole table. PostgreSQL is told to do so only where nothing else is possible.
    private func wholeReads(_ engine: Engine, _ body: @escaping @Sendable (Reader) throws -> Void) async throws
        -> [String]
    {
        let steps = try await steps(engine, body)
        return steps.filter { step in
            // What the statement made itself is no table.
            let made = ["CO-ROUTINE", "MATERIALIZE"].contains { way in
                step.split(separator: " ").last.map { steps.contains("\(way) \($0)") } ?? false
            }
            return step.contains("SCAN ") && step != "SCAN CONSTANT ROW" && !made || step.contains("Seq Scan on")
        }
    }

    private func steps(_ engine: Engine, _ body: @escaping @Sendable (Reader) throws -> Void) async throws -> [String] {
        let workplace = try await Workplace(engine)
        return try await workplace.database.write { writer in
            if engine == .postgres { try writer.execute("SET LOCAL enable_seqscan = off") }
            let plans = PlanReading(writer.reader.connection)
            try body(Reader(plans))
            return plans.steps
        }
    }

    @Test func `when a role was last held is looked up by the bodies, and not among all of that role`() async throws {
        let steps = try await steps(.sqlite) { reader in
            _ = try ShapeStore(reader, on: Workplace.today).lastHeld(.representative, in: [Workplace.labGroup])
        }
        #expect(steps.contains { $0.contains("mandate_by_body") } && !steps.contains { $0.contains("mandate_by_role") })
    }

    @Test(arguments: Engine.tested)
    func `a unit's page reads no table as a whole`(engine: Engine) async throws {
        let (day, unit) = (Workplace.today, Workplace.laboratories)
        let found = try await wholeReads(engine) { reader in
            _ = try UnitStore(reader).find(unit, on: day)
            _ = try UnitStore(reader).line(to: unit, on: day)
            _ = try UnitStore(reader).children(of: unit, on: day)
            _ = try UnitStore(reader).versions(of: unit)
            _ = try BodyStore(reader).bodies(covering: unit, on: day)
            _ = try BodyStore(reader).find(Workplace.labGroup, on: day)
            _ = try MandateStore(reader).seats(in: .body(Workplace.labGroup), on: day)
            _ = try MandateStore(reader).offices(covering: unit, on: day)
            _ = try UnitContacts(of: unit, on: day, today: day, reader)
            _ = try PersonStore(reader).counts(in: unit, on: day)
            _ = try PersonStore(reader).page(in: unit, on: day)
            _ = try ChangeStore(reader).changes(of: unit)
            _ = try MonthStore(reader).latest(of: unit)
        }
        #expect(found.isEmpty, "\(found)")
    }

    @Test(arguments: Engine.tested)
    func `the organisation chart is read level by level`(engine: Engine) async throws {
        let day = Workplace.today
        let found = try await wholeReads(engine) { reader in
            _ = try OrganisationTree(under: Workplace.chemistry, levels: 1, on: day, reader)
            _ = try OrganisationTree(under: nil, on: day, reader)
            _ = try UnitStore(reader).childCounts(of: [Workplace.chemistry], most: 5, on: day)
            _ = try UnitStore(reader).page(under: Workplace.chemistry, after: Workplace.office, on: day, most: 5)
            _ = try UnitStore(reader).sizes(of: [Workplace.chemistry], most: 5, on: day)
            _ = try BodyStore(reader).beginning(under: Workplace.chemistry, on: day)
            _ = try ShapeStore(reader, on: day).kinds(of: Workplace.university)
            _ = try ShapeStore(reader, on: day).lastHeld(.representative, in: [Workplace.labGroup])
            _ = try ShapeStore(reader, on: day).groups(
                answeringTo: Workplace.committee, orWith: [Workplace.maja.id], most: 3)
            _ = try BodyStore(reader).beginning(with: "AMG", on: day)
            _ = try BodyStore(reader).firstUnits(of: [Workplace.labGroup], on: day)
            _ = try MandateStore(reader).seats(ofPeople: [Workplace.maja.id], on: day)
            _ = try PersonStore(reader).reached([Workplace.maja.id], on: day)
        }
        #expect(found.isEmpty, "\(found)")
    }

    @Test(arguments: Engine.tested)
    func `a search reads only what begins so`(engine: Engine) async throws {
        let day = Workplace.today
        let found = try await wholeReads(engine) { reader in
            _ = try PersonStore(reader).page(named: "ma ho", on: day)
            _ = try PersonStore(reader).page(named: "ma", after: Workplace.maja.id, on: day)
            _ = try PersonStore(reader).find(email: "maja@nordhavn.example", on: day)
            _ = try UnitStore(reader).beginning(with: "kemi", on: day)
            _ = try UnitStore(reader).find(code: "KEMI", on: day)
        }
        #expect(found.isEmpty, "\(found)")
    }

    @Test(arguments: Engine.tested)
    func `who somebody is and what opens is looked up`(engine: Engine) async throws {
        let found = try await wholeReads(engine) { reader in
            guard let person = try PersonStore(reader).find(Workplace.eva.id, on: Workplace.today) else { return }
            let viewer = try Doorkeeping().viewer(person, on: Workplace.today, reader)
            _ = try viewer?.works.includes(Workplace.office, reader)
            _ = try MandateStore(reader).all(of: person.id)
        }
        // Whether there is a top beside the roots is asked of the tops alone.
        #expect(found.filter { !$0.contains("unit_version_by_parent") }.isEmpty, "\(found)")
    }

    @Test(arguments: Engine.tested)
    func `the directory follows the names`(engine: Engine) async throws {
        let found = try await wholeReads(engine) { reader in
            _ = try PersonStore(reader).page(on: Workplace.today)
            _ = try PersonStore(reader).page(after: Workplace.maja.id, on: Workplace.today)
        }
        #expect(found.allSatisfy { $0.contains("USING INDEX person_by_name") }, "\(found)")
    }
}
