import Journal
import Kernel
import Notices
import TestSupport

@testable import ActionPlan

extension Agreement {
    static func sample(
        what: String = "Spildbakker i alle stinkskabe", responsible: PersonID = Workplace.maja.id,
        due: Day = Workplace.today + 14, theme: ThemeID? = nil
    ) -> Agreement {
        Agreement(what: what, unit: Workplace.laboratories, responsible: responsible, due: due, theme: theme)
    }
}

extension Action {
    static func sample(
        _ id: String = "trays", what: String = "Spildbakker i alle stinkskabe",
        responsible: PersonID = Workplace.maja.id, due: Day = Workplace.today + 14, rank: Int = 1024,
        origin: Origin? = nil
    ) -> Action {
        Action(
            id: ActionID(id), body: Workplace.labGroup, agreed: .sample(what: what, responsible: responsible, due: due),
            origin: origin, rank: rank, createdBy: Workplace.jonas.id, createdAt: Workplace.monday,
            changedAt: Workplace.monday)
    }
}

/// What a browser sends from the form of a new action.
enum Sent {
    static func action(
        what: String = "Spildbakker i alle stinkskabe", _ others: [String: String] = [:]
    ) -> [String: String] {
        [
            "body": Workplace.labGroup.text, "what": what, "unit": Workplace.laboratories.text,
            "responsible": Workplace.maja.id.text, "due": (Workplace.today + 14).text, "difficulty": "simple",
        ].merging(others) { _, new in new }
    }

    static let closure = [
        "planned": "Købe bakker", "done": "Bakkerne står der", "effect": "yes", "learned": "Spørg først",
    ]
}

extension Workplace {
    /// Puts actions in place, as Jonas would.
    func put(_ actions: Action...) async throws {
        let deed = deed(by: Self.jonas)
        try await database.write { writer in
            for action in actions { try writer.apply(action.created(deed), deed) }
        }
    }

    func action(_ id: String = "trays") async throws -> Action? {
        try await database.read { try ActionStore($0).find(ActionID(id)) }
    }

    /// The notices that the person has, latest first.
    func told(_ person: PersonID) async throws -> [String] {
        try await database.read { try NoticeStore($0).latest(for: person).map(\.words.danish) }
    }
}
