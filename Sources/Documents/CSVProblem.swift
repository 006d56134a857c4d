import Kernel

/// What can be wrong with a table that somebody sent. Lines are counted from 1, the header included.
public enum CSVProblem: Problem, Equatable {
    case empty
    case utf16
    /// Bytes that no text holds: a workbook or a picture, perhaps, that was named `.csv`.
    case notText(line: Int)
    case tooManyColumns(limit: Int)
    case columnMissing(String)
    case columnUnknown(String)
    case columnDoubled(String)
    case columnUnnamed(place: Int)
    case tooFewFields(line: Int, count: Int, expected: Int)
    case tooManyFields(line: Int, count: Int, expected: Int)
    /// The line where the quote begins; everything after it is lost.
    case unfinishedQuote(line: Int)
    case textAfterQuote(line: Int)
    case fieldTooLong(line: Int, column: String, limit: Int)

    public func explained(in language: Language) -> String {
        switch self {
        case .empty:
            language.pick(da: "Filen er tom.", en: "The file is empty.")
        case .utf16:
            language.pick(
                da: "Filen er gemt som Unicode (UTF-16). Gem den som CSV UTF-8, og prøv igen.",
                en: "The file is saved as Unicode (UTF-16). Save it as CSV UTF-8 and try again.")
        case .notText(let line):
            language.pick(
                da: "Linje \(line) er ikke tekst. Gem regnearket som CSV UTF-8, og prøv igen.",
                en: "Line \(line) is not text. Save the spreadsheet as CSV UTF-8 and try again.")
        case .tooManyColumns(let limit):
            language.pick(
                da: "Der er for mange kolonner. Der må højst være \(limit).",
                en: "There are too many columns. There may be \(limit) at most.")
        case .columnMissing(let name):
            language.pick(da: "Kolonnen »\(name)« mangler.", en: "The column “\(name)” is missing.")
        case .columnUnknown(let name):
            language.pick(da: "Kolonnen »\(name)« kendes ikke.", en: "The column “\(name)” is not known.")
        case .columnDoubled(let name):
            language.pick(da: "Kolonnen »\(name)« er der to gange.", en: "The column “\(name)” is there twice.")
        case .columnUnnamed(let place):
            language.pick(da: "Kolonne \(place) har intet navn.", en: "Column \(place) has no name.")
        case .tooFewFields(let line, let count, let expected):
            language.pick(
                da: "Linje \(line) har for få felter: \(count) i stedet for \(expected).",
                en: "Line \(line) has too few fields: \(count) instead of \(expected).")
        case .tooManyFields(let line, let count, let expected):
            language.pick(
                da: "Linje \(line) har for mange felter: \(count) i stedet for \(expected).",
                en: "Line \(line) has too many fields: \(count) instead of \(expected).")
        case .unfinishedQuote(let line):
            language.pick(
                da: "Et citationstegn i linje \(line) bliver aldrig afsluttet. Resten af filen kan ikke læses.",
                en: "A quotation mark in line \(line) is never closed. The rest of the file cannot be read.")
        case .textAfterQuote(let line):
            language.pick(
                da: "I linje \(line) står der tekst efter et afsluttende citationstegn.",
                en: "In line \(line) there is text after a closing quotation mark.")
        case .fieldTooLong(let line, let column, let limit):
            language.pick(
                da: "Linje \(line): der er for meget tekst i »\(column)«. Der er plads til \(limit) tegn.",
                en: "Line \(line): there is too much text in “\(column)”. There is room for \(limit) characters.")
        }
    }
}
