import CPostgres
import Storage

/// What the server answered to one statement, and the row at which a reader stands.
final class PostgresResult: Columns {
    private let pointer: OpaquePointer
    private var row: Int32 = 0

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQclear(pointer)
    }

    func forEachRow(_ body: (Row) throws -> Void) throws {
        let standing = Row(self)
        for number in 0..<PQntuples(pointer) {
            row = number
            try body(standing)
        }
    }

    var changedRows: Int {
        PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0
    }

    /// The word that tells what was done: a `COMMIT` of a transaction that had failed answers `ROLLBACK`.
    var done: String {
        PQcmdStatus(pointer).map { String(cString: $0) } ?? ""
    }

    var status: ExecStatusType { PQresultStatus(pointer) }

    var isFailure: Bool {
        status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_PIPELINE_ABORTED
    }

    /// Five letters and digits that name the kind of error, nothing where the connection broke.
    var state: String { field("C") }

    /// Without the detail, which quotes what people wrote.
    var message: String { field("M") }

    private func field(_ letter: Unicode.Scalar) -> String {
        PQresultErrorField(pointer, Int32(letter.value)).map { String(cString: $0) } ?? ""
    }

    private func utf8(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let count = Int(PQgetlength(pointer, row, Int32(column)))
        guard let start = PQgetvalue(pointer, row, Int32(column)) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeBufferPointer(start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: count)
    }

    func isNull(_ column: Int) -> Bool {
        PQgetisnull(pointer, row, Int32(column)) == 1
    }

    func text(_ column: Int) -> String {
        String(decoding: utf8(column), as: UTF8.self)
    }

    /// Yes and no count as 1 and 0, as SQLite answers.
    func integer(_ column: Int) -> Int {
        let digits = utf8(column)
        if digits.count == 1, digits[0] == UInt8(ascii: "t") { return 1 }
        return Int(Substring(decoding: digits, as: UTF8.self)) ?? 0
    }

    func bytes(_ column: Int) -> [UInt8] {
        Hex.bytes(utf8(column))
    }
}
