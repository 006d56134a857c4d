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
                """,
                """
                INSERT INTO unit_version (unit_id, starts, ends, parent_id, kind, name_da, name_en, legal_entity)
                VALUES (\(id), \(Day.earliest), NULL, \(parent), \(kind), \(name.danish), \(name.english),
                \(isLegalEntity))
                """,
            ] + SearchWords.insertions(of: id, code: code, name: name) + UnitStore.lineRenewal,
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
            ] + SearchWords.insertions(of: id, name: name, email: email),
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
                INSERT INTO body (id, kind, name_da, name_en, parent_id, opens, closes, code, employer_seats,
                employee_seats, meetings_a_year)
                VALUES (\(id), \(kind), \(name.danish), \(name.english), \(parent), \(opens), \(closes),
                \(code), \(employerSeats), \(employeeSeats), \(meetingsAYear))
                """
            ] + units.map { "INSERT INTO body_area (body_id, unit_id, starts) VALUES (\(id), \($0), \(opens))" },
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
                INSERT INTO mandate (id, role, body_id, unit_id, person_id, origin, starts, ends, minutes_a_week,
                represents, represented_unit, deputy_of)
                VALUES (\(id), \(role), \(body), \(unit), \(person), \(origin), \(starts), \(ends), \(minutesAWeek),
                \(represents), \(representedUnit), \(deputyOf))
                """
            ],
            journal: [
                JournalEntry(
                    place.subject, "seated",
                    after: ["name": name, "role": role.rawValue, "starts": starts.text, "ends": ends?.text ?? ""])
            ],
            raising: [.rights])
    }

    /// The mandate's last day is set, and with it that of its deputies. What had not begun by then never does.
    public func ended(on day: Day, name: String, because reason: String = "") -> Change {
        var after = ["name": name, "role": role.rawValue, "ends": day.text]
        if !reason.isEmpty { after["because"] = reason }
        return Change(
            [
                ("UPDATE mandate SET ends = \(day) WHERE id = \(id) AND (ends IS NULL OR ends > \(day))" as SQL)
                    .orStale,
                """
                UPDATE mandate SET ends = \(day)
                WHERE deputy_of = \(id) AND starts <= \(day) AND (ends IS NULL OR ends > \(day))
                """,
            ],
            journal: [JournalEntry(place.subject, "unseated", before: ["ends": ends?.text ?? ""], after: after)],
            raising: [.rights])
    }
}

extension Mandate.Place {
    public var subject: Subject {
        switch self {
        case .body(let body): Subject("body", body)
        case .unit(let unit): Subject("unit", unit)
        }
    }
}
