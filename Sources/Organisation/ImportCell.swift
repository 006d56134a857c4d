import Access
import Kernel

/// Reads what stands in one cell.
enum ImportCell {
    /// - Parameter text: trimmed, and not empty.
    /// - Throws: what is wrong with it.
    static func value(_ text: String, _ column: ImportColumn, of kind: ImportKind) throws(ImportProblem) -> String {
        // A letter has one byte or more, so that short texts need not be counted letter by letter.
        guard text.utf8.count <= column.limit || text.count <= column.limit else {
            throw .tooLong(column, limit: column.limit)
        }
        switch column {
        case .opens, .closes, .starts, .ends:
            guard let day = day(text) else { throw .notADay(column, text) }
            return day.text
        case .role: return try choice(text, column, among: roles)
        case .origin: return try choice(text, column, among: origins)
        case .email:
            let address = text.lowercased()
            guard address.isAddress else { throw .notAnAddress(text) }
            return address
        case .kind:
            return try choice(text, column, among: kinds(kind))
        case .language:
            return try choice(text, column, among: languages)
        case .legalEntity:
            return try choice(text, column, among: flags)
        default:
            return text
        }
    }

    /// `2026-11-21`, and as Danish spreadsheets write it: `21-11-2026` or `21.11.2026`. With strokes it could be
    /// American, and is refused.
    static func day(_ text: String) -> Day? {
        if let day = Day(text) { return day }
        let separator: Character = text.contains(".") ? "." : "-"
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.count == 3, (1...2).contains(parts[0].utf8.count), (1...2).contains(parts[1].utf8.count),
            parts[2].utf8.count == 4, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func choice(
        _ text: String, _ column: ImportColumn, among choices: [String: String]
    ) throws(ImportProblem) -> String {
        guard let choice = choices[text.lowercased()] else { throw .unknownChoice(column, text) }
        return choice
    }

    private static func kinds(_ kind: ImportKind) -> [String: String] {
        switch kind {
        case .units, .history: unitKinds
        case .bodies: bodyKinds
        case .people, .mandates, .months: personKinds
        }
    }

    /// As the pages name them in either language, and as programs do.
    private static func named<Word: CaseIterable & RawRepresentable<String>>(
        _ words: Word.Type, _ name: (OrganisationTexts, Word) -> String
    ) -> [String: String] {
        var named: [String: String] = [:]
        for word in Word.allCases {
            named[word.rawValue] = word.rawValue
            for language in Language.allCases {
                named[name(OrganisationTexts(language: language), word).lowercased()] = word.rawValue
            }
        }
        return named
    }

    private static let bodyKinds: [String: String] = named(BodyKind.self) { $0.name($1) }.merging([
        "amg": "group", "amu": "committee", "lsu": "cooperation", "su": "cooperation", "asu": "joint", "hamu": "main",
        "med": "co_determination",
    ]) { $1 }
    private static let roles: [String: String] = named(Role.self) { $0.name($1) }.merging([
        "amr": "representative", "amk": "coordinator", "tr": "union_representative", "leder": "leader",
    ]) { $1 }
    private static let origins: [String: String] = named(Mandate.Origin.self) { $0.name($1) }

    private static let unitKinds: [String: String] = [
        "organisation": "organisation", "faculty": "faculty", "fakultet": "faculty", "department": "department",
        "institut": "department", "afdeling": "department", "section": "section", "sektion": "section",
        "school": "school", "skole": "school", "other": "other", "andet": "other",
    ]
    private static let personKinds: [String: String] = [
        "employee": "employee", "medarbejder": "employee", "student": "student", "studerende": "student",
        "external": "external", "ekstern": "external",
    ]
    private static let languages: [String: String] = [
        "da": "da", "dansk": "da", "danish": "da", "en": "en", "engelsk": "en", "english": "en",
    ]
    private static let flags: [String: String] = [
        "1": "1", "true": "1", "yes": "1", "ja": "1", "0": "0", "false": "0", "no": "0", "nej": "0",
    ]
}
