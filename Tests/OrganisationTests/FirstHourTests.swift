import Access
import Foundation
import Journal
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

/// The files that `docs/first-hour.md` describes: 33 units with their history, their people, bodies, mandates of today
/// and before, and three years of figures, put into an empty organisation in the order of that page.
@Suite struct FirstHourTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text(_ kind: ImportKind) throws -> String {
        try String(contentsOf: root.appendingPathComponent("e2e/first_hour/\(kind.rawValue).csv"), encoding: .utf8)
    }

    private static func lines(_ kind: ImportKind) throws -> Int {
        try text(kind).split(separator: "\n").count - 1
    }

    private func read(_ kinds: [ImportKind], into workplace: Workplace) async throws {
        let files = try kinds.map { ImportFile($0, name: "\($0.rawValue).csv", bytes: Array(try Self.text($0).utf8)) }
        let draft = try await ImportDraft.read(files, workplace.house.identities)
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { try draft.stage(deed, $0) }
        let refusals = try await workplace.refusals(draft.id)
        #expect(refusals.isEmpty, "\(kinds): \(refusals)")
        let counts = try await workplace.counts(draft.id)
        for kind in kinds where kind != .units { #expect(counts[kind].added == (try Self.lines(kind)), "\(kind)") }
        #expect(try await workplace.database.write { try Import.apply(draft.id, deed, $0) } == .applied)
    }

    @Test(arguments: Engine.tested)
    func `33 units and their history are put in, from spreadsheets to seats`(engine: Engine) async throws {
        let workplace = try await Workplace.founded(engine)
        try await read([.units, .history], into: workplace)
        try await read([.people], into: workplace)
        try await read([.bodies, .mandates], into: workplace)
        try await read([.months], into: workplace)
        let today = Workplace.today
        let (open, then, line, physics, seats) = try await workplace.database.read { reader in
            let units = UnitStore(reader)
            let physics = try #require(try units.find(code: "FYS", on: today))
            let psychology = try #require(try units.find(code: "PSYK", on: today))
            let group = try #require(try BodyStore(reader).find(code: "AMG-KEMI", on: today))
            let store = MandateStore(reader)
            let days = [today, try #require(Day("2024-06-01")), try #require(Day("2022-06-01"))]
            return (
                try units.page(on: today).filter { $0.isOpen(on: today) }.count,
                try ["2011-06-01", "2013-06-01", "2016-06-01"].map {
                    try units.find(code: "KEMI", on: Day($0) ?? today)?.name.danish
                },
                try ["2020-06-01", "2021-06-01"].map {
                    try units.line(to: psychology.id, on: Day($0) ?? today).map(\.code)
                },
                try ChangeStore(reader).changes(of: physics.id).map(\.kind),
                try days.map { day in
                    try store.seats(in: .body(group.id), on: day).map(\.mandate.role)
                }
            )
        }
        #expect(open == 33)
        #expect(then == ["Kemisk Afdeling", "Kemisk Laboratorium", "Institut for Kemi"])
        #expect(line == [["1", "HUM", "PSYK"], ["1", "SAM", "PSYK"]])
        #expect(physics == [.merged])
        #expect(
            seats == [[.leader, .representative, .deputy], [.leader, .representative], [.leader, .representative]])
        let (people, mandates, bodies, months) = try await workplace.database.read { reader in
            (
                try reader.value("SELECT COUNT(*) FROM person", as: Int.self),
                try reader.value("SELECT COUNT(*) FROM mandate", as: Int.self),
                try reader.value("SELECT COUNT(*) FROM body", as: Int.self),
                try reader.value("SELECT COUNT(*) FROM unit_month", as: Int.self)
            )
        }
        #expect(people == (try Self.lines(.people)) + 1)
        #expect(mandates == (try Self.lines(.mandates)))
        #expect(bodies == (try Self.lines(.bodies)))
        #expect(months == (try Self.lines(.months)))
        let page = try await workplace.get("/units/top?on=2017-06-01", as: Workplace.rikke)
        #expect(page.status < 500)
    }

    @Test func `every example on the page stands in the files, and every column is explained`() throws {
        let page = try String(contentsOf: Self.root.appendingPathComponent("docs/first-hour.md"), encoding: .utf8)
        let all = try ImportKind.allCases.flatMap { try Self.text($0).split(separator: "\n").map(String.init) }
        let known = Set(all)
        var isInside = false
        var shown = 0
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```csv"
            } else if isInside {
                shown += 1
                #expect(known.contains(String(line)), "\(line)")
            }
        }
        #expect(shown > 20)
        for kind in ImportKind.allCases {
            let head = try #require(try Self.text(kind).split(separator: "\n").first)
            for column in head.split(separator: ";") { #expect(page.contains("`\(column)`"), "\(kind) \(column)") }
        }
    }
}
