import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

/// Whatever is sent as units and people, there is a preview or a refusal, and nothing is read in by half.
@Suite(.timeLimit(.minutes(10))) struct ImportFuzzTests {
    private static let cells = [
        "", "1", "2", "A", "B", "KEMI", "NU", "Bo <Krogh>", "bo@nordhavn.example", "maja@nordhavn.example",
        "2026-13-45",
        "2026-01-05", "5.1.2026", "i morgen", "department", "institut", "employee", "da", "en", "ja", "'=1+1",
        "\u{202E}",
        "🫐", "\0", "\"", "a\nb", "9999999999999999999",
    ]
    private static let columns = [
        ["code", "parent", "kind", "name_da", "name_en", "legal_entity", "opens", "closes"],
        ["external_id", "name", "email", "phone", "language", "kind", "unit", "title", "starts", "ends"],
    ]

    private func table(_ columns: [String], _ dice: inout Numbers) -> String {
        var names = columns
        if Bool.random(using: &dice) { names.remove(at: Int.random(in: names.indices, using: &dice)) }
        if Int.random(in: 0...9, using: &dice) == 0 { names.append(names[0]) }
        let rows = (0..<Int.random(in: 0...12, using: &dice)).map { _ in
            names.map { _ in Self.cells.randomElement(using: &dice) ?? "" }.map { cell in
                cell.contains(where: "\"\n,".contains) && Bool.random(using: &dice)
                    ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
            }.joined(separator: ",")
        }
        return ([names.joined(separator: ",")] + rows).joined(separator: "\n")
    }

    @Test(arguments: Engine.tested)
    func `are previewed or refused, and applied only where no line is refused`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        var dice = Numbers(state: 20_261_121)
        var (previewed, applied, refused) = (0, 0, 0)
        for _ in 0..<(engine == .sqlite ? 250 : 150) {
            let (units, people) = (table(Self.columns[0], &dice), table(Self.columns[1], &dice))
            let id: ID<Import>
            do {
                id = try await workplace.staged(units: units, people: Bool.random(using: &dice) ? people : nil)
                previewed += 1
            } catch {
                #expect(error is Problems, "\(error)")
                refused += 1
                continue
            }
            let counts = try await workplace.counts(id)
            #expect(try await workplace.get("/import/\(id)", as: Workplace.rikke).status == 200)
            let before = try await size(of: workplace)
            let outcome = try await workplace.apply(id)
            if outcome == .applied { applied += 1 }
            #expect(outcome != .applied || counts.refused == 0)
            if outcome != .applied { #expect(try await size(of: workplace) == before) }
        }
        #expect(
            previewed > 5 && refused > 5 && applied > 0,
            "\(previewed) previewed, \(applied) applied, \(refused) refused")
    }

    private func size(of workplace: Workplace) async throws -> Int? {
        try await workplace.database.read { reader in
            try reader.value("SELECT (SELECT COUNT(*) FROM unit) + (SELECT COUNT(*) FROM person)", as: Int.self)
        }
    }
}

private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) ^ (state << 31)
    }
}
