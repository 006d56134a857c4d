import Foundation
import Kernel
import Notices
import Organisation
import Reports
import Storage
import Synchronization
import TestSupport
import Web

@testable import Investigation

/// What people do in these tests, in the words of the tests.
extension Workplace {
    static let lab = "/r/link-laboratories"

    /// Reports without a name, unless a person does; gives back the code.
    @discardableResult
    func report(_ more: [String: String] = [:], at path: String = lab, as person: Person? = nil) async throws -> String
    {
        let code = try await get(path, as: person).text.between("name=\"code\" value=\"", "\"")
        var fields = [
            "kind": "near_miss", "what": "Vand på gulvet ved nødbruseren", "place": "Bygning 204", "code": code,
        ]
        if person == nil { fields["anonymous"] = "on" }
        _ = try await post(path, as: person, fields.merging(more) { $1 })
        return code
    }

    /// Where the report with these words is.
    func page(of what: String = "Vand på gulvet ved nødbruseren") async throws -> String {
        let id: String? = try await database.read { try $0.value("SELECT id FROM report WHERE what = \(what)") }
        guard let id else { throw NotThere(what: what, in: "report") }
        return "/reports/\(id)"
    }

    /// A report that somebody has begun to look into.
    /// - Returns: where the investigation is.
    func investigation(
        of what: String = "Vand på gulvet ved nødbruseren", kind: String = "near_miss", as person: Person = maja
    ) async throws -> String {
        try await report(["what": what, "kind": kind])
        let page = try await page(of: what) + "/investigation"
        _ = try await post(page, as: person)
        return page
    }

    @discardableResult
    func add(_ kind: String, _ fields: [String: String], to page: String, as person: Person = maja) async throws
        -> Reply
    {
        try await post("\(page)/\(kind)", as: person, fields)
    }

    /// - Returns: the id of the new cause.
    @discardableResult
    func why(_ what: String, answering parent: String = "", bone: String = "", in page: String) async throws -> String {
        try await add("causes", ["what": what, "parent": parent, "bone": bone], to: page)
        return try await piece("cause", what)
    }

    /// The id of what was written.
    func piece(_ kind: String, _ what: String) async throws -> String {
        let id: String? = try await database.read { reader in
            switch kind {
            case "cause": try reader.value("SELECT id FROM investigation_cause WHERE what = \(what)")
            case "barrier": try reader.value("SELECT id FROM investigation_barrier WHERE what = \(what)")
            default: try reader.value("SELECT id FROM investigation_step WHERE what = \(what)")
            }
        }
        guard let id else { throw NotThere(what: what, in: kind) }
        return id
    }

    func count(_ query: SQL) async throws -> Int { try await database.read { try $0.value(query) ?? 0 } }

    func told(_ person: Person) async throws -> [String] {
        try await database.read { try NoticeStore($0).latest(for: person.id).map(\.words.danish) }
    }

    func follow(_ code: String) async throws -> String {
        let entered = try await post("/follow", ["code": code])
        let cookie = entered.headers[values: .setCookie].map { String($0.prefix { $0 != ";" }) }.joined(separator: "; ")
        return try await get("/follow", headers: [.cookie: cookie]).text
    }

    /// The action that somebody writes in the form to which a cause or a barrier leads.
    /// - Returns: where the action is.
    func act(on path: String, as person: Person = maja, what: String? = nil) async throws -> String {
        let led = try await post(path, as: person)
        guard let form = led.location, form.hasPrefix("/actions/new?") else { throw NotThere(what: path, in: led.text) }
        let query = URLComponents(string: form)?.queryItems ?? []
        func sent(_ name: String) -> String { query.first { $0.name == name }?.value ?? "" }
        let made = try await post(
            "/actions", as: person,
            [
                "what": what ?? sent("what"), "body": sent("body"), "unit": sent("unit"), "origin": sent("origin"),
                "responsible": person.id.text, "due": (Workplace.today + 30).text,
            ])
        guard let action = made.location else { throw NotThere(what: "an action", in: made.text) }
        return action
    }
}

/// A clock that the test turns on.
final class DayClock: Sendable {
    private let days = Mutex(0)

    func go(on count: Int) { days.withLock { $0 += count } }
    var now: Moment { Workplace.monday + days.withLock { $0 } * 86_400 }
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
