import Foundation

/// A value of JSON, for answers to programs.
public indirect enum JSON: Sendable, Encodable, Equatable {
    case null
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    public func encode(to encoder: any Encoder) throws {
        var single = encoder.singleValueContainer()
        switch self {
        case .null: try single.encodeNil()
        case .flag(let flag): try single.encode(flag)
        case .number(let number): try single.encode(number)
        case .text(let text): try single.encode(text)
        case .list(let list): try single.encode(list)
        case .object(let object): try single.encode(object)
        }
    }

    /// As one line of text, with its keys in order.
    public var line: String {
        get throws { String(decoding: try bytes, as: UTF8.self) }
    }

    var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return [UInt8](try encoder.encode(self))
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral text: String) { self = .text(text) }
    public init(integerLiteral number: Int) { self = .number(number) }
    public init(booleanLiteral flag: Bool) { self = .flag(flag) }
    public init(arrayLiteral list: JSON...) { self = .list(list) }
    public init(dictionaryLiteral pairs: (String, JSON)...) {
        self = .object(Dictionary(pairs) { first, _ in first })
    }

    /// The text, or null where there is none.
    public init(_ text: String?) { self = text.map(JSON.text) ?? .null }
}
