import Access
import Kernel

extension Unit {
    /// A unit as somebody wrote it; the parent has been looked up by its code.
    /// - Throws: all problems with what was written.
    static func written(_ fields: Fields, id: UnitID, parent: Unit?, isCodeTaken: Bool, on today: Day) throws(Problems)
        -> Unit
    {
        var reading = Reading(fields)
        let code = reading.text("code", limit: 40)
        let danish = reading.text("name_da", limit: 200)
        let english = reading.optionalText("name_en", limit: 200)
        let kind: Kind = reading.choice("kind", otherwise: .other)
        if isCodeTaken { reading.note(OrganisationProblem.codeTaken, at: "code") }
        let parentCode = fields["parent"].trimmed
        if !parentCode.isEmpty, parent == nil {
            reading.note(OrganisationProblem.noSuchUnit(parentCode), at: "parent")
        }
        if let parent, !parent.isOpen(on: today) { reading.note(ChangeProblem.otherNotOpen(parent.code), at: "parent") }
        try reading.finish()
        return Unit(
            id: id, code: code, parent: parent?.id, kind: kind,
            name: Words(da: danish, en: english.isEmpty ? danish : english), isLegalEntity: parent == nil, opens: today)
    }
}

extension Body {
    /// A body as somebody wrote it; its units have been looked up by their codes.
    static func written(_ fields: Fields, id: BodyID, units: [String: Unit], on today: Day) throws(Problems) -> Body {
        var reading = Reading(fields)
        let kind: BodyKind = reading.choice("kind", otherwise: .group)
        let danish = reading.text("name_da", limit: 200)
        let english = reading.optionalText("name_en", limit: 200)
        let codes = codes(fields)
        if codes.isEmpty { reading.note(OrganisationProblem.unitMissing, at: "units") }
        for code in codes where units[code] == nil {
            reading.note(OrganisationProblem.noSuchUnit(code), at: "units")
        }
        try reading.finish()
        return Body(
            id: id, kind: kind, name: Words(da: danish, en: english.isEmpty ? danish : english),
            units: codes.compactMap { units[$0]?.id }, opens: today)
    }

    /// The codes of units, as written with commas or in several fields.
    static func codes(_ fields: Fields) -> [String] {
        var seen: Set<String> = []
        return fields.all("units").flatMap { $0.split(separator: ",") }.map { String($0).trimmed }.filter {
            !$0.isEmpty && seen.insert($0).inserted
        }
    }
}

extension Person {
    /// A person as the administrator wrote it.
    static func written(_ fields: Fields, id: PersonID, unit: Unit?, isEmailTaken: Bool, on today: Day)
        throws(Problems) -> Person
    {
        var reading = Reading(fields)
        let name = reading.text("name", limit: 200)
        let email = reading.text("email", limit: 200).lowercased()
        if !email.isEmpty, !email.isAddress { reading.note(FieldProblem.notAnAddress, at: "email") }
        if isEmailTaken { reading.note(OrganisationProblem.emailTaken, at: "email") }
        let code = fields["unit"].trimmed
        if !code.isEmpty, unit == nil { reading.note(OrganisationProblem.noSuchUnit(code), at: "unit") }
        if let unit, !unit.isOpen(on: today) { reading.note(ChangeProblem.otherNotOpen(unit.code), at: "unit") }
        let language: Language = reading.optionalChoice("language") ?? .danish
        let kind: Kind = reading.optionalChoice("kind") ?? .employee
        try reading.finish()
        return Person(
            id: id, name: name, email: email, phone: reading.optionalText("phone", limit: 40), language: language,
            kind: kind, unit: unit?.id, title: reading.optionalText("title", limit: 200), starts: today,
            isAdministrator: reading.isTicked("administrator"))
    }
}

extension String {
    /// Something before and after one @, with a dot after it, and neither white space nor signs that cannot be seen.
    var isAddress: Bool {
        let parts = utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        let dot = UInt8(ascii: ".")
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains(dot), parts[1].first != dot, parts[1].last != dot
        else { return false }
        return !unicodeScalars.contains { $0.value <= 0x20 || $0.value >= 0x80 && $0.properties.isWhitespace }
    }
}
