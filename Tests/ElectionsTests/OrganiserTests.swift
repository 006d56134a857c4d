import Journal
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Elections

/// Nobody looks after an election in which he or she stands, and nothing is done to the register behind anybody's back.
// One after the other, so that they hold no more connections than others leave them.
@Suite(.serialized) struct OrganiserTests {
    private static let parts = ["register", "dates", "cancellation"]

    /// Sara works in the laboratories and coordinates the area, too.
    private static func labsOfACoordinator(_ engine: Engine) async throws -> (Laboratories, ID<Election>) {
        let labs = try await Laboratories(engine)
        try await labs.work.database.write { [deed = labs.work.deed(by: nil)] writer in
            let mandate = Mandate(
                id: ID("sara-coordinates"), role: .coordinator, body: Workplace.committee, person: Workplace.sara.id,
                origin: .appointed, starts: Workplace.today - 10)
            try writer.apply(mandate.given(to: "Sara Lund"), deed)
        }
        return (labs, try await labs.call())
    }

    private static let strike = ["email": "maja@nordhavn.example", "votes": "no", "reason": "Leder andre"]

    @Test(arguments: Engine.tested)
    func `whoever stands or is proposed no longer looks after the election, and is told who can`(engine: Engine)
        async throws
    {
        let (labs, id) = try await Self.labsOfACoordinator(engine)
        let (work, sara, page) = (labs.work, Workplace.sara, "/elections/\(id)")
        func expect(_ status: Int, _ when: Comment) async throws {
            for part in Self.parts {
                let reply = try await work.get("\(page)/\(part)", as: sara)
                #expect(reply.status == status, when)
                if status == 403 { #expect(reply.text.contains("en anden koordinator"), when) }
            }
            // What hangs on the wall decides nothing.
            #expect(try await work.get("\(page)/screen", as: sara).status == 200, when)
        }
        try await expect(200, "before")
        #expect(try await work.get(page, as: sara).text.contains("kan du ikke længere passe dette valg"))
        _ = try await work.post("\(page)/nominations", as: Workplace.maja, ["person": "sara"])
        try await expect(403, "proposed")
        #expect(try await work.post("\(page)/refusal", as: sara).status == 303)
        try await expect(200, "declined")
        try await labs.stand([sara, Workplace.maja], in: id)
        try await expect(403, "stands")
        let seen = try await work.get(page, as: sara).text
        #expect(seen.contains("Derfor kan du ikke passe det") && !seen.contains("\(page)/register"))
        for part in Self.parts {
            #expect(try await work.post("\(page)/\(part)", as: sara, Self.strike).status == 403, "\(part)")
        }
        labs.clock.go(to: Laboratories.voting)
        try await Elections.turnPages(in: work.house)
        for part in Self.parts {
            #expect(try await work.post("\(page)/\(part)", as: sara, Self.strike).status == 403, "\(part)")
        }
        #expect(try await labs.election(id).state == .voting)
        #expect(try await work.get("\(page)/register", as: Workplace.eva).status == 200)
    }

    @Test func `a proposal that nobody answered in time binds nobody`() {
        let asked = Candidate(person: Workplace.sara.id, answer: .asked, presentation: "")
        #expect(asked.takesPart(in: .nominating) && !asked.takesPart(in: .waiting) && !asked.takesPart(in: .voting))
        let stands = Candidate(person: Workplace.sara.id, answer: .stands, presentation: "")
        #expect(Phase.allCases.allSatisfy { stands.takesPart(in: $0) })
        let withdrawn = Candidate(person: Workplace.sara.id, answer: .withdrawn, presentation: "")
        #expect(!Phase.allCases.contains { withdrawn.takesPart(in: $0) })
    }

    @Test(arguments: Engine.tested)
    func `whoever is corrected on the register is told, and of a candidate all who stand`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        try await labs.stand([Workplace.maja, Workplace.sara, labs.colleagues[0]], in: id)
        let page = "/elections/\(id)"
        #expect(try await labs.work.post("\(page)/register", as: Workplace.eva, Self.strike).status == 303)
        let own = try await labs.notices(for: Workplace.maja)
        #expect(own.contains { $0.contains("Du er taget af valglisten") && $0.contains("Leder andre") })
        for other in [Workplace.sara, labs.colleagues[0]] {
            let notices = try await labs.notices(for: other)
            #expect(notices.contains { $0.contains("Maja Holm er taget af valglisten") })
            #expect(!notices.contains { $0.contains("Leder andre") })
        }
        #expect(try await !labs.notices(for: labs.colleagues[1]).contains { $0.contains("taget af") })
        let line = try await labs.work.database.read { reader in
            try JournalStore(reader).lines(about: Subject("election", id)).first { $0.verb == "struck" }
        }
        #expect(line?.after["reason"] == "Leder andre")
        let karl = ["email": "karl@nordhavn.example", "votes": "yes", "reason": "Er her hver dag"]
        #expect(try await labs.work.post("\(page)/register", as: Workplace.eva, karl).status == 303)
        #expect(try await labs.notices(for: Workplace.karl).contains { $0.contains("Du er sat på valglisten") })
        for person in [Workplace.maja, Workplace.karl] {
            #expect(try await labs.work.get(page, as: person).status == 200)
        }
    }

    @Test(arguments: Engine.tested)
    func `whoever is told what came of it can open the page`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.call()
        let karl = ["email": "karl@nordhavn.example", "votes": "yes", "reason": "Er her hver dag"]
        _ = try await labs.work.post("/elections/\(id)/register", as: Workplace.eva, karl)
        try await labs.stand([Workplace.maja, Workplace.sara], in: id)
        labs.clock.go(to: Laboratories.voting)
        try await Elections.turnPages(in: labs.work.house)
        try await labs.vote("1", as: Workplace.karl, in: id)
        try await labs.close()
        // Karl works elsewhere and was put on the register by hand.
        #expect(try await labs.notices(for: Workplace.karl).contains { $0.contains("er afgjort") })
        #expect(try await labs.work.get("/elections/\(id)", as: Workplace.karl).status == 200)
    }
}
