import Foundation
import HTTPTypes
import Journal
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Reports

/// Nobody but its handlers finds out that a confidential case exists: tried as everybody around it.
@Suite struct NeighbourTests {
    private static let pages = [
        "/", "/reports", "/reports?kind=offensive", "/reports?stage=waiting", "/reports?q=r%C3%A5bte",
        "/reports?unit=laboratories", "/reports/mine", "/reports/export.csv", "/plan/lab-group", "/organisation",
        "/organisation/plan", "/units/laboratories", "/units/chemistry/handlers", "/bodies/lab-group",
        "/administration/journal", "/administration/jobs", "/accidents", "/accidents/export.csv",
        "/statistics?unit=chemistry", "/statistics?unit=university",
        "/statistics/table.csv?figure=kinds&unit=university",
        "/statistics/overview?unit=university",
    ]

    @Test(arguments: Engine.tested)
    func `every page of every neighbour is the same before and after it came`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        try await work.report()
        let people = Workplace.neighbours + [Workplace.liv]
        let before = try await seen(Workplace(remakingPagesOf: work), by: people)
        let page = try await work.tell(uploads: ["photos": Picture.upload])
        _ = try await work.get(page, as: Workplace.nora)
        _ = try await work.post(page + "/reading", as: Workplace.nora)
        _ = try await work.post(page + "/messages", as: Workplace.nora, ["text": "Vil du mødes?", "key": "k"])
        let after = try await seen(Workplace(remakingPagesOf: work), by: people)
        for (one, other) in zip(before, after) { #expect(one.text == other.text, "\(one.what)") }
    }

