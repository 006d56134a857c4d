import Kernel
import Testing

@testable import Organisation

@Suite struct UnitTreeTests {
    @Test func `A tree has no faults`() {
        let tree = UnitTree(parents: ["B": "A", "C": "B", "D": "A"])
        #expect(tree.faults(from: ["C", "A", "D", "B"]).isEmpty)
    }

    @Test func `A ring is told once, at its first line, also by those that hang below it`() {
        let tree = UnitTree(parents: ["A": "B", "B": "C", "C": "A", "D": "A"])
        #expect(tree.faults(from: ["D", "C", "A", "B"]) == ["C": .loop("C → A → B → C")])
    }

    @Test func `Fifty units may lie above one, and no more`() {
        let parents = Dictionary(uniqueKeysWithValues: (1...51).map { ("\($0)", "\($0 - 1)") })
        let faults = UnitTree(parents: parents).faults(from: (0...51).map(String.init))
        #expect(faults == ["51": .tooDeep(most: 50)])
    }
}

@Suite struct ImportCellTests {
    @Test(arguments: ["2026-11-21", "21-11-2026", "21.11.2026"])
    func `A day is read as Danes and computers write it`(text: String) {
        #expect(ImportCell.day(text)?.text == "2026-11-21")
    }

    @Test(arguments: ["21/11/2026", "2026-13-01", "31-02-2026", "1-2", "21.11.26", ""])
    func `What is no day, or could be two, is none`(text: String) {
        #expect(ImportCell.day(text) == nil)
    }

    @Test func `Kinds and languages are known in both languages, in large and small letters`() throws {
        #expect(try ImportCell.value("INSTITUT", .kind, of: .units) == "department")
        #expect(try ImportCell.value("Studerende", .kind, of: .people) == "student")
        #expect(try ImportCell.value("Engelsk", .language, of: .people) == "en")
        #expect(try ImportCell.value("Ja", .legalEntity, of: .units) == "1")
        #expect(throws: ImportProblem.unknownChoice(.kind, "skole")) {
            try ImportCell.value("skole", .kind, of: .people)
        }
    }
}
