import ActionPlan
import HTTPTypes
import Kernel
import Notices
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Web

@testable import BoardMeetings

/// A clock that goes on when the test says so: the journal's order is that of its moments.
final class Watch: Sendable {
    private let state: Mutex<Moment>

    init(_ start: Moment = Workplace.monday) {
        state = Mutex(start)
    }

    var now: Moment { state.withLock { $0 } }
    func pass(_ seconds: Int) { state.withLock { $0 = $0 + seconds } }
    func pass(days: Int) { pass(days * 86_400) }
}

/// The laboratories' group at its board, in the words of the tests.
struct Hall {
    static let plan = "/plan/lab-group"
    static let meeting = plan + "/meeting"
    static let meetings = plan + "/meetings"
    static let screens = plan + "/screens"
    /// What a browser sends from the form.
    static let agreed = [
        "rhythm": "two_weeks", "weekday": "2", "time": "09:30", "minutes": "15", "place": "Foran tavlen <2. sal>",
        "leader": "", "version": "0",
    ]

    let work: Workplace
    let watch: Watch

    init(
        _ engine: Engine = .sqlite, identities: Identities = .system, languages: Language? = nil
    ) async throws {
        let watch = Watch()
        self.watch = watch
        work = try await Workplace(engine, identities: identities, clock: { watch.now })
        guard let languages else { return }
        for person in Workplace.people {
            _ = try await work.post("/language", as: person, ["language": languages.rawValue])
        }
    }

    func get(_ path: String, as person: Person? = Workplace.maja) async throws -> Reply {
        try await work.get(path, as: person)
    }

    /// A minute later.
    @discardableResult
    func post(_ path: String, as person: Person = Workplace.maja, _ fields: [String: String] = [:]) async throws
        -> Reply
    {
        watch.pass(60)
        var fields = fields
        if fields["key"] == nil { fields["key"] = "\(path) \(watch.now.milliseconds)" }
        return try await work.post(path, as: person, fields)
    }

    @discardableResult
    func agree(_ more: [String: String] = [:], as person: Person = Workplace.maja) async throws -> Reply {
        try await post(Self.meetings + "/setting", as: person, Self.agreed.merging(more) { $1 })
    }

    @discardableResult
    func start(as person: Person = Workplace.maja) async throws -> Reply { try await post(Self.meeting, as: person) }

    func theme(_ title: String) async throws -> String {
        try await post(Self.plan + "/themes", ["title": title])
        return try await work.database.read {
            try $0.value("SELECT id FROM plan_theme WHERE title = \(title)") ?? ""
        }
    }

    @discardableResult
    func action(_ what: String, _ more: [String: String] = [:]) async throws -> PlanNote {
        let fields = [
            "what": what, "body": "lab-group", "unit": "laboratories", "responsible": "jonas",
            "due": (watch.now.day + 30).text,
        ]
        try await post("/actions", fields.merging(more) { $1 })
        return try await note(what)
    }

    func note(_ what: String) async throws -> PlanNote {
        let found = try await work.database.read { reader in
            try PlanPicture(of: Workplace.labGroup, where: "1 = 1", closedSince: Workplace.today - 900, reader).notes
        }
        guard let note = found.first(where: { $0.what == what }) else { throw Missing(what: what) }
        return note
    }

    /// - Parameter version: that of the note where nothing is said.
    @discardableResult
    func move(_ what: String, to stage: Stage, version: Int? = nil, as person: Person = Workplace.maja) async throws
        -> Reply
    {
        let note = try await note(what)
        return try await post(
            "/actions/\(note.id)/stage", as: person,
            [
                "stage": stage.rawValue, "theme": note.theme?.text ?? "", "version": String(version ?? note.version),
                "return": Self.meeting + "?row=\(note.theme?.text ?? "none")&note=\(note.id)",
            ])
    }

    /// - Returns: where its record is.
    @discardableResult
    func end(_ more: [String: String] = [:], as person: Person = Workplace.maja) async throws -> String {
        let reply = try await post(Self.meeting + "/end", as: person, ["leader": "maja"].merging(more) { $1 })
        guard reply.status == 303, let place = reply.location else { throw Missing(what: reply.text) }
        return place
    }

    func change(_ statement: SQL) async throws {
        try await work.database.write { try $0.execute([statement], raising: ["rights", "board:lab-group"]) }
    }

    func count(_ query: SQL) async throws -> Int {
        try await work.database.read { try $0.value(query) ?? -1 }
    }

    func told(_ person: Person) async throws -> [String] {
        try await work.database.read { try NoticeStore($0).latest(for: person.id).map(\.words.english) }
    }

    /// - Returns: the path of a new display.
    func screen(_ name: String = "Kantinen", _ more: [String: String] = [:]) async throws -> String {
        let reply = try await post(Self.screens, ["name": name, "language": "da"].merging(more) { $1 })
        guard reply.status == 200, let found = reply.text.firstMatch(of: /\/screen\/[0-9a-z]+/) else {
            throw Missing(what: reply.text)
        }
        return String(found.output)
    }
}

struct Missing: Error {
    let what: String
}
