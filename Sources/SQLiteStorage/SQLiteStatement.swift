import Foundation
import GRDBSQLite
import Storage

/// A prepared statement, and the row that it stands at.
final class SQLiteStatement: Columns {
    private let pointer: OpaquePointer
    private let handle: OpaquePointer
    /// Somebody reads its rows; another who wants the same text needs a statement of their own.
    private(set) var isBusy = false

    init(_ text: String, on handle: OpaquePointer) throws {
        var made: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil)
        guard code == SQLITE_OK else { throw StorageProblem(lastOn: handle) }
        guard let made else { throw StorageProblem.broken("A statement without text") }
        pointer = made
        self.handle = handle
    }

    deinit {
        sqlite3_finalize(pointer)
    }

    /// Runs to the end, and stops at every row.
    func run(_ values: [SQLValue], _ atRow: () throws -> Void) throws {
        isBusy = true
        defer {
            sqlite3_reset(pointer)
            isBusy = false
        }
        guard sqlite3_bind_parameter_count(pointer) == Int32(values.count) else {
            throw StorageProblem.broken("A statement got \(values.count) values")
        }
        for (index, value) in values.enumerated() {
            try bind(value, at: Int32(index + 1))
        }
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_ROW: try atRow()
            case SQLITE_DONE: return
            default: throw StorageProblem(lastOn: handle)
            }
        }
    }

    private func bind(_ value: SQLValue, at position: Int32) throws {
        let code =
            switch value {
            case .null: sqlite3_bind_null(pointer, position)
            case .integer(let number): sqlite3_bind_int64(pointer, position, Int64(number))
            case .text(let text): try bind(text, at: position)
            case .bytes(let bytes): bytes.withUnsafeBytes { bind($0, at: position) }
            }
        guard code == SQLITE_OK else { throw StorageProblem(lastOn: handle) }
    }

    private func bind(_ text: String, at position: Int32) throws -> Int32 {
        var text = text
        return try text.withUTF8 { utf8 in
            // PostgreSQL has no text with NUL; neither engine shall take what the other refuses.
            guard !utf8.contains(0) else { throw StorageProblem.refused("NUL in a text") }
            return utf8.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress else {
                    return sqlite3_bind_text(pointer, position, "", 0, Self.copied)
                }
                return sqlite3_bind_text(pointer, position, start, Int32(characters.count), Self.copied)
            }
        }
    }

    private func bind(_ bytes: UnsafeRawBufferPointer, at position: Int32) -> Int32 {
        guard let start = bytes.baseAddress else { return sqlite3_bind_zeroblob(pointer, position, 0) }
        return sqlite3_bind_blob64(pointer, position, start, UInt64(bytes.count), Self.copied)
    }

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL
    }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(pointer, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func integer(_ column: Int) -> Int {
        Int(sqlite3_column_int64(pointer, Int32(column)))
    }

    func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(pointer, Int32(column)) else { return [] }
        let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// SQLITE_TRANSIENT, a macro that Swift cannot import: SQLite copies before the call returns.
    private static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}
