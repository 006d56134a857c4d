import Access
import Journal
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

/// What units were before, from a file: names, places, mergers.
@Suite struct ImportHistoryTests {
    private static let today = Workplace.today

    private func staged(_ workplace: Workplace, _ files: [(ImportKind, String)]) async throws -> ID<Import> {
        let draft = try await ImportDraft.read(
            files.map { ImportFile($0, name: "\($0.rawValue).csv", bytes: Array($1.utf8)) }, workplace.house.identities)
        let deed = workplace.deed(by: Workplace.rikke)
        try await workplace.database.write { try draft.stage(deed, $0) }
        return draft.id
    }

    private static let units = """
        code,parent,name_da,opens,closes
        P,NU,Afdeling P,2005-01-01,
        A,KEMI,Afdeling A,2010-01-01,
        B,KEMI,Afdeling B,2010-01-01,2019-12-31
        C,HIST,Afdeling C,2012-01-01,

        """
    private static let history = """
        unit,ends,name_da,name_en,parent,kind,merged_into,reason
        A,2014-12-31,Gamle A,Old A,P,,,Flyttet
        A,2017-12-31,Nyere A,,,,,
        B,2019-12-31,,,,,A,Færre ansatte

        """

    private func unit(_ code: String, on day: String, _ workplace: Workplace) async throws -> Unit? {
        try await workplace.database.read { try UnitStore($0).find(code: code, on: Day(day) ?? Self.today) }
    }

    @Test(arguments: Engine.tested, [true, false])
    func `units are put in with what they were, at once or one file after the other`(engine: Engine, atOnce: Bool)
        async throws
    {
        let workplace = try await Workplace(engine)
        if !atOnce {
            #expect(try await workplace.apply(try await staged(workplace, [(.units, Self.units)])) == .applied)
        }
        let id = try await staged(
            workplace, atOnce ? [(.units, Self.units), (.history, Self.history)] : [(.history, Self.history)])
        #expect(try await workplace.refusals(id).isEmpty)
        #expect(try await workplace.counts(id)[.history].added == 3)
        let preview = try await workplace.get("/import/\(id)", as: Workplace.rikke).text
        #expect(preview.contains("Ny historie") && preview.contains("2017-12-31"))
        #expect(try await workplace.apply(id) == .applied)
        let names = [
            try await unit("A", on: "2013-06-01", workplace)?.name,
            try await unit("A", on: "2015-01-01", workplace)?.name,
            try await unit("A", on: "2018-01-01", workplace)?.name,
        ]
        #expect(
            names == [
                Words(da: "Gamle A", en: "Old A"), Words(da: "Nyere A", en: "Nyere A"),
                Words(da: "Afdeling A", en: "Afdeling A"),
            ])
        #expect(try await unit("A", on: "2014-12-31", workplace)?.parent == workplace.unit("P")?.id)
        #expect(try await unit("A", on: "2015-01-01", workplace)?.parent == Workplace.chemistry)
        let (a, b) = (try #require(try await workplace.unit("A")), try #require(try await workplace.unit("B")))
        let (lines, kinds, found) = try await workplace.database.read { reader in
            let store = UnitStore(reader)
            return (
                try [Day("2014-12-31"), Day("2015-01-01")].map {
                    try store.line(to: a.id, on: $0 ?? Self.today).map(\.code)
                },
                try ChangeStore(reader).changes(of: a.id).map { "\($0.day.text) \($0.kind.rawValue) \($0.reason)" },
                try store.beginning(with: "gamle", on: Self.today).map(\.code)
            )
        }
        #expect(lines == [["NU", "P", "A"], ["NU", "KEMI", "A"]])
        #expect(kinds == ["2020-01-01 merged Færre ansatte", "2018-01-01 renamed ", "2015-01-01 moved Flyttet"])
        #expect(found == ["A"])
        let merged = try await workplace.database.read { try ChangeStore($0).changes(of: b.id).first }
        #expect(merged?.other == a.id && merged?.unit == b.id && merged?.asksForProximity == false)
        #expect(try await workplace.get("/units/\(a.id)?on=2013-06-01", as: Workplace.rikke).text.contains("Gamle A"))
        // A second time nothing changes; set right, only what is different.
        let again = try await staged(workplace, [(.history, Self.history)])
        #expect(try await workplace.counts(again)[.history].same == 3)
        let right = try await staged(workplace, [(.history, Self.history.replacing("Gamle A", with: "Ældste A"))])
        let counts = try await workplace.counts(right)[.history]
        #expect(counts.changed == 1 && counts.same == 2)
        #expect(try await workplace.apply(right) == .applied)
        #expect(try await unit("A", on: "2013-06-01", workplace)?.name.danish == "Ældste A")
        #expect(try await unit("A", on: "2015-01-01", workplace)?.name.danish == "Nyere A")
    }

