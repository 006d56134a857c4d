/// A table that somebody sent. Its header is read at once, its records one by one while they are asked for, so that
/// a large table takes up little more than its own bytes.
public struct CSVTable: Sequence, Sendable {
    /// Characters in one field.
    public static let fieldLimit = 10_000
    public static let columnLimit = 1000

    public let encoding: CSVEncoding
    public let separator: CSVSeparator
    public let header: CSVHeader
    private let records: CSVScanner

    /// - Throws: `CSVProblem` where the bytes are no table with a header.
    public init(bytes: [UInt8]) throws(CSVProblem) {
        encoding = try CSVEncoding(of: bytes)
        var start = encoding == .utf8WithMark ? CSVEncoding.mark.count : 0
        if let told = CSVSeparator(toldIn: bytes[start...]) {
            separator = told
            start += CSVSeparator.telling.count + 1
        } else {
            separator = CSVSeparator(ofHeaderIn: bytes[start...])
        }
        var scanner = CSVScanner(bytes: bytes, separator: separator.rawValue, from: start)
        guard scanner.advance(keeping: Self.columnLimit) else { throw .empty }
        guard scanner.count <= Self.columnLimit else { throw .tooManyColumns(limit: Self.columnLimit) }
        if let problem = scanner.problem { throw problem }
        let titles = CSVRecord(scanner, encoding: encoding, header: nil)
        if let problem = titles.problem { throw problem }
        header = CSVHeader(names: (0..<scanner.count).map { titles[$0] })
        records = scanner
    }

    public func makeIterator() -> Iterator {
        Iterator(scanner: records, encoding: encoding, header: header)
    }

    public struct Iterator: IteratorProtocol, Sendable {
        var scanner: CSVScanner
        let encoding: CSVEncoding
        let header: CSVHeader

        public mutating func next() -> CSVRecord? {
            guard scanner.advance(keeping: header.names.count) else { return nil }
            return CSVRecord(scanner, encoding: encoding, header: header)
        }
    }
}
