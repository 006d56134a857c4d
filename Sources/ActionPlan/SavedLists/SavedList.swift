import Kernel
import Markup
import Storage

/// A narrowed list of actions that its person has given a name. Nobody else sees it, and no journal knows it.
struct SavedList: Sendable, Equatable {
    static let nameLimit = 60
    /// More than these nobody finds the right one among.
    static let most = 20

    let id: ID<SavedList>
    let person: PersonID
    let name: String
    /// What the list is narrowed down to, by the names of its address. What is not there any more, such as a unit that
    /// is closed, narrows it down to nothing.
    let query: [String: String]

    init(id: ID<SavedList>, person: PersonID, name: String, query: [String: String]) {
        (self.id, self.person, self.name, self.query) = (id, person, name, query)
    }

    var link: Link { ("/actions" as Link).with(ActionFilter.names.map { ($0, query[$0.description] ?? "") }) }

    /// Whether these fields of an address ask for this very list.
    func isShown(by fields: Fields) -> Bool { Self.query(fields) == query }

    /// What of an address is kept: what the list knows, and of no length that nobody types.
    static func query(_ fields: Fields) -> [String: String] {
        let pairs = ActionFilter.names.map { ($0.description, String(fields[$0.description].trimmed.prefix(200))) }
        return Dictionary(pairs.filter { !$0.1.isEmpty && !$0.1.contains("\n") }) { one, _ in one }
    }

    /// As a column: a line for each field.
    var stored: String { query.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n") }

    static func query(stored: String) -> [String: String] {
        let pairs = stored.split(separator: "\n").compactMap { line -> (String, String)? in
            guard let cut = line.firstIndex(of: "=") else { return nil }
            return (String(line[..<cut]), String(line[cut...].dropFirst()))
        }
        return Dictionary(pairs) { one, _ in one }
    }

    static func name(_ fields: Fields) throws(Problems) -> String {
        var reading = Reading(fields)
        let name = reading.text("name", limit: nameLimit)
        try reading.finish()
        return name.replacing("\n", with: " ")
    }
}

enum SavedListProblem: Problem, Equatable {
    case tooMany(limit: Int)
    case taken
    case notNarrowed

    func explained(in language: Language) -> String {
        switch self {
        case .tooMany(let limit):
            language.pick(
                da: "Du har \(limit) gemte lister. Slet en først.",
                en: "You have \(limit) saved lists. Delete one first.")
        case .taken:
            language.pick(da: "Du har en liste, der hedder sådan.", en: "You have a list of that name.")
        case .notNarrowed:
            language.pick(
                da: "Vælg først, hvad listen skal vise.", en: "First choose what the list shall show.")
        }
    }
}
