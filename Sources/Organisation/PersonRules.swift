import Access
import Crypto
import Foundation
import Journal
import Kernel
import Storage

/// What of a person can be written by hand, each as a text: what a form shows and the journal keeps.
enum PersonField: String, CaseIterable {
    case name, email, phone, language, kind, unit, title
    case externalID = "external_id"

    /// What everybody may write of oneself.
    static let own: [PersonField] = [.phone, .language]
}

extension Person {
    /// - Parameter code: of the unit of the day.
    func described(unit code: String?) -> [String: String] {
        [
            "name": name, "email": email ?? "", "phone": phone, "language": language.rawValue, "kind": kind.rawValue,
            "unit": code ?? "", "title": title, "external_id": externalID ?? "",
        ]
    }

    /// As somebody wrote it; fields that were not sent stay as they are.
    /// - Parameters:
    ///   - unit: found by the code that was written.
    ///   - owner: who has the e-mail, and who the number, that were written.
    /// - Throws: all problems with what was written.
    func rewritten(
        _ fields: Fields, _ writable: [PersonField], unit found: Unit?, owner: (email: PersonID?, number: PersonID?),
        on today: Day
    ) throws(Problems) -> Person {
        var reading = Reading(fields)
        var new = self
        for field in writable where fields.has(field.rawValue) {
            let name = field.rawValue
            switch field {
            case .name: new.name = reading.text(name, limit: 200)
            case .email:
                let text = reading.optionalText(name, limit: 200).lowercased()
                if !text.isEmpty, !text.isAddress { reading.note(FieldProblem.notAnAddress, at: name) }
                if let owner = owner.email, owner != id { reading.note(OrganisationProblem.emailTaken, at: name) }
                new.email = text.isEmpty ? nil : text
            case .phone: new.phone = reading.optionalText(name, limit: 40)
            case .language: new.language = reading.choice(name, otherwise: language)
            case .kind: new.kind = reading.choice(name, otherwise: kind)
            case .unit:
                let code = fields[name].trimmed
                if !code.isEmpty, found == nil { reading.note(OrganisationProblem.noSuchUnit(code), at: name) }
                if let found, found.id != unit, !found.isOpen(on: max(today, starts)) {
                    reading.note(ChangeProblem.otherNotOpen(found.code), at: name)
                }
                new.unit = found?.id
            case .title: new.title = reading.optionalText(name, limit: 200)
            case .externalID:
                let text = reading.optionalText(name, limit: 100)
                if let owner = owner.number, owner != id { reading.note(PersonProblem.numberTaken, at: name) }
                new.externalID = text.isEmpty ? nil : text
            }
        }
        try reading.finish()
        return new
    }
}

/// What was written of somebody, laid beside what somebody else wrote meanwhile.
struct PersonMerging {
    /// What was typed; where only the other one wrote, what the other one wrote.
    let fields: Fields
    /// Where both wrote, and not the same: what the other one wrote, by field.
    let clashes: [String: String]

    init(sent: Fields, current: [String: String]) {
        var (fields, clashes) = (sent, [String: String]())
        for (name, theirs) in current where sent.has("was_" + name) && sent.has(name) {
            let (before, mine) = (sent["was_" + name].trimmed, sent[name].trimmed)
            guard before != theirs, mine != theirs else { continue }
            if mine == before { fields[name] = theirs } else { clashes[name] = theirs }
        }
        self.fields = fields
        self.clashes = clashes
    }
}

/// Somebody else changed the person since the form was made.
struct PersonClash: Error {
    let merging: PersonMerging
}

extension Person {
    /// Told apart from what it was when a program read it.
    static func edition(_ described: [String: String]) -> String {
        let text = PersonField.allCases.map { described[$0.rawValue] ?? "" }.joined(separator: "\u{1F}")
        return SHA256.hash(data: Data(text.utf8)).prefix(8).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// - Parameters: as described before and after, the units by their codes.
    func changed(to new: Person, from before: [String: String], to after: [String: String], on today: Day) -> Change {
        var statements: [SQL] = [
            """
            UPDATE person SET external_id = \(new.externalID), name = \(new.name), email = \(new.email),
            phone = \(new.phone), language = \(new.language), kind = \(new.kind), title = \(new.title) WHERE id = \(id)
            """
        ]
        if new.unit != unit {
            // Whoever has not begun was nowhere before.
            statements +=
                starts >= today
                ? [
                    "DELETE FROM person_placement WHERE person_id = \(id)",
                    "UPDATE person SET unit_id = \(new.unit), unit_since = NULL WHERE id = \(id)",
                ] : UnitMoves.people([id], to: new.unit, on: today)
        }
        if new.name != name || new.email != email {
            statements.append("DELETE FROM person_word WHERE person_id = \(id)")
            statements += SearchWords.insertions(of: id, name: new.name, email: new.email)
        }
        return Change(
            statements, journal: [JournalEntry(Subject("person", id), "changed", from: before, to: after)],
            raising: [.rights])
    }

    /// The last day is set: mandates end with it, and sign-in with the day after. Nothing is deleted.
    /// - Parameter held: what the person holds after that day.
    func left(on last: Day, _ held: [Mandate], today: Day) -> Change {
        var statements: [SQL] = [
            "UPDATE person SET ends = \(last) WHERE id = \(id)", "DELETE FROM one_time_link WHERE person_id = \(id)",
        ]
        if last < today { statements.append("DELETE FROM session WHERE person_id = \(id)") }
        let entry = JournalEntry(
            Subject("person", id), "left", before: ["ends": ends?.text ?? ""], after: ["ends": last.text])
        return held.map { $0.lastHeld(on: last, name: name, because: "left") }
            .reduce(Change(statements, journal: [entry], raising: [.rights]), +)
    }
}

enum PersonProblem: Problem, Equatable {
    case numberTaken
    case beforeStart(Day)
    case lastAdministrator

    func explained(in language: Language) -> String {
        switch self {
        case .numberTaken: language.pick(da: "En anden person har det nummer.", en: "Another person has that number.")
        case .beforeStart(let day):
            language.pick(
                da: "Personen begyndte \(day.text). Vælg den dag eller en senere.",
                en: "The person began on \(day.text). Choose that day or a later one.")
        case .lastAdministrator:
            language.pick(
                da: "Der ville ikke være nogen administrator tilbage. Gør en anden til administrator først.",
                en: "No administrator would be left. Make somebody else one first.")
        }
    }
}
