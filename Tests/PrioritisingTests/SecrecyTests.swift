import Foundation
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Prioritising

/// Nobody finds out who placed what: not by any table, the journal, the log, or by what changes.
@Suite struct SecrecyTests {
    private static let (maja, jonas, sara, ida) = (Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.ida)

    private static func placed(_ engine: Engine) async throws -> Workplace {
        let work = try await Workplace(engine)
        _ = try await work.start()
        try await work.move(to: .placing)
        try await work.lay(1, (4, 1, 2), as: sara)
        return work
    }

    @Test(arguments: Engine.tested)
    func `a placement has neither person nor moment, and none of its own raises a topic`(engine: Engine) async throws {
        let work = try await Self.placed(engine)
        let rows: [String] = try await work.database.read { try $0.values("SELECT mark FROM priority_placement") }
        #expect(rows.count == 1 && rows.allSatisfy { !$0.contains("sara") && $0.count == 40 })
        let journal: [String] = try await work.database.read {
            try $0.values("SELECT verb FROM journal WHERE subject_kind = 'priorities' ORDER BY verb")
        }
        #expect(journal == ["begun", "moved_on"])
        let topics: [String] = try await work.database.read { try $0.values("SELECT name FROM topic") }
        #expect(!topics.contains { $0.contains("sara") })
    }

    @Test(arguments: Engine.tested)
    func `the same person has another mark in another round`(engine: Engine) async throws {
        let work = try await Self.placed(engine)
        _ = try await work.start("Igen")
        try await work.move(to: .placing, "Igen")
        try await work.lay(1, (4, 1, 2), as: Self.sara, "placement", "Igen")
        let marks: [String] = try await work.database.read { try $0.values("SELECT mark FROM priority_placement") }
        #expect(Set(marks).count == 2)
    }

    @Test(arguments: Engine.tested)
    func `when all is shown only sums are left, and of what few placed nothing`(engine: Engine) async throws {
        let work = try await Self.placed(engine)
        for person in [Self.maja, Self.ida] { try await work.lay(2, (1, 1, 1), as: person) }
        try await work.lay(2, (2, 2, 2), as: Self.sara)
        try await work.move(to: .overlay)
        let (placements, sums, salts) = try await work.database.read { reader in
            (
                try reader.value("SELECT COUNT(*) FROM priority_placement") as Int?,
                try reader.values("SELECT people FROM priority_sum ORDER BY people") as [Int],
                try reader.value("SELECT COUNT(*) FROM priority_round WHERE salt IS NOT NULL") as Int?
            )
        }
        #expect(placements == 0 && salts == 0 && sums == [1, 2])
        let page = try await work.get(try await work.path(), as: Self.maja).text
        #expect(page.matches(of: /class="dot"/).count == 3)
        for name in ["Sara", "sara", "Ida"] { #expect(!page.contains(name)) }
    }

    @Test(arguments: Engine.tested)
    func `a step back takes all placements away, so that no later one can be told by what changes`(
        engine: Engine
    ) async throws {
        let work = try await Self.placed(engine)
        for person in [Self.maja, Self.ida] { try await work.lay(1, (1, 1, 1), as: person) }
        try await work.move(to: .overlay)
        let offer = try await work.get(try await work.path(), as: Self.maja).text
        #expect(offer.contains("Alt, hvad der er placeret, bliver slettet"))
        #expect(try await work.move(to: .placing).status == 303)
        try await work.lay(1, (4, 4, 3), as: Self.jonas)
        try await work.move(to: .overlay)
        #expect(try await work.overlays() == [nil, nil])
        let verbs: [String] = try await work.database.read {
            try $0.values("SELECT verb FROM journal WHERE subject_kind = 'priorities' AND verb = 'moved_back'")
        }
        #expect(verbs.count == 1)
    }

    @Test func `a step back before anything is shown keeps what was placed`() async throws {
        let work = try await Self.placed(.sqlite)
        try await work.move(to: .proposal)
        #expect(try await work.placementCount() == 1)
        try await work.move(to: .placing)
        #expect(try await work.get(try await work.path(), as: Self.sara).text.contains("1 af 2 placeret"))
    }

    @Test func `whoever leads is told how many, nobody else, and nobody of what`() async throws {
        let work = try await Self.placed(.sqlite)
        let path = try await work.path()
        #expect(try await work.get(path, as: Self.jonas).text.contains("1 have placed, 0 of them all cards."))
        for person in [Self.maja, Self.jonas, Self.ida, Workplace.eva] {
            let page = try await work.get(path, as: person).text
            #expect(!page.contains("Stor · Få") && !page.contains("Large · Few"), "\(person.name)")
        }
        #expect(try await !work.get(path, as: Self.ida).text.contains("har placeret,"))
        #expect(try await work.get(path + "/print", as: Self.maja).status == 404)
    }

    @Test func `the server's log says nothing of who places`() async throws {
        let log = LogLines()
        let work = try await Workplace(logger: log.logger)
        _ = try await work.start()
        try await work.move(to: .placing)
        try await work.lay(1, (4, 1, 2), as: Self.sara)
        _ = try await work.get(try await work.path(), as: Self.sara)
        #expect(!log.all.contains { "\($0)".contains("priorit") }, "\(log.all)")
    }

    /// The log beside it is written over by the next writes (decision 24).
    @Test func `the file itself no longer knows a placement once all is shown`() async throws {
        let work = try await Self.placed(.sqlite)
        let marks: [String] = try await work.database.read { try $0.values("SELECT mark FROM priority_placement") }
        let mark = Data(try #require(marks.first).utf8)
        func bytes(_ ending: String) throws -> Data {
            let path = work.database.location + ending
            return FileManager.default.fileExists(atPath: path) ? try Data(contentsOf: URL(filePath: path)) : Data()
        }
        #expect(try (bytes("") + bytes("-wal")).range(of: mark) != nil)
        try await work.move(to: .overlay)
        _ = try await work.get(try await work.path(), as: Self.sara)
        #expect(try bytes("").range(of: mark) == nil)
    }
}
