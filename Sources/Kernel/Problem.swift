/// Something that the user can mend.
public protocol Problem: Error, Sendable {
    func explained(in language: Language) -> String
}

/// Everything that is wrong with what was sent, each beside its field. The empty field name means the whole form.
public struct Problems: Error, Sendable {
    public private(set) var all: [(field: String, problem: any Problem)] = []

    public init() {}

    public init(_ problem: any Problem, at field: String = "") {
        all = [(field, problem)]
    }

    public static let none = Problems()

    public var isEmpty: Bool { all.isEmpty }

    public subscript(field: String) -> (any Problem)? {
        all.first { $0.field == field }?.problem
    }

    public mutating func add(_ problem: any Problem, at field: String) {
        all.append((field, problem))
    }
}

/// What can be wrong with any field, whatever it is about.
public enum FieldProblem: Problem, Equatable {
    case missing
    case tooLong(limit: Int, count: Int)
    case notADay
    case dayInThePast
    case notANumber
    case notAChoice
    case notAnAddress
    /// Named by an id that leads nowhere the sender can see.
    case unknown
    case fileTooLarge(megabytes: Int)

    public func explained(in language: Language) -> String {
        switch self {
        case .missing:
            language.pick(da: "Feltet mangler.", en: "This is missing.")
        case .tooLong(let limit, let count):
            language.pick(
                da: "Der er plads til \(limit) tegn. Du har skrevet \(count).",
                en: "There is room for \(limit) characters. You wrote \(count).")
        case .notADay:
            language.pick(da: "Skriv en dato, f.eks. 2027-03-31.", en: "Write a date such as 2027-03-31.")
        case .dayInThePast:
            language.pick(
                da: "Datoen er forbi. Vælg en dag fra i dag.", en: "That day has passed. Choose today or later.")
        case .notANumber:
            language.pick(da: "Skriv et helt tal.", en: "Write a whole number.")
        case .notAChoice:
            language.pick(da: "Vælg en af mulighederne.", en: "Choose one of these.")
        case .notAnAddress:
            language.pick(
                da: "Skriv en e-mailadresse, f.eks. maja@eksempel.dk.",
                en: "Write an e-mail address such as maja@example.org.")
        case .unknown:
            language.pick(
                da: "Den findes ikke, eller du har ikke adgang til den.",
                en: "It does not exist, or you may not use it.")
        case .fileTooLarge(let megabytes):
            language.pick(
                da: "Filen er for stor. Den må højst fylde \(megabytes) MB.",
                en: "The file is too large. It may take up \(megabytes) MB at most.")
        }
    }
}
