import Access
import Journal
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

/// Nobody is put into a closed unit, and no unit is closed over somebody's head, whatever the way.
@Suite struct ClosedUnitTests {
    private static let today = Workplace.today

    private func told(_ refusals: [Refused]) -> [String] {
        refusals.map { "\($0.line): \($0.problem.explained(in: .danish))" }
    }

    private func close(_ workplace: Workplace, on last: Day) async throws {
        try await workplace.database.write { try $0.execute("UPDATE unit SET closes = \(last) WHERE id = 'office'") }
    }

    @Test(arguments: Engine.tested)
    func `a file puts nobody into a unit that has closed, or closes before they start`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let (yesterday, later) = ((Self.today - 1).text, Self.today + 10)
        try await close(workplace, on: Self.today - 1)
        let found = try await workplace.refusals(
            units: "code,parent,name_da,closes\nNY,NU,Ny,\(later.text)\n",
            people: """
                external_id,name,unit,starts,ends
                1,Bo Krogh,KEMI-KONTOR,,
                2,Eli Vang,KEMI-KONTOR,2025-01-01,\(yesterday)
                3,Ane Dahl,NY,\((later + 1).text),
                4,Per Juul,KEMI-LAB,,

                """)
        #expect(
            told(found) == [
                "2: »lukker«: Der er stadig 1 personer i enheden den dag. Flyt dem, eller læg enheden sammen med en anden.",
                "2: »enhed«: KEMI-KONTOR lukkede \(yesterday). Skriv en enhed, der er åben.",
                "4: »enhed«: NY lukkede \(later.text). Skriv en enhed, der er åben.",
            ])
    }

    @Test(arguments: Engine.tested)
    func `whoever is still sent to a unit that was merged is told which it became`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let path = "/units/laboratories/merger"
        let preview = try await workplace.get("\(path)?into=KEMI-KONTOR&day=\(Self.today.text)", as: Workplace.rikke)
        let seen = try #require(preview.text.firstMatch(of: #/name="seen" value="([^"]+)"/#)?.1)
        _ = try await workplace.post(
            path, as: Workplace.rikke,
            [
                "into": "KEMI-KONTOR", "day": Self.today.text, "seen": String(seen), "reason": "Ét",
                "fate-lab-group": "follows",
            ])
        let found = try await workplace.refusals(
            people: "external_id,name,email,unit\n1,Sara Lund,sara@nordhavn.example,KEMI-LAB\n")
        #expect(told(found) == ["2: »enhed«: KEMI-LAB lukkede \((Self.today - 1).text). Skriv KEMI-KONTOR."])
        let unit = try await workplace.database.read {
            try PersonStore($0).find(Workplace.sara.id, on: Self.today)?.unit
        }
        #expect(unit == Workplace.office)
    }

    @Test(arguments: Engine.tested)
    func `a file closes no unit with people or units in it`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let last = Self.today.text
        let found = try await workplace.refusals(
            units: """
                code,parent,name_da,closes
                KEMI,NU,Institut for Grøn Kemi,\(last)
                HIST,NU,Institut for Historie,\(last)
                NY,NU,Ny,\(last)

                """,
            people: "external_id,name,unit\n1,Bo Krogh,NY\n")
        #expect(
            told(found) == [
                "2: »lukker«: 2 enheder ligger stadig under den. Flyt eller luk dem først.",
                "3: »lukker«: Der er stadig 1 personer i enheden den dag. Flyt dem, eller læg enheden sammen med en anden.",
                "4: »lukker«: Der er stadig 1 personer i enheden den dag. Flyt dem, eller læg enheden sammen med en anden.",
            ])
        #expect(
            try await workplace.apply(
                try await workplace.staged(
                    units: "code,parent,name_da,closes\nHIST,NU,Institut for Historie,\(last)\n")) == .refused)
        #expect(try await workplace.unit("HIST")?.closes == nil)
    }

    @Test(arguments: Engine.tested)
    func `a file that moves everybody away closes the unit, its group and its mandates`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let last = Self.today + 20
        let outcome = try await workplace.imported(
            units: "code,parent,name_da,closes\nHIST,NU,Institut for Historie,\(last.text)\n",
            people: "external_id,name,email,unit\n9,Karl Åkjær,karl@nordhavn.example,KEMI\n")
        #expect(outcome == .applied)
        let (body, mandate, changes) = try await workplace.database.read { reader in
            (
                try BodyStore(reader).find(Workplace.historyGroup, on: Self.today),
                try MandateStore(reader).find(ID("karl-history")),
                try ChangeStore(reader).changes(of: Workplace.history)
            )
        }
        #expect(body?.closes == last && mandate?.ends == last)
        #expect(changes.map(\.kind) == [.closed] && changes.first?.day == last + 1)
        let id = try #require(changes.first?.id)
        #expect(try await workplace.post("/changes/\(id)/recall", as: Workplace.rikke).status == 303)
        #expect(try await workplace.unit("HIST")?.closes == nil)
        #expect(try await workplace.database.read { try MandateStore($0).find(ID("karl-history")) }?.ends == nil)
    }

    @Test(arguments: Engine.tested)
    func `forms and programs put nobody there either`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.database.write {
            try $0.execute("UPDATE person SET unit_id = 'chemistry' WHERE id = 'eva'")
        }
        try await close(workplace, on: Self.today - 1)
        let person = ["name": "Bo Krogh", "email": "bo@nordhavn.example", "unit": "KEMI-KONTOR"]
        let form = try await workplace.post("/administration/people", as: Workplace.rikke, person)
        #expect(form.status == 422 && form.text.contains("ikke åben den dag"))
        let moved = try await workplace.post("/people/sara", as: Workplace.rikke, ["unit": "KEMI-KONTOR"])
        #expect(moved.status == 422 && moved.text.contains("ikke åben den dag"))
        let unit = ["code": "X", "name_da": "X", "kind": "section", "parent": "KEMI-KONTOR"]
        let below = try await workplace.post("/units", as: Workplace.rikke, unit)
        #expect(below.status == 422 && below.text.contains("ikke åben den dag"))
    }
}
