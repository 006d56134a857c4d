import Access
import Kernel
import Storage

/// Units and people as somebody writes them in a form.
extension UnitStore {
    /// The open unit with that code, else the only one with that name, in Danish or English.
    public func find(written text: String, on day: Day) throws -> Unit? {
        let text = text.trimmed
        if let unit = try find(code: text, on: day) { return unit }
        guard !text.isEmpty else { return nil }
        let named = try beginning(with: text, on: day).filter { unit in
            Language.allCases.contains { unit.name.in($0).lowercased() == text.lowercased() }
        }
        return named.count == 1 ? named[0] : nil
    }

    /// Each of the texts that leads to a unit, with the unit.
    func find(written texts: some Sequence<String>, on day: Day) throws -> [String: Unit] {
        var found: [String: Unit] = [:]
        for text in texts { found[text] = try find(written: text, on: day) }
        return found
    }
}

extension PersonStore {
    /// Whom somebody can mean: the one with that e-mail, else those here with that whole name, else those in whose name
    /// the words begin one.
    func meant(by text: String, on day: Day) throws -> Meant {
        let text = text.trimmed
        if let person = try find(email: text, on: day) { return .one(person) }
        guard !text.isEmpty else { return .several([]) }
        let found = try page(named: text, on: day, most: 6)
        let named = found.filter { $0.name.lowercased() == text.lowercased() }
        // Part of a name is a question, not an answer: the wrong person would get the seat.
        return named.count == 1 ? .one(named[0]) : .several(named.isEmpty ? found : named)
    }
}

/// Whom a text that somebody wrote means.
enum Meant: Sendable {
    case one(Person)
    /// Nobody for certain; these may be meant.
    case several([Person])

    var person: Person? {
        if case .one(let person) = self { return person }
        return nil
    }

    var others: [Person] {
        if case .several(let people) = self { return people }
        return []
    }
}
