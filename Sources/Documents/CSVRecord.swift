/// One record of a table: the texts of its fields, made only when they are asked for.
public struct CSVRecord: Sendable {
    private let scanner: CSVScanner
    private let encoding: CSVEncoding
    /// What is wrong with the record's form. Its fields can still be shown, as far as they were read.
    public let problem: CSVProblem?

    init(_ scanner: CSVScanner, encoding: CSVEncoding, header: CSVHeader?) {
        self.scanner = scanner
        self.encoding = encoding
        problem = scanner.problem ?? Self.problem(of: scanner, encoding: encoding, header: header)
    }

    /// The line where the record begins; with newlines inside quotes it may go on for several.
    public var line: Int { scanner.beginning }

    /// How many fields the record has, those past the last column included.
    public var count: Int { scanner.count }

    /// The field at this column; empty where the record is too short.
    public subscript(column: Int) -> String {
        guard scanner.fields.indices.contains(column) else { return "" }
        let field = scanner.fields[column]
        return field.hasDoubledQuotes
            ? encoding.text(of: scanner.content(of: field)) : encoding.text(of: scanner.bytes[field.start..<field.end])
    }

    private static func problem(of scanner: CSVScanner, encoding: CSVEncoding, header: CSVHeader?) -> CSVProblem? {
        let line = scanner.beginning
        let expected = header?.names.count ?? scanner.count
        if scanner.count < expected { return .tooFewFields(line: line, count: scanner.count, expected: expected) }
        if scanner.count > expected { return .tooManyFields(line: line, count: scanner.count, expected: expected) }
        let limit = CSVTable.fieldLimit
        for (place, field) in scanner.fields.enumerated() where field.end - field.start > limit {
            guard encoding.length(of: scanner.bytes[field.start..<field.end]) > limit else { continue }
            return .fieldTooLong(line: line, column: header?.names[place] ?? String(place + 1), limit: limit)
        }
        return nil
    }
}
