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
    private(set) var rows: [[SQLValue]] = []
    private(set) var refusals: [ImportRefusal] = []

    private let places: [(column: ImportColumn, place: Int?)]

    /// - Throws: `Problems` at the field of the file's kind, where it cannot be read at all.
    init(_ file: ImportFile, for id: ID<Import>, _ identities: Identities) throws(Problems) {
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
        for record in table { read(record, for: id, identities) }
    }

    private mutating func read(_ record: CSVRecord, for id: ID<Import>, _ identities: Identities) {
        lines += 1
        if let problem = record.problem { return refuse(record.line, ImportProblem(problem)) }
        if kind.isStagedAsRows { return stage(record, for: id, identities) }
        var row: [SQLValue] = [.text(id.text), .integer(record.line)]
        row.reserveCapacity(places.count + 5)
        for (column, place) in places {
            guard let place else {
                row.append(.null)
                continue
            }
            row.append(value(record[place].trimmed, column, line: record.line))
        }
        row.append(.text(identities.random(Import.self).text))
        if kind == .units { row.append(.text(identities.secret())) }
        row.append(.text("added"))
        rows.append(row)
    }

    private mutating func stage(_ record: CSVRecord, for id: ID<Import>, _ identities: Identities) {
        var texts: [String: String] = [:]
        for (column, place) in places {
            guard let place, case .text(let text) = value(record[place].trimmed, column, line: record.line) else {
                continue
            }
            texts[column.rawValue] = text
        }
        let column: ImportColumn = kind == .bodies ? .code : kind == .mandates ? .person : .unit
        let key = texts[column.rawValue] ?? ""
        rows.append([
            .text(id.text), .text(kind.rawValue), .integer(record.line), .text(key), .text(StagedRow.payload(texts)),
            .text(identities.random(Import.self).text), .text("added"),
        ])
    }

    private mutating func value(_ text: String, _ column: ImportColumn, line: Int) -> SQLValue {
        guard !text.isEmpty else {
            switch column.blank {
            case .refused:
                refuse(line, .missing(column))
                return .text("")
            case .clears: return .text("")
            case .usual: return .null
            }
        }
        do {
            let value = try ImportCell.value(text, column, of: kind)
            return column == .legalEntity ? .integer(value == "1" ? 1 : 0) : .text(value)
        } catch {
            refuse(line, error)
            return column.blank == .refused ? .text("") : .null
        }
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
