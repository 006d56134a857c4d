import Access
import Journal
import Kernel
import Storage

/// What can be written of the organisation. Every change raises `rights`: who may see what may have changed.
extension Unit {
    /// - Parameter link: the secret in the address that the unit's poster carries.
    public func added(reportLink link: String) -> Change {
        Change(
            [
                """
                INSERT INTO unit (id, code, parent_id, kind, name_da, name_en, legal_entity, opens, closes, report_link)
                VALUES (\(id), \(code), \(parent), \(kind), \(name.danish), \(name.english), \(isLegalEntity), \(opens),
                \(closes), \(link))
                """
            ] + UnitStore.lineRenewal,
            journal: [JournalEntry(Subject("unit", id), "added", after: described)], raising: [.rights])
    }

    var described: [String: String] {
        ["code": code, "name": name.danish, "kind": kind.rawValue, "opens": opens.text]
    }
}

extension Person {
    public func added() -> Change {
        Change(
            [
                """
                INSERT INTO person (id, external_id, name, email, phone, language, kind, unit_id, title, starts, ends,
                administrator)
                VALUES (\(id), \(externalID), \(name), \(email), \(phone), \(language), \(kind), \(unit), \(title),
                \(starts), \(ends), \(isAdministrator))
                """
            ] + PersonWords.insertions(of: self),
            journal: [JournalEntry(Subject("person", id), "added", after: ["name": name])], raising: [.rights])
    }

    public func speaking(_ language: Language) -> Change {
        Change(
            ["UPDATE person SET language = \(language) WHERE id = \(id)"],
            journal: [
                JournalEntry(
                    Subject("person", id), "changed", before: ["language": self.language.rawValue],
                    after: ["language": language.rawValue])
            ],
            raising: [.rights])
    }
}

extension Body {
    public func added() -> Change {
        Change(
            [
                """
                INSERT INTO body (id, kind, name_da, name_en, parent_id, opens, closes)
                VALUES (\(id), \(kind), \(name.danish), \(name.english), \(parent), \(opens), \(closes))
                """
            ] + units.map { "INSERT INTO body_unit (body_id, unit_id) VALUES (\(id), \($0))" },
            journal: [
                JournalEntry(Subject("body", id), "added", after: ["name": name.danish, "kind": kind.rawValue])
            ],
            raising: [.rights])
    }
}

extension Mandate {
    public func given(to name: String) -> Change {
        Change(
            [
                """
                INSERT INTO mandate (id, role, body_id, person_id, origin, starts, ends)
                VALUES (\(id), \(role), \(body), \(person), \(origin), \(starts), \(ends))
                """
            ],
            journal: [
                JournalEntry(
                    Subject("body", body), "seated",
                    after: ["name": name, "role": role.rawValue, "starts": starts.text, "ends": ends?.text ?? ""])
            ],
            raising: [.rights])
    }

    /// The mandate's last day is set.
    public func ended(on day: Day, name: String) -> Change {
        Change(
            [
                ("UPDATE mandate SET ends = \(day) WHERE id = \(id) AND (ends IS NULL OR ends > \(day))" as SQL).orStale
            ],
            journal: [
                JournalEntry(
                    Subject("body", body), "unseated", before: ["ends": ends?.text ?? ""],
                    after: ["name": name, "role": role.rawValue, "ends": day.text])
            ],
            raising: [.rights])
    }
}
