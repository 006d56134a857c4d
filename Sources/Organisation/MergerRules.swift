import Kernel
import Storage

extension Merger {
    /// All that speaks against it.
    func problems(_ reader: Reader) throws -> Problems {
        var problems = Problems()
        let units = UnitStore(reader)
        if unit.id == into.id { problems.add(ChangeProblem.intoItself, at: "into") }
        if day <= unit.opens { problems.add(ChangeProblem.beforeItOpens(unit.opens), at: "day") }
        if let closes = unit.closes, closes < day { problems.add(ChangeProblem.alreadyClosed(closes), at: "day") }
        if !into.isOpen(on: day) { problems.add(ChangeProblem.otherNotOpen(into.code), at: "into") }
        if unit.id != into.id, try units.lies(into.id, under: unit.id, from: day) {
            problems.add(ChangeProblem.loop(into.code), at: "into")
        }
        for seat in offices where seat.mandate.starts >= day {
            problems.add(ChangeProblem.beginsLater(seat.name, seat.mandate.starts), at: "day")
        }
        return problems
    }

    /// What speaks against what was chosen for the bodies.
    func problems(of fates: [BodyID: Fate]) -> Problems {
        var problems = Problems()
        for affected in bodies where fates[affected.body.id] == .ends {
            for seat in affected.seats where seat.mandate.starts >= day {
                problems.add(
                    ChangeProblem.beginsLater(seat.name, seat.mandate.starts), at: "fate-\(affected.body.id)")
            }
            if affected.body.opens >= day {
                problems.add(ChangeProblem.opensLater(affected.body.opens), at: "fate-\(affected.body.id)")
            }
        }
        return problems
    }
}

/// What can speak against a change of the tree.
enum ChangeProblem: Problem, Equatable {
    case intoItself
    case beforeItOpens(Day)
    case alreadyClosed(Day)
    case otherNotOpen(String)
    case loop(String)
    case beginsLater(String, Day)
    case opensLater(Day)
    case hasPeople(Int)
    case hasChildren(Int)
    /// With its last day, and the unit that it became a part of.
    case unitClosed(String, Day, into: String?)
    case nothingChanges
    case notItsOwn
    case changedMeanwhile

    func explained(in language: Language) -> String {
        switch self {
        case .intoItself:
            language.pick(
                da: "En enhed kan ikke lægges sammen med sig selv.", en: "A unit cannot be merged into itself.")
        case .beforeItOpens(let day):
            language.pick(
                da: "Enheden åbnede \(day.text). Vælg en senere dag.",
                en: "The unit opened on \(day.text). Choose a later day.")
        case .alreadyClosed(let day):
            language.pick(da: "Enheden lukkede \(day.text).", en: "The unit closed on \(day.text).")
        case .otherNotOpen(let code):
            language.pick(da: "\(code) er ikke åben den dag.", en: "\(code) is not open on that day.")
        case .loop(let code):
            language.pick(
                da: "\(code) ligger selv under enheden. Så ville de ligge under hinanden i ring.",
                en: "\(code) lies under the unit itself. They would lie under each other in a ring.")
        case .beginsLater(let name, let day):
            language.pick(
                da:
                    "\(name) har et hverv her, som først begynder \(day.text). Afslut det først, eller vælg en senere dag.",
                en: "\(name) has a mandate here that begins only on \(day.text). End it first, or choose a later day.")
        case .opensLater(let day):
            language.pick(
                da: "Gruppen begynder først \(day.text) og kan ikke slutte før.",
                en: "The group begins only on \(day.text) and cannot end before.")
        case .hasPeople(let count):
            language.pick(
                da:
                    "Der er stadig \(count) personer i enheden den dag. Flyt dem, eller læg enheden sammen med en anden.",
                en: "\(count) people are still in the unit on that day. Move them, or merge the unit into another.")
        case .hasChildren(let count):
            language.pick(
                da: "\(count) enheder ligger stadig under den. Flyt eller luk dem først.",
                en: "\(count) units still lie under it. Move or close them first.")
        case .unitClosed(let code, let day, let heir):
            language.pick(
                da: "\(code) lukkede \(day.text). Skriv \(heir ?? "en enhed, der er åben").",
                en: "\(code) closed on \(day.text). Write \(heir ?? "a unit that is open").")
        case .nothingChanges:
            language.pick(da: "Sådan er det allerede.", en: "It is so already.")
        case .notItsOwn:
            language.pick(
                da: "Vælg blandt enhedens egne personer, enheder og grupper.",
                en: "Choose among the unit's own people, units and groups.")
        case .changedMeanwhile:
            language.pick(
                da: "Organisationen er ændret, siden du så på det. Se det igennem igen.",
                en: "The organisation has changed since you looked. Look it through again.")
        }
    }
}
