import Access
import HTTPTypes
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Organisation
@testable import SafetyOrganisation

/// The list of what is wrong, as a page, as a file and for programs, and who sees it.
@Suite(.serialized) struct ListTests {
    private static let path = "/safety-organisation"

    @Test(arguments: Engine.tested)
    func `the administrator, coordinators and the secretariat have the list, nobody else`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        for path in [Self.path, "\(Self.path).csv"] {
            for person in [Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.karl, Workplace.ida] {
                #expect(try await firm.work.get(path, as: person).status == 403, "\(person.id) \(path)")
            }
            #expect(try await firm.work.get(path, as: Workplace.rikke).status == 200)
            #expect(try await firm.work.get(path, as: Workplace.eva).status == 200)
        }
        let refusal = try await firm.work.get(Self.path, as: Workplace.maja).text
        #expect(refusal.contains("arbejdsmiljøkoordinatorer"))
        try await firm.seat(Workplace.sara, .secretariat, in: .unit(Workplace.history))
        #expect(try await firm.work.get(Self.path, as: Workplace.sara).text.contains("AMG Historie"))
    }

    @Test(arguments: Engine.tested)
    func `each line has its rule, its source and the button that mends it`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        let page = try await firm.work.get(Self.path, as: Workplace.rikke).text
        #expect(page.contains("href=\"/bodies/history-group/seats?role=leader&amp;origin=appointed\""))
        #expect(page.contains("href=\"/bodies/new?kind=group&amp;units=KEMI-KONTOR&amp;name_da="))
        #expect(page.contains("Arbejdsmiljøloven § 6 b"))
        #expect(page.contains("spørg Arbejdstilsynet"))
        // The form that the button opens knows what is known.
        let form = try await firm.work.get("/bodies/new?kind=committee&units=KEMI-KONTOR", as: Workplace.rikke).text
        #expect(form.contains("value=\"KEMI-KONTOR\"") && form.contains("<option value=\"committee\" selected"))
        let seat = try await firm.work.get(
            "/bodies/history-group/seats?role=chair&origin=by_office&email=sara%40nordhavn.example", as: Workplace.rikke
        ).text
        #expect(seat.contains("<option value=\"chair\" selected") && seat.contains("value=\"sara@nordhavn.example\""))
        let call = try await firm.work.get(
            "/bodies/committee/elections/new?franchise=representatives&seats=2", as: Workplace.rikke
        ).text
        #expect(call.contains("<option value=\"representatives\" selected") && call.contains("value=\"2\""))
    }

    @Test func `the law's lines are told once for each kind, not at every place`() async throws {
        let firm = try await Enterprise(people: 30)
        for number in 0..<4 { try await firm.add(.group, "g\(number)", units: [Workplace.history]) }
        let page = try await firm.work.get("\(Self.path)?kind=no_leader", as: Workplace.rikke).text
        for place in ["AMG Historie", "g0", "g3"] { #expect(page.contains("<b>\(place)</b>"), "\(place)") }
        let rule = "En arbejdsmiljøgruppe er én udpeget arbejdsleder og én valgt arbejdsmiljørepræsentant."
        // The whole law stands once more at the foot of the page.
        #expect(page.ranges(of: rule).count == 2)
    }

    @Test func `a coordinator is told who creates a group, since only the administrator does`() async throws {
        let firm = try await Enterprise(people: 30)
        let page = try await firm.work.get(Self.path, as: Workplace.eva).text
        #expect(page.contains("Kun administratoren opretter grupper"))
        #expect(!page.contains("/bodies/new"))
        #expect(page.contains("/bodies/committee/seats?role=chair"))
    }

    @Test(arguments: Engine.tested)
    func `it is narrowed by unit and by kind`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        func page(_ query: String, as person: Person = Workplace.rikke) async throws -> String {
            try await firm.work.get("\(Self.path)\(query)", as: person).text
        }
        #expect(try await page("?unit=HIST").contains("1 ting skal rettes."))
        #expect(try await page("?unit=HIST").contains("AMG Historie"))
        #expect(try await !page("?kind=no_chair").contains("AMG Historie"))
        #expect(try await page("?kind=no_chair").contains("Pladsen som formand er ledig."))
        for nothing in ["?unit=HIST&kind=no_chair", "?unit=NOWHERE"] {
            #expect(try await page(nothing).contains("Intet mangler i det, du har valgt."), "\(nothing)")
        }
        // Chosen by name from those of the area, as they lie under each other; a name that is typed does as well.
        let choices = try await page("?unit=HIST")
        #expect(choices.contains("<option value=\"HIST\" selected") && choices.contains("<option value=\"KEMI-LAB\""))
        #expect(try await !page("", as: Workplace.eva).contains("<option value=\"HIST\""))
        #expect(try await page("?unit=institut+for+historie").contains("1 ting skal rettes."))
        // What lies outside the own area is as if it were not there.
        #expect(try await page("?unit=HIST", as: Workplace.eva).contains("Intet mangler i det, du har valgt."))
        #expect(try await page("?kind=nonsense").contains("AMG Historie"))
    }

    @Test func `where nothing is wrong the page says so`() async throws {
        let firm = try await Enterprise()
        #expect(try await firm.work.get(Self.path, as: Workplace.eva).text.contains("Intet mangler"))
    }

    @Test func `a long list has pages`() async throws {
        let firm = try await Enterprise()
        for number in 0..<60 { try await firm.add(.group, "g\(number)", units: [Workplace.history]) }
        let first = try await firm.work.get(Self.path, as: Workplace.rikke).text
        #expect(first.contains("1–50 af 122") && first.contains("from=50"))
        let last = try await firm.work.get("\(Self.path)?from=100", as: Workplace.rikke).text
        #expect(last.contains("101–122 af 122") && last.contains("rel=\"prev\"") && !last.contains("rel=\"next\""))
        for odd in ["-5", "x", "99999999999999999999"] {
            #expect(try await firm.work.get("\(Self.path)?from=\(odd)", as: Workplace.rikke).status == 200)
        }
    }

    @Test func `another day shows what was wrong then, without buttons`() async throws {
        let firm = try await Enterprise()
        let day = Workplace.today - 20
        try await firm.seat(Workplace.sara, .leader, in: .body(Workplace.historyGroup), from: -50, to: -10)
        let then = try await firm.work.get("\(Self.path)?on=\(day.text)", as: Workplace.rikke).text
        #expect(then.contains("har sin sidste dag") && !then.contains("?role="))
        #expect(try await firm.work.get("\(Self.path)?on=someday", as: Workplace.rikke).status == 400)
        #expect(try await firm.work.get("\(Self.path)?on=1900-01-01", as: Workplace.rikke).status == 404)
    }

    @Test func `the file has every row that the list lets through`() async throws {
        let firm = try await Enterprise(people: 30)
        let csv = try await firm.work.get("\(Self.path).csv?unit=HIST", as: Workplace.rikke)
        #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
        let lines = csv.text.split(separator: "\r\n")
        #expect(lines.count == 2)
        #expect(lines.last?.hasPrefix("Ingen leder;AMG Historie;Pladsen som arbejdsleder er ledig.;") == true)
        #expect(lines.last?.contains("læst i loven") == true)
    }

    @Test(arguments: Engine.tested)
    func `programs get the same, in the area of whoever's token it is`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        let path = "/api/v1/safety-organisation?kind=no_leader"
        let all = try await firm.work.api(.get, path, token: try await token(of: Workplace.rikke, firm)).text
        #expect(all.contains("\"history-group\"") && all.contains("\"count\":1") && all.contains("\"status\":\"V\""))
        let own = try await firm.work.api(.get, path, token: try await token(of: Workplace.eva, firm)).text
        #expect(own.contains("\"count\":0"))
        #expect(try await firm.work.api(.get, path, token: try await token(of: Workplace.maja, firm)).status == 403)
        #expect(try await firm.work.api(.get, path, token: nil).status == 401)
    }

    private func token(of person: Person, _ firm: Enterprise) async throws -> String {
        let secret = "token of \(person.id)"
        try await firm.work.database.write { writer in
            try writer.execute(
                """
                INSERT INTO api_token (hash, person_id, name, scopes, expires) VALUES
                (\(SecretHash(of: secret).text), \(person.id), 'test', 'organisation:read',
                \("2100-01-01T00:00:00.000Z"))
                """)
        }
        return secret
    }

    // MARK: The unit's and the body's page, and Today

    @Test(arguments: Engine.tested)
    func `vacancies are for all who see the body, the rest for those who mend`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        let seen = try await firm.work.get("/bodies/committee", as: Workplace.karl).text
        #expect(seen.contains("Pladsen som formand er ledig."))
        #expect(!seen.contains("sidder ikke i udvalget") && !seen.contains("?role="))
        let own = try await firm.work.get("/bodies/committee", as: Workplace.eva).text
        #expect(own.contains("Maja Holm, arbejdsmiljørepræsentant i AMG Laboratorier, sidder ikke i udvalget."))
        #expect(own.contains("/bodies/committee/seats?role=chair"))
        let others = try await firm.work.get("/bodies/history-group", as: Workplace.eva).text
        #expect(others.contains("Pladsen som arbejdsleder er ledig.") && !others.contains("?role="))
    }

    @Test(arguments: Engine.tested)
    func `the unit's page says the same`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        let page = try await firm.work.get("/units/office", as: Workplace.eva).text
        #expect(page.contains("ingen arbejdsmiljøgruppe ser efter enheden"))
        #expect(
            try await !firm.work.get("/units/office", as: Workplace.sara).text.contains("ingen arbejdsmiljøgruppe ser"))
        let vacant = try await firm.work.get("/units/history", as: Workplace.sara).text
        #expect(vacant.contains("Pladsen som arbejdsleder er ledig.") && !vacant.contains("?role="))
        #expect(
            try await firm.work.get("/units/history?on=\((Workplace.today - 1).text)", as: Workplace.rikke).status
                == 200)
    }

    @Test func `Today tells coordinators how much there is, and others nothing`() async throws {
        let firm = try await Enterprise(people: 30)
        #expect(try await firm.work.get("/", as: Workplace.eva).text.contains("4 ting skal rettes i dit område."))
        for person in [Workplace.maja, Workplace.sara, Workplace.rikke] {
            #expect(try await !firm.work.get("/", as: person).text.contains("/safety-organisation"), "\(person.id)")
        }
    }
}
