import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import TimeForTask

/// Writing one's time, sharing it or not, taking it back, and what others see of it.
@Suite(.serialized) struct TimeTests {
    private static let write = ["period": "2026-W02", "hours": "3,5"]

    @Test(arguments: Engine.tested)
    func `many figures are shown twelve at a time, in the order of roles and units, and the file has all`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        let units = [
            Workplace.university, Workplace.chemistry, Workplace.laboratories, Workplace.office, Workplace.history,
        ]
        let roles = [Role.representative, .leader, .chair, .coordinator, .secretary, .hrPartner]
        try await work.database.write { writer in
            try writer.execute("INSERT INTO task_time_day (day) VALUES (\(Workplace.today))")
            for role in roles {
                for unit in units {
                    try writer.execute(
                        """
                        INSERT INTO task_time_allotted (day, role, cell, low, middle, high, people)
                        VALUES (\(Workplace.today), \(role), \("all \(unit)"), 60, 120, 180, 9)
                        """)
                }
            }
        }
        let file = try await work.get("/time/comparison.csv", as: Workplace.eva).text
        let lines = file.split(whereSeparator: \.isNewline).dropFirst().count
        #expect(lines == 30)
        var (path, seen, pages) = ("/time/comparison" as String?, [Substring](), 0)
        while let here = path, pages < 9 {
            let page = try await work.get(here, as: Workplace.eva).text
            seen += page.matches(of: /font-size="13" fill="currentColor">([^<]+)</).map(\.1)
            #expect(page.contains("af 30, filen har alle"))
            path = page.firstMatch(of: /rel="next" href="([^"]+)"/).map { String($0.1) }
            pages += 1
        }
        #expect(pages == 3 && Set(seen).count == 30 && seen == seen.sorted { $0 < $1 })
    }

    @Test(arguments: Engine.tested)
    func `a figure is written within one form, changed by writing it again, and taken back by writing nothing`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        let page = try await work.get("/time", as: Workplace.maja)
        #expect(page.status == 200 && page.text.contains("Du har ikke skrevet noget endnu"))
        #expect(try await work.post("/time", as: Workplace.maja, Self.write).status == 303)
        let written = try await work.get("/time", as: Workplace.maja).text
        #expect(written.contains("uge 2, 2026") && written.contains(">3,5</td>"))
        _ = try await work.post("/time", as: Workplace.maja, Self.write.merging(["hours": "4"]) { $1 })
        let changed = try await work.get("/time", as: Workplace.maja).text
        #expect(changed.contains(">4</td>") && !changed.contains(">3,5</td>"))
        _ = try await work.post("/time", as: Workplace.maja, Self.write.merging(["hours": ""]) { $1 })
        #expect(try await work.get("/time", as: Workplace.maja).text.contains("Du har ikke skrevet noget endnu"))
    }

    @Test(arguments: Engine.tested)
    func `what is no figure comes back with what was typed`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        func refused(_ fields: [String: String], _ words: String, as person: Person = Workplace.maja) async throws {
            let reply = try await work.post("/time", as: person, fields)
            #expect(reply.status == 422 && reply.text.contains(words), "\(fields)")
        }
        try await refused(["period": "2026-W02", "hours": "tre"], "Skriv timer")
        try await refused(["period": "2026-W02", "hours": "169"], "Så mange timer er der ikke")
        try await refused(["period": "2024-01", "hours": "3"], "Vælg en af mulighederne")
        try await refused([:], "Vælg en af mulighederne")
        try await refused(Self.write, "Du har intet hverv", as: Workplace.sara)
        let others = Self.write.merging(["mandate": "karl-history"]) { $1 }
        #expect(try await work.post("/time", as: Workplace.maja, others).status == 303)
        let mandates = try await work.database.read { try TimeStore($0).used(by: Workplace.maja.id).map(\.mandate) }
        #expect(mandates == [ID("maja-lab")])
        #expect(try await work.get("/time").status == 303)
    }

    @Test(arguments: Engine.tested)
    func `nobody but oneself sees a figure, and the journal knows nothing of it`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        _ = try await work.post("/time", as: Workplace.maja, Self.write)
        _ = try await work.post("/time/sharing", as: Workplace.maja, ["share": "on"])
        for person in [Workplace.jonas, Workplace.eva, Workplace.rikke, Workplace.karl] {
            #expect(!(try await work.get("/time", as: person).text.contains("uge 2, 2026</th>")), "\(person.name)")
        }
        let lines = try await work.database.read {
            try $0.value("SELECT COUNT(*) FROM journal WHERE at >= '2026-01-05' AND person_id = 'maja'") ?? -1
        }
        #expect(lines == 0)
    }

    @Test(arguments: Engine.tested)
    func `what was allotted is compared across units, and fewer than enough are never shown`(
        engine: Engine
    ) async throws {
        let crowd = try await Crowd(engine, laboratories: 7, history: 4)
        let lines = try await crowd.lines()
        #expect(lines.count == 1)
        #expect(lines[0].hasPrefix("Timer til opgaven;arbejdsmiljørepræsentant;Nordhavn Universitet;10–19;"))
        let page = try await crowd.work.get("/time/comparison", as: Workplace.eva)
        #expect(page.status == 200 && page.text.contains("<svg") && !page.text.contains("Rep lab"))
        #expect(page.text.contains("Der er endnu for få, som deler"))
        let finer = try await Crowd(engine)
        let areas = try await finer.lines().map { String($0.split(separator: ";")[2]) }
        #expect(Set(areas) == ["Laboratorier", "Institut for Historie"])
        let few = try await Crowd(engine, laboratories: 3, history: 2)
        #expect(try await few.lines().isEmpty)
        #expect(try await few.work.get("/time/comparison", as: Workplace.eva).text.contains("Der er for få tal"))
    }

    @Test(arguments: Engine.tested)
    func `time used is gathered once for a month, of those who share`(engine: Engine) async throws {
        let crowd = try await Crowd(engine)
        try await crowd.share(crowd.laboratories)
        for person in crowd.history {
            _ = try await crowd.work.post(
                "/time", as: person, ["mandate": Crowd.mandate(person).text, "period": "2025-12", "hours": "9"])
        }
        #expect(try await crowd.used().isEmpty)
        crowd.clock.go(to: 3)
        let lines = try await crowd.used()
        #expect(lines.count == 1)
        #expect(lines.first?.contains("Laboratorier") == true || lines.first?.contains("Nordhavn") == true)
        #expect(lines.first?.contains("6–9") == true && lines.first?.hasSuffix("2025-12") == true)
        // Who comes too late changes nothing that was shown.
        try await crowd.share(crowd.history)
        #expect(try await crowd.used() == lines)
        let own = try await crowd.work.get("/time", as: crowd.laboratories[0]).text
        #expect(own.contains("Andre bruger om ugen") && own.contains("Den midterste bruger 4,5 timer, halvdelen 3–6"))
    }

    @Test(arguments: Engine.tested)
    func `a month in which one came is held back, and the earlier figures stand`(engine: Engine) async throws {
        let crowd = try await Crowd(engine)
        try await crowd.share(Array(crowd.laboratories.prefix(6)))
        crowd.clock.go(to: 3)
        let first = try await crowd.used()
        #expect(first.count == 1)
        crowd.clock.go(to: 28)
        // The same hours a week in a month of as many days, and one more person.
        try await crowd.share(crowd.laboratories, month: "2026-01")
        crowd.clock.go(to: 35)
        #expect(try await crowd.used() == first)
        crowd.clock.go(to: 56)
        try await crowd.share(crowd.laboratories, hours: { 9 + 2 * $0 }, month: "2026-02")
        crowd.clock.go(to: 63)
        let third = try await crowd.used()
        #expect(third.count == 1 && third.first?.hasSuffix("2026-02") == true)
    }

    @Test(arguments: Engine.tested)
    func `whoever withdraws is gone from all figures, and cannot be found by what comes after`(
        engine: Engine
    ) async throws {
        let crowd = try await Crowd(engine)
        try await crowd.share(crowd.laboratories)
        crowd.clock.go(to: 3)
        #expect(try await crowd.used().count == 1)
        let one = crowd.laboratories[0]
        #expect(try await crowd.work.get("/time/withdrawal", as: one).text.contains("bliver slettet"))
        #expect(try await crowd.work.post("/time/withdrawal", as: one).status == 303)
        #expect(try await crowd.used().isEmpty)
        let rest = try await crowd.work.database.read { reader in
            [
                try reader.value("SELECT COUNT(*) FROM task_time WHERE person_id = \(one.id)") ?? -1,
                try reader.value("SELECT COUNT(*) FROM task_time_share WHERE person_id = \(one.id)") ?? -1,
                try reader.value("SELECT COUNT(*) FROM task_time_source WHERE source = \(one.id)") ?? -1,
            ] as [Int]
        }
        #expect(rest == [0, 0, 0])
        crowd.clock.go(to: 28)
        try await crowd.share(Array(crowd.laboratories.dropFirst()), hours: { 3 + $0 }, month: "2026-01")
        crowd.clock.go(to: 35)
        // The others are as they were, so that the difference would be the one who left.
        #expect(try await crowd.used().isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `three who withdraw and share again with half an hour more do not find a fourth who is new`(
        engine: Engine
    ) async throws {
        let crowd = try await Crowd(engine, laboratories: 10)
        let (three, others, fourth) = (
            Array(crowd.laboratories[..<3]), Array(crowd.laboratories[3..<9]), crowd.laboratories[9]
        )
        try await crowd.share(three)
        try await crowd.share(others, hours: { 5 + $0 })
        crowd.clock.go(to: 3)
        #expect(try await crowd.used().count == 1)
        for person in three {
            #expect(try await crowd.work.post("/time/withdrawal", as: person).status == 303)
        }
        crowd.clock.go(to: 28)
        // January has as many days as December: the six others are as they were.
        for (number, person) in three.enumerated() {
            let fields = [
                "mandate": Crowd.mandate(person).text, "period": "2026-01", "hours": "\((2 + number) * 4 + 2)",
            ]
            #expect(try await crowd.work.post("/time", as: person, fields).status == 303)
            #expect(try await crowd.work.post("/time/sharing", as: person, ["share": "on"]).status == 303)
        }
        try await crowd.share(others, hours: { 5 + $0 }, month: "2026-01")
        try await crowd.share([fourth], month: "2026-01")
        crowd.clock.go(to: 35)
        #expect(try await crowd.used().isEmpty)
        // Once the six others have changed, there is a figure again.
        crowd.clock.go(to: 56)
        try await crowd.share(three, month: "2026-02")
        try await crowd.share(others + [fourth], hours: { 11 + 2 * $0 }, month: "2026-02")
        crowd.clock.go(to: 63)
        #expect(try await crowd.used().count == 1)
    }

    @Test(arguments: Engine.tested)
    func `a figure is said as the middle one and the half around it, and the way back stands above`(
        engine: Engine
    ) async throws {
        let crowd = try await Crowd(engine)
        let own = try await crowd.work.get("/time", as: crowd.laboratories[0]).text
        #expect(own.contains("Andre har om ugen") && own.contains("Den midterste har 2,5 timer, halvdelen 2–3,5"))
        #expect(own.contains("href=\"/account\">Din konto</a></li></ol>"))
        let page = try await crowd.work.get("/time/comparison", as: Workplace.eva).text
        for words in [">Pr.</th>", ">Midterste</th>", "href=\"/account\">Din konto</a>", "href=\"/time\">Tid til"] {
            #expect(page.contains(words), "\(words)")
        }
        // Two units: each line says which. One: none does.
        #expect(page.contains("fill=\"currentColor\">arbejdsmiljørepræsentant, Laboratorier</text>"))
        let whole = try await Crowd(engine, history: 4).work.get("/time/comparison", as: Workplace.eva).text
        #expect(whole.contains("fill=\"currentColor\">arbejdsmiljørepræsentant</text>"))
    }

    @Test(arguments: Engine.tested)
    func `coordinators, secretariat and committees compare, and nobody else`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        #expect(try await work.get("/time/comparison", as: Workplace.eva).status == 200)
        for path in ["/time/comparison", "/time/comparison.csv"] {
            for person in [
                Workplace.maja, Workplace.jonas, Workplace.karl, Workplace.sara, Workplace.rikke, Workplace.ida,
            ] {
                #expect(try await work.get(path, as: person).status == 403, "\(person.name)")
            }
        }
        #expect(!(try await work.get("/time", as: Workplace.maja).text.contains("/time/comparison")))
        #expect(try await work.get("/time", as: Workplace.eva).text.contains("/time/comparison"))
    }
}
