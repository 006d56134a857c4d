import Foundation
import HTTPTypes
import Kernel
import Notices
import Organisation
import Storage
import TestSupport
import Web

/// What people do in these tests, in the words of the tests.
extension Workplace {
    static let lab = "/r/link-laboratories"

    /// The code that a form was shown with.
    func codeOfForm(at path: String = lab, as person: Person? = nil) async throws -> String {
        try await get(path, as: person).text.between("name=\"code\" value=\"", "\"")
    }

    /// Reports and gives back the code.
    @discardableResult
    func report(
        _ more: [String: String] = [:], at path: String = lab, as person: Person? = nil,
        uploads: [String: Upload] = [:]
    ) async throws -> (code: String, reply: Reply) {
        let code = try await codeOfForm(at: path, as: person)
        var fields = [
            "kind": "near_miss", "what": "Vand på gulvet ved nødbruseren", "place": "Bygning 204", "code": code,
        ]
        if person == nil { fields["anonymous"] = "on" }
        let reply = try await post(path, as: person, fields.merging(more) { $1 }, uploads: uploads)
        return (code, reply)
    }

    func notices(for person: Person) async throws -> [Notice] {
        try await database.read { try NoticeStore($0).latest(for: person.id) }
    }

    func reportCount() async throws -> Int {
        try await database.read { try $0.value("SELECT COUNT(*) FROM report") ?? 0 }
    }

    /// Where the first report of the person's list leads.
    func firstReport(as person: Person) async throws -> String {
        "/reports/" + (try await get("/reports", as: person).text.between("class=\"through\" href=\"/reports/", "\""))
    }

    func follow(_ code: String) async throws -> Reply {
        let entered = try await post("/follow", ["code": code])
        guard entered.status == 303 else { return entered }
        return try await get("/follow", headers: [.cookie: entered.cookie])
    }

    func answer(_ code: String, _ text: String, key: String = "key") async throws -> Reply {
        let entered = try await post("/follow", ["code": code])
        return try await post("/follow/messages", ["text": text, "key": key], headers: [.cookie: entered.cookie])
    }
}

extension Reply {
    /// What a browser would send back.
    var cookie: String {
        headers[values: .setCookie].map { String($0.prefix { $0 != ";" }) }.joined(separator: "; ")
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

enum Picture {
    /// A PNG of one pixel.
    static let png = [UInt8](
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
            ?? Data())
    static let upload = Upload(name: "IMG_2041 Sara Lund.png", mediaType: "image/png", bytes: png)
}
