import CXLSX
import Foundation
import Kernel

/// Why a workbook was not made: a fault in the program, or no room on the disk.
public enum WorkbookFailure: Error, Equatable {
    /// Empty, longer than 31 characters, used before, with one of `[]:*?/\`, or with an apostrophe at an end.
    case sheetName(String)
    case noSheets
    case tooLarge(sheet: String)
    /// In the library's words.
    case notWritten(String)
}

/// A workbook for Excel, Numbers and LibreOffice.
public struct Workbook: Sendable {
    /// What Excel takes in one cell, counted in UTF-16; longer texts are cut.
    public static let cellLimit = 32_767
    public static let rowLimit = 1_048_576
    public static let columnLimit = 16_384

    /// A table under a bold row of names that stays in sight and can be filtered by.
    public struct Sheet: Sendable {
        public let name: String
        public let columns: [String]
        public let rows: [[Cell]]

        public init(name: String, columns: [String], rows: [[Cell]]) {
            self.name = name
            self.columns = columns
            self.rows = rows
        }
    }

    public let sheets: [Sheet]

    public init(_ sheets: [Sheet]) {
        self.sheets = sheets
    }

    /// The file. It is put together in a temporary folder, which is gone afterwards.
    /// - Throws: `WorkbookFailure`, and Foundation's errors where there can be no temporary folder.
    public func bytes(in temporary: URL = FileManager.default.temporaryDirectory) throws -> [UInt8] {
        try check()
        let folder = temporary.appending(path: "workbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "workbook.xlsx")
        try write(to: file.path(percentEncoded: false), temporary: folder.path(percentEncoded: false))
        return Array(try Data(contentsOf: file))
    }

    private func check() throws(WorkbookFailure) {
        guard !sheets.isEmpty else { throw .noSheets }
        var names: Set<String> = []
        for sheet in sheets {
            guard sheet.hasFittingName, names.insert(sheet.name.lowercased()).inserted else {
                throw .sheetName(sheet.name)
            }
            let width = max(sheet.columns.count, sheet.rows.map(\.count).max() ?? 0)
            guard width <= Self.columnLimit, sheet.rows.count < Self.rowLimit else {
                throw .tooLarge(sheet: sheet.name)
            }
        }
    }

    private func write(to path: String, temporary: String) throws(WorkbookFailure) {
        var folder = Array(temporary.utf8CString)
        let opened = folder.withUnsafeMutableBufferPointer { folder in
            var options = lxw_workbook_options(constant_memory: 1, tmpdir: folder.baseAddress, use_zip64: 0)
            return workbook_new_opt(path, &options)
        }
        guard let workbook = opened else { throw .notWritten("no memory") }
        var failure: WorkbookFailure?
        do {
            for sheet in sheets { try sheet.write(to: workbook) }
        } catch {
            failure = error
        }
        // Closing also frees, so it comes first whatever happened.
        let ended = workbook_close(workbook)
        if let failure { throw failure }
        try Self.require(ended)
    }

    fileprivate static func require(_ result: lxw_error) throws(WorkbookFailure) {
        guard result == LXW_NO_ERROR else { throw .notWritten(String(cString: lxw_strerror(result))) }
    }
}

extension Workbook.Sheet {
    fileprivate var hasFittingName: Bool {
        (1...31).contains(name.utf16.count) && !name.contains(where: "[]:*?/\\\0".contains)
            && !name.hasPrefix("'") && !name.hasSuffix("'")
    }

    fileprivate func write(to workbook: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookFailure) {
        guard let sheet = workbook_add_worksheet(workbook, name) else { throw .sheetName(name) }
        let bold = workbook_add_format(workbook)
        format_set_bold(bold)
        let date = workbook_add_format(workbook)
        format_set_num_format(date, "yyyy-mm-dd")

        for (column, title) in columns.enumerated() {
            let place = lxw_col_t(column)
            try Workbook.require(worksheet_set_column(sheet, place, place, width(of: column), nil))
            try write(title, to: sheet, row: 0, column: place, format: bold)
        }
        for (row, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                try write(cell, to: sheet, row: lxw_row_t(row + 1), column: lxw_col_t(column), date: date)
            }
        }
        guard !columns.isEmpty else { return }
        worksheet_freeze_panes(sheet, 1, 0)
        try Workbook.require(worksheet_autofilter(sheet, 0, 0, lxw_row_t(rows.count), lxw_col_t(columns.count - 1)))
    }

    private func write(
        _ cell: Cell, to sheet: UnsafeMutablePointer<lxw_worksheet>, row: lxw_row_t, column: lxw_col_t,
        date: UnsafeMutablePointer<lxw_format>?
    ) throws(WorkbookFailure) {
        switch cell {
        case .text(let text):
            try write(text, to: sheet, row: row, column: column, format: nil)
        case .number(let number):
            guard number.isFinite else { return }
            try Workbook.require(worksheet_write_number(sheet, row, column, number, nil))
        case .day(let day):
            guard let number = day.numberInWorkbooks else {
                return try write(day.text, to: sheet, row: row, column: column, format: nil)
            }
            try Workbook.require(worksheet_write_number(sheet, row, column, number, date))
        case .empty:
            return
        }
    }

    private func write(
        _ text: String, to sheet: UnsafeMutablePointer<lxw_worksheet>, row: lxw_row_t, column: lxw_col_t,
        format: UnsafeMutablePointer<lxw_format>?
    ) throws(WorkbookFailure) {
        try Workbook.require(worksheet_write_string(sheet, row, column, text.fittingCell, format))
    }

    /// In characters; the first rows tell enough.
    private func width(of column: Int) -> Double {
        let texts = rows.prefix(100).map { row in
            guard row.indices.contains(column), case .text(let text) = row[column] else { return 10 }
            return text.count
        }
        return Double(min(60, max(texts.max() ?? 10, columns[column].count + 3)))
    }
}

extension Day {
    /// Days since the eve of 1900 as workbooks count them; they believe that 1900 was a leap year, so nothing before
    /// March of it.
    fileprivate var numberInWorkbooks: Double? {
        let serial = number + 25_569
        return serial > 60 ? Double(serial) : nil
    }
}

extension String {
    /// Without what XML cannot hold, and cut between two letters.
    fileprivate var fittingCell: String {
        let isClean = !utf8.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        let clean = isClean ? self : String(String.UnicodeScalarView(unicodeScalars.filter(\.isXML)))
        guard clean.utf16.count > Workbook.cellLimit else { return clean }
        var cut = ""
        var length = 0
        for letter in clean {
            length += letter.utf16.count
            guard length <= Workbook.cellLimit else { break }
            cut.append(letter)
        }
        return cut
    }
}

extension Unicode.Scalar {
    fileprivate var isXML: Bool { value >= 0x20 || self == "\t" || self == "\n" || self == "\r" }
}
