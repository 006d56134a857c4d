import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Ideas

/// Two tabs, two members, and five hundred ideas. No page reads the table whole: the workplace's `PlanWatch` refuses it.
@Suite struct ManyAtOnceTests {
    private static let (maja, jonas, sara, ida) = (Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.ida)

    @Test(arguments: Engine.tested)
    func `support from two tabs at once counts once`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.give("Gåmøder", as: Self.sara)
        async let first = work.support("Gåmøder", as: Self.ida)
        async let second = work.support("Gåmøder", as: Self.ida)
        async let third = work.support("Gåmøder", as: Self.maja)
        for reply in try await [first, second, third] { #expect(reply.status == 303) }
        #expect(try await work.idea("Gåmøder").supports == 2)
        let rows: Int? = try await work.database.read { try $0.value("SELECT COUNT(*) FROM idea_support") }
        #expect(rows == 2)
    }

    @Test(arguments: Engine.tested)
    func `two who take it up at once make one action, and the other keeps what was typed`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.give("Gåmøder", as: Self.sara)
        let idea = try await work.idea("Gåmøder")
        async let one = work.post("/actions", as: Self.maja, work.takingUp(idea, ["why": "Skrevet af den ene"]))
        async let other = work.post("/actions", as: Self.jonas, work.takingUp(idea, ["why": "Skrevet af den anden"]))
        let replies = try await [one, other]
        #expect(Set(replies.map(\.status)) == [303, 422])
        let refused = try #require(replies.first { $0.status == 422 }).text
        #expect(refused.contains("Skrevet af den"))
        #expect(
            refused.contains("Idéen er allerede taget op") || refused.contains("The idea has been taken up already"))
        let actions: Int? = try await work.database.read { try $0.value("SELECT COUNT(*) FROM action") }
        #expect(actions == 1)
        #expect(try await work.told(Self.sara).count == 1)
    }

    @Test(arguments: Engine.tested)
    func `two who decide at once: one does, the other sees the answer and the own words`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.give("Gåmøder", as: Self.sara)
        let path = "/ideas/\(try await work.idea("Gåmøder").id)"
        let sent = ["version": "1", "reason": "Den ene grund"]
        #expect(try await work.post(path + "/declining", as: Self.maja, sent).status == 303)
        let late = try await work.post(
            path + "/parking", as: Self.jonas, ["version": "1", "reason": "Den anden grund"])
        #expect(late.status == 422)
        #expect(late.text.contains("Den ene grund") && late.text.contains("Den anden grund"))
        #expect(late.text.contains("Somebody else answered the idea meanwhile"))
        #expect(try await work.told(Self.sara).count == 1)
    }

    @Test(arguments: Engine.tested)
    func `an idea that is sent twice at once stands once`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let key = try await work.keyOfForm(at: "/idea", as: Self.sara)
        for (path, person) in [("/idea", Self.sara), (Workplace.lab, nil)] as [(String, Person?)] {
            var fields = ["what": "Gåmøder", "key": key + path]
            if person == nil { fields["anonymous"] = "on" }
            let sent = fields
            async let first = work.post(path, as: person, sent)
            async let second = work.post(path, as: person, sent)
            let replies = try await [first, second]
            #expect(replies[0].status == replies[1].status && replies[0].location == replies[1].location)
        }
        #expect(try await work.ideaCount() == 2)
    }

    @Test(arguments: Engine.tested, ["", "&sort=support"])
    func `five hundred ideas are read page by page, each once`(engine: Engine, order: String) async throws {
        let work = try await Workplace(engine)
        try await Self.fill(work, 500)
        let board = try await work.get("/plan/lab-group", as: Self.sara).text
        #expect(board.matches(of: /href="\/ideas\/idea-/).count == 24)
        #expect(board.contains("Alle idéer (300)"))

        var found: [String] = []
        var path: String? = "/plan/lab-group/ideas?after=" + order
        while let next = path {
            let page = try await work.get(next, as: Self.sara).text
            found += page.matches(of: /class="through" href="\/ideas\/(idea-[0-9]+)"/).map { String($0.1) }
            path = try? page.between("rel=\"next\" href=\"", "\"").replacing("&amp;", with: "&")
        }
        #expect(found.count == 500 && Set(found).count == 500)
        let waiting = try await work.get("/plan/lab-group/ideas?state=waiting" + order, as: Self.sara).text
        #expect(!waiting.contains("Sagt nej til</span>"))
        #expect(try await work.get("/", as: Self.maja).text.contains("99+ idéer venter på jeres svar"))
        #expect(try await work.get("/ideas/mine", as: Self.sara).status == 200)
    }

    /// Of every five, two wait, one is parked, two are declined; some on the same day, some with the same support.
    private static func fill(_ work: Workplace, _ count: Int) async throws {
        let ideas = (0..<count).map { number -> (idea: Idea, supporters: Set<PersonID>) in
            let state: IdeaState = [.waiting, .waiting, .parked, .declined, .declined][number % 5]
            let idea = Idea(
                id: IdeaID("idea-\(number)"), body: Workplace.labGroup, unit: Workplace.laboratories,
                what: "Idé \(number)", given: Workplace.today - number / 7, giver: .anonymous, state: state,
                decision: state == .waiting ? nil : .init(Workplace.today, by: maja.id, because: "Derfor"))
            return (idea, number % 3 == 0 ? [sara.id, ida.id] : [])
        }
        let identities = work.house.identities
        try await work.database.write { try IdeaFill.ideas(ideas, identities, $0) }
    }
}
