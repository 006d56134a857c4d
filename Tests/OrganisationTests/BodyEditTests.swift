import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

/// Bodies that are changed and closed by those who arrange them.
@Suite struct BodyEditTests {
    private static let fields = [
        "name_da": "AMG Laboratorier", "name_en": "Laboratories group", "kind": "group", "parent": "committee",
        "units": "KEMI-LAB",
    ]

    private func edit(_ work: Workplace, _ more: [String: String], as person: Person = Workplace.eva) async throws
        -> Reply
    {
        try await work.post("/bodies/lab-group/edit", as: person, Self.fields.merging(more) { $1 })
    }

    private func group(_ work: Workplace, on day: Day = Workplace.today) async throws -> Body? {
        try await work.database.read { try BodyStore($0).find(Workplace.labGroup, on: day) }
    }

    @Test(arguments: Engine.tested)
    func `name, parent, seats and meetings hold at once, the area from its day`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let day = Workplace.today + 20
        let saved = try await edit(
            work,
            [
                "name_da": "AMG Kemi", "employer_seats": "2", "employee_seats": "3", "meetings_a_year": "4",
                "units": "KEMI-KONTOR", "day": day.text, "parent": "",
            ])
        #expect(saved.status == 303)
        let (today, later) = try await (group(work), group(work, on: day))
        #expect(today?.name.danish == "AMG Kemi" && today?.parent == nil)
        #expect(today?.employerSeats == 2 && today?.employeeSeats == 3 && today?.meetingsAYear == 4)
        #expect(today?.units == [Workplace.laboratories] && later?.units == [Workplace.office])
        let page = try await work.get("/bodies/lab-group", as: Workplace.karl).text
        #expect(page.contains("2 for ledelsen, 3 for de ansatte") && page.contains("Møder om året"))
        let seats = try await work.get("/bodies/lab-group/seats", as: Workplace.karl).text
        #expect(seats.contains("2 for ledelsen, 3 for de ansatte"))
    }

    @Test(arguments: Engine.tested)
    func `a ring of bodies is refused, and so is all else that cannot be`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let ring = try await work.post(
            "/bodies/committee/edit", as: Workplace.eva,
            ["name_da": "AMU", "kind": "committee", "parent": "lab-group", "units": "KEMI"])
        #expect(ring.status == 422 && ring.text.contains("under hinanden i ring"))
        func refused(_ more: [String: String]) async throws -> String {
            let reply = try await edit(work, more)
            return reply.status == 422 ? reply.text : "\(reply.status)"
        }
        #expect(try await refused(["parent": "lab-group"]).contains("under hinanden i ring"))
        #expect(try await refused(["parent": "none"]).contains("Den findes ikke"))
        #expect(try await refused(["kind": "joint"]).contains("opstår og ophører ved en aftale"))
        #expect(try await refused(["employer_seats": "mange"]).contains("Skriv et helt tal fra 0 til 99"))
        #expect(try await refused(["meetings_a_year": "0"]).contains("fra 1 til 52"))
        #expect(try await refused(["units": ""]).contains("Skriv mindst én enhed"))
        #expect(try await refused(["units": "TAGET"]).contains("ingen enhed med navnet eller koden TAGET"))
        #expect(try await refused(["units": "KEMI-LAB, HIST"]).contains("HIST ligger uden for dit område"))
        #expect(try await refused(["day": "2001-01-01"]).contains("Den begynder først"))
        #expect(try await refused(["name_da": ""]).contains("Feltet mangler"))
        #expect(try await work.post("/bodies/lab-group/edit", as: Workplace.eva).status == 422)
        #expect(try await group(work)?.parent == Workplace.committee)
    }

    @Test(arguments: Engine.tested)
    func `only those who arrange the area change and close a body`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        for form in ["edit", "closure"] {
            let path = "/bodies/lab-group/\(form)"
            for person in [Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.karl] {
                #expect(try await work.get(path, as: person).status == 403, "\(form) \(person.name)")
                #expect(try await work.post(path, as: person, Self.fields).status == 403, "\(form) \(person.name)")
            }
            for person in [Workplace.eva, Workplace.rikke] {
                #expect(try await work.get(path, as: person).status == 200)
                #expect(try await work.get("/bodies/none/\(form)", as: person).status == 404)
                #expect(try await work.post("/bodies/none/\(form)", as: person).status == 404)
            }
            #expect(try await work.get("/bodies/history-group/\(form)", as: Workplace.eva).status == 403)
        }
    }

    @Test(arguments: Engine.tested)
    func `two who change the same field are told of each other`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let was = ["was_name_da": "AMG Laboratorier", "was_meetings_a_year": ""]
        #expect(try await edit(work, was.merging(["name_da": "Evas"]) { $1 }).status == 303)
        let clash = try await edit(work, was.merging(["name_da": "Rikkes"]) { $1 }, as: Workplace.rikke)
        #expect(clash.status == 409 && clash.text.contains("Evas") && clash.text.contains("Rikkes"))
        let other = try await edit(work, was.merging(["meetings_a_year": "6"]) { $1 }, as: Workplace.rikke)
        #expect(other.status == 303)
        let group = try await group(work)
        #expect(group?.name.danish == "Evas" && group?.meetingsAYear == 6)
    }

    @Test(arguments: Engine.tested)
    func `a body closes on a day, and its mandates with it`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let (path, day) = ("/bodies/lab-group/closure", Workplace.today + 10)
        let page = try await work.get(path, as: Workplace.eva).text
        #expect(page.contains("Nedlæg gruppen") && !page.contains("<h1>Luk"))
        #expect(try await work.get("/bodies/lab-group/edit", as: Workplace.eva).text.contains("Nedlæg gruppen …"))
        #expect(
            page.contains("Maja Holm (arbejdsmiljørepræsentant)")
                && page.contains("Ingen anden ser så efter: Laboratorier"))
        #expect(try await work.post(path, as: Workplace.eva).status == 422)
        let early = try await work.post(path, as: Workplace.eva, ["day": "2001-01-01", "reason": "x"])
        #expect(early.status == 422 && early.text.contains("Den begynder først"))
        #expect(try await work.post(path, as: Workplace.eva, ["day": day.text, "reason": "Flyttet"]).status == 303)
        #expect(try await group(work)?.closes == day)
        let held = try await work.database.read { reader in
            try [day, day + 1].map { try BodyStore(reader).seats(of: Workplace.labGroup, on: $0).count }
        }
        #expect(held == [2, 0])
        let again = try await work.post(path, as: Workplace.eva, ["day": (day + 5).text, "reason": "x"])
        #expect(again.status == 422 && again.text.contains("lukker allerede"))
    }

    @Test(arguments: Engine.tested)
    func `programs change a field and leave the others alone`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.database.write { writer in
            for (token, person) in [("eva", Workplace.eva), ("karl", Workplace.karl)] {
                try writer.execute(
                    """
                    INSERT INTO api_token (hash, person_id, name, scopes, expires)
                    VALUES (\(SecretHash(of: token).text), \(person.id), 'test', 'organisation:write', '2100-01-01T00:00:00.000Z')
                    """)
            }
        }
        let path = "/api/v1/bodies/lab-group"
        let changed = try await work.api(.put, path, token: "eva", json: #"{"meetings_a_year":"5"}"#)
        #expect(changed.status == 200 && changed.text.contains("\"meetings_a_year\":\"5\""))
        #expect(changed.text.contains("\"parent\":\"committee\""))
        #expect(try await group(work)?.units == [Workplace.laboratories])
        #expect(try await work.api(.put, path, token: "eva", json: #"{"parent":"lab-group"}"#).status == 422)
        #expect(try await work.api(.put, path, token: "karl", json: "{}").status == 403)
        #expect(try await work.api(.put, "/api/v1/bodies/none", token: "eva", json: "{}").status == 404)
    }
}
