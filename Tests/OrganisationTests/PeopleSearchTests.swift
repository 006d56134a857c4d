import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

@Suite struct `Finding people by name` {
    func found(_ text: String, _ workplace: Workplace) async throws -> [String] {
        try await workplace.database.read { reader in
            try PersonStore(reader).beginning(with: text, on: Workplace.today).map(\.id.text)
        }
    }

    @Test(arguments: Engine.tested)
    func `finds the beginning of the first and the last name, whatever the letters' size, and a whole e-mail`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        #expect(try await found("ma", workplace) == ["maja"])
        #expect(try await found("maja holm", workplace) == ["maja"])
        #expect(try await found("HOLM", workplace) == ["maja"])
        #expect(try await found("åk", workplace) == ["karl"])
        #expect(try await found("øster", workplace) == ["ida"])
        #expect(try await found(" ida Ø", workplace) == ["ida"])
        #expect(try await found("Karl@Nordhavn.example", workplace) == ["karl"])
        #expect(try await found("olm", workplace) == [])
        #expect(try await found("%", workplace) == [])
        #expect(try await found("", workplace) == [])
    }

    @Test(arguments: Engine.tested)
    func `leaves out whoever is not here on the day`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.database.write { writer in
            try writer.execute("UPDATE person SET ends = \(Workplace.today - 1) WHERE id = 'karl'")
            try writer.execute("UPDATE person SET starts = \(Workplace.today + 1) WHERE id = 'ida'")
        }
        #expect(try await found("karl", workplace) == [])
        #expect(try await found("Østergaard", workplace) == [])
    }
}