    @Test(arguments: Engine.tested)
    func `nobody else reads it, does anything with it, or is answered otherwise than of nothing`(
        engine: Engine
    ) async throws {
        let work = try await Workplace.trusted(engine)
        let page = try await work.tell(uploads: ["photos": Picture.upload])
        for person in Workplace.neighbours + [Workplace.liv] {
            for ending in ["", "/photos/1", "/handover"] {
                let (real, none) = (
                    try await work.get(page + ending, as: person),
                    try await work.get("/reports/none" + ending, as: person)
                )
                #expect(real.status == 404 && none.status == 404, "\(person.name) at \(ending)")
                let named = real.text.replacing(work.id(at: page).text, with: "none")
                #expect(Self.plain(named) == Self.plain(none.text), "\(person.name) at \(ending)")
            }
            for action in ["/reading", "/closure", "/kind", "/messages", "/handover", "/stand-in"] {
                let fields = ["reason": "x", "text": "x", "kind": "good", "to": person.id.text, "stay": "on"]
                #expect(
                    try await work.post(page + action, as: person, fields).status == 404, "\(person.name) \(action)")
            }
        }
        #expect(try await work.handlers(of: page) == ["nora handler", "liv deputy, unseen"])
        #expect(try await work.readings() == [])
        #expect(try await work.get(page + "/photos/1", as: Workplace.nora).status == 200)
    }

    @Test(arguments: Engine.tested)
    func `programs of neighbours find nothing, and the handler's reading by program is kept`(
        engine: Engine
    ) async throws {
        let work = try await Workplace.trusted(engine)
        let page = try await work.tell()
        for person in Workplace.neighbours + [Workplace.liv, Workplace.nora] {
            try await work.token(person.id.text, for: person, "reports:read")
        }
        for person in Workplace.neighbours + [Workplace.liv] {
            let list = try await work.api(.get, "/api/v1/reports", token: person.id.text).text
            #expect(!list.contains(Workplace.told) && list.contains("\"reports\":[]"), "\(person.name)")
            #expect(try await work.api(.get, "/api/v1\(page)", token: person.id.text).status == 404)
        }
        #expect(try await work.readings() == [])
        #expect(try await work.api(.get, "/api/v1/reports", token: "nora").text.contains(Workplace.told))
        #expect(try await work.readings() == ["2026-01-05 nora"])
    }

    @Test(arguments: Engine.tested)
    func `a live page of nobody else hears that it came, moved or was handed on`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        var page = ""
        let came = try await work.topics {
            page = try await work.tell(as: Workplace.sara)
            _ = try await work.get(page, as: Workplace.nora)
            _ = try await work.post(page + "/reading", as: Workplace.nora)
        }
        let report = "report:\(work.id(at: page))"
        #expect(came == ["cases:nora", "notices:nora", "notices:sara", report], "\(came)")
        let passed = try await work.topics {
            _ = try await work.post(
                page + "/handover", as: Workplace.nora, ["to": "liv", "reason": "Jeg kender ham", "key": "k"])
        }
        #expect(passed == ["cases:nora", "cases:liv", "notices:liv", "notices:sara", report], "\(passed)")
    }

    @Test func `each opening is kept: page, photo, conversation and handing on`() async throws {
        let clock = SetClock()
        let work = try await Workplace.trusted(clock: { clock.now })
        let page = try await work.tell(uploads: ["photos": Picture.upload])
        let ways: [@Sendable () async throws -> Void] = [
            { _ = try await work.get(page, as: Workplace.nora) },
            { _ = try await work.get(page + "/photos/1", as: Workplace.nora) },
            { _ = try await work.post(page + "/messages", as: Workplace.nora, ["text": "Hej", "key": "k"]) },
            { _ = try await work.get(page + "/handover", as: Workplace.nora) },
        ]
        for (place, way) in ways.enumerated() {
            #expect(try await work.readings().count == place)
            try await way()
            #expect(try await work.readings().count == place + 1)
            clock.pass(days: 1)
        }
        #expect(try await work.get("/reports", as: Workplace.nora).status == 200)
        #expect(try await work.readings().count == ways.count)
    }

    @Test func `its words are not searched, and it is in no file, not even the handler's`() async throws {
        let work = try await Workplace.trusted()
        try await work.seat(Workplace.nora, as: .member, in: Workplace.labGroup)
        let page = try await work.tell()
        #expect(try await work.get("/reports", as: Workplace.nora).text.contains(page))
        #expect(try await !work.get("/reports?q=r%C3%A5bte", as: Workplace.nora).text.contains(page))
        #expect(try await !work.get("/reports/export.csv", as: Workplace.nora).text.contains(Workplace.told))
        #expect(try await work.readings() == [])
    }

    @Test(arguments: Engine.tested)
    func `the administrator's journal lists no line of it, and keeps them all`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        try await work.report()
        let page = try await work.tell()
        _ = try await work.post(page + "/reading", as: Workplace.nora)
        _ = try await work.post(
            page + "/handover", as: Workplace.nora, ["to": "liv", "reason": "Hemmelig grund", "key": "k"])
        let listed = try await work.get("/administration/journal", as: Workplace.rikke).text
        #expect(listed.components(separatedBy: "Melding: ").count == 2)
        #expect(!listed.contains("overdraget"))
        let id = work.id(at: page)
        let kept = try await work.database.read { try JournalStore($0).lines(about: Subject("report", id)) }
        #expect(Set(kept.map(\.verb)) == ["reported", "seen", "handed_on"])
        #expect(kept.allSatisfy { $0.after["kind"] == nil && !"\($0.after)\($0.before)".contains("grund") })
    }

    @Test func `a report that becomes confidential leaves the group, and its handler is told`() async throws {
        let work = try await Workplace.trusted()
        try await work.report()
        let page = try await work.firstReport(as: Workplace.maja)
        #expect(try await work.post(page + "/kind", as: Workplace.maja, ["kind": "offensive"]).status == 303)
        #expect(try await work.statuses(of: page, as: Workplace.neighbours) == [Int](repeating: 404, count: 9))
        #expect(try await work.handlers(of: page) == ["nora handler", "liv deputy, unseen"])
        #expect(
            try await work.notices(for: Workplace.nora).map(\.words.danish).contains(
                "Der er en ny fortrolig melding til dig."))
        #expect(try await !work.get("/administration/journal", as: Workplace.rikke).text.contains("Melding: "))
    }

    @Test func `it does not become confidential where nobody would read it`() async throws {
        let work = try await Workplace()
        try await work.report(at: "/r/link-history")
        let page = try await work.firstReport(as: Workplace.karl)
        #expect(try await work.post(page + "/kind", as: Workplace.karl, ["kind": "offensive"]).status == 422)
        #expect(try await work.get(page, as: Workplace.karl).status == 200)
    }

    @Test func `a handler's cases are found by their ids, and a group's list still by its units`() async throws {
        let work = try await Workplace.trusted()
        try await work.seat(Workplace.nora, as: .member, in: Workplace.labGroup)
        _ = try await work.tell()
        let plans = try await work.database.read { reader in
            try [Workplace.nora, Workplace.sara].map { person in
                let viewer = try #require(try Doorkeeping().viewer(person, on: Workplace.today, reader))
                let reach = try ReportReach(viewer, on: Workplace.today, reader)
                return try reader.plan(
                    of: """
                        SELECT id FROM report WHERE \(reach.condition) AND \(reach.stage(.waiting))
                        ORDER BY stage, reported DESC, id LIMIT 5
                        """)
            }
        }
        #expect(plans[0].contains("(unit_id=?") && plans[0].contains("PRIMARY KEY (id=?)"))
        #expect(plans[1].contains("PRIMARY KEY (id=?)"))
    }

    private func seen(_ work: Workplace, by people: [Person]) async throws -> [(what: String, text: String)] {
        var seen: [(String, String)] = []
        for person in people {
            for page in Self.pages {
                let reply = try await work.get(page, as: person)
                seen.append(("\(person.name) at \(page)", "\(reply.status) \(Self.plain(reply.text))"))
            }
        }
        return seen
    }

    /// Without what is another each time a page is made.
    private static func plain(_ page: String) -> String {
        page.replacing(/name="(key|code)" value="[^"]*"/, with: "").replacing(/data-live="[^"]*"/, with: "")
    }
}
