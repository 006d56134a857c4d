import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Elections

/// How many have voted tells who has voted, where somebody is seen with a ballot. See decision 15.
// One after the other, so that they hold no more connections than others leave them.
@Suite(.serialized) struct TurnoutTests {
    @Test func `with few voters nothing is told, with more only whole steps`() {
        #expect(Turnout(voted: 0, of: 19) == .hidden)
        #expect(Turnout(voted: 19, of: 19) == .hidden)
        #expect(Turnout(voted: 0, of: 20) == .atLeast(0))
        #expect(Turnout(voted: 4, of: 20) == .atLeast(0))
        #expect(Turnout(voted: 5, of: 20) == .atLeast(5))
        #expect(Turnout(voted: 9, of: 600) == .atLeast(5))
        #expect(Turnout(voted: 24, of: 24) == .atLeast(20))
    }

    private static let places = ["election:", "elections:lab-group", "notices:sara", "rights"]

    /// The topics that a vote raises, of those that pages listen to.
    private static func heard(_ labs: Laboratories, _ id: ID<Election>, while vote: () async throws -> Void)
        async throws -> [String]
    {
        let hub = labs.work.house.hub
        let topics = places.map { $0 == "election:" ? "election:\(id)" : $0 }
        let before = topics.map(hub.stamp)
        try await vote()
        return zip(topics, zip(before, topics.map(hub.stamp))).filter { $0.1.0 != $0.1.1 }.map(\.0)
    }

    @Test(arguments: Engine.tested)
    func `among few no open page hears of a vote, and none shows it`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        let paths = ["/elections/\(id)", "/elections/\(id)/screen", "/elections", "/bodies/lab-group/elections"]
        func pages() async throws -> [String] {
            var pages: [String] = []
            for path in paths {
                pages.append(
                    try await labs.work.get(path, as: Workplace.eva).text
                        .replacing(/<input type="hidden"[^>]*>/, with: "").replacing(/\/live[^"]*/, with: ""))
            }
            return pages
        }
        let before = try await pages()
        for voter in labs.voters {
            let heard = try await Self.heard(labs, id) { try await labs.vote("1", as: voter, in: id) }
            #expect(heard.isEmpty)
        }
        #expect(try await pages() == before)
        #expect(before[0].contains("Her er så få") && before[1].contains("Her er så få"))
        try await labs.close()
        #expect(try await labs.work.get(paths[0], as: Workplace.eva).text.contains("<b>6</b>"))
    }

    @Test(arguments: Engine.tested)
    func `putting people on the register while others vote unveils nothing`(engine: Engine) async throws {
        let labs = try await Laboratories(engine, colleagues: 17)
        let late = (1...3).map { Laboratories.pair($0).representative }
        try await labs.work.employ(late)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        for voter in labs.voters.prefix(4) { try await labs.vote("1", as: voter, in: id) }
        for person in late {
            let form = ["email": person.email ?? "", "votes": "yes", "reason": "Er her hver dag"]
            #expect(try await labs.work.post("/elections/\(id)/register", as: Workplace.eva, form).status == 303)
        }
        #expect(try await labs.election(id).electorate == Turnout.fewest + 2)
        let heard = try await Self.heard(labs, id) { try await labs.vote("1", as: labs.voters[4], in: id) }
        #expect(heard.isEmpty)
        #expect(try await labs.election(id).turnout(in: .voting) == .hidden)
        for path in ["", "/screen"] {
            let page = try await labs.work.get("/elections/\(id)\(path)", as: Workplace.eva).text
            #expect(page.contains("Her er så få") && !page.contains("mindst 5"))
        }
        let token = try await labs.token(of: Workplace.sara)
        #expect(
            try await labs.work.api(.get, "/api/v1/elections/\(id)", token: token).text.contains(
                "\"turnout\":\"hidden\""))
        try await labs.close()
        #expect(try await labs.work.get("/elections/\(id)", as: Workplace.eva).text.contains("<b>5</b>"))
    }

    @Test(arguments: Engine.tested)
    func `among many the figure moves by steps, and is heard only then`(engine: Engine) async throws {
        let labs = try await Laboratories(engine, colleagues: 20)
        let id = try await labs.opened([Workplace.maja, Workplace.sara])
        var moved: [Int] = []
        for (number, voter) in labs.voters.prefix(11).enumerated() {
            let heard = try await Self.heard(labs, id) { try await labs.vote("1", as: voter, in: id) }
            if !heard.isEmpty {
                #expect(heard == ["election:\(id)"])
                moved.append(number + 1)
            }
        }
        #expect(moved == [5, 10])
        for path in ["", "/screen"] {
            let page = try await labs.work.get("/elections/\(id)\(path)", as: Workplace.eva).text
            #expect(page.contains("<b>mindst 10</b>") && !page.contains("<b>11</b>"))
        }
        let token = try await labs.token(of: Workplace.sara)
        let told = try await labs.work.api(.get, "/api/v1/elections/\(id)", token: token).text
        #expect(told.contains("\"turnout\":\"at_least\"") && told.contains("\"voted\":10"))
    }
}
