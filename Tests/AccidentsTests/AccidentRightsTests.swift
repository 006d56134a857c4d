import Access
import Kernel
import Law
import Organisation
import Reports
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Accidents

/// Who sees what of somebody who was hurt, and who writes it.
@Suite struct AccidentRightsTests {
    private static let (maja, jonas, sara, eva, karl, ida, rikke) = (
        Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.eva, Workplace.karl, Workplace.ida, Workplace.rikke
    )
    private static let (friday, today) = (Workplace.friday, Workplace.today)

    private static let reading = ["", "/edit", "/codes", "/paper", "/text"]
    private static let writing = [
        "", "/codes", "/absences", "/absences/end", "/absences/removal", "/sendings", "/sendings/none/withdrawal",
        "/group", "/people", "/absences/none",
    ]

    @Test(arguments: Engine.tested)
    func `strangers, employees and the administrator find nothing`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let path = try await work.hurt() + "/accident"
        try await work.away(from: Self.friday + 1)
        for person in [Self.karl, Self.sara, Self.ida, Self.rikke] {
            for end in Self.reading {
                #expect(try await work.get(path + end, as: person).status == 404, "\(person.name) at \(end)")
            }
            for end in Self.writing {
                let fields = [
                    "first": Self.today.text, "last": Self.today.text, "day": Self.today.text, "to": "authority",
                ]
                #expect(try await work.post(path + end, as: person, fields).status == 404, "\(person.name) at \(end)")
            }
            #expect(try await !work.get("/accidents", as: person).text.contains("Skar sig"))
            #expect(try await !work.get("/accidents/export.csv", as: person).text.contains("2026-01-02"))
        }
        #expect(try await work.get(path).status != 200)
        #expect(try await work.record()?.absences.count == 1)
    }

    @Test(arguments: Engine.tested)
    func `the leader and the coordinator write, the representative reads with the person blacked out`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        let path = try await work.hurt() + "/accident"
        #expect(try await work.away(from: Self.friday + 1, as: Self.eva).status == 303)
        #expect(try await work.fillIn(as: Self.jonas).status == 303)
        for end in Self.writing {
            let fields = ["first": Self.today.text, "last": Self.today.text, "day": Self.today.text, "to": "authority"]
            #expect(try await work.post(path + end, as: Self.maja, fields).status == 403, "\(end)")
        }
        // Before it is sent, the deadline; and neither the sheet nor a day away.
        let before = try await work.get(path, as: Self.maja).text
        #expect(before.contains("senest lørdag 17. januar") && before.contains("ikke sendt endnu"))
        #expect(!before.contains("Laborant") && !before.contains("3. januar") && !before.contains("Tilføj fravær"))
        for end in ["/edit", "/codes"] { #expect(try await work.get(path + end, as: Self.maja).status == 403) }
        for end in ["/paper", "/text"] { #expect(try await work.get(path + end, as: Self.maja).status == 404) }

        try await work.send(on: Self.today)
        // What was written freely is covered until somebody has read it through.
        for end in ["", "/paper", "/text"] {
            let seen = try await work.get(path + end, as: Self.maja).text
            #expect(!seen.contains("glas") && seen.contains("[dækket]"), "\(end)")
        }
        #expect(try await work.showToGroup().status == 303)
        for end in ["", "/paper", "/text"] {
            let seen = try await work.get(path + end, as: Self.maja).text
            #expect(
                !seen.contains("Laborant") && !seen.contains("februar 2020") && !seen.contains("3. januar"), "\(end)")
            #expect(seen.contains("[dækket]") && seen.contains("greb om et revnet glas"), "\(end)")
            #expect(!seen.contains("Sara") && !seen.contains("Lund"), "\(end)")
            #expect(try await work.get(path + end, as: Self.jonas).text.contains("Laborant"), "\(end)")
        }
    }

    @Test func `where nobody leads or coordinates, those who handle the report write`() async throws {
        let work = try await Workplace()
        try await work.hurt()
        #expect(try await work.away(from: Self.friday + 1, as: Self.maja).status == 403)
        try await work.database.write { writer in
            try writer.execute(
                ["UPDATE mandate SET ends = \(Self.today - 1) WHERE id IN ('jonas-lab', 'eva-committee')"],
                raising: ["rights"])
        }
        #expect(try await work.away(from: Self.friday + 1, as: Self.maja).status == 303)
    }

    @Test func `names are covered wherever they stand, also with an s, and nothing else is`() {
        let text = "Sara Lund gled; saras hånd. I lunden lå Sarah. LUND!"
        #expect(NamesInText.covered(text, ["Sara Lund"], by: "#") == "# # gled; # hånd. I lunden lå Sarah. #!")
        #expect(NamesInText.covered(text, [""]) == text)
    }

    @Test(arguments: Engine.tested)
    func `of a confidential report nobody hears but those who handle it, and opening it is kept`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        let path = try await work.hurt("mind", .psychological, what: "Han råbte ad hende") + "/accident"
        #expect(try await work.away("mind", from: Self.friday + 1, as: Self.eva).status == 303)
        for person in [Self.maja, Self.jonas, Self.rikke, Self.karl] {
            #expect(try await work.get(path, as: person).status == 404)
            #expect(try await work.post(path + "/absences", as: person, ["first": Self.today.text]).status == 404)
            let list = try await work.get("/accidents", as: person).text
            #expect(!list.contains("/reports/mind") && !list.contains("17. jan."), "\(person.name)")
        }
        #expect(try await matters(for: Self.jonas, work).isEmpty)
        #expect(try await matters(for: Self.eva, work) == ["Fortrolig melding"])
        let list = try await work.get("/accidents", as: Self.eva).text
        #expect(list.contains("Fortrolig melding") && !list.contains("Han råbte"))
        #expect(try await !work.get("/accidents/export.csv", as: Self.eva).text.contains("2026-01-02"))
        let kept = try await work.database.read { reader in
            try reader.values("SELECT person_id FROM report_reading WHERE report_id = 'mind'") as [String]
        }
        #expect(kept == ["eva"])
    }

    /// Asked for as Today does it.
    private static func due(
        for viewer: Viewer, by law: LawBook, on day: Day, _ reader: Reader
    ) throws -> [Matter] {
        let asking = Asking()
        let further = Accidents.due(for: viewer, by: law, on: day, asking)
        try asking.go(reader)
        let found = try further(reader, asking)
        try asking.go(reader)
        return try found(reader)
    }

    @Test func `whoever is named to handle a confidential report writes its accident, whatever the seat`() async throws
    {
        let work = try await Workplace()
        let path = try await work.hurt("mind", .psychological, what: "Han råbte ad hende") + "/accident"
        let naming = ConfidenceFill.Naming(
            unit: Workplace.chemistry, handler: Self.maja.id, deputy: Self.karl.id, starts: Self.today - 9,
            namedBy: Self.eva.id)
        try await work.database.write { try ConfidenceFill.handlers(of: [ID("mind")], naming, $0) }
        #expect(try await work.away("mind", from: Self.friday + 1, as: Self.maja).status == 303)
        #expect(try await work.get(path, as: Self.maja).text.contains("Tilføj fravær"))
        for person in [Self.eva, Self.jonas, Self.karl] {
            #expect(try await work.get(path, as: person).status == 404, "\(person.name)")
            #expect(try await work.away("mind", from: Self.today, as: person).status == 404, "\(person.name)")
        }
    }

    private func matters(for person: Person, _ work: Workplace) async throws -> [String] {
        let law = work.house.law
        return try await work.database.read { reader in
            guard let viewer = try Doorkeeping().viewer(person, on: Self.today, reader) else { return [] }
            return try Self.due(for: viewer, by: law, on: Self.today, reader).map(\.detail.danish)
        }
    }

    @Test(arguments: Engine.tested)
    func `Today hears of what must be sent, the longest due first, until it was`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.hurt("cut")
        try await work.hurt("fall", on: Self.today - 40)
        try await work.away("cut", from: Self.friday + 1)
        try await work.away("fall", from: Self.today - 30, to: Self.today - 29)
        let law = work.house.law
        func matters() async throws -> [Matter] {
            try await work.database.read { reader in
                guard let viewer = try Doorkeeping().viewer(Self.maja, on: Self.today, reader) else { return [] }
                return try Self.due(for: viewer, by: law, on: Self.today, reader)
            }
        }
        let both = try await matters()
        #expect(both.map(\.link.text) == ["/reports/fall/accident", "/reports/cut/accident"])
        #expect(
            both.map { $0.urgency == .late } == [true, false] && both.map(\.day) == [Self.today - 16, Self.friday + 15])
        #expect(both.map(\.detail.danish) == ["Laboratorier", "Laboratorier"])
        try await work.send("fall", on: Self.today)
        #expect(try await matters().count == 1)
    }

    @Test func `the rule is confirmed by the administrator, and read by everybody`() async throws {
        let work = try await Workplace()
        for person in [Self.maja, Self.jonas, Self.eva, Self.sara] {
            #expect(try await work.get("/accidents/rule", as: person).text.contains("L 31"))
            let tried = try await work.post("/accidents/rule", as: person, ["holds": "yes", "source": "x"])
            #expect(tried.status == 403, "\(person.name)")
        }
        let empty = try await work.post("/accidents/rule", as: Self.rikke, ["holds": "yes", "source": " "])
        #expect(empty.status == 422 && empty.text.contains("checked"))
        #expect(
            try await work.post("/accidents/rule", as: Self.rikke, ["holds": "perhaps", "source": "x"]).status == 422)
        let settled = try await work.post(
            "/accidents/rule", as: Self.rikke, ["holds": "yes", "source": "Lov <1> af 2026"])
        #expect(settled.status == 303)
        let page = try await work.get("/accidents/rule", as: Self.maja).text
        #expect(page.contains("forslaget gælder. Kilde: Lov &lt;1&gt; af 2026"))
        let rule = try await work.database.read { [law = work.house.law] in
            try NotificationRule(law, on: Self.today, $0)
        }
        #expect(rule.days(for: try #require(Day("2026-07-01"))) == 3 && rule.days(for: Self.today) == 1)
        let kept: [String] = try await work.database.read { reader in
            try reader.values("SELECT verb FROM journal WHERE subject_kind = 'accident_rule'")
        }
        #expect(kept == ["settled"])
    }

    @Test func `a secretariat confirms the rule only where it serves the whole organisation`() async throws {
        let work = try await Workplace()
        for (unit, status) in [(Workplace.chemistry, 403), (Workplace.university, 303)] {
            let office = Mandate(
                id: work.house.identities.random(), role: .secretariat, in: .unit(unit), person: Self.karl.id,
                origin: .appointed, starts: Self.today - 100)
            let deed = work.deed(by: nil)
            try await work.database.write { try $0.apply(office.given(to: Self.karl.name), deed) }
            let tried = try await work.post("/accidents/rule", as: Self.karl, ["holds": "no", "source": "x"])
            #expect(tried.status == status, "\(unit)")
        }
    }

    @Test func `open pages of an accident and the lists hear what is written, and all of the rule`() async throws {
        let work = try await Workplace()
        try await work.hurt()
        let raised = try await work.topics { try await work.away(from: Self.friday + 1) }
        #expect(raised.isSuperset(of: ["report:cut", "reports:lab-group"]), "\(raised)")
        let settled = try await work.topics {
            _ = try await work.post("/accidents/rule", as: Self.rikke, ["holds": "no", "source": "x"])
        }
        #expect(settled.contains("accident-rule"))
    }
}
