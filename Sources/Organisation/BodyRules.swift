import Access
import Kernel
import Storage

/// A body as somebody wants to have it: what it is called, to whom it answers, whom it looks after, how many seats each
/// side has and how often it meets.
struct BodyEdit: Sendable {
    let body: Body
    /// From which day on it looks after its units; the rest holds at once.
    let day: Day

    /// What the rules must know besides what was written.
    struct Surroundings: Sendable {
        /// By the codes that were written, as they are on the day.
        let units: [String: Unit]
        /// The body that is to be its parent, and all that this one answers to.
        let above: [Body]
        /// Leaders at once, where it is to be a group.
        let leaders: Int
        /// The units that the writer may put under the body; nothing where that is all of them.
        let mayCover: Set<UnitID>?
    }

    /// - Throws: all problems with what was written.
    init(_ fields: Fields, of old: Body, in surroundings: Surroundings, on today: Day) throws(Problems) {
        var reading = Reading(fields)
        let (danish, english) = (reading.text("name_da", limit: 200), reading.optionalText("name_en", limit: 200))
        let kind: BodyKind = fields.has("kind") ? reading.choice("kind", otherwise: old.kind) : old.kind
        if kind != old.kind, kind == .joint || old.kind == .joint {
            reading.note(BodyProblem.jointByAgreement, at: "kind")
        }
        if kind == .group, surroundings.leaders > 1 { reading.note(BodyProblem.severalLeaders, at: "kind") }
        let (codes, day) = (Body.codes(fields), reading.optionalDay("day") ?? today)
        if day < old.opens { reading.note(BodyProblem.beforeItOpens(old.opens), at: "day") }
        if codes.isEmpty { reading.note(OrganisationProblem.unitMissing, at: "units") }
        for code in codes {
            guard let unit = surroundings.units[code] else {
                reading.note(OrganisationProblem.noSuchUnit(code), at: "units")
                continue
            }
            if !unit.isOpen(on: day) { reading.note(ChangeProblem.otherNotOpen(code), at: "units") }
            if let may = surroundings.mayCover, !may.contains(unit.id), !old.units.contains(unit.id) {
                reading.note(BodyProblem.notYourUnit(code), at: "units")
            }
        }
        let parent = reading.optionalID("parent", of: Named.Body.self)
        if let parent {
            if parent == old.id || surroundings.above.contains(where: { $0.id == old.id }) {
                reading.note(BodyProblem.parentLoop, at: "parent")
            } else if surroundings.above.first?.id != parent {
                reading.note(FieldProblem.unknown, at: "parent")
            } else if let first = surroundings.above.first, !first.isOpen(on: today) {
                reading.note(BodyProblem.parentClosed, at: "parent")
            }
        }
        var new = old
        new.employerSeats = reading.count("employer_seats", 0...99)
        new.employeeSeats = reading.count("employee_seats", 0...99)
        new.meetingsAYear = reading.count("meetings_a_year", 1...52)
        try reading.finish()
        new.name = Words(da: danish, en: english.isEmpty ? danish : english)
        (new.kind, new.parent) = (kind, parent)
        new.units = codes.compactMap { surroundings.units[$0]?.id }
        body = new
        self.day = day
    }
}

extension Reading {
    /// A whole number, where one was written.
    mutating func count(_ name: String, _ range: ClosedRange<Int>) -> Int? {
        let text = fields[name].trimmed
        guard !text.isEmpty else { return nil }
        guard let number = Int(text), range.contains(number) else {
            note(BodyProblem.notACount(range.lowerBound, range.upperBound), at: name)
            return nil
        }
        return number
    }
}

extension Body {
    /// As its form shows it, by field.
    func written(codes: [UnitID: String]) -> [String: String] {
        [
            "name_da": name.danish, "name_en": name.english, "kind": kind.rawValue, "parent": parent?.text ?? "",
            "employer_seats": employerSeats.map(String.init) ?? "",
            "employee_seats": employeeSeats.map(String.init) ?? "",
            "meetings_a_year": meetingsAYear.map(String.init) ?? "",
            "units": units.compactMap { codes[$0] }.sorted().joined(separator: ", "),
        ]
    }
}

/// What can speak against what is wanted of a body.
enum BodyProblem: Problem, Equatable {
    case jointByAgreement
    case severalLeaders
    case beforeItOpens(Day)
    case notYourUnit(String)
    case parentLoop
    case parentClosed
    case notACount(Int, Int)
    case closesAlready(Day)
    case becamePart

    func explained(in language: Language) -> String {
        switch self {
        case .jointByAgreement:
            language.pick(
                da: "Et fælles udvalg opstår og ophører ved en aftale. Brug siden Aftaler.",
                en: "A joint committee comes and goes by an agreement. Use the page Agreements.")
        case .severalLeaders:
            language.pick(
                da: "En arbejdsmiljøgruppe har én arbejdsleder, og her er flere. Afslut de andre hverv først.",
                en:
                    "A working environment group has one supervisor member, and there are more here. End the others first."
            )
        case .beforeItOpens(let day):
            language.pick(da: "Den begynder først \(day.text).", en: "It begins only on \(day.text).")
        case .notYourUnit(let code):
            language.pick(
                da: "\(code) ligger uden for dit område. Spørg arbejdsmiljøsekretariatet eller administratoren.",
                en: "\(code) lies outside your area. Ask the secretariat or the administrator.")
        case .parentLoop:
            language.pick(
                da: "Den står selv under dette udvalg. Så ville de stå under hinanden i ring.",
                en: "It answers to this one itself. They would stand under each other in a ring.")
        case .parentClosed:
            language.pick(da: "Det udvalg er lukket. Vælg et andet.", en: "That one is closed. Choose another.")
        case .notACount(let least, let most):
            language.pick(
                da: "Skriv et helt tal fra \(least) til \(most).", en: "Write a whole number from \(least) to \(most).")
        case .closesAlready(let day):
            language.pick(da: "Den lukker allerede \(day.text).", en: "It closes on \(day.text) already.")
        case .becamePart:
            language.pick(
                da: "Den er blevet en del af et fælles udvalg. Den kommer tilbage, hvis aftalen ophører.",
                en: "It became a part of a joint committee. It comes back if the agreement ends.")
        }
    }
}