    @Test(arguments: Engine.tested, [true, false])
    func `the order of the lines makes no difference, and a later renaming today leaves the past alone`(
        engine: Engine, isTurned: Bool
    ) async throws {
        let workplace = try await Workplace(engine)
        let head = "unit,ends,name_da,parent\n"
        let lines = ["A,2014-12-31,Gamle A,\n", "A,2017-12-31,Nyere A,P\n"]
        let turned = head + (isTurned ? lines.reversed() : lines).joined()
        #expect(
            try await workplace.apply(try await staged(workplace, [(.units, Self.units), (.history, turned)]))
                == .applied)
        #expect(try await unit("A", on: "2013-06-01", workplace)?.name.danish == "Gamle A")
        // What the earlier line leaves empty was as it was afterwards.
        #expect(try await unit("A", on: "2013-06-01", workplace)?.parent == workplace.unit("P")?.id)
        #expect(try await unit("A", on: "2018-01-01", workplace)?.parent == Workplace.chemistry)
        let renamed = try await staged(workplace, [(.units, Self.units.replacing("Afdeling A", with: "Nyeste A"))])
        #expect(try await workplace.apply(renamed) == .applied)
        #expect(try await unit("A", on: "2018-01-01", workplace)?.name.danish == "Afdeling A")
        #expect(try await unit("A", on: "2026-01-05", workplace)?.name.danish == "Nyeste A")
        #expect(try await unit("A", on: "2013-06-01", workplace)?.name.danish == "Gamle A")
    }

    private static let refused: [(line: String, word: String, says: String)] = [
        ("X,2014-12-31,Gamle,,,,,", "unknown_unit", "ingen enhed med koden »X«"),
        ("A,,Gamle,,,,,", "missing", "»til« mangler"),
        ("A,i går,Gamle,,,,,", "not_a_day", "er ikke en dato"),
        ("A,2026-01-05,Gamle,,,,,", "rule", "ligger ikke før i dag"),
        ("A,2009-12-31,Gamle,,,,,", "rule", "åbnede først 2010-01-01"),
        ("B,2020-01-01,Gamle,,,,,", "rule", "lukkede 2019-12-31"),
        ("A,2014-12-31,,,,,,", "rule", "siger ikke, hvad der var anderledes"),
        ("A,2014-12-31,,,X,,,", "unknown_unit", "ingen enhed med koden »X«"),
        ("A,2014-12-31,,,A,,,", "loop", "i ring"),
        ("A,2011-12-31,,,C,,,", "rule", "C er ikke åben 2011-12-31"),
        ("A,2014-12-31,,,C,,,", "rule", "C er ikke åben 2010-01-01"),
        ("A,2014-12-31,,,,kongerige,,", "unknown_choice", "kongerige"),
        ("B,2018-12-31,,,,,A,", "rule", "Skriv den samme dag i »lukker«"),
        ("B,2019-12-31,,,,,B,", "loop", "i ring"),
        ("B,2019-12-31,,,,,X,", "unknown_unit", "ingen enhed med koden »X«"),
    ]

    @Test(arguments: Engine.tested, refused)
    func `a line that cannot have been is refused, with how to mend it`(
        engine: Engine, asked: (line: String, word: String, says: String)
    ) async throws {
        let workplace = try await Workplace(engine)
        let head = "unit,ends,name_da,name_en,parent,kind,merged_into,reason\n"
        let id = try await staged(workplace, [(.units, Self.units), (.history, head + asked.line + "\n")])
        let refusals = try await workplace.refusals(id)
        #expect(refusals.contains { $0.line == 2 && KeptProblem($0.problem).word == asked.word }, "\(refusals)")
        #expect(refusals.contains { $0.problem.explained(in: .danish).contains(asked.says) }, "\(refusals)")
        #expect(try await workplace.apply(id) == .refused)
        #expect(try await workplace.unit("A") == nil)
    }

    @Test(arguments: Engine.tested)
    func `the same day twice and units that lay under each other in a ring are refused`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let head = "unit,ends,name_da,parent\n"
        let twice = try await staged(workplace, [(.history, head + "KEMI,2025-12-31,X,\nKEMI,2025-12-31,Y,\n")])
        #expect(try await workplace.refusals(twice).map { KeptProblem($0.problem).word } == ["doubled"])
        let ring = try await staged(workplace, [(.history, head + "KEMI,2025-12-31,,KEMI-LAB\n")])
        #expect(try await workplace.refusals(ring).map { KeptProblem($0.problem).word } == ["loop"])
        let both = try await staged(
            workplace, [(.history, head + "KEMI,2025-12-31,,HIST\nHIST,2025-12-31,,KEMI\n")])
        #expect(Set(try await workplace.refusals(both).map { KeptProblem($0.problem).word }) == ["loop"])
        #expect(try await workplace.apply(both) == .refused)
    }

    @Test(arguments: Engine.tested)
    func `a ring over the middle of a line's time is refused in the preview, with its first day`(engine: Engine)
        async throws
    {
        let workplace = try await Workplace(engine)
        let head = "unit,ends,name_da,parent\n"
        // Since 2 March the laboratories lay under chemistry, as today.
        let lines = head + "KEMI-LAB,2025-03-01,,NU\nKEMI,2025-06-01,,KEMI-LAB\n"
        let ring = try await staged(workplace, [(.history, lines)])
        #expect(
            try await workplace.refusals(ring)
                == [Refused(.loop("KEMI → KEMI-LAB → KEMI (2025-03-02)"), line: 3)])
        #expect(try await workplace.apply(ring) == .refused)
        // Until the very day on which they turned there was none.
        let earlier = try await staged(workplace, [(.history, lines.replacing("2025-06-01", with: "2025-03-01"))])
        #expect(try await workplace.refusals(earlier).isEmpty)
        #expect(try await workplace.apply(earlier) == .applied)
        #expect(try await unit("KEMI", on: "2025-03-01", workplace)?.parent == Workplace.laboratories)
    }

    @Test(arguments: Engine.tested)
    func `where a unit lay must have been open for as long as the line says`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let head = "unit,ends,name_da,parent\n"
        let late = try await staged(workplace, [(.units, Self.units), (.history, head + "A,2014-12-31,,C\n")])
        #expect(try await workplace.apply(late) == .refused)
        // Another line says where it lay before that opened.
        let lines = head + "A,2011-12-31,,P\nA,2014-12-31,,C\n"
        let whole = try await staged(workplace, [(.units, Self.units), (.history, lines)])
        #expect(try await workplace.refusals(whole).isEmpty)
        #expect(try await workplace.apply(whole) == .applied)
        #expect(try await unit("A", on: "2012-01-01", workplace)?.parent == workplace.unit("C")?.id)
    }

    @Test func `history of long ago asks for no documentation, what is told late by a month does`() {
        func change(_ kind: OrganisationChange.Kind, _ day: Day) -> OrganisationChange {
            OrganisationChange(
                id: ID("c"), day: day, kind: kind, unit: Workplace.office, other: nil, reason: "",
                recorded: Workplace.monday, person: nil)
        }
        #expect(change(.merged, Self.today - 30).asksForProximity)
        #expect(change(.merged, Self.today + 30).asksForProximity)
        #expect(!change(.merged, Self.today - 366).asksForProximity)
        #expect(!change(.renamed, Self.today).asksForProximity)
    }
}
