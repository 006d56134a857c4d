import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@Suite struct WhomToAskTests {
    private func give(
        _ workplace: Workplace, _ id: String, _ role: Role, in place: Mandate.Place, _ person: Person
    ) async throws {
        let mandate = Mandate(
            id: ID(id), role: role, in: place, person: person.id, origin: .appointed, starts: Workplace.today - 100)
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { try $0.apply(mandate.given(to: person.name), deed) }
    }

    private func contacts(_ workplace: Workplace, _ unit: UnitID) async throws -> UnitContacts {
        let day = Workplace.today
        return try await workplace.house.database.read { try UnitContacts(of: unit, on: day, today: day, $0) }
    }

    @Test(arguments: Engine.tested)
    func `the unit's own group is named, and those above for what it has not`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await give(workplace, "e1", .emergencyLead, in: .unit(Workplace.university), Workplace.rikke)
        try await give(workplace, "e2", .emergencyLead, in: .unit(Workplace.chemistry), Workplace.karl)
        let found = try await contacts(workplace, Workplace.laboratories)
        #expect(
            found.people.map { "\($0.role) \($0.seat.name) \($0.distance)" } == [
                "representative Maja Holm 0", "leader Jonas Riis 0", "coordinator Eva Nør 1",
                "emergencyLead Karl Åkjær 1",
            ])
        #expect(found.vacant.isEmpty && found.group?.id == Workplace.labGroup && found.groupDistance == 0)
        #expect(found.people[0].reached?.email == "maja@nordhavn.example")
    }

    @Test(arguments: Engine.tested)
    func `a unit without a group goes to the one that looks after it`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let found = try await contacts(workplace, Workplace.office)
        #expect(found.group?.id == Workplace.committee && found.groupDistance == 1)
        let page = try await workplace.get("/units/office", as: Workplace.karl).text
        #expect(page.contains("Enheden har ikke sin egen gruppe. AMU Grøn Kemi ser efter den."))
        let top = try await workplace.get("/units/university", as: Workplace.karl).text
        #expect(top.contains("Ingen gruppe ser efter denne enhed endnu"))
    }

    @Test(arguments: Engine.tested)
    func `a vacant seat is said, with whom to go to meanwhile`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        #expect(try await contacts(workplace, Workplace.history).vacant == [.leader])
        let page = try await workplace.get("/units/history", as: Workplace.sara).text
        #expect(page.contains("ledig plads") && page.contains("går du til din nærmeste leder"))
        let poster = try await workplace.get("/units/history/poster", as: Workplace.sara).text
        #expect(poster.contains("Ledig plads") && poster.contains("arbejdsleder"))
    }

    @Test(arguments: Engine.tested)
    func `colleagues see how somebody is reached today, and only today`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let called = Person(
            id: ID("bo"), name: "Bo Krogh", email: "bo@nordhavn.example", phone: "+45 12 34 56 78",
            unit: Workplace.history, starts: Workplace.today - 200)
        try await workplace.employ([called])
        try await give(workplace, "b", .leader, in: .body(Workplace.historyGroup), called)
        let page = try await workplace.get("/units/history", as: Workplace.sara).text
        #expect(page.contains("href=\"mailto:bo@nordhavn.example\"") && page.contains("href=\"tel:+4512345678\""))
        let then = try await workplace.get("/units/history?on=\((Workplace.today - 50).text)", as: Workplace.sara).text
        #expect(then.contains("Bo Krogh") && !then.contains("bo@nordhavn") && !then.contains("tel:"))
    }

    @Test func `a poster hangs without telephone and e-mail unless somebody wants them there`() async throws {
        let workplace = try await Workplace()
        let path = "/units/laboratories/poster"
        let poster = try await workplace.get(path, as: Workplace.sara).text
        for name in ["Maja Holm", "Jonas Riis", "Eva Nør"] { #expect(poster.contains(name)) }
        #expect(poster.contains("Hvem går jeg til?") && poster.contains("Whom do I go to?"))
        #expect(!poster.contains("maja@nordhavn"))
        #expect(try await workplace.get(path + "?reach=1", as: Workplace.sara).text.contains("maja@nordhavn.example"))
        let english = try await workplace.get(path + "?words=en", as: Workplace.sara).text
        #expect(english.contains("safety representative") && !english.contains("Så du noget?"))
        #expect(try await workplace.get(path + "?words=fr", as: Workplace.sara).text.contains("Så du noget?"))
    }

    @Test func `the unit's code is for those who arrange`() async throws {
        let workplace = try await Workplace()
        for person in [Workplace.rikke, Workplace.eva] {
            let page = try await workplace.get("/units/laboratories", as: person).text
            #expect(page.contains("KEMI-LAB"), "\(person.name)")
        }
        try await give(workplace, "s", .secretariat, in: .unit(Workplace.university), Workplace.karl)
        #expect(try await workplace.get("/units/laboratories", as: Workplace.karl).text.contains("KEMI-LAB"))
        for person in [Workplace.sara, Workplace.maja] {
            let page = try await workplace.get("/units/laboratories", as: person).text
            #expect(page.contains("Laboratorier") && !page.contains("KEMI-LAB"), "\(person.name)")
        }
    }

    @Test func `whom one goes to comes first, and what does not lie below the unit is not spoken of`() async throws {
        let workplace = try await Workplace()
        let page = try await workplace.get("/units/laboratories", as: Workplace.sara).text
        let people = try #require(page.range(of: "class=\"contacts\""))
        let poster = try #require(page.range(of: "/units/laboratories/poster"))
        #expect(people.lowerBound < poster.lowerBound)
        #expect(!page.contains("Enheder herunder"))
        #expect(try await workplace.get("/units/chemistry", as: Workplace.sara).text.contains("Enheder herunder"))
    }

    @Test func `an employee finds the own unit with one tap`() async throws {
        let workplace = try await Workplace()
        for path in ["/", "/people"] {
            let page = try await workplace.get(path, as: Workplace.sara).text
            #expect(page.contains("href=\"/units/laboratories\""), "\(path)")
        }
        let own = try await workplace.get("/units/laboratories", as: Workplace.sara).text
        #expect(own.contains("href=\"/units/laboratories\" aria-current=\"page\""))
    }

    @Test(arguments: Engine.tested)
    func `whoever says where he works is shown the unit`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let found = try await workplace.get("/organisation?q=lab", as: Workplace.karl).text
        #expect(found.contains("class=\"found\"") && found.contains("href=\"/units/laboratories\""))
        #expect(
            try await workplace.get("/organisation?q=findes+ikke", as: Workplace.karl).text.contains(
                "Ingen enhed hedder"))
    }
}
