import Kernel
import Mail
import Organisation
import Storage

struct MailStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    private static let columns: SQL = """
        id, person_id, kind, made, language, subject, plain, html, state, at, attempts, problem
        """

    private func mails(_ rest: SQL) throws -> [QueuedMail] {
        try reader.rows("SELECT \(Self.columns) FROM mail WHERE \(rest)") { row in
            try QueuedMail(
                id: row[0], person: row[1], kind: row[2], made: row[3],
                letter: Letter(language: row[4], subject: row[5], plain: row[6], html: row[7]), state: row[8],
                at: row[9], attempts: row[10], problem: row[11])
        }
    }

    func find(_ id: ID<QueuedMail>) throws -> QueuedMail? { try mails("id = \(id)").first }

    /// Those whose time has come, the longest due first.
    func due(at moment: Moment, most: Int) throws -> [ID<QueuedMail>] {
        try reader.values(
            "SELECT id FROM mail WHERE state = 'waiting' AND at <= \(moment) ORDER BY at, id LIMIT \(most)")
    }

    func held(by holder: ID<HeldMails>) throws -> [QueuedMail] { try mails("holder = \(holder) ORDER BY at, id") }

    /// Given up, the latest first.
    func dead(most: Int) throws -> [QueuedMail] { try mails("state = 'dead' ORDER BY at DESC, id LIMIT \(most)") }

    /// Not sent yet, the next first.
    func waiting(most: Int) throws -> [QueuedMail] { try mails("state = 'waiting' ORDER BY at, id LIMIT \(most)") }

    /// How many there are, counted as far as `most`.
    func count(_ state: QueuedMail.State, since moment: Moment? = nil, most: Int = 100_000) throws -> Int {
        let since: SQL = moment.map { " AND at >= \($0)" } ?? ""
        return try reader.value(
            """
            SELECT COUNT(*) FROM (SELECT 1 FROM mail WHERE state = \(state)\(since) LIMIT \(most)) AS counted
            """) ?? 0
    }

    /// Where mails reach the person: nothing for somebody who has left, cannot sign in or has no usable address.
    func reader(_ person: PersonID, on day: Day) throws -> (person: Person, address: MailAddress)? {
        guard let found = try PersonStore(reader).find(person, on: day), found.isHere(on: day),
            let address = found.email.flatMap(MailAddress.init), try SignInStore(reader).hasAccount(person)
        else { return nil }
        return (found, address)
    }
}
