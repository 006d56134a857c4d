import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

/// The units below one, where they are very many.
@Suite struct UnitsBelowTests {
    @Test(arguments: Engine.tested)
    func `a unit's page shows forty at a time, and leads to all`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.addUnits(85, under: Workplace.history)
        var (path, seen): (String?, [Substring]) = ("/units/history", [])
        var pages = 0
        while let here = path, pages < 9 {
            let page = try await workplace.get(here, as: Workplace.sara).text
            let found = page.matches(of: /href="\/units\/(many-\d+)"/).map(\.1)
            #expect(found.count == (pages < 2 ? 40 : 5))
            #expect(page.contains("Her er ikke plads til alle") == (pages < 2))
            #expect(page.contains("rel=\"prev\" href=\"/units/history\"") == (pages > 0))
            seen += found
            pages += 1
            path = page.firstMatch(of: /rel="next" href="([^"]+)"/).map { String($0.1) }
        }
        #expect(seen == (0..<85).map { "many-\($0)" }[...].map { $0[...] })
    }

    @Test(arguments: Engine.tested)
    func `the organisation's page shows forty, and leads to the top's own page`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let few = try await workplace.get("/organisation", as: Workplace.sara).text
        #expect(!few.contains("<p><a href=\"/units/university\">Se alle</a></p>"))
        try await workplace.addUnits(45, under: Workplace.university)
        let page = try await workplace.get("/organisation", as: Workplace.sara).text
        #expect(page.contains("<p><a href=\"/units/university\">Se alle</a></p>"))
        #expect(page.contains("many-37") && !page.contains("many-38"))
    }
}
