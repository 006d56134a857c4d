import Access
import Foundation
import HTTPTypes
import Kernel
import Organisation
import Reports
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Statistics

/// What the page says, to whom, and what it keeps to itself.
@Suite struct PageTests {
    private static let (maja, jonas, sara, eva, karl) = (
        Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.eva, Workplace.karl
    )

    @Test(arguments: Engine.tested)
    func `twelve accidents with absence in eleven million hours, in 2024 and in 2025`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.workedMillions(in: [2024, 2025])
        for year in [2024, 2025] { try await work.hurt(12, in: year) }
        // Neither hurt badly enough to be away, nor employed here.
        try await work.happened(.accident, on: Workplace.today - 90)
        let guest = try await work.happened(
            .accident, on: Workplace.today - 80, Circumstances(affected: .visitor))
        try await work.wasAway(guest, from: Workplace.today - 80, days: 9)
        for isSummed in [false, true] {
            if isSummed { try await work.sumDays() }
            for unit in ["laboratories", "chemistry"] {
                let page = try await work.get("/statistics?unit=\(unit)&year=2025", as: Self.eva)
                #expect(page.status == 200)
                #expect(page.text.contains("12 ulykker med fravær på 11.000.000 timer: 1,09 pr. million timer"))
                #expect(page.text.contains("95 %-interval 0,56 til 1,91"))
                #expect(page.text.contains("ikke større, end tilfældet kan gøre den"))
            }
        }
    }

    @Test(arguments: Engine.tested)
    func `each sees as far as he or she works, and others find nothing`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.happened(.nearMiss, on: Workplace.today - 20)
        for path in ["/statistics", "/statistics/table.csv?figure=kinds", "/statistics/overview"] {
            #expect(try await work.get(path, as: Self.sara).status == 404, "\(path)")
            #expect(try await work.get(path, as: Workplace.ida).status == 404, "\(path)")
            #expect(try await work.get(path, as: Workplace.rikke).status == 404, "\(path)")
        }
        #expect(try await work.get("/statistics", as: Self.maja).status == 200)
        // In January one looks at the year that is over.
        let kinds = try await work.get("/statistics/table.csv?figure=kinds", as: Self.maja).text
        #expect(kinds.split(whereSeparator: \.isNewline).first?.hasSuffix("2025") == true)
        #expect(try await work.get("/statistics?unit=laboratories", as: Self.jonas).status == 200)
        for unit in ["chemistry", "university", "history", "none"] {
            #expect(try await work.get("/statistics?unit=\(unit)", as: Self.maja).status == 404, "\(unit)")
        }
        #expect(try await work.get("/statistics?unit=laboratories", as: Self.karl).status == 404)
        // The overview is for those who lead or serve the committee.
        #expect(try await work.get("/statistics/overview", as: Self.maja).status == 404)
        #expect(try await work.get("/statistics/overview", as: Self.eva).status == 200)
    }

    @Test(arguments: Engine.tested)
    func `hours that are missing or nought are said, and counted as neither`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        for month in ["2025-01", "2025-02", "2025-03"] { try await work.worked(100_000, in: month) }
        try await work.worked(0, in: "2025-04")
        try await work.hurt(5, in: 2025)
        let page = try await work.get("/statistics?year=2025", as: Self.maja)
        #expect(page.text.contains("4 ulykker med fravær på 300.000 timer: 13,33 pr. million timer"))
        #expect(page.text.contains("Timer mangler for apr 2025"))
        #expect(page.text.contains("heller ikke deres 1 ulykke."))
        #expect(page.text.contains("2024 kan ikke sammenlignes"))
        // Of months that are not over nothing is missing yet, though some hours may be written already.
        try await work.worked(100_000, in: "2026-01")
        let running = try await work.get("/statistics?year=2026", as: Self.maja)
        #expect(running.status == 200 && !running.text.contains("Timer mangler for"))
        let none = try await work.get("/statistics?year=2024", as: Self.maja)
        #expect(none.status == 200 && none.text.contains("Her er ingen tal endnu"))
    }

    @Test(arguments: Engine.tested)
    func `a unit that has closed since still counts where it was`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.happened(.nearMiss, on: Workplace.today - 200, in: Workplace.office)
        try await work.happened(.nearMiss, on: Workplace.today - 10, in: Workplace.office)
        try await work.database.write { writer in
            try writer.execute(
                ["UPDATE unit SET closes = \(Workplace.today - 100) WHERE id = 'office'"], raising: ["rights"])
        }
        try await work.sumDays()
        let table = try await work.get("/statistics/table.csv?figure=units&unit=chemistry&year=2025", as: Self.eva)
        let lines = table.text.split(whereSeparator: \.isNewline).map(String.init)
        #expect(lines.contains { $0.hasPrefix("Laboratorier;0;") })
        #expect(lines.contains { $0.hasPrefix("Enheden selv og resten;2;") })
        #expect(try await work.get("/statistics?unit=office&year=2025", as: Self.eva).status == 200)
    }

    @Test(arguments: Engine.tested)
    func `confidential reports are in no number, and at the top only of a year that is over`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        try await work.appoint(Self.karl, as: .secretariat, of: Workplace.university)
        try await work.happened(.nearMiss, on: Workplace.today - 30)
        func kinds() async throws -> String {
            try await work.get("/statistics/table.csv?figure=kinds&unit=university&year=2025", as: Self.karl).text
        }
        func page() async throws -> String {
            try await work.get("/statistics?unit=university&year=2025", as: Self.karl).text
        }
        let before = try await kinds()
        let few = "færre end 10 fortrolige meldinger i 2025, måske ingen"
        #expect(try await page().contains(few))
        for number in 0..<9 { try await work.happened(.offensive, on: Workplace.today - 30 - number) }
        #expect(try await page().contains(few))
        #expect(try await kinds() == before)
        try await work.happened(.psychological, on: Workplace.today - 50)
        try await work.sumDays()
        #expect(try await page().contains("kom der 10 fortrolige meldinger i 2025"))
        #expect(try await kinds() == before)
        for unit in ["chemistry", "laboratories"] {
            #expect(
                try await !work.get("/statistics?unit=\(unit)&year=2025", as: Self.eva).text.contains(
                    "ortrolige meldinger i"))
        }
        #expect(
            try await !work.get("/statistics?unit=university&year=2026", as: Self.karl).text.contains(
                "meldinger i 2026"))
    }

    @Test(arguments: Engine.tested)
    func `who leads a unit sees years that are over, and nothing of few`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.appoint(Self.sara, as: .unitLeader, of: Workplace.chemistry)
        try await work.appoint(Self.sara, as: .unitLeader, of: Workplace.laboratories)
        for number in 0..<11 { try await work.happened(.nearMiss, on: Workplace.today - 40 - number) }
        for number in 0..<9 { try await work.happened(.violence, on: Workplace.today - 40 - number) }
        let page = try await work.get("/statistics", as: Self.sara)
        #expect(page.status == 200 && page.text.contains("antal fra 10 og op"))
        let kinds = try await work.get("/statistics/table.csv?figure=kinds", as: Self.sara)
        #expect(kinds.text.contains("Noget var farligt;11") && kinds.text.contains("Vold eller trusler;under 10"))
        for kind in ReportKind.allCases where kind.isConfidential {
            #expect(!kinds.text.contains(Reports.name(of: kind).danish), "\(kind)")
        }
        // Not a part of the unit, whose rest would be few; and nothing finer.
        #expect(try await work.get("/statistics?unit=laboratories", as: Self.sara).status == 404)
        for figure in ["rolling", "units", "causes", "places", "environments", "affected", "violence", "none"] {
            #expect(
                try await work.get("/statistics/table.csv?figure=\(figure)", as: Self.sara).status == 404, "\(figure)")
        }
        #expect(try await work.get("/statistics/overview", as: Self.sara).status == 404)
        // This year tells nothing until it is over.
        let file = "/statistics/table.csv?figure=kinds&year=2026"
        let before = try await work.get(file, as: Self.sara).text
        #expect(!before.contains("2026"))
        for _ in 0..<10 { try await work.happened(.violence, on: Workplace.today) }
        #expect(try await work.get(file, as: Self.sara).text == before)
    }

    @Test(arguments: Engine.tested)
    func `whoever arranges the whole says for how few nothing is told`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.appoint(Self.karl, as: .secretariat, of: Workplace.university)
        #expect(try await work.get("/statistics", as: Self.karl).text.contains("/statistics/threshold"))
        #expect(try await !work.get("/statistics", as: Self.eva).text.contains("/statistics/threshold"))
        #expect(try await work.post("/statistics/threshold", as: Self.eva, ["least": "5"]).status == 404)
        let refused = try await work.post("/statistics/threshold", as: Self.karl, ["least": "4"])
        #expect(refused.status == 422 && refused.text.contains("Skriv et tal fra 5 til 100."))
        #expect(refused.text.contains("value=\"4\""))
        #expect(try await work.post("/statistics/threshold", as: Self.karl, ["least": "6"]).status == 303)
        #expect(try await work.database.read { try ThresholdStore($0).least() } == 6)
        let kept: [String] = try await work.database.read { reader in
            try reader.values("SELECT verb FROM journal WHERE subject_kind = 'statistics'")
        }
        #expect(kept == ["changed"])
    }

    @Test(arguments: Engine.tested)
    func `students, firms, visitors, journeys and what happens outside working hours are counted apart`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        let day = Workplace.today - 60
        try await work.happened(.accident, on: day, Circumstances(affected: .student))
        try await work.happened(.accident, on: day, Circumstances(affected: .firm, setting: .travel))
        try await work.happened(.violence, on: day, Circumstances(setting: .home, isOutsideHours: true))
        try await work.sumDays()
        func lines(_ figure: String) async throws -> [String] {
            let reply = try await work.get("/statistics/table.csv?figure=\(figure)&year=2025", as: Self.maja)
            return reply.text.split(whereSeparator: \.isNewline).map(String.init)
        }
        let affected = try await lines("affected")
        #expect(affected.contains("Studerende;0;1;0") && affected.contains("Andre firmaer;0;1;0"))
        #expect(affected.contains("Ansatte;0;0;1") && affected.contains("Gæster;0;0;0"))
        let places = try await lines("places")
        #expect(places.contains("På rejse eller i trafikken;1;0") && places.contains("Hjemme;0;1"))
        #expect(places.contains("Uden for arbejdstid;0;1"))
        let violence = try await lines("violence")
        // 6 November 2025 was a Thursday.
        #expect(violence.contains("Torsdag;1") && violence.contains("nov 2025;1") && violence.contains("Hjemme;1"))
    }

    @Test(arguments: Engine.tested)
    func `how long one person was away is for those who see it on the accident`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.workedMillions(in: [2025])
        try await work.hurt(1, in: 2025, days: 47)
        func years(_ person: Person) async throws -> String {
            try await work.get("/statistics/table.csv?figure=years&unit=laboratories&year=2025", as: person).text
        }
        #expect(try await years(Self.eva).contains(";47;"))
        #expect(try await !years(Self.maja).contains("47"))
        let page = try await work.get("/statistics?year=2025", as: Self.maja).text
        #expect(page.contains("de kunne være én persons") && !page.contains("<b>47</b>"))
        #expect(try await work.get("/statistics?year=2025", as: Self.jonas).text.contains("<b>47</b>"))
        try await work.hurt(10, in: 2025, days: 1)
        #expect(try await years(Self.maja).contains(";57;"))
    }

    @Test func `days away to a thousand hours are not told where the months without hours leave few out`() async throws
    {
        let work = try await Workplace()
        try await work.workedMillions(in: [2025])
        try await work.hurt(14, in: 2025)
        func severity(_ person: Person) async throws -> Double? {
            let (law, today) = (work.house.law, Workplace.today)
            return try await work.database.read { reader in
                let viewer = try #require(try Doorkeeping().viewer(person, on: today, reader))
                let seen = try SeenUnit(Workplace.laboratories, for: viewer, on: today, reader)
                return try UnitStatistics(seen, year: 2025, by: law, today: today, reader).severity(in: 2025)
            }
        }
        #expect(try await severity(Self.maja) != nil)
        try await work.worked(nil, in: "2025-02")
        #expect(try await severity(Self.maja) == nil)
        #expect(try await severity(Self.jonas) != nil)
    }

    @Test func `a year is compared by the months of which both years know the hours`() async throws {
        let work = try await Workplace()
        for month in ["2024-01", "2025-01", "2025-02"] { try await work.worked(900_000, in: month) }
        for number in 0..<10 {
            let day = try #require(Day(year: 2025, month: 2, day: 1 + number))
            try await work.wasAway(work.happened(.accident, on: day), from: day, days: 2)
        }
        let (law, today) = (work.house.law, Workplace.today)
        let change = try await work.database.read { reader in
            let viewer = try #require(try Doorkeeping().viewer(Self.jonas, on: today, reader))
            let seen = try SeenUnit(Workplace.laboratories, for: viewer, on: today, reader)
            return try UnitStatistics(seen, year: 2025, by: law, today: today, reader).change
        }
        #expect(change == .nothing)
    }

    @Test func `a unit that opens later is not among those of this year yet`() async throws {
        let work = try await Workplace()
        try await work.happened(.nearMiss, on: Workplace.today)
        try await work.database.write { writer in
            try writer.execute(
                ["UPDATE unit SET opens = \(Workplace.today + 30) WHERE id = 'office'"], raising: ["rights"])
        }
        let table = try await work.get("/statistics/table.csv?figure=units&unit=chemistry&year=2026", as: Self.eva)
        #expect(table.text.contains("Laboratorier;1;") && !table.text.contains("Kontor"))
    }

    @Test(arguments: Engine.tested)
    func `programs get the same numbers, guarded in the same way`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.appoint(Self.sara, as: .unitLeader, of: Workplace.laboratories)
        try await work.database.write { writer in
            for person in ["eva", "sara", "ida"] {
                try writer.execute(
                    """
                    INSERT INTO api_token (hash, person_id, name, scopes, expires)
                    VALUES (\(SecretHash(of: person).text), \(person), 'test', \(Scope.readReports.rawValue),
                    \("2100-01-01T00:00:00.000Z"))
                    """)
            }
        }
        try await work.workedMillions(in: [2025])
        try await work.hurt(9, in: 2025)
        func year(_ token: String) async throws -> [String: Any] {
            let reply = try await work.api(.get, "/api/v1/statistics?unit=laboratories&year=2025", token: token)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(reply.body)) as? [String: Any])
            return try #require((object["years"] as? [[String: Any]])?.last)
        }
        let whole = try await year("eva")
        #expect(whole["lost_time"] as? Int == 9 && whole["frequency_hundredths"] as? Int == 82)
        let guarded = try await year("sara")
        #expect(guarded["lost_time"] is NSNull && guarded["frequency_hundredths"] is NSNull)
        #expect(guarded["hours"] is NSNull && guarded["lost_days"] is NSNull)
        for (token, last) in [("eva", 2026), ("sara", 2025)] {
            let path = "/api/v1/statistics?unit=laboratories&year=2026"
            let reply = try await work.api(.get, path, token: token)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(reply.body)) as? [String: Any])
            #expect((object["years"] as? [[String: Any]])?.last?["year"] as? Int == last, "\(token)")
        }
        #expect(try await work.api(.get, "/api/v1/statistics", token: "ida").status == 404)
    }
}
