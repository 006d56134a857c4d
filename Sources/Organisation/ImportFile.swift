import CSodium
import Dispatch
import Documents
import Journal
import Kernel
import Storage

/// A file as it was handed in.
public struct ImportFile: Sendable {
    public let kind: ImportKind
    public let name: String
    public let bytes: [UInt8]

    public init(_ kind: ImportKind, name: String, bytes: [UInt8]) {
        self.kind = kind
        self.name = name
        self.bytes = bytes
    }

    /// SHA-256 in hexadecimal: the file can be told from any other later on.
    var digest: String {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return String(hexadecimal: digest)
    }
}

/// Very many cells, kept as bytes one after the other: a text for each would take several times their memory.
struct ImportedCells: Sendable {
    private var bytes: [UInt8] = []
    /// Where each cell ends, doubled; an odd number where there is none.
    private var ends: [UInt32] = []

    mutating func append(_ cell: String?) {
        if var cell { cell.withUTF8 { bytes.append(contentsOf: $0) } }
        ends.append(UInt32(bytes.count) << 1 | (cell == nil ? 1 : 0))
    }

    subscript(_ place: Int) -> String? {
        guard ends[place] & 1 == 0 else { return nil }
        let start = place == 0 ? 0 : Int(ends[place - 1] >> 1)
        return String(decoding: bytes[start..<Int(ends[place] >> 1)], as: UTF8.self)
    }
}

/// A file that has been read: its lines as they are staged, and what was wrong with them by themselves.
struct ImportTable: Sendable {
    let kind: ImportKind
    let name: String
    let digest: String
    let encoding: CSVEncoding
    /// Headings that mean nothing here.
    let unknown: [String]
    /// Without the heading.
    private(set) var lines = 0
    private(set) var refusals: [ImportRefusal] = []

    /// Of the lines that are staged: their numbers, and their cells one after the other.
    private var numbers: [Int] = []
    private var cells = ImportedCells()

    private let places: [(column: ImportColumn, place: Int?)]

    /// - Throws: `Problems` at the field of the file's kind, where it cannot be read at all.
    init(_ file: ImportFile) throws(Problems) {
        let table: CSVTable
        do { table = try CSVTable(bytes: file.bytes) } catch { throw Problems(error, at: file.kind.rawValue) }
        let found = table.header.problems(expecting: file.kind.csvColumns, in: .danish)
        var problems = Problems()
        var unknown: [String] = []
        for problem in found {
            switch problem {
            case .columnUnknown(let name): unknown.append(name)
            case .columnUnnamed: break
            case .columnMissing(let heading):
                let column = ImportColumn(heading: heading, of: file.kind)
                problems.add(
                    MissingColumn(heading: column?.heading ?? Words(da: heading, en: heading)), at: file.kind.rawValue)
            default: problems.add(problem, at: file.kind.rawValue)
            }
        }
        guard problems.isEmpty else { throw problems }
        kind = file.kind
        name = file.name
        digest = file.digest
        encoding = table.encoding
        self.unknown = unknown
        places = file.kind.columns.map { column in
            (column, table.header.place(of: file.kind.csvColumn(column)))
        }
        for record in table { read(record) }
    }

    private mutating func read(_ record: CSVRecord) {
        lines += 1
        if let problem = record.problem { return refuse(record.line, ImportProblem(problem)) }
        numbers.append(record.line)
        for (column, place) in places {
            cells.append(place.flatMap { value(record[$0].trimmed, column, line: record.line) })
        }
    }

    /// Nothing for a column that the file lacks, and where what is usual is meant.
    private mutating func value(_ text: String, _ column: ImportColumn, line: Int) -> String? {
        guard !text.isEmpty else {
            if kind.blank(column) == .refused { refuse(line, .missing(column)) }
            return kind.blank(column) == .usual ? nil : ""
        }
        do {
            return try ImportCell.value(text, column, of: kind)
        } catch {
            refuse(line, error)
            return kind.blank(column) == .refused ? "" : nil
        }
    }

    /// Each line as it is staged, with an id for what it may add.
    func rows(of id: ID<Import>, _ identities: Identities) -> some Sequence<[SQLValue]> {
        numbers.indices.lazy.map { index -> [SQLValue] in
            if kind.isStagedAsRows { return stagedRow(index, of: id, identities) }
            var row: [SQLValue] = [id.stored, numbers[index].stored]
            row.reserveCapacity(places.count + 5)
            for (place, (column, _)) in places.enumerated() {
                let cell = cells[index * places.count + place]
                row.append(
                    column == .legalEntity ? (cell.map { ($0 == "1").stored } ?? .null) : (cell?.stored ?? .null))
            }
            row.append(identities.random(Import.self).stored)
            if kind == .units { row.append(ReportLink.new(identities).stored) }
            row.append("added".stored)
            return row
        }
    }

    /// Of the files that are few lines long: all cells in one column.
    private func stagedRow(_ index: Int, of id: ID<Import>, _ identities: Identities) -> [SQLValue] {
        var texts: [String: String] = [:]
        for (place, (column, _)) in places.enumerated() {
            texts[column.rawValue] = cells[index * places.count + place]
        }
        let column: ImportColumn = kind == .bodies ? .code : kind == .mandates ? .person : .unit
        return [
            id.stored, kind.rawValue.stored, numbers[index].stored, (texts[column.rawValue] ?? "").stored,
            StagedRow.payload(texts).stored, identities.random(Import.self).stored, "added".stored,
        ]
    }

    private mutating func refuse(_ line: Int, _ problem: ImportProblem) {
        refusals.append(ImportRefusal(file: kind, line: line, problem: problem))
    }
}

extension ImportColumn {
    init?(heading: String, of kind: ImportKind) {
        guard let column = kind.columns.first(where: { $0.heading.danish == heading }) else { return nil }
        self = column
    }
}

/// A column without which the file says too little. Either of its names will do.
struct MissingColumn: Problem, Equatable {
    let heading: Words

    func explained(in language: Language) -> String {
        language.pick(
            da: "Kolonnen »\(heading.danish)« mangler. Den må også hedde »\(heading.english)«.",
            en: "The column “\(heading.english)” is missing. It may also be called “\(heading.danish)”.")
    }
}
