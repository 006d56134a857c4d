/// The two languages that everything is said in.
public enum Language: String, CaseIterable, Sendable {
    case danish = "da"
    case english = "en"

    public func pick(da danish: @autoclosure () -> String, en english: @autoclosure () -> String) -> String {
        switch self {
        case .danish: danish()
        case .english: english()
        }
    }

    public var other: Language {
        self == .danish ? .english : .danish
    }
}

/// One sentence or name in both languages, for what is said before its reader is known.
public struct Words: Hashable, Sendable {
    public let danish: String
    public let english: String

    public init(da danish: String, en english: String) {
        self.danish = danish
        self.english = english
    }

    public func `in`(_ language: Language) -> String {
        language.pick(da: danish, en: english)
    }
}
