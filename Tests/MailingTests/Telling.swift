import Kernel
import Notices
import Organisation
import Storage
import TestSupport

@testable import Mailing

/// What happens to people in these tests, in the words of the tests.
extension Post {
    static let words = Words(da: "Søren har skrevet om støj", en: "Søren wrote about noise")
    static let mailed = MailWords(da: "Der er nyt.", en: "There is news.")

    func tell(
        _ people: Person..., mail: MailWords? = nil, at path: String = "/actions/x", isTraceless: Bool = false
    ) async throws {
        let deed = work.deed(by: nil, at: clock.now)
        let ids = Set(people.map(\.id))
        try await work.database.write {
            try $0.apply(
                Notice.told(ids, Self.words, at: path, mail: mail, isTraceless: isTraceless, deed), deed)
        }
    }

    func choose(_ rhythm: MailRhythm, _ person: Person) async throws {
        let reply = try await work.post("/account/mail", as: person, ["rhythm": rhythm.rawValue])
        guard reply.status == 303 else { throw Refused(status: reply.status) }
    }

    struct Refused: Error {
        let status: Int
    }

    func read(_ person: Person) async throws { _ = try await work.post("/notices/read", as: person) }

    func round() async throws { try await Mailing(of: work.house).round() }

    func round(at moment: Moment) async throws {
        clock.now = moment
        try await round()
    }

    /// The states of all mails, as often as each occurs.
    func states() async throws -> [String: Int] {
        let rows = try await work.database.read {
            try $0.rows("SELECT state, COUNT(*) FROM mail GROUP BY state") { row in
                (try row[0] as String, try row[1] as Int)
            }
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    func waitsFor(_ person: Person) async throws -> Int {
        let id = person.id
        return try await work.database.read {
            try $0.value("SELECT COUNT(*) FROM notice WHERE person_id = \(id) AND mail_due IS NOT NULL") ?? 0
        }
    }
}
