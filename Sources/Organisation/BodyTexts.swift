import Access
import Kernel

/// What is said where a body is changed and closed.
public struct BodyTexts {
    let language: Language

    public init(language: Language) {
        self.language = language
    }

    var groups: String { language.pick(da: "Arbejdsmiljøgrupper", en: "Working environment groups") }
    public var answersTo: String { language.pick(da: "Hører under", en: "Answers to") }
    public var below: String { language.pick(da: "Under den hører", en: "Below it") }
    public var seatsOfSides: String { language.pick(da: "Pladser", en: "Seats") }
    public func seats(employer: Int?, employees: Int?) -> String? {
        guard employer != nil || employees != nil else { return nil }
        let (one, other) = (employer.map(String.init) ?? "–", employees.map(String.init) ?? "–")
        return language.pick(
            da: "\(one) for ledelsen, \(other) for de ansatte",
            en: "\(one) for the management, \(other) for the employees")
    }
    public var meetings: String { language.pick(da: "Møder om året", en: "Meetings a year") }
    public var facts: String { language.pick(da: "Om udvalget", en: "About it") }
    var becamePart: String { language.pick(da: "Afløst af", en: "Followed by") }
    public var edit: String { language.pick(da: "Ret", en: "Edit") }
    func editing(_ name: String) -> String { language.pick(da: "Ret \(name)", en: "Edit \(name)") }
    var employerSeats: String { language.pick(da: "Ledelsens pladser", en: "Seats of the management") }
    var employeeSeats: String { language.pick(da: "De ansattes pladser", en: "Seats of the employees") }
    var nobodyAbove: String { language.pick(da: "Ingen over sig", en: "Nobody above it") }
    var parentHint: String {
        language.pick(
            da: "Grupper og udvalg, der ser efter det samme eller mere.",
            en: "Groups and committees that look after the same or more.")
    }
    var from: String { language.pick(da: "Området gælder fra", en: "The area holds from") }
    var fromHint: String {
        language.pick(
            da: "Kun enhederne følger denne dag. Resten gælder med det samme.",
            en: "Only the units follow this day. The rest holds at once.")
    }
    var save: String { language.pick(da: "Gem", en: "Save") }
    var saved: String { language.pick(da: "Ændringen er gemt.", en: "The change is saved.") }
    var cancel: String { language.pick(da: "Fortryd", en: "Cancel") }
    var kindHint: String {
        language.pick(
            da: "Fælles udvalg opstår ved en aftale og kan ikke vælges her.",
            en: "Joint committees come by an agreement and cannot be chosen here.")
    }
    /// Names what goes, and how: a bare “Luk” is read as closing the page.
    func close(_ kind: BodyKind) -> String { "\(closeNow(kind)) …" }
    /// The same on the last button, after which nothing more is asked.
    func closeNow(_ kind: BodyKind) -> String {
        switch kind {
        case .group, .workingGroup: language.pick(da: "Nedlæg gruppen", en: "Close the group")
        case .network: language.pick(da: "Nedlæg netværket", en: "Close the network")
        case .committee, .cooperation, .joint, .main, .coDetermination:
            language.pick(da: "Nedlæg udvalget", en: "Close the committee")
        }
    }
    func closing(_ name: String) -> String { language.pick(da: "Nedlæg \(name)", en: "Close \(name)") }
    var lastDay: String { language.pick(da: "Sidste dag", en: "Last day") }
    var reason: String { language.pick(da: "Hvorfor", en: "Why") }
    var closed: String { language.pick(da: "Den er nedlagt efter den dag.", en: "It closes on that day.") }
    var closingHow: String {
        language.pick(
            da: "Alt, hvad der står i den, bliver stående og kan læses. Hvervene slutter samme dag.",
            en: "All that stands in it stays and can be read. The mandates end on the same day.")
    }
    func mandatesEnd(_ names: [String]) -> String {
        names.isEmpty
            ? language.pick(da: "Ingen har plads i den.", en: "Nobody has a seat in it.")
            : language.pick(
                da: "Disse hverv slutter: \(names.joined(separator: ", ")).",
                en: "These mandates end: \(names.joined(separator: ", ")).")
    }
    func unitsLeft(_ names: [String]) -> String? {
        guard !names.isEmpty else { return nil }
        return language.pick(
            da: "Ingen anden ser så efter: \(names.joined(separator: ", ")).",
            en: "Then nobody else looks after: \(names.joined(separator: ", ")).")
    }
    func childrenLeft(_ names: [String]) -> String? {
        guard !names.isEmpty else { return nil }
        return language.pick(
            da: "Disse hører under den og skal have en ny: \(names.joined(separator: ", ")).",
            en: "These answer to it and need another one: \(names.joined(separator: ", ")).")
    }
}
