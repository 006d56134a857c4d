import ActionPlan
import Journal
import Kernel
import Notices
import Organisation
import Storage
import Synchronization
import TestSupport
import Testing

@testable import StuckActions

/// A clock that a test moves by days.
final class Calendar: Sendable {
    private let moment = Mutex(Workplace.monday)

    var now: Moment { moment.withLock { $0 } }
    func pass(days: Int) { moment.withLock { $0 = $0 + days * 86_400 } }
}

/// What people do in these tests, in the words of the tests.
extension Workplace {
    static func with(_ calendar: Calendar, _ engine: Engine = .sqlite) async throws -> Workplace {
        try await Workplace(engine, clock: { calendar.now })
    }

    /// Puts an action on the laboratories' plan, as Jonas would.
    @discardableResult
    func put(
        _ what: String = "Ny udsugning", responsible: Person = Workplace.maja, partners: [Person] = [],
        origin: Origin? = nil
    ) async throws -> String {
        let deed = deed(by: Self.jonas, at: house.clock())
        let action = Action(
            id: ActionID("fans"), body: Self.labGroup,
            agreed: Agreement(
                what: what, unit: Self.laboratories, responsible: responsible.id, partners: Set(partners.map(\.id)),
                due: Self.today + 300),
            origin: origin, rank: 1024, createdBy: Self.jonas.id, createdAt: deed.moment, changedAt: deed.moment)
        try await database.write { try $0.apply(action.created(deed), deed) }
        return "/actions/fans"
    }

    /// Starts a check of that action. - Returns: where it is.
    func begin(_ form: CheckForm = .unnamed, as person: Person = maja, _ more: [String: String] = [:]) async throws
        -> String
    {
        let reply = try await post("/actions/fans/checks", as: person, ["form": form.rawValue].merging(more) { $1 })
        return try #require(reply.location, "\(reply.status) \(reply.text)")
    }

    /// All eleven alike, but for the ones that are said.
    static func answers(_ all: Verdict = .yes, _ others: [Int: Verdict] = [:], lines: [Int: String] = [:])
        -> [String: String]
    {
        var fields: [String: String] = [:]
        for number in ElevenQuestions.numbers {
            fields["q\(number)"] = (others[number] ?? all).rawValue
            fields["line\(number)"] = lines[number] ?? ""
        }
        return fields
    }

    func answer(
        _ check: String, as person: Person, _ all: Verdict = .yes,
        _ others: [Int: Verdict] = [:], lines: [Int: String] = [:]
    ) async throws -> Int {
        try await post(check, as: person, Self.answers(all, others, lines: lines)).status
    }

    /// The sentences that the person was told, by the alphabet.
    func told(_ person: Person) async throws -> [String] {
        try await database.read { try NoticeStore($0).latest(for: person.id).map(\.words.danish).sorted() }
    }

    /// As if it had been written by another program: every page is made anew from it.
    func change(_ statement: SQL) async throws {
        try await database.write { try $0.execute([statement], raising: ["rights"]) }
    }
}
