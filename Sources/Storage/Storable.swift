import Kernel

/// A value that can stand in a statement and be read from a row.
public protocol Storable: Sendable {
    var stored: SQLValue { get }
    /// - Throws: `UnreadableColumn` where the column holds something else.
    init(column: Int, of row: Row) throws
}

/// A column that held nothing, or not what the reader expected: a fault in the program or in the data.
public struct UnreadableColumn: Error {
    public let column: Int
    public let expected: String

    public init(column: Int, expected: String) {
        self.column = column
        self.expected = expected
    }
}

/// What an engine tells of the row that it stands at.
public protocol Columns: AnyObject {
    func isNull(_ column: Int) -> Bool
    /// Asked only where the column is not null.
    func text(_ column: Int) -> String
    func integer(_ column: Int) -> Int
    func bytes(_ column: Int) -> [UInt8]
}

/// One row of a result, read by position and only while the query stands at it.
public struct Row {
    public let columns: any Columns

    public init(_ columns: any Columns) {
        self.columns = columns
    }

    public subscript<Value: Storable>(_ column: Int) -> Value {
        get throws { try Value(column: column, of: self) }
    }

    public subscript<Value: Storable>(_ column: Int) -> Value? {
        get throws { columns.isNull(column) ? nil : try Value(column: column, of: self) }
    }

    fileprivate func held(_ column: Int, as expected: StaticString) throws -> any Columns {
        guard !columns.isNull(column) else {
            throw UnreadableColumn(column: column, expected: expected.description)
        }
        return columns
    }
}

extension String: Storable {
    public var stored: SQLValue { .text(self) }
    public init(column: Int, of row: Row) throws {
        self = try row.held(column, as: "text").text(column)
    }
}

extension Int: Storable {
    public var stored: SQLValue { .integer(self) }
    public init(column: Int, of row: Row) throws {
        self = try row.held(column, as: "integer").integer(column)
    }
}

extension Bool: Storable {
    public var stored: SQLValue { .integer(self ? 1 : 0) }
    public init(column: Int, of row: Row) throws {
        self = try row.held(column, as: "yes or no").integer(column) != 0
    }
}

extension [UInt8]: Storable {
    public var stored: SQLValue { .bytes(self) }
    public init(column: Int, of row: Row) throws {
        self = try row.held(column, as: "bytes").bytes(column)
    }
}

extension ID: Storable {
    public var stored: SQLValue { .text(text) }
    public init(column: Int, of row: Row) throws {
        self.init(try row.held(column, as: "id").text(column))
    }
}

extension Day: Storable {
    public var stored: SQLValue { .text(text) }
    public init(column: Int, of row: Row) throws {
        guard let day = Day(try row.held(column, as: "day").text(column)) else {
            throw UnreadableColumn(column: column, expected: "day")
        }
        self = day
    }
}

extension Moment: Storable {
    public var stored: SQLValue { .text(text) }
    public init(column: Int, of row: Row) throws {
        guard let moment = Moment(try row.held(column, as: "moment").text(column)) else {
            throw UnreadableColumn(column: column, expected: "moment")
        }
        self = moment
    }
}

/// An enumeration of texts is stored as its text.
extension Storable where Self: RawRepresentable<String> {
    public var stored: SQLValue { .text(rawValue) }
    public init(column: Int, of row: Row) throws {
        let text = try row.held(column, as: "choice").text(column)
        guard let value = Self(rawValue: text) else {
            throw UnreadableColumn(column: column, expected: "\(Self.self)")
        }
        self = value
    }
}

extension Language: Storable {}
