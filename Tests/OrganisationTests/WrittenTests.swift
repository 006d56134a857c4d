import Access
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Organisation

/// Units and people are written by name as well as by code and e-mail.
@Suite struct WrittenTests {
    private func give(_ person: String, _ work: Workplace, unit: String = "") async throws -> Reply {
        try await work.post(
            "/bodies/committee/seats", as: Workplace.eva,
            ["email": person, "role": "member", "origin": "appointed", "represented_unit": unit])
    }

    private func holders(_ work: Workplace) async throws -> [String] {
        try await work.database.read { reader in
            try MandateStore(reader).seats(in: .body(Workplace.committee), on: Workplace.today)
                .filter { $0.mandate.role == .member }.map(\.name)
        }
    }

    @Test(arguments: Engine.tested)
    func `a seat is given by whole name or by e-mail`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        #expect(try await give(Workplace.sara.name.uppercased(), work).status == 303)
        #expect(try await give("  \(Workplace.karl.email ?? "") ", work).status == 303)
        #expect(Set(try await holders(work)) == [Workplace.sara.name, Workplace.karl.name])
    }

    @Test(arguments: Engine.tested)
    func `a part of a name is asked about, and gives nothing to anybody`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let first = try #require(Workplace.sara.name.split(separator: " ").first)
        let reply = try await give(String(first), work)
        #expect(reply.status == 422)
        #expect(reply.text.contains("Mener du \(Workplace.sara.name), \(Workplace.sara.email ?? "")?"))
        let nobody = try await give("Findes Ikke", work)
        #expect(nobody.status == 422 && nobody.text.contains("Ingen har det navn eller den e-mail"))
        #expect(try await holders(work).isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `two of one name are told apart by e-mail`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        var twin = Workplace.sara
        twin = Person(
            id: ID("twin"), name: twin.name, email: "twin@nordhavn.example", kind: .employee, unit: Workplace.history,
            starts: Workplace.today - 10)
        try await work.employ([twin])
        let reply = try await give(twin.name, work)
        #expect(reply.status == 422 && reply.text.contains("twin@nordhavn.example"))
        #expect(reply.text.contains(Workplace.sara.email ?? "none"))
        #expect(try await give("twin@nordhavn.example", work).status == 303)
    }

    @Test(arguments: Engine.tested)
    func `a unit is found by code, else by its whole name in either language`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let names = try await work.database.read { reader in
            let store = UnitStore(reader)
            let unit = try #require(try store.find(Workplace.laboratories, on: Workplace.today))
            return try ["KEMI-LAB", unit.name.danish.lowercased(), unit.name.english, "Labor", "", "nowhere"]
                .map { try store.find(written: $0, on: Workplace.today)?.id.text ?? "-" }
        }
        let lab = Workplace.laboratories.text
        #expect(names == [lab, lab, lab, "-", "-", "-"])
        let seated = try await give(Workplace.sara.name, work, unit: "nowhere")
        #expect(seated.status == 422 && seated.text.contains("ingen enhed med navnet eller koden nowhere"))
    }
}
