import ActionPlan
import Kernel
import Notices
import Organisation
import Storage
import TestSupport
import Testing

@testable import HandingUp

/// What people do in these tests, in the words of the tests.
extension Workplace {
    static let main = BodyID("main")
    static let words = ["to": "committee", "what": "Udsugning", "asked": "400.000 kr.", "why": "Vi har ingen penge"]

    /// Puts an action on the laboratories' plan, as Jonas would.
    func put(_ what: String = "Ny udsugning", id: String = "fans", origin: Origin? = nil) async throws {
        let deed = deed(by: Self.jonas)
        let action = Action(
            id: ActionID(id), body: Self.labGroup,
            agreed: Agreement(what: what, unit: Self.laboratories, responsible: Self.sara.id, due: Self.today + 30),
            origin: origin, rank: 1024, createdBy: Self.jonas.id, createdAt: deed.moment, changedAt: deed.moment)
        try await database.write { try $0.apply(action.created(deed), deed) }
    }

    /// The university's main committee above that of chemistry, in which Rikke sits.
    func foundMain() async throws {
        let deed = deed(by: nil)
        let main = Body(
            id: Self.main, kind: .main, name: Words(da: "HAMU", en: "Main committee"), units: [Self.university],
            opens: Self.today - 100)
        let seat = Mandate(
            id: ID("rikke-main"), role: .chair, body: Self.main, person: Self.rikke.id, origin: .appointed,
            starts: Self.today - 100)
        try await database.write { writer in
            try writer.apply(main.added(), deed)
            try writer.apply(seat.given(to: Self.rikke.name), deed)
        }
    }

    @discardableResult
    func handUp(_ id: String = "fans", as person: Person = maja, _ more: [String: String] = [:]) async throws -> Reply {
        try await post("/actions/\(id)/handings", as: person, Self.words.merging(more) { $1 })
    }

    /// The one that waits for an answer, else any that was handed up: here it is always the same moment.
    func handing() async throws -> Handing {
        try #require(
            try await database.read { reader in
                let id: HandingID? = try reader.value(
                    "SELECT id FROM handing ORDER BY CASE WHEN state = 'open' THEN 0 ELSE 1 END, id DESC LIMIT 1"
                ).map {
                    (text: String) in ID(text)
                }
                return try id.flatMap { try HandingStore(reader).find($0) }
            })
    }

    func states() async throws -> [String] {
        try await database.read { try $0.values("SELECT state FROM handing ORDER BY state") }
    }

    /// What a browser sends from the form of the action above.
    func takeOn(_ origin: String, as person: Person = eva, body: String = "committee") async throws -> Reply {
        try await post(
            "/actions", as: person,
            [
                "what": "Udsugning i hele huset", "body": body, "unit": "laboratories", "responsible": person.id.text,
                "origin": origin, "due": (Self.today + 60).text,
            ])
    }

    func told(_ person: Person) async throws -> [String] {
        try await database.read { try NoticeStore($0).latest(for: person.id).map(\.words.danish).sorted() }
    }
}
