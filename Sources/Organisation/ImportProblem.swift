import Documents
import Kernel

/// What can be wrong with a line of a file, or with what the file would do.
enum ImportProblem: Problem, Equatable {
    case tooFewFields(count: Int, expected: Int)
    case tooManyFields(count: Int, expected: Int)
    case unfinishedQuote
    case textAfterQuote
    case missing(ImportColumn)
    case tooLong(ImportColumn, limit: Int)
    case notADay(ImportColumn, String)
    case notAnAddress(String)
    case unknownChoice(ImportColumn, String)
    case doubled(ImportColumn, String, line: Int)
    case emailTaken(String, owner: String)
    case unknownUnit(String)
    case endsBeforeItStarts
    /// The codes along it, the first again at the end.
    case loop(String)
    case tooDeep(most: Int)
    case noAdministratorLeft
    case unknownBody(String)
    case unknownPerson(String)
    case bodyOrUnit
    /// What the rules of the forms say, in both languages.
    case rule(ImportColumn, Words)

    init(_ problem: CSVProblem) {
        switch problem {
        case .tooFewFields(_, let count, let expected): self = .tooFewFields(count: count, expected: expected)
        case .tooManyFields(_, let count, let expected): self = .tooManyFields(count: count, expected: expected)
        case .textAfterQuote: self = .textAfterQuote
        case .fieldTooLong(_, let column, let limit):
            self = .tooLong(ImportColumn(heading: column) ?? .name, limit: limit)
        default: self = .unfinishedQuote
        }
    }

    func explained(in language: Language) -> String {
        switch self {
        case .tooFewFields(let count, let expected):
            language.pick(
                da: "Der er for få felter: \(count) i stedet for \(expected).",
                en: "There are too few fields: \(count) instead of \(expected).")
        case .tooManyFields(let count, let expected):
            language.pick(
                da: "Der er for mange felter: \(count) i stedet for \(expected).",
                en: "There are too many fields: \(count) instead of \(expected).")
        case .unfinishedQuote:
            language.pick(
                da: "Et citationstegn bliver aldrig afsluttet. Resten af filen kan ikke læses.",
                en: "A quotation mark is never closed. The rest of the file cannot be read.")
        case .textAfterQuote:
            language.pick(
                da: "Der står tekst efter et afsluttende citationstegn.",
                en: "There is text after a closing quotation mark.")
        case .missing(let column):
            language.pick(
                da: "»\(column.heading.danish)« mangler.", en: "“\(column.heading.english)” is missing.")
        case .tooLong(let column, let limit):
            language.pick(
                da: "Der er for meget tekst i »\(column.heading.danish)«. Der er plads til \(limit) tegn.",
                en: "There is too much text in “\(column.heading.english)”. There is room for \(limit) characters.")
        case .notADay(let column, let text):
            language.pick(
                da: "»\(text)« i »\(column.heading.danish)« er ikke en dato. Skriv f.eks. 2027-03-31.",
                en: "“\(text)” in “\(column.heading.english)” is not a date. Write for instance 2027-03-31.")
        case .notAnAddress(let text):
            language.pick(da: "»\(text)« er ikke en e-mailadresse.", en: "“\(text)” is not an e-mail address.")
        case .unknownChoice(let column, let text):
            language.pick(
                da: "»\(text)« kan ikke stå i »\(column.heading.danish)«.",
                en: "“\(text)” cannot stand in “\(column.heading.english)”.")
        case .doubled(let column, let value, let line):
            language.pick(
                da: "»\(value)« i »\(column.heading.danish)« står også i linje \(line).",
                en: "“\(value)” in “\(column.heading.english)” is in line \(line) too.")
        case .emailTaken(let email, let owner):
            language.pick(
                da: "\(email) tilhører \(owner), som er en anden person her.",
                en: "\(email) belongs to \(owner), who is another person here.")
        case .unknownUnit(let code):
            language.pick(
                da: "Der er ingen enhed med koden »\(code)«, hverken her eller i filen.",
                en: "There is no unit with the code “\(code)”, neither here nor in the file.")
        case .endsBeforeItStarts:
            language.pick(da: "Slutdagen ligger før startdagen.", en: "The last day is before the first.")
        case .loop(let codes):
            language.pick(
                da: "Enhederne ligger under hinanden i ring: \(codes).",
                en: "The units lie under each other in a ring: \(codes).")
        case .tooDeep(let most):
            language.pick(
                da: "Der er for mange enheder over hinanden. Der må højst være \(most).",
                en: "There are too many units above each other. There may be \(most) at most.")
        case .unknownBody(let code):
            language.pick(
                da: "Der er ingen gruppe eller udvalg med koden »\(code)«, hverken her eller i filen.",
                en: "There is no group or committee with the code “\(code)”, neither here nor in the file.")
        case .unknownPerson(let text):
            language.pick(
                da: "Ingen har nummeret eller e-mailen »\(text)«.", en: "Nobody has the number or e-mail “\(text)”.")
        case .bodyOrUnit:
            language.pick(
                da: "Skriv enten en gruppe eller en enhed, ikke begge og ikke ingen af dem.",
                en: "Write either a body or a unit, not both and not neither.")
        case .rule(let column, let words):
            "\(language.pick(da: "»\(column.heading.danish)«", en: "“\(column.heading.english)”")): \(words.in(language))"
        case .noAdministratorLeft:
            language.pick(
                da: "Der ville ikke være nogen administrator tilbage. Sæt mindst én af dem i filen.",
                en: "No administrator would be left. Put at least one of them in the file.")
        }
    }
}

extension ImportColumn {
    init?(heading: String) {
        let folded = heading.trimmed.lowercased()
        let all = ImportKind.allCases.flatMap(\.columns)
        guard let column = all.first(where: { [$0.heading.danish, $0.heading.english].contains(folded) }) else {
            return nil
        }
        self = column
    }
}
