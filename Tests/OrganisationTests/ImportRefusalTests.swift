import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

@Suite struct ImportRefusalTests {
    @Test(arguments: Engine.tested)
    func `What a line lacks or gets wrong by itself is refused with its line`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let long = String(repeating: "å", count: 201)
        let found = try await workplace.refusals(
            people: """
                external_id,name,email,phone,language,kind,unit,title,starts,ends
                ,Bo Krogh,,,,,,,,
                2,,,,,,,,,
                3,\(long),,,,,,,,
                4,Bo Krogh,bo,,,,,,,
                5,Bo Krogh,,,tysk,,,,,
                6,Bo Krogh,,,,robot,,,,
                7,Bo Krogh,,,,,,,31/12/2026,
                8,Bo Krogh,,,,,,,2026-02-01,2026-01-31
                9,Bo Krogh
                10,"Bo" Krogh,,,,,,,,
                11,Bo Krogh,,,,,,,,,,
                """)
        #expect(
            found == [
                Refused(.missing(.externalID), line: 2), Refused(.missing(.name), line: 3),
                Refused(.tooLong(.name, limit: 200), line: 4), Refused(.notAnAddress("bo"), line: 5),
                Refused(.unknownChoice(.language, "tysk"), line: 6), Refused(.unknownChoice(.kind, "robot"), line: 7),
                Refused(.notADay(.starts, "31/12/2026"), line: 8), Refused(.endsBeforeItStarts, line: 9),
                Refused(.tooFewFields(count: 2, expected: 10), line: 10), Refused(.textAfterQuote, line: 11),
                Refused(.tooManyFields(count: 12, expected: 10), line: 12),
            ])
    }

    @Test(arguments: Engine.tested)
    func `A quotation mark that is never closed is told of`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let found = try await workplace.refusals(people: "external_id,name\n1,\"Bo Krogh\n2,Eli Vang\n")
        #expect(found == [Refused(.unfinishedQuote, line: 2)])
    }

    @Test(arguments: Engine.tested)
    func `The same number, code or e-mail twice is refused where it comes again`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let found = try await workplace.refusals(
            units: "code,parent,name_da\nA,NU,Arkiv\nB,NU,Bibliotek\nA,NU,Atelier\n",
            people: """
                external_id,name,email
                1,Bo Krogh,bo@nordhavn.example
                2,Eli Vang,BO@nordhavn.example
                1,Ane Dahl,
                3,Per Juul,
                """)
        #expect(
            Set(found.map(\.line)) == [3, 4]
                && found.contains(Refused(.doubled(.code, "A", line: 2), line: 4))
                && found.contains(Refused(.doubled(.email, "bo@nordhavn.example", line: 2), line: 3))
                && found.contains(Refused(.doubled(.externalID, "1", line: 2), line: 4)))
        #expect(found.count == 3)
    }

    @Test(arguments: Engine.tested)
    func `Somebody else's e-mail is refused, unless the owner gets another in the same file`(engine: Engine)
        async throws
    {
        let workplace = try await Workplace(engine)
        try await workplace.imported(
            people: "external_id,name,email\n1,Bo Krogh,bo@nordhavn.example\n2,Eli Vang,eli@nordhavn.example\n")
        let taken = try await workplace.refusals(
            people:
                "external_id,name,email\n1,Bo Krogh,bo@nordhavn.example\n2,Eli Vang,\n3,Ny Bo,maja@nordhavn.example\n"
                + "4,Ny Eli,bo@nordhavn.example\n")
        #expect(
            taken == [
                Refused(.doubled(.email, "bo@nordhavn.example", line: 2), line: 5),
                Refused(.emailTaken("bo@nordhavn.example", owner: "Bo Krogh"), line: 5),
            ])
        let swapped = try await workplace.imported(
            people: "external_id,name,email\n1,Bo Krogh,eli@nordhavn.example\n2,Eli Vang,bo@nordhavn.example\n")
        #expect(swapped == .applied)
        #expect(try await workplace.person("1")?.email == "eli@nordhavn.example")
        #expect(try await workplace.person("2")?.email == "bo@nordhavn.example")
    }

    @Test(arguments: Engine.tested)
    func `A unit that is neither here nor in the file is refused`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let found = try await workplace.refusals(
            units: "code,parent,name_da\nA,NU,Arkiv\nB,MANGLER,Bibliotek\n",
            people: "external_id,name,unit\n1,Bo Krogh,A\n2,Eli Vang,HIST\n3,Ane Dahl,VÆK\n")
        #expect(found == [Refused(.unknownUnit("MANGLER"), line: 3), Refused(.unknownUnit("VÆK"), line: 4)])
    }

    @Test(arguments: Engine.tested)
    func `A unit that closes before it opens is refused`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let found = try await workplace.refusals(
            units: "code,parent,name_da,opens,closes\nA,NU,Arkiv,2026-03-01,2026-02-01\nHIST,NU,Historie,,1990-01-01\n")
        #expect(found == [Refused(.endsBeforeItStarts, line: 2), Refused(.endsBeforeItStarts, line: 3)])
    }

    @Test(arguments: Engine.tested)
    func `Units that lie under each other in a ring are refused and named`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let within = try await workplace.refusals(units: "code,parent,name_da\nA,B,Arkiv\nB,A,Bibliotek\nC,C,Central\n")
        #expect(within == [Refused(.loop("A → B → A"), line: 2), Refused(.loop("C → C"), line: 4)])
        let through = try await workplace.refusals(units: "code,parent,name_da\nA,KEMI-LAB,Arkiv\nKEMI,A,Kemi\n")
        #expect(through == [Refused(.loop("A → KEMI-LAB → KEMI → A"), line: 2)])
    }

    @Test(arguments: Engine.tested)
    func `A file that would leave no administrator is refused as a whole`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.imported(people: "external_id,name,email\n1,Rikke Thy,rikke@nordhavn.example\n")
        let without = "external_id,name\n2,Bo Krogh\n"
        #expect(try await workplace.refusals(people: without) == [Refused(.noAdministratorLeft, line: 0)])
        let ended = "external_id,name,ends\n1,Rikke Thy,2026-01-04\n"
        #expect(try await workplace.refusals(people: ended) == [Refused(.noAdministratorLeft, line: 0)])
    }

    @Test func `A file that cannot be read, or lacks columns, is refused before it is staged`() async throws {
        func problems(_ text: [UInt8]) -> [String] {
            do {
                _ = try ImportDraft([ImportFile(.people, name: "people.csv", bytes: text)], .system)
                return []
            } catch {
                return error.all.map { "\($0.field): \($0.problem.explained(in: .danish))" }
            }
        }
        #expect(problems([0xFF, 0xFE, 0x31, 0x00]).first?.contains("UTF-16") == true)
        #expect(problems([]) == ["people: Filen er tom."])
        #expect(
            problems(Array("navn;skostørrelse\nBo Krogh;44\n".utf8)) == [
                "people: Kolonnen »medarbejdernr« mangler. Den må også hedde »external_id«."
            ])
        #expect(problems(Array("external_id,name,name\n".utf8)) == ["people: Kolonnen »name« er der to gange."])
        #expect(problems(Array("external_id,name,shoe size\n1,Bo Krogh,44\n".utf8)) == [])
    }

    @Test func `Every problem is kept and found again as it was`() {
        let problems: [ImportProblem] = [
            .tooFewFields(count: 2, expected: 10), .tooManyFields(count: 12, expected: 10), .unfinishedQuote,
            .textAfterQuote, .missing(.name), .tooLong(.unit, limit: 40), .notADay(.ends, "i går"),
            .notAnAddress("bo"), .unknownChoice(.kind, "robot"), .doubled(.email, "a@b.dk", line: 7),
            .emailTaken("a@b.dk", owner: "Bo Krogh"), .unknownUnit("X"), .endsBeforeItStarts, .loop("A → A"),
            .tooDeep(most: 50), .noAdministratorLeft,
        ]
        #expect(problems.map { KeptProblem($0).problem } == problems)
    }
}
