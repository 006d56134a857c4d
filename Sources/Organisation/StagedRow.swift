import Foundation
import Kernel
import Storage

/// A line as it was staged: texts by column.
struct StagedRow: Sendable {
    let line: Int
    let key: String
    let texts: [String: String]
    let newID: String

    /// Whether the file has the column at all.
    func has(_ column: String) -> Bool { texts[column] != nil }

    static func all(of id: ID<Import>, _ file: ImportKind, _ reader: Reader) throws -> [StagedRow] {
        try reader.rows(
            """
            SELECT line, key, payload, new_id FROM staged_row WHERE import_id = \(id) AND file = \(file)
            AND NOT EXISTS (SELECT 1 FROM import_refusal WHERE import_refusal.import_id = \(id)
                AND import_refusal.file = \(file) AND import_refusal.line = staged_row.line
                AND import_refusal.while_reading = 1)
            ORDER BY line
            """
        ) { row in
            StagedRow(line: try row[0], key: try row[1], texts: Self.texts(try row[2]), newID: try row[3])
        }
    }

    static func all(
        of id: ID<Import>, _ file: ImportKind, fate: String, most: Int, _ reader: Reader
    ) throws -> [StagedRow] {
        try reader.rows(
            """
            SELECT line, key, payload, new_id FROM staged_row
            WHERE import_id = \(id) AND file = \(file) AND fate = \(fate) ORDER BY line LIMIT \(most)
            """
        ) { row in
            StagedRow(line: try row[0], key: try row[1], texts: Self.texts(try row[2]), newID: try row[3])
        }
    }

    static func payload(_ texts: [String: String]) -> String {
        (try? JSONEncoder().encode(texts)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private static func texts(_ payload: String) -> [String: String] {
        (try? JSONDecoder().decode([String: String].self, from: Data(payload.utf8))) ?? [:]
    }
}
