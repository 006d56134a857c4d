import HTTPTypes
import Kernel
import Markup
import MarkupTesting
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Elections

/// Every page in every state, in both languages, as everybody who sees it; and what waits on Today.
// One after the other, so that they hold no more connections than others leave them.
@Suite(.serialized) struct PageTests {
    private func check(_ path: String, as person: Person, _ labs: Laboratories) async throws {
        for language in ["da", "en"] {
            try await labs.work.database.write {
                try $0.execute("UPDATE person SET language = \(language) WHERE id = \(person.id)")
                try $0.raise("rights")
            }
            let reply = try await labs.work.get(path, as: person)
            #expect(reply.status == 200, "\(path) as \(person.name)")
            let problems = HTMLCheck(HTML(trusted: reply.text)).problems
            #expect(problems.isEmpty, "\(path) as \(person.name)")
            #expect(reply.text.contains("lang=\"\(language)\""))
            #expect(!reply.text.contains("Badge("), "\(path) shows a value as code")
        }
    }

    @Test func `every page is sound in every state`() async throws {
        let labs = try await Laboratories()
        let body = "/bodies/lab-group/elections"
        for person in [Workplace.eva, Workplace.rikke] {
            for path in ["/elections", body, "\(body)/new", "/bodies/committee/elections/new"] {
                try await check(path, as: person, labs)
            }
        }
        let id = try await labs.call(["deputies": "1", "agreement": "Aftalt", "note": "Vi ses."])
        let page = "/elections/\(id)"
        func everybody(_ more: String...) async throws {
            for person in [Workplace.eva, Workplace.maja, Workplace.sara, Workplace.jonas, Workplace.ida] {
                for path in [page, "/elections", body] + more { try await check(path, as: person, labs) }
            }
        }
        try await everybody()
        for path in ["register", "dates", "cancellation", "screen"] {
            try await check("\(page)/\(path)", as: Workplace.eva, labs)
        }
        _ = try await labs.work.post("\(page)/nominations", as: Workplace.maja, ["person": "sara"])
        try await labs.stand([Workplace.maja] + labs.colleagues.prefix(2), in: id)
        try await everybody()
        labs.clock.go(to: Laboratories.waiting)
        try await everybody()
        labs.clock.go(to: Laboratories.voting)
        try await everybody()
        try await check("\(page)/ballot", as: Workplace.maja, labs)
        try await check("\(page)/register", as: Workplace.eva, labs)
        try await labs.vote("1", as: Workplace.maja, in: id)
        try await labs.vote("2", as: Workplace.sara, in: id)
        try await everybody()
        try await labs.close()
        try await everybody("\(page)/protocol")
    }

    @Test func `a refused call comes back with everything typed`() async throws {
        let labs = try await Laboratories()
        let typed = Laboratories.form.merging(["note": "Husk kage", "voting_ends": "2026-01-06", "follows": ""]) { $1 }
        let reply = try await labs.work.post("/bodies/lab-group/elections", as: Workplace.eva, typed)
        #expect(reply.status == 422)
        #expect(reply.text.contains("Husk kage"))
        #expect(reply.text.contains("value=\"2026-01-06\""))
        #expect(reply.text.contains("Den sidste dag kommer før den første."))
        #expect(HTMLCheck(HTML(trusted: reply.text)).problems.isEmpty)
    }

    @Test func `what was only told of the law is shown as such, with its source`() async throws {
        let labs = try await Laboratories()
        let page = try await labs.work.get("/bodies/lab-group/elections/new", as: Workplace.eva).text
        #expect(page.contains("Loven kender ingen suppleant"))
        #expect(page.contains("spørg Arbejdstilsynet"))
        #expect(page.contains("Kilde: Arbejdstilsynets svar om valg, at.dk"))
    }

    @Test(arguments: Engine.tested)
    func `Today says what one can do, until it is done`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        func today(_ person: Person) async throws -> String { try await labs.work.get("/", as: person).text }
        #expect(try await !today(Workplace.sara).contains("Valg: AMG"))
        let id = try await labs.call()
        #expect(try await today(Workplace.sara).contains("Stil op, eller foreslå en kollega."))
        #expect(try await !today(Workplace.jonas).contains("Election: Laboratories group"))
        _ = try await labs.work.post("/elections/\(id)/nominations", as: Workplace.maja, ["person": "sara"])
        #expect(try await today(Workplace.sara).contains("Du er foreslået. Sig ja eller nej."))
        try await labs.stand([Workplace.sara, Workplace.maja], in: id)
        #expect(try await !today(Workplace.sara).contains("Valg: AMG"))
        labs.clock.go(to: Laboratories.voting)
        try await Elections.turnPages(in: labs.work.house)
        #expect(try await today(Workplace.sara).contains("/elections/\(id)/ballot"))
        try await labs.vote("1", as: Workplace.sara, in: id)
        #expect(try await !today(Workplace.sara).contains("/elections/\(id)/ballot"))
        #expect(try await today(labs.colleagues[0]).contains("/elections/\(id)/ballot"))
    }

    @Test func `a leader is reminded while nobody has stood`() async throws {
        let labs = try await Laboratories()
        try await labs.call()
        labs.clock.go(to: Laboratories.waiting)
        try await Elections.turnPages(in: labs.work.house)
        // As something that waits, not only as news.
        let row = "class=\"through\" href=\"/elections/"
        #expect(try await labs.work.get("/", as: Workplace.jonas).text.contains(row))
        #expect(try await labs.work.get("/", as: Workplace.eva).text.contains(row))
        #expect(try await !labs.work.get("/", as: Workplace.sara).text.contains(row))
    }
}
