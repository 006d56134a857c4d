import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

/// A file may put people into a unit whose last day is planned; the preview says what that means for them.
@Suite struct ImportWarningTests {
    private static let today = Workplace.today
    private static let day = today + 30

    private func merge(_ workplace: Workplace) async throws {
        let path = "/units/laboratories/merger"
        let preview = try await workplace.get("\(path)?into=KEMI-KONTOR&day=\(Self.day.text)", as: Workplace.rikke)
        let seen = try #require(preview.text.firstMatch(of: #/name="seen" value="([^"]+)"/#)?.1)
        let merged = try await workplace.post(
            path, as: Workplace.rikke,
            [
                "into": "KEMI-KONTOR", "day": Self.day.text, "seen": String(seen), "reason": "Ét",
                "fate-lab-group": "follows",
            ])
        #expect(merged.status == 303)
    }

    private func warnings(
        _ workplace: Workplace, units: String? = nil, people: String
    ) async throws -> [ImportWarning] {
        let id = try await workplace.staged(units: units, people: people)
        return try await workplace.database.read { try ImportStore($0).warnings(of: id, on: Self.today) }
    }

    private static let people = """
        external_id,name,email,unit,ends
        1,Bo Krogh,,KEMI-LAB,
        2,Eli Vang,,KEMI-LAB,
        3,Ane Dahl,,KEMI-LAB,\((today + 5).text)
        4,Per Juul,,KEMI,
        5,Sara Lund,sara@nordhavn.example,KEMI-LAB,

        """

    @Test(arguments: Engine.tested)
    func `whoever is put into a unit that is to be merged is counted, unit by unit`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await merge(workplace)
        // Ane has left by then, and Sara was there when the merger was planned: it moves her.
        let found = try await warnings(workplace, people: Self.people)
        #expect(found.map(\.code) == ["KEMI-LAB"])
        #expect(found.map(\.people) == [2] && found.map(\.heir) == ["KEMI-KONTOR"])
        #expect(found.map(\.last) == [Self.day - 1])
    }

    @Test(arguments: Engine.tested)
    func `the preview says so, and the file is taken in all the same`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await merge(workplace)
        let id = try await workplace.staged(people: Self.people)
        let page = try await workplace.get("/import/\(id)", as: Workplace.rikke).text
        #expect(page.contains("(KEMI-LAB) lægges sammen med KEMI-KONTOR"))
        #expect(page.contains("Filen sætter 2 personer i den, og de flytter ikke med af sig selv."))
        #expect(page.contains("/application"))
        #expect(try await workplace.apply(id) == .applied)
        // What was planned for Sara stands.
        let units = try await workplace.database.read { reader in
            let store = PersonStore(reader)
            return [
                try store.find(externalID: "5", on: Self.today)?.unit,
                try store.find(externalID: "5", on: Self.day)?.unit,
            ]
        }
        #expect(units == [Workplace.laboratories, Workplace.office])
        // The same file again moves nobody.
        #expect(try await warnings(workplace, people: Self.people) == [])
    }

    @Test(arguments: Engine.tested)
    func `a unit that closes by plan is told too, unless the file lets it stay`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.database.write {
            try $0.execute("UPDATE unit SET closes = \(Self.day) WHERE id IN ('office', 'history')")
        }
        let people = "external_id,name,unit\n1,Bo Krogh,KEMI-KONTOR\n2,Eli Vang,HIST\n"
        let found = try await warnings(workplace, people: people)
        #expect(found.map(\.code) == ["HIST", "KEMI-KONTOR"] && found.map(\.heir) == [nil, nil])
        #expect(found.first?.explained(in: .english).contains("closes. Its last day is") == true)
        #expect(found.first?.explained(in: .english).contains("The file puts 1 person into it.") == true)
        let kept = try await warnings(
            workplace, units: "code,parent,name_da,closes\nHIST,NU,Institut for Historie,\n", people: people)
        #expect(kept.map(\.code) == ["KEMI-KONTOR"])
    }

    @Test(arguments: Engine.tested)
    func `a unit that has closed already is no warning but refused`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.database.write {
            try $0.execute("UPDATE unit SET closes = \(Self.today - 1) WHERE id = 'office'")
        }
        #expect(try await warnings(workplace, people: "external_id,name,unit\n1,Bo Krogh,KEMI-KONTOR\n") == [])
    }
}
