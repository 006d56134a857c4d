import Kernel
import Web

// What programs read of units, people, bodies, mandates and changes.

extension Unit {
    static let shape = AnswerShape.object(
        name: "Unit",
        [
            ("id", .text), ("code", .text), ("parent", .optionalText), ("kind", .text), ("name_da", .text),
            ("name_en", .text), ("legal_entity", .flag), ("opens", .text), ("closes", .optionalText),
        ])

    var json: JSON {
        [
            "id": .text(id.text), "code": .text(code), "parent": JSON(parent?.text), "kind": .text(kind.rawValue),
            "name_da": .text(name.danish), "name_en": .text(name.english), "legal_entity": .flag(isLegalEntity),
            "opens": .text(opens.text), "closes": JSON(closes?.text),
        ]
    }
}

extension Person {
    /// Whoever has left is known by name only.
    var nameOnly: Person {
        var copy = self
        (copy.email, copy.phone) = (nil, "")
        return copy
    }

    static let shape = AnswerShape.object(
        name: "Person",
        [
            ("id", .text), ("name", .text), ("email", .optionalText), ("phone", .text), ("language", .optionalText),
            ("kind", .optionalText), ("unit", .optionalText), ("title", .text), ("starts", .optionalText),
            ("ends", .optionalText),
        ])

    /// - Parameter isSeen: by whoever asks, who looks after the unit: others read what the directory shows.
    func json(isSeen: Bool) -> JSON {
        [
            "id": .text(id.text), "name": .text(name), "email": JSON(email), "phone": .text(phone),
            "language": JSON(isSeen ? language.rawValue : nil), "kind": JSON(isSeen ? kind.rawValue : nil),
            "unit": JSON(unit?.text), "title": .text(title), "starts": JSON(isSeen ? starts.text : nil),
            "ends": JSON(isSeen ? ends?.text : nil),
        ]
    }
}

extension Body {
    static let shape = AnswerShape.object(
        name: "Body",
        [
            ("id", .text), ("kind", .text), ("name_da", .text), ("name_en", .text), ("parent", .optionalText),
            ("opens", .text), ("closes", .optionalText), ("code", .optionalText), ("employer_seats", .optionalText),
            ("employee_seats", .optionalText), ("meetings_a_year", .optionalText),
        ])

    var json: JSON {
        [
            "id": .text(id.text), "kind": .text(kind.rawValue), "name_da": .text(name.danish), "code": JSON(code),
            "name_en": .text(name.english), "parent": JSON(parent?.text), "opens": .text(opens.text),
            "closes": JSON(closes?.text), "employer_seats": JSON(employerSeats.map(String.init)),
            "employee_seats": JSON(employeeSeats.map(String.init)),
            "meetings_a_year": JSON(meetingsAYear.map(String.init)),
        ]
    }
}

extension Mandate {
    static let shape = AnswerShape.object(
        name: "Mandate",
        [
            ("id", .text), ("body", .optionalText), ("unit", .optionalText), ("person", .text), ("role", .text),
            ("origin", .text), ("starts", .text), ("ends", .optionalText), ("hours", .optionalText),
            ("represents", .text), ("represented_unit", .optionalText), ("deputy_of", .optionalText),
        ])

    var json: JSON {
        [
            "unit": JSON(unit?.text), "hours": JSON(minutesAWeek.map { Mandate.hours($0, in: .english) }),
            "represents": .text(represents), "represented_unit": JSON(representedUnit?.text),
            "deputy_of": JSON(deputyOf?.text),
            "id": .text(id.text), "body": JSON(body?.text), "person": .text(person.text), "role": .text(role.rawValue),
            "origin": .text(origin.rawValue), "starts": .text(starts.text), "ends": JSON(ends?.text),
        ]
    }
}

extension OrganisationChange {
    static let shape = AnswerShape.object(
        name: "OrganisationChange",
        [
            ("id", .text), ("day", .text), ("kind", .text), ("unit", .text), ("other", .optionalText),
            ("reason", .text), ("asks_for_proximity", .flag), ("recalled", .flag),
        ])

    var json: JSON {
        [
            "id": .text(id.text), "day": .text(day.text), "kind": .text(kind.rawValue), "unit": .text(unit.text),
            "other": JSON(other?.text), "reason": .text(reason), "asks_for_proximity": .flag(asksForProximity),
            "recalled": .flag(recalled != nil),
        ]
    }
}

extension MonthFigures {
    static let shape = AnswerShape.object(
        name: "MonthFigures",
        [("month", .text), ("head_count", .optionalText), ("hours", .optionalText), ("few_hours", .optionalText)])

    var json: JSON {
        [
            "month": .text(month.text), "head_count": JSON(headCount.map { "\($0)" }),
            "hours": JSON(hours.map { "\($0)" }), "few_hours": JSON(fewHours.map { "\($0)" }),
        ]
    }
}
