import Kernel

/// A statement whose interpolated values travel beside the text, never inside it.
///
/// It is written once, in the subset that SQLite and PostgreSQL share. Where their words differ, a `Word` is
/// interpolated: `\(.integer)`. Another `SQL` is composed in; everything else is bound.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// The text with a mark for every value and every word.
    public private(set) var template: String
    public private(set) var values: [SQLValue]
    public private(set) var mustChangeARow = false

    public init(stringLiteral text: StaticString) {
        template = text.description
        values = []
    }

    public init(stringInterpolation: StringInterpolation) {
        template = String(decoding: stringInterpolation.template, as: UTF8.self)
        values = stringInterpolation.values
    }

    /// By which an engine finds what it has prepared: texts of the same length are compared, since to go through a long text
    /// twice, once for its hash, takes as long as a small query.
    public struct Key: Hashable, Sendable {
        let template: String

        public func hash(into hasher: inout Hasher) { hasher.combine(template.utf8.count) }
    }

    public var key: Key { Key(template: template) }

    /// Fails the whole write, with `Stale`, when the row was changed by somebody else meanwhile.
    public var orStale: SQL {
        var copy = self
        copy.mustChangeARow = true
        return copy
    }

    /// Statements joined into one, as conditions of a query are.
    public static func joined(_ parts: [SQL], by separator: SQL) -> SQL {
        var whole: SQL = ""
        for (index, part) in parts.enumerated() {
            whole.append(index == 0 ? part : "\(separator)\(part)")
        }
        return whole
    }

    /// `(?, ?, ?)` with these values, for `IN`. A list without values matches nothing.
    public static func list(_ values: some Collection<some Storable>) -> SQL {
        guard !values.isEmpty else { return "(NULL)" }
        var list: SQL = "("
        let mark = String(Unicode.Scalar(valueMark))
        for (index, value) in values.enumerated() {
            if index > 0 { list.template += ", " }
            list.template += mark
            list.values.append(value.stored)
        }
        list.template += ")"
        return list
    }

    private mutating func append(_ other: SQL) {
        template += other.template
        values += other.values
    }

    /// The text as this engine reads it, its values numbered `$1`, `$2`, …
    public func text(for engine: Engine) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(template.utf8.count + 3 * values.count)
        var number = 0
        for byte in template.utf8 {
            if byte == Self.valueMark {
                number += 1
                bytes.append(UInt8(ascii: "$"))
                bytes.append(contentsOf: String(number).utf8)
            } else if let word = Word(rawValue: byte) {
                bytes.append(contentsOf: word.text(for: engine).utf8)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static let valueMark: UInt8 = 1

    public struct StringInterpolation: StringInterpolationProtocol {
        var template: [UInt8] = []
        var values: [SQLValue] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            template.reserveCapacity(literalCapacity + 32 * interpolationCount)
        }

        public mutating func appendLiteral(_ text: StaticString) {
            text.withUTF8Buffer { template.append(contentsOf: $0) }
        }

        public mutating func appendInterpolation(_ value: some Storable) {
            template.append(SQL.valueMark)
            values.append(value.stored)
        }

        public mutating func appendInterpolation(_ value: (some Storable)?) {
            template.append(SQL.valueMark)
            values.append(value?.stored ?? .null)
        }

        /// A number that stands in the program, as a part of the text: PostgreSQL plans by it, where it takes a value for a
        /// tenth of all rows that there are.
        public mutating func appendInterpolation(fixed number: Int) {
            template.append(contentsOf: number.description.utf8)
        }

        public mutating func appendInterpolation(_ word: Word) {
            template.append(word.rawValue)
        }

        public mutating func appendInterpolation(_ sql: SQL) {
            template.append(contentsOf: sql.template.utf8)
            values += sql.values
        }
    }
}

/// The words in which the two engines differ.
public enum Word: UInt8, Sendable {
    /// A whole number of 64 bits; also yes and no, as 1 and 0.
    case integer = 2
    /// Bytes.
    case bytes = 3
    /// Danish sorting: æ, ø, å last, large and small letters together. Stands after a column or its type.
    case danish = 4
    /// Ends `CREATE TABLE`: every column keeps its type.
    case strict = 5
    /// Ends `CREATE TABLE` for rows whose order of arrival must not be kept.
    case withoutOrder = 6

    func text(for engine: Engine) -> String {
        switch (self, engine) {
        case (.integer, .sqlite): "INTEGER"
        case (.integer, .postgres): "BIGINT"
        case (.bytes, .sqlite): "BLOB"
        case (.bytes, .postgres): "BYTEA"
        case (.danish, .sqlite): "COLLATE danish"
        case (.danish, .postgres): "COLLATE danish"
        case (.strict, .sqlite): "STRICT"
        case (.withoutOrder, .sqlite): "STRICT, WITHOUT ROWID"
        case (.strict, .postgres), (.withoutOrder, .postgres): ""
        }
    }
}

public enum Engine: String, Sendable, CaseIterable {
    case sqlite
    case postgres
}

public enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int)
    case text(String)
    case bytes([UInt8])
}
