import Access
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation
@testable import SafetyOrganisation

/// Coordinator and safety representative at once: told, accepted with a reason, withdrawn, counted.
@Suite(.serialized) struct ConflictTests {
    private static let reason = "Vi er få, og Maja hjælper folk, der ikke vil gå til Eva."
    private static let path = "/double-roles/maja"

    /// Maja represents the laboratories and coordinates them too.
    private func firm(_ engine: Engine = .sqlite) async throws -> Enterprise {
        let firm = try await Enterprise(engine)
        try await firm.seat(Workplace.maja, .coordinator, in: .unit(Workplace.laboratories), id: "office")
        return firm
    }

    @Test(arguments: Engine.tested)
    func `giving the second mandate says it at once, to the giver and to the person`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        let given = try await firm.work.post(
            "/units/laboratories/offices", as: Workplace.rikke,
            ["email": "maja@nordhavn.example", "role": "coordinator", "origin": "appointed"])
        #expect(given.status == 303)
        #expect(given.said?.contains("interessekonflikt") == true)
        #expect(try await firm.work.get("/", as: Workplace.maja).text.contains("Du er både arbejdsmiljøkoordinator"))
        let other = try await firm.work.post(
            "/units/laboratories/offices", as: Workplace.rikke,
            ["email": "sara@nordhavn.example", "role": "coordinator", "origin": "appointed"])
        #expect(other.said?.contains("interessekonflikt") == false)
        #expect(try await !firm.work.get("/", as: Workplace.sara).text.contains("Du er både"))
        // Before it is sent the form says it too.
        #expect(
            try await firm.work.get("/units/laboratories/offices", as: Workplace.rikke).text
                .contains("De to roller kan komme i konflikt"))
    }

    @Test(arguments: Engine.tested)
    func `mandates that do not meet make no double role`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        try await firm.seat(Workplace.maja, .coordinator, in: .unit(Workplace.laboratories), from: -50, to: -1)
        #expect(try await firm.work.get(Self.path, as: Workplace.rikke).status == 404)
        #expect(try await firm.work.get("/double-roles", as: Workplace.rikke).text.contains("Ingen har begge roller"))
        let soon = Mandate(
            id: ID("a"), role: .coordinator, in: .unit(Workplace.office), person: Workplace.maja.id, origin: .appointed,
            starts: Workplace.today + 10)
        let seat = Mandate(
            id: ID("b"), role: .representative, body: Workplace.labGroup, person: Workplace.maja.id, origin: .elected,
            starts: Workplace.today - 10, ends: Workplace.today + 9)
        #expect(!soon.makesDoubleRole(beside: [seat, soon]))
        let longer = Mandate(
            id: ID("c"), role: .representative, body: Workplace.labGroup, person: Workplace.maja.id, origin: .elected,
            starts: Workplace.today - 10, ends: Workplace.today + 10)
        #expect(soon.makesDoubleRole(beside: [longer]) && longer.makesDoubleRole(beside: [soon]))
    }

    @Test(arguments: Engine.tested)
    func `it is accepted with a reason, journalled without it, and withdrawn`(engine: Engine) async throws {
        let firm = try await firm(engine)
        let empty = try await firm.work.post("\(Self.path)/acceptance", as: Workplace.rikke, ["reason": "  "])
        #expect(empty.status == 422)
        let long = try await firm.work.post(
            "\(Self.path)/acceptance", as: Workplace.rikke, ["reason": String(repeating: "x", count: 1001)])
        #expect(long.status == 422 && long.text.contains("xxxx"))
        #expect(try await firm.work.post("\(Self.path)/withdrawal", as: Workplace.rikke).status == 409)
        let done = try await firm.work.post("\(Self.path)/acceptance", as: Workplace.rikke, ["reason": Self.reason])
        #expect(done.status == 303 && done.location == Self.path)
        let page = try await firm.work.get(Self.path, as: Workplace.rikke).text
        #expect(page.contains(Self.reason) && page.contains("Accepteret af Rikke Thy mandag"))
        let journal = try await firm.work.database.read { reader in
            try reader.rows(
                """
                SELECT journal.verb, journal.person_id, journal_payload.after FROM journal
                LEFT JOIN journal_payload ON entry_id = journal.id WHERE verb = 'double_role_accepted'
                """
            ) { row in (try row[0] as String, try row[1] as String?, try row[2] as String?) }
        }
        #expect(journal.count == 1 && journal[0].1 == "rikke" && journal[0].2 == nil)
        #expect(try await firm.work.post("\(Self.path)/withdrawal", as: Workplace.rikke).status == 303)
        let after = try await firm.work.get(Self.path, as: Workplace.rikke).text
        #expect(after.contains("Trukket tilbage af Rikke Thy") && after.contains("ikke accepteret"))
    }

    @Test(arguments: Engine.tested)
    func `a new mandate asks anew`(engine: Engine) async throws {
        let firm = try await firm(engine)
        _ = try await firm.work.post("\(Self.path)/acceptance", as: Workplace.rikke, ["reason": Self.reason])
        #expect(try await firm.work.get("/double-roles", as: Workplace.rikke).text.contains(">accepteret<"))
        try await firm.seat(Workplace.maja, .coordinator, in: .unit(Workplace.office), id: "second-office")
        #expect(try await firm.work.get("/double-roles", as: Workplace.rikke).text.contains(">ikke accepteret<"))
        let page = try await firm.work.get(Self.path, as: Workplace.rikke).text
        #expect(page.contains("Der er kommet et nyt hverv til") && page.contains("name=\"reason\""))
        _ = try await firm.work.post("\(Self.path)/acceptance", as: Workplace.rikke, ["reason": "Stadig."])
        #expect(try await firm.work.get("/double-roles", as: Workplace.rikke).text.contains(">accepteret<"))
    }

    @Test(arguments: Engine.tested)
    func `only those who decide and the person read the reason`(engine: Engine) async throws {
        let firm = try await firm(engine)
        _ = try await firm.work.post("\(Self.path)/acceptance", as: Workplace.rikke, ["reason": Self.reason])
        // The person reads it and cannot decide.
        #expect(try await firm.work.get(Self.path, as: Workplace.maja).text.contains(Self.reason))
        for form in ["acceptance", "withdrawal"] {
            #expect(
                try await firm.work.post("\(Self.path)/\(form)", as: Workplace.maja, ["reason": "Ja tak"]).status == 403
            )
        }
        // Colleagues, the area's coordinator and strangers find nothing.
        for person in [Workplace.jonas, Workplace.sara, Workplace.eva, Workplace.karl, Workplace.ida] {
            #expect(try await firm.work.get(Self.path, as: person).status == 404, "\(person.id)")
            for form in ["acceptance", "withdrawal"] {
                #expect(
                    try await firm.work.post("\(Self.path)/\(form)", as: person, ["reason": "x"]).status == 404,
                    "\(person.id)")
            }
        }
        let figures = try await firm.work.get("/double-roles", as: Workplace.eva).text
        #expect(figures.contains("koordinatorer") && !figures.contains("Maja") && !figures.contains(Self.reason))
        #expect(try await firm.work.get("/double-roles", as: Workplace.maja).text.contains("/double-roles/maja"))
        #expect(try await firm.work.get("/double-roles", as: Workplace.sara).status == 403)
        // The secretariat of the area decides, that of another finds nothing.
        try await firm.seat(Workplace.sara, .secretariat, in: .unit(Workplace.chemistry))
        try await firm.seat(Workplace.karl, .secretariat, in: .unit(Workplace.history))
        #expect(try await firm.work.get(Self.path, as: Workplace.sara).text.contains(Self.reason))
        #expect(try await firm.work.get(Self.path, as: Workplace.karl).status == 404)
        for bad in ["/double-roles/nobody", "/double-roles/jonas"] {
            #expect(try await firm.work.get(bad, as: Workplace.rikke).status == 404)
        }
    }

    @Test(arguments: Engine.tested)
    func `the secretariat of where somebody is a representative does not read why another area accepted it`(
        engine: Engine
    ) async throws {
        let firm = try await firm(engine)
        try await firm.seat(Workplace.maja, .representative, in: .body(Workplace.historyGroup), id: "maja-history")
        try await firm.seat(Workplace.karl, .secretariat, in: .unit(Workplace.history))
        try await firm.seat(Workplace.sara, .secretariat, in: .unit(Workplace.chemistry))
        let accepted = try await firm.work.post(
            "\(Self.path)/acceptance", as: Workplace.sara, ["reason": Self.reason])
        #expect(accepted.status == 303)
        #expect(try await firm.work.get(Self.path, as: Workplace.karl).status == 404)
        #expect(try await !firm.work.get("/double-roles", as: Workplace.karl).text.contains("Maja"))
        for form in ["acceptance", "withdrawal"] {
            #expect(
                try await firm.work.post("\(Self.path)/\(form)", as: Workplace.karl, ["reason": "x"]).status == 404)
        }
        #expect(try await firm.work.get(Self.path, as: Workplace.sara).text.contains(Self.reason))
        // Whoever coordinates there too is for both to decide.
        try await firm.seat(Workplace.maja, .coordinator, in: .body(Workplace.historyGroup), id: "maja-coordinates")
        #expect(try await firm.work.get(Self.path, as: Workplace.karl).status == 200)
    }

    @Test(arguments: Engine.tested)
    func `the figures count people, not mandates`(engine: Engine) async throws {
        let firm = try await firm(engine)
        try await firm.seat(Workplace.maja, .coordinator, in: .unit(Workplace.office), id: "second-office")
        let count = try await firm.work.database.read { reader in
            let roles = try MandateStore(reader).doubleRoles(on: Workplace.today)
            return try ConflictStore(reader).count(on: Workplace.today, roles)
        }
        #expect(count == ConflictCount(coordinators: 2, both: 1, accepted: 0))
        #expect(count.share == 50 && count.waiting == 1)
        #expect(ConflictCount(coordinators: 0, both: 0, accepted: 0).share == 0)
        #expect(ConflictCount(coordinators: 33, both: 11, accepted: 0).share == 33)
    }
}
