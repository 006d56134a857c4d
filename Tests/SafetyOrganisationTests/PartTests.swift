import Access
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation
@testable import SafetyOrganisation

/// A list of what is wrong in an area that is too large for one page.
@Suite(.serialized) struct PartTests {
    private static let path = "/safety-organisation"

    /// Two departments of thirty sections and more, one with so many under one of its sections that it is no page's.
    private func wide(_ engine: Engine = .sqlite) async throws -> Enterprise {
        let firm = try await Enterprise(engine, people: 40)
        try await firm.work.addUnits(30, under: Workplace.history, named: "a")
        try await firm.work.addUnits(45, under: Workplace.office, named: "b")
        for unit in ["a-3", "a-21", "b-7", "b-44"] { try await firm.hire(2, in: ID(unit)) }
        try await firm.add(.main, "main", units: [Workplace.university])
        try await firm.add(.group, "empty", units: [ID("a-5")], parent: ID("main"))
        try await firm.add(.group, "twice", units: [ID("a-5"), Workplace.history], parent: ID("main"))
        try await firm.add(.group, "nowhere", units: [])
        try await firm.seat(Workplace.sara, .representative, in: .body(ID("main")), .elected)
        try await firm.seat(Workplace.ida, .representative, in: .body(ID("empty")), to: 20)
        return firm
    }

    private func said(_ flaws: [Flaw]) -> [String] {
        flaws.map { "\($0.kind.rawValue) \($0.place.text) \($0.names.map(\.danish))" }.sorted()
    }

    @Test(arguments: Engine.tested)
    func `its parts together tell what the whole tells`(engine: Engine) async throws {
        let firm = try await wide(engine)
        let (day, law) = (Workplace.today, firm.work.house.law.sizes(on: Workplace.today))
        let (whole, parts, pages) = try await firm.work.house.database.read { reader -> ([Flaw], [Flaw], Int) in
            let store = try FlawStore(reader, law: law, on: day, today: day) { _ in [] }
            var (flaws, pages): ([Flaw], Int) = (try store.withoutArea(), 0)
            func look(_ area: [UnitID]) throws {
                var last: UnitID?
                repeat {
                    let part = try AreaPart(of: area, after: last, on: day, reader)
                    #expect(!part.isWhole)
                    flaws += try store.survey(of: part, isEverything: true).flaws
                    for unit in part.larger { try look([unit.id]) }
                    last = part.next
                    pages += 1
                } while last != nil && pages < 50
            }
            try look([Workplace.university])
            return (try store.survey(within: [Workplace.university], isEverything: true).flaws, flaws, pages)
        }
        #expect(said(parts) == said(whole))
        #expect(pages > 3 && whole.count > 10)
    }

    @Test(arguments: Engine.tested)
    func `a page says that it is a part, and leads to the rest`(engine: Engine) async throws {
        let firm = try await wide(engine)
        let first = try await firm.work.get(Self.path, as: Workplace.rikke).text
        #expect(first.contains("Området er stort"))
        #expect(first.contains("href=\"/safety-organisation?unit=KEMI\"") && first.contains("i denne del."))
        #expect(first.contains("href=\"/safety-organisation?kind=without_area\""))
        #expect(first.contains("<b>main</b>") && !first.contains("<b>nowhere</b>"))
        let alone = try await firm.work.get("\(Self.path)?kind=without_area", as: Workplace.rikke).text
        #expect(alone.contains("1 ting skal rettes.") && alone.contains("<b>nowhere</b>"))
        // Page after page, each part once.
        var (path, pages, places) = (Self.path as String?, 0, [String]())
        while let here = path, pages < 9 {
            let page = try await firm.work.get(here, as: Workplace.rikke).text
            places += page.matches(of: /<a href="\/(?:units|bodies)\/([^"]+)"><b>/).map { String($0.1) }
            path = page.firstMatch(of: /rel="next" href="([^"]+)"/).map { String($0.1).replacing("&amp;", with: "&") }
            pages += 1
        }
        #expect(places.contains("a-21") == false, "a group looks after the department")
        #expect(places.contains("empty") && places.contains("twice") && !places.contains("b-7"))
        let file = try await firm.work.get("\(Self.path).csv", as: Workplace.rikke).text
        #expect(file.contains("nowhere") && file.contains("empty"))
        let narrowed = try await firm.work.get("\(Self.path)?unit=A-5", as: Workplace.rikke).text
        #expect(!narrowed.contains("Området er stort") && narrowed.contains("<b>empty</b>"))
    }

    @Test func `several areas of one viewer are told by name, and none of them twice`() async throws {
        let firm = try await wide()
        let area: [UnitID] = [Workplace.history, ID("b-1"), Workplace.office, ID("b-2")]
        let parts = try await firm.work.house.database.read { reader -> [AreaPart] in
            var (parts, last): ([AreaPart], UnitID?) = ([], nil)
            repeat {
                let part = try AreaPart(of: area, after: last, on: Workplace.today, reader)
                parts.append(part)
                last = part.next
            } while last != nil && parts.count < 9
            return parts
        }
        #expect(parts.flatMap(\.roots).sorted() == [Workplace.history, ID("b-1"), ID("b-2")].sorted())
        #expect(parts.flatMap(\.larger).map(\.id) == [Workplace.office])
        #expect(parts.allSatisfy { $0.head == nil })
    }
}
