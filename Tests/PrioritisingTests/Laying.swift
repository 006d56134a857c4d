import HTTPTypes
import Ideas
import Kernel
import Markup
import Organisation
import Storage
import TestSupport
import Web

@testable import Prioritising

/// What people do in these tests, in the words of the tests.
extension Workplace {
    static let rounds = "/plan/lab-group/priorities"

    /// Starts a round of cards of one's own, and of what else is ticked.
    /// - Parameter ticks: as the form names them: `idea:…`, `action:…`.
    func start(
        _ title: String = "Efter APV", own: [String] = ["Støj", "Lys"], ticks: [String] = [],
        _ audience: Audience = .everyone, as person: Person = maja
    ) async throws -> Reply {
        let fields: [(String, String)] =
            [
                ("csrf", proof(of: person)), ("title", title), ("audience", audience.rawValue),
                ("own", own.joined(separator: "\r\n")), ("key", title),
            ] + ticks.map { ("cards", $0) }
        let text = fields.map { name, value -> String in
            let link = ("" as Link).with([("x", value)])
            return "\(name)=\(link.text.dropFirst(3))"
        }.joined(separator: "&")
        return try await call(
            .post, Self.rounds, as: person, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: Array(text.utf8))
    }

    /// The latest round of this title.
    func round(_ title: String = "Efter APV") async throws -> PriorityRound {
        let found = try await database.read { try RoundStore($0).rounds(of: Workplace.labGroup) }
        guard let round = found.first(where: { $0.title == title }) else { throw NotThere(what: title) }
        return round
    }

    func cards(_ title: String = "Efter APV") async throws -> [PriorityCard] {
        let id = try await round(title).id
        return try await database.read { try RoundStore($0).cards(of: id) }
    }

    /// The overlay of each card, in the order in which they were laid out.
    func overlays(_ title: String = "Efter APV") async throws -> [Overlay?] {
        let cards = try await cards(title)
        return try await database.read { reader in
            let overlays = try RoundStore(reader).overlays(of: cards)
            return cards.map { overlays[$0.id] }
        }
    }

    @discardableResult
    func move(to step: RoundStep, as person: Person = maja, _ title: String = "Efter APV") async throws -> Reply {
        let round = try await round(title)
        return try await post(
            "/priorities/\(round.id)/step", as: person, ["to": step.name, "version": String(round.version)])
    }

    /// - Parameter kind: `placement`, `proposal`, `agreement`.
    @discardableResult
    func lay(
        _ place: Int, _ answers: (effect: Int, reach: Int, hands: Int), as person: Person,
        _ kind: String = "placement", _ title: String = "Efter APV"
    ) async throws -> Reply {
        let (round, cards) = (try await round(title), try await cards(title))
        return try await post(
            "/priorities/\(round.id)/cards/\(cards[place - 1].id)/\(kind)", as: person,
            ["effect": "\(answers.effect)", "reach": "\(answers.reach)", "hands": "\(answers.hands)"])
    }

    func placementCount() async throws -> Int {
        try await database.read { try $0.value("SELECT COUNT(*) FROM priority_placement") ?? 0 }
    }

    func path(_ title: String = "Efter APV") async throws -> String { "/priorities/\(try await round(title).id)" }

    /// Colleagues of the laboratories, signed in.
    func colleagues(_ count: Int) async throws -> [Person] {
        let people = (1...count).map { number in
            Person(
                id: ID("colleague-\(number)"), name: "Kollega \(number)", email: "kollega\(number)@nordhavn.example",
                unit: Self.laboratories, starts: Self.today - 100)
        }
        try await employ(people)
        return people
    }

    /// An idea in the parking lot.
    func idea(_ what: String) async throws -> IdeaID {
        let id = IdeaID("idea-" + what.lowercased())
        let idea = Idea(
            id: id, body: Self.labGroup, unit: Self.laboratories, what: what,
            why: "Fordi \(what.lowercased()) hjælper.",
            given: Self.today, giver: .anonymous)
        let identities = house.identities
        try await database.write { try IdeaFill.ideas([(idea, [])], identities, $0) }
        return id
    }

    /// - Returns: its id.
    func action(_ what: String) async throws -> String {
        let fields = [
            "what": what, "body": "lab-group", "unit": "laboratories", "responsible": "jonas",
            "due": (Self.today + 30).text, "key": what,
        ]
        let made = try await post("/actions", as: Self.maja, fields)
        guard let path = made.location, let id = path.split(separator: "/").last else { throw NotThere(what: what) }
        return String(id)
    }

    func change(_ statement: SQL) async throws {
        try await database.write { try $0.execute([statement], raising: ["rights"]) }
    }
}

struct NotThere: Error {
    let what: String
}
