import HTTPTypes
import Kernel
import Notices
import Organisation
import Storage
import TestSupport
import Web

@testable import Ideas

/// What people do in these tests, in the words of the tests.
extension Workplace {
    static let lab = "/r/link-laboratories/idea"

    /// The key that a form was shown with.
    func keyOfForm(at path: String, as person: Person? = nil) async throws -> String {
        try await get(path, as: person).text.between("name=\"key\" value=\"", "\"")
    }

    /// Gives an idea: under the own name at the door inside, without one from the poster.
    @discardableResult
    func give(_ what: String, _ more: [String: String] = [:], as person: Person? = nil) async throws -> Reply {
        let path = person == nil ? Self.lab : "/idea"
        var fields = ["what": what, "key": try await keyOfForm(at: path, as: person)]
        if person == nil { fields["anonymous"] = "on" }
        return try await post(path, as: person, fields.merging(more) { $1 })
    }

    /// The idea with these words.
    func idea(_ what: String) async throws -> Idea {
        let found = try await database.read { reader in
            try IdeaStore(reader).rows("what = \(what)", orderedBy: "id", most: 2)
        }
        guard found.count == 1, let idea = found.first else { throw NotThere(what: what, in: "\(found)") }
        return idea
    }

    func ideaCount() async throws -> Int {
        try await database.read { try $0.value("SELECT COUNT(*) FROM idea") ?? 0 }
    }

    func support(_ what: String, as person: Person, _ fields: [String: String] = [:]) async throws -> Reply {
        try await post("/ideas/\(try await idea(what).id)/support", as: person, fields)
    }

    /// - Parameter deed: `parking`, `declining`, `reopening`.
    func decide(_ deed: String, on what: String, as person: Person, because reason: String = "") async throws -> Reply {
        let idea = try await idea(what)
        return try await post(
            "/ideas/\(idea.id)/\(deed)", as: person,
            ["reason": reason, "version": String(idea.version), "key": "\(deed) \(idea.version)"])
    }

    /// What a browser sends from the form of the action that the idea becomes.
    func takingUp(_ idea: Idea, _ more: [String: String] = [:]) -> [String: String] {
        [
            "what": idea.what, "body": "lab-group", "unit": "laboratories", "responsible": "jonas",
            "origin": "idea:\(idea.id)", "due": (Self.today + 30).text,
        ].merging(more) { $1 }
    }

    /// - Returns: where the action is.
    @discardableResult
    func takeUp(_ what: String, as person: Person, _ more: [String: String] = [:]) async throws -> String {
        let reply = try await post("/actions", as: person, takingUp(try await idea(what), more))
        guard let made = reply.location else { throw NotThere(what: "an action", in: reply.text) }
        return made
    }

    func close(_ action: String, as person: Person) async throws {
        _ = try await post(action + "/closure", as: person, ["done": "Sat op i maj", "effect": "yes", "key": action])
    }

    /// The sentences that the person was told, by the alphabet: here it is always the same moment.
    func told(_ person: Person) async throws -> [String] {
        try await database.read { try NoticeStore($0).latest(for: person.id).map(\.words.danish).sorted() }
    }

    /// As if it had been written by another program: every page is made anew from it.
    func change(_ statement: SQL) async throws {
        try await database.write { try $0.execute([statement], raising: ["rights"]) }
    }
}

extension String {
    func between(_ start: String, _ end: String) throws -> String {
        guard let from = range(of: start), let to = self[from.upperBound...].range(of: end) else {
            throw NotThere(what: start, in: self)
        }
        return String(self[from.upperBound..<to.lowerBound])
    }
}

struct NotThere: Error {
    let what: String
    let `in`: String
}
