import App
import Kernel
import Organisation
import Reports
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Retention

@Suite struct PageTests {
    private static let page = "/administration/retention/reports"

    @Test func `only the administrator looks and decides`() async throws {
        let work = try await Workplace()
        let others = [Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.eva, Workplace.karl, Workplace.ida]
        for person in others {
            for path in ["/administration/retention", Self.page] {
                #expect(try await work.get(path, as: person).status == 403)
            }
            for door in ["term", "start", "stop", "now"] {
                #expect(
                    try await work.post("\(Self.page)/\(door)", as: person, ["term": "3", "reason": "x"]).status == 403)
            }
        }
        #expect(try await work.get("/administration/retention/nothing", as: Workplace.rikke).status == 404)
        #expect(try await work.post("/administration/retention/nothing/now", as: Workplace.rikke).status == 404)
        #expect(try await work.count("SELECT COUNT(*) FROM retention_rule") == 0)
    }

    @Test(arguments: Engine.tested)
    func `nothing goes before somebody has looked, and a changed term wants a new look`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.fill(20, closed: Workplace.today - 1500)
        let rikke = Workplace.rikke
        #expect(try await work.post(Self.page + "/now", as: rikke).status == 303)
        #expect(try await work.post(Self.page + "/start", as: rikke).status == 422)
        #expect(try await work.post(Self.page + "/start", as: rikke, ["looked": "guess"]).status == 422)
        let seen = try await work.get(Self.page, as: rikke).text
        #expect(!seen.contains(">20<"))
        let mark = try seen.between("name=\"looked\" value=\"", "\"")

        let changed = try await work.post(Self.page + "/term", as: rikke, ["term": "3", "reason": "Udvalget vil det"])
        #expect(changed.status == 303)
        #expect(try await work.post(Self.page + "/start", as: rikke, ["looked": mark]).status == 422)
        #expect(try await work.get(Self.page, as: rikke).text.contains(">20<"))
        try await work.switchOn("reports")
        #expect(try await work.count("SELECT COUNT(*) FROM report") == 20)

        _ = try await work.post(Self.page + "/term", as: rikke, ["term": "4", "reason": "Alligevel ikke"])
        #expect(try await work.carryingOut.run() == 0)
        _ = try await work.post(Self.page + "/term", as: rikke, ["term": "3", "reason": "Jo"])
        try await work.switchOn("reports")
        let now = try await work.post(Self.page + "/now", as: rikke)
        #expect(now.status == 303)
        #expect(try await work.count("SELECT COUNT(*) FROM report") == 0)
        #expect(try await work.get(Self.page, as: rikke).text.contains("20 slettet"))
        let lines = try await work.journalled()
        #expect(lines.contains("reports changed months=36 reason=Udvalget vil det"))
        #expect(lines.contains { $0.hasPrefix("reports erased count=20 months=36 through=") })
    }

    @Test(arguments: ["1", "11", "0", "fem", ""])
    func `a term outside of the bounds is refused, with what was typed`(term: String) async throws {
        let work = try await Workplace()
        let reply = try await work.post(
            Self.page + "/term", as: Workplace.rikke, ["term": term, "reason": "Vi vil det sådan"])
        #expect(reply.status == 422)
        #expect(reply.text.contains("Vi vil det sådan"))
        #expect(try await work.count("SELECT COUNT(*) FROM retention_rule") == 0)
    }

    @Test func `what may hold something confidential is not erased while somebody waits and takes the time`()
        async throws
    {
        let work = try await Workplace()
        for kind in ["confidential", "work-injuries"] {
            try await work.switchOn(kind)
            let page = "/administration/retention/\(kind)"
            #expect(try await !work.main(of: page).contains("\(page)/now"))
            #expect(try await work.post(page + "/now", as: Workplace.rikke).status == 404)
        }
    }

    @Test func `switched off, nothing goes`() async throws {
        let work = try await Workplace()
        try await work.fill(20, closed: Workplace.today - 2200)
        try await work.switchOn("reports")
        #expect(try await work.post(Self.page + "/stop", as: Workplace.rikke).status == 303)
        #expect(try await work.carryingOut.run() == 0)
        #expect(try await work.count("SELECT COUNT(*) FROM report") == 20)
    }

    /// A trial tells the same of a house with few as of one with none, and nothing of what is confidential in either.
    @Test(arguments: Engine.tested)
    func `a trial tells nothing of few, and nothing of the confidential`(engine: Engine) async throws {
        let (work, empty) = (try await Workplace(engine), try await Workplace(engine))
        try await work.fill(30, .offensive, closed: Workplace.today - 2200)
        try await work.fill(9, closed: Workplace.today - 2200, in: Workplace.history, prefix: "few")
        let paths = ["/administration/retention", "/administration/retention/confidential"]
        for path in paths {
            let seen = try await work.main(of: path)
            #expect(try await seen == empty.main(of: path), "\(path)")
        }
        try await work.fill(40, closed: Workplace.today - 2200, prefix: "many")
        let trial = try await work.get(Self.page, as: Workplace.rikke).text
        #expect(trial.contains("49") && !trial.contains(">9<") && !trial.contains(">40<"))
        #expect(!trial.contains("Gammelt"))
    }

    @Test(arguments: Engine.tested)
    func `those who handle a report keep it longer, for a reason and to a day`(engine: Engine) async throws {
        let clock = YearClock()
        let work = try await Workplace(engine) { clock.now }
        let page = try await work.report()
        try await work.close(page)
        let until = Workplace.today + 9 * 365
        let hold = ["until": until.text, "reason": "En sag om erstatning er i gang"]
        #expect(try await work.post(page + "/hold", as: Workplace.sara, hold).status == 404)
        #expect(try await work.post(page + "/hold", as: Workplace.rikke, hold).status == 404)
        #expect(try await work.get(page + "/hold", as: Workplace.karl).status == 404)
        for (field, value) in [
            ("until", ""), ("until", Workplace.today.text), ("until", "2099-01-01"), ("until", "i morgen"),
            ("reason", " "),
        ] {
            let refused = try await work.post(
                page + "/hold", as: Workplace.maja, hold.merging([field: value]) { $1 })
            #expect(refused.status == 422, "\(field) \(value)")
        }
        #expect(try await work.post(page + "/hold", as: Workplace.maja, hold).status == 303)
        #expect(try await work.get(page, as: Workplace.jonas).text.contains("En sag om erstatning er i gang"))
        try await work.switchOn("reports")
        clock.pass(days: 8 * 365)
        #expect(try await work.carryingOut.run() == 0)
        clock.pass(days: 366)
        #expect(try await work.carryingOut.run() == 1)
        #expect(try await work.count("SELECT COUNT(*) FROM report_hold") == 0)
    }

    @Test(arguments: Engine.tested)
    func `a confidential case is kept longer by its handlers alone, and nobody else sees it`(engine: Engine)
        async throws
    {
        let clock = YearClock()
        let work = try await Workplace(engine) { clock.now }
        let page = try await work.report("Han råbte ad hende", kind: "offensive")
        let hold = ["until": (Workplace.today + 4 * 365).text, "reason": "Fagforeningen fører sag"]
        for person in [Workplace.maja, Workplace.jonas, Workplace.rikke, Workplace.karl] {
            #expect(try await work.post(page + "/hold", as: person, hold).status == 404)
            #expect(try await work.get(page + "/hold", as: person).status == 404)
        }
        #expect(try await work.post(page + "/hold", as: Workplace.eva, hold).status == 303)
        try await work.close(page, as: Workplace.eva)
        try await work.switchOn("confidential")
        clock.pass(years: 3)
        try await work.carryingOut.run()
        #expect(try await work.get(page, as: Workplace.eva).text.contains("Fagforeningen"))
        #expect(try await work.post(page + "/hold/end", as: Workplace.maja).status == 404)
        #expect(try await work.post(page + "/hold/end", as: Workplace.eva).status == 303)
        try await work.carryingOut.run()
        #expect(try await work.get(page, as: Workplace.eva).status == 404)
    }

    @Test func `every kind has its bounds around its usual term, words in both languages and a basis`() {
        #expect(Set(Features.retained.map(\.name)).count == Features.retained.count)
        for kind in Features.retained {
            #expect(kind.choice.allows(kind.choice.usualTerm))
            for words in [kind.title, kind.what, kind.remains, kind.since, kind.basis.words] {
                #expect(!words.danish.isEmpty && !words.english.isEmpty)
            }
            #expect(!kind.basis.source.isEmpty)
        }
    }
}
