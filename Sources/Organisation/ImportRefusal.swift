import Kernel
import Storage

/// A line that cannot be taken in, and why. Line 0 is the file as a whole.
public struct ImportRefusal: Sendable {
    public let file: ImportKind
    public let line: Int
    public let problem: any Problem

    init(file: ImportKind, line: Int, problem: ImportProblem) {
        self.file = file
        self.line = line
        self.problem = problem
    }
}

/// A problem as it is kept until the import is applied: a word, the column that it is about, and details.
struct KeptProblem: Equatable {
    let word: String
    var column = ""
    var detail = ""
    var other = ""

    init(_ problem: ImportProblem) {
        switch problem {
        case .tooFewFields(let count, let expected): self.init("too_few_fields", "\(count)", "\(expected)")
        case .tooManyFields(let count, let expected): self.init("too_many_fields", "\(count)", "\(expected)")
        case .unfinishedQuote: self.init("unfinished_quote")
        case .textAfterQuote: self.init("text_after_quote")
        case .missing(let column): self.init("missing", at: column)
        case .tooLong(let column, let limit): self.init("too_long", at: column, "\(limit)")
        case .notADay(let column, let text): self.init("not_a_day", at: column, text)
        case .notAnAddress(let text): self.init("not_an_address", text)
        case .unknownChoice(let column, let text): self.init("unknown_choice", at: column, text)
        case .doubled(let column, let value, let line): self.init("doubled", at: column, value, "\(line)")
        case .emailTaken(let email, let owner): self.init("email_taken", email, owner)
        case .unknownUnit(let code): self.init("unknown_unit", code)
        case .endsBeforeItStarts: self.init("ends_before_it_starts")
        case .loop(let codes): self.init("loop", codes)
        case .tooDeep(let most): self.init("too_deep", "\(most)")
        case .noAdministratorLeft: self.init("no_administrator_left")
        case .unknownBody(let code): self.init("unknown_body", code)
        case .unknownPerson(let text): self.init("unknown_person", text)
        case .bodyOrUnit: self.init("body_or_unit")
        case .rule(let column, let words): self.init("rule", at: column, words.danish, words.english)
        }
    }

    private init(_ word: String, at column: ImportColumn? = nil, _ detail: String = "", _ other: String = "") {
        self.init(word: word, column: column?.rawValue ?? "", detail: detail, other: other)
    }

    init(word: String, column: String, detail: String, other: String) {
        self.word = word
        self.column = column
        self.detail = detail
        self.other = other
    }

    /// Nothing where the word is unknown: the table holds what another version wrote.
    var problem: ImportProblem? {
        let (about, number) = (ImportColumn(rawValue: column) ?? .name, Int(detail) ?? 0)
        switch word {
        case "too_few_fields": return .tooFewFields(count: number, expected: Int(other) ?? 0)
        case "too_many_fields": return .tooManyFields(count: number, expected: Int(other) ?? 0)
        case "unfinished_quote": return .unfinishedQuote
        case "text_after_quote": return .textAfterQuote
        case "missing": return .missing(about)
        case "too_long": return .tooLong(about, limit: number)
        case "not_a_day": return .notADay(about, detail)
        case "not_an_address": return .notAnAddress(detail)
        case "unknown_choice": return .unknownChoice(about, detail)
        case "doubled": return .doubled(about, detail, line: Int(other) ?? 0)
        case "email_taken": return .emailTaken(detail, owner: other)
        case "unknown_unit": return .unknownUnit(detail)
        case "ends_before_it_starts": return .endsBeforeItStarts
        case "loop": return .loop(detail)
        case "too_deep": return .tooDeep(most: number)
        case "no_administrator_left": return .noAdministratorLeft
        case "unknown_body": return .unknownBody(detail)
        case "unknown_person": return .unknownPerson(detail)
        case "body_or_unit": return .bodyOrUnit
        case "rule": return .rule(about, Words(da: detail, en: other))
        default: return nil
        }
    }
}
