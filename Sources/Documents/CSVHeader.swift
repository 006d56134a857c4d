import Kernel

/// A column that a table may or must have, found by its Danish or its English name.
public struct CSVColumn: Sendable, Hashable {
    public let name: Words
    public let isRequired: Bool

    public static func required(_ name: Words) -> CSVColumn { CSVColumn(name: name, isRequired: true) }
    public static func optional(_ name: Words) -> CSVColumn { CSVColumn(name: name, isRequired: false) }

    fileprivate func isMeant(by folded: String) -> Bool {
        folded == name.danish.lowercased() || folded == name.english.lowercased()
    }
}

/// The names of a table's columns, trimmed; large and small letters are the same when one is looked for.
public struct CSVHeader: Sendable, Equatable {
    public let names: [String]
    private let folded: [String]

    init(names: [String]) {
        self.names = names.map(\.trimmed)
        folded = self.names.map { $0.lowercased() }
    }

    /// Where the column stands in every record, if the table has it.
    public func place(of column: CSVColumn) -> Int? {
        folded.firstIndex(where: column.isMeant)
    }

    public func place(of name: String) -> Int? {
        folded.firstIndex(of: name.trimmed.lowercased())
    }

    /// Everything that keeps the table from being read as these columns: what is missing, doubled, unknown or unnamed.
    /// - Parameter language: in which missing columns are named.
    public func problems(expecting columns: [CSVColumn], in language: Language) -> [CSVProblem] {
        var problems: [CSVProblem] = []
        for column in columns {
            let places = folded.indices.filter { column.isMeant(by: folded[$0]) }
            if places.isEmpty && column.isRequired { problems.append(.columnMissing(column.name.in(language))) }
            if places.count > 1 { problems.append(.columnDoubled(names[places[1]])) }
        }
        for (place, name) in folded.enumerated() where !columns.contains(where: { $0.isMeant(by: name) }) {
            problems.append(name.isEmpty ? .columnUnnamed(place: place + 1) : .columnUnknown(names[place]))
        }
        return problems
    }
}
