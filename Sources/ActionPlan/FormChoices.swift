import Design
import Kernel
import Organisation
import Storage

/// What the form of an action lets choose between: the area's units, the open themes, and the people nearby.
struct FormChoices: Sendable {
    let units: [Unit]
    let themes: [Theme]
    /// The body's own people first, then those of its units.
    let people: [(id: PersonID, name: String)]

    /// - Parameter named: people who stand in the form already, wherever they work.
    init(_ body: Body, naming named: Set<PersonID>, on day: Day, _ reader: Reader) throws {
        units = try UnitStore(reader).within(body.units, on: day)
        themes = try BoardStore(reader).openThemes(of: body.id)
        var people: [(id: PersonID, name: String)] = []
        var known: Set<PersonID> = []
        func add(_ id: PersonID, _ name: String) {
            if known.insert(id).inserted { people.append((id, name)) }
        }
        for seat in try BodyStore(reader).seats(of: body.id, on: day) { add(seat.mandate.person, seat.name) }
        for (id, name) in try PersonStore(reader).namesHere(in: units.prefix(20).map(\.id), on: day) { add(id, name) }
        for (id, name) in try PersonStore(reader).names(of: named).sorted(by: { $0.value < $1.value }) { add(id, name) }
        self.people = people
    }

    func units(in language: Language) -> [Choice] {
        units.choicesInTree(language)
    }

    func themes(_ text: ActionTexts) -> [Choice] {
        [Choice("", text.noTheme)] + themes.map { Choice($0.id.text, $0.title) }
    }

    var peopleChoices: [Choice] { people.map { Choice($0.id.text, $0.name) } }
}
