import Journal
import Kernel
import Storage
import Web

/// Accounts, sessions and one-time links. Secrets are kept as hashes only.
public struct SignInStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    func password(of person: PersonID) throws -> String? {
        try reader.value("SELECT password FROM account WHERE person_id = \(person)")
    }

    /// Whom a one-time link is for.
    func person(oneTimeLink secret: String, at moment: Moment) throws -> Person? {
        let hash = SecretHash(of: secret).text
        return try reader.first(
            """
            SELECT \(Person.columns(on: moment.day)) FROM one_time_link JOIN person ON person.id = one_time_link.person_id
            WHERE one_time_link.hash = \(hash) AND one_time_link.expires > \(moment)
            """, Person.init(row:))
    }

    /// Whether the link opens the very first page of an empty installation.
    func isSetupLink(_ secret: String, at moment: Moment) throws -> Bool {
        let hash = SecretHash(of: secret).text
        return try reader.exists(
            "SELECT 1 FROM one_time_link WHERE hash = \(hash) AND person_id IS NULL AND expires > \(moment)")
    }

    public func hasAccount(_ person: PersonID) throws -> Bool {
        try reader.exists("SELECT 1 FROM account WHERE person_id = \(person)")
    }
}

/// What signing in and out writes.
public enum SignIn {
    static let sessionSeconds = 12 * 3600
    static let longSessionSeconds = 30 * 86_400
    static let linkSeconds = 7 * 86_400

    static func began(_ session: SecretHash, _ person: PersonID, until end: Moment, _ deed: Deed) -> Change {
        Change(
            [
                "DELETE FROM session WHERE expires < \(deed.moment)",
                "INSERT INTO session (hash, person_id, expires) VALUES (\(session.text), \(person), \(end))",
            ],
            journal: [beganEntry(of: person)], raising: [])
    }

    public static func beganEntry(of person: PersonID) -> JournalEntry {
        JournalEntry(Subject("person", person), "signed_in")
    }

    static func ended(_ session: SecretHash) -> Change {
        Change(["DELETE FROM session WHERE hash = \(session.text)"], journal: [], raising: [.rights])
    }

    /// All sessions of the person, wherever they are.
    static func endedEverywhere(_ person: PersonID) -> Change {
        Change(
            ["DELETE FROM session WHERE person_id = \(person)"],
            journal: [JournalEntry(Subject("person", person), "signed_out_everywhere")], raising: [.rights])
    }

    /// A new password ends all sessions and the links that could set another.
    public static func changedPassword(of person: PersonID, to hash: String) -> Change {
        Change(
            [
                """
                INSERT INTO account (person_id, password) VALUES (\(person), \(hash))
                ON CONFLICT (person_id) DO UPDATE SET password = \(hash)
                """,
                "DELETE FROM session WHERE person_id = \(person)",
                "DELETE FROM one_time_link WHERE person_id = \(person)",
            ],
            journal: [JournalEntry(Subject("person", person), "chose_password")], raising: [.rights])
    }

    /// A link by which the person chooses a password, once, within a week.
    public static func invited(_ person: PersonID, secret: String, _ deed: Deed) -> Change {
        let end = deed.moment + linkSeconds
        return Change(
            [
                "DELETE FROM one_time_link WHERE person_id = \(person) OR expires < \(deed.moment)",
                """
                INSERT INTO one_time_link (hash, person_id, expires)
                VALUES (\(SecretHash(of: secret).text), \(person), \(end))
                """,
            ],
            journal: [JournalEntry(Subject("person", person), "invited")], raising: [])
    }

    /// The link to the first page of an empty installation; an earlier one ends.
    public static func setupLink(_ secret: String, _ deed: Deed) -> Change {
        let end = deed.moment + linkSeconds
        return Change(
            [
                "DELETE FROM one_time_link WHERE person_id IS NULL",
                "INSERT INTO one_time_link (hash, person_id, expires) VALUES (\(SecretHash(of: secret).text), NULL, \(end))",
            ],
            journal: [], raising: [])
    }

    /// A token for programs that act for the person.
    public static func token(
        _ secret: String, _ person: PersonID, name: String, scopes: [String], until end: Moment
    ) -> Change {
        Change(
            [
                """
                INSERT INTO api_token (hash, person_id, name, scopes, expires)
                VALUES (\(SecretHash(of: secret).text), \(person), \(name), \(scopes.joined(separator: " ")), \(end))
                """
            ],
            journal: [
                JournalEntry(
                    Subject("person", person), "token_made",
                    after: ["name": name, "scopes": scopes.joined(separator: " ")])
            ],
            raising: [])
    }
}
