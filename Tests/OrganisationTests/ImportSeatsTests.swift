import Access
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

/// Bodies and mandates from files, held against the rules of the forms.
@Suite struct ImportSeatsTests {
    private static let bodies = """
        code,kind,name_da,units,parent,opens
        AMU,AMU,AMU Universitetet,NU,,2025-01-01
        AMG-K,AMG,AMG Kontoret,KEMI-KONTOR,AMU,2025-01-01
        """
    private static let mandates = """
        body,unit,person,role,origin,starts,ends,hours,represents,represented_unit,deputy_of
        AMG-K,,eva@nordhavn.example,arbejdsleder,udpeget,2026-01-01,,,,,
        AMG-K,,sara@nordhavn.example,AMR,valgt,2026-01-01,2027-12-31,"3,5",kontoret,KEMI-KONTOR,
        AMG-K,,karl@nordhavn.example,suppleant,valgt,2026-01-01,,,,,sara@nordhavn.example
        ,KEMI,jonas@nordhavn.example,beredskabstovholder,,,,,,,
        """

    private func staged(
        _ workplace: Workplace, bodies: String? = nil, mandates: String? = nil, people: String? = nil
    ) async throws -> ID<Import> {
        let files = [(ImportKind.people, people), (.bodies, bodies), (.mandates, mandates)].compactMap { kind, text in
            text.map { ImportFile(kind, name: "\(kind.rawValue).csv", bytes: Array($0.utf8)) }
        }
        let draft = try await ImportDraft.read(files, workplace.house.identities)
        let deed = workplace.deed(by: Workplace.rikke)
        try await workplace.database.write { try draft.stage(deed, $0) }
        return draft.id
    }

    @Test(arguments: Engine.tested)
    func `bodies and those who sit in them come in together, and a second time change nothing`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        let id = try await staged(workplace, bodies: Self.bodies, mandates: Self.mandates)
        let counts = try await workplace.counts(id)
        #expect(try await workplace.refusals(id).isEmpty)
        #expect(counts[.bodies].added == 2 && counts[.mandates].added == 4 && counts.refused == 0)
        let preview = try await workplace.get("/import/\(id)", as: Workplace.rikke).text
        #expect(preview.contains("AMG Kontoret") && preview.contains("Nye hverv"))
        #expect(try await workplace.apply(id) == .applied)
        let (group, seats, offices) = try await workplace.database.read { reader in
            let group = try #require(try BodyStore(reader).find(code: "AMG-K", on: Workplace.today))
            return (
                group, try MandateStore(reader).seats(in: .body(group.id), on: Workplace.today),
                try MandateStore(reader).seats(in: .unit(Workplace.chemistry), on: Workplace.today)
            )
        }
        #expect(group.units == [Workplace.office] && group.parent != nil && group.kind == .group)
        #expect(seats.map(\.name) == ["Eva Nør", "Sara Lund", "Karl Åkjær"])
        #expect(seats[1].mandate.minutesAWeek == 210 && seats[1].mandate.representedUnit == Workplace.office)
        #expect(seats[2].mandate.deputyOf == seats[1].mandate.id)
        #expect(offices.map(\.mandate.role) == [.emergencyLead])
        let again = try await staged(workplace, bodies: Self.bodies, mandates: Self.mandates)
        let same = try await workplace.counts(again)
        #expect(same[.bodies].same == 2 && same[.mandates].same == 4)
        let longer = Self.mandates.replacing("2027-12-31", with: "2028-12-31")
        let changed = try await staged(workplace, mandates: longer)
        #expect(try await workplace.counts(changed)[.mandates].changed == 1)
        #expect(try await workplace.apply(changed) == .applied)
        let ends = try await workplace.database.read { try MandateStore($0).find(seats[1].mandate.id)?.ends }
        #expect(ends == Day("2028-12-31"))
    }

    private static let refused: [(line: String, word: String)] = [
        ("AMG-X,,sara@nordhavn.example,member,,2026-01-01", "unknown_body"),
        (",XX,sara@nordhavn.example,hr_partner,,2026-01-01", "unknown_unit"),
        (",,sara@nordhavn.example,member,,2026-01-01", "body_or_unit"),
        ("AMG-K,HIST,sara@nordhavn.example,member,,2026-01-01", "body_or_unit"),
        ("AMG-K,,nobody@nordhavn.example,member,,2026-01-01", "unknown_person"),
        ("AMG-K,,sara@nordhavn.example,king,,2026-01-01", "unknown_choice"),
        ("AMG-K,,sara@nordhavn.example,member,,yesterday", "not_a_day"),
        ("AMG-K,,sara@nordhavn.example,hr_partner,,2020-01-01", "rule"),
        ("AMG-K,,sara@nordhavn.example,leader,,2026-01-01", "rule"),
        ("AMG-K,,sara@nordhavn.example,deputy,,2026-01-01", "rule"),
        ("AMG-K,,jonas@nordhavn.example,representative,,2026-01-05", "rule"),
    ]

    @Test(arguments: Engine.tested, refused)
    func `a line that cannot be is refused with its reason, and nothing of any file comes in`(
        engine: Engine, asked: (line: String, word: String)
    ) async throws {
        let workplace = try await Workplace(engine)
        let head = "body,unit,person,role,origin,starts\nAMG-K,,eva@nordhavn.example,leader,,2026-01-05\n"
        let id = try await staged(workplace, bodies: Self.bodies, mandates: head + asked.line + "\n")
        let refusals = try await workplace.refusals(id)
        #expect(refusals.contains { $0.line == 3 && KeptProblem($0.problem).word == asked.word }, "\(refusals)")
        #expect(try await workplace.apply(id) == .refused)
        let body = try await workplace.database.read { try BodyStore($0).find(code: "AMU", on: Workplace.today) }
        #expect(body == nil)
    }

    @Test(arguments: Engine.tested)
    func `bodies are refused where their units or parents are not there, and a code stands once`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        let id = try await staged(
            workplace,
            bodies:
                "code,kind,name_da,units,parent\nA,AMG,A,XX,\nB,AMG,B,HIST,C\nD,AMG,D,HIST,\nD,AMG,D,HIST,\nE,AMG,E,HIST,E\n"
        )
        let words = try await workplace.refusals(id).map { "\($0.line) \(KeptProblem($0.problem).word)" }
        #expect(Set(words) == ["2 rule", "3 unknown_body", "5 doubled", "6 loop"])
    }

    @Test(arguments: Engine.tested)
    func `whoever comes in with the same upload may hold a mandate`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let id = try await staged(
            workplace, mandates: "unit,person,role\nKEMI,77,HR-partner\n",
            people: "external_id,name,email\n77,Nye Person,ny@nordhavn.example\n7,Rikke Thy,rikke@nordhavn.example\n")
        #expect(try await workplace.refusals(id).isEmpty)
        #expect(try await workplace.apply(id) == .applied)
        let seats = try await workplace.database.read {
            try MandateStore($0).seats(in: .unit(Workplace.chemistry), on: Workplace.today).map(\.name)
        }
        #expect(seats == ["Nye Person"])
    }
}
