import Access
import Journal
import Kernel
import Storage

/// Bodies and mandates on their way in. There are hundreds of them, not hundreds of thousands: each line is held against
/// the same rules as the forms, with the lines before it taken as done.
struct ImportedSeats {
    let id: ID<Import>
    let today: Day
    let reader: Reader

    var bodies: [(line: StagedRow, body: Body, old: Body?, fate: String)] = []
    var mandates: [(line: StagedRow, mandate: Mandate, name: String, old: Mandate?, fate: String)] = []
    var months: [(line: StagedRow, figures: MonthFigures, old: MonthFigures?, fate: String)] = []
    var refusals: [ImportRefusal] = []

    /// What code stands for which body, here or in the file.
    var coded: [String: Body] = [:]
    var seatsInFile: [Mandate.Place: [Seat]] = [:]
    var heldInFile: [PersonID: [Mandate]] = [:]

    init(of id: ID<Import>, kinds: [ImportKind], on today: Day, _ reader: Reader) throws {
        self.id = id
        self.today = today
        self.reader = reader
        if kinds.contains(.bodies) { try readBodies() }
        if kinds.contains(.mandates) { try readMandates() }
        if kinds.contains(.months) { try readMonths() }
    }

    /// Here, or in the file of units of the same upload.
    func unit(_ code: String) throws -> Unit? {
        if let unit = try UnitStore(reader).find(code: code, on: today) { return unit }
        return try reader.first(
            "SELECT new_id, name_da, opens, closes FROM staged_unit WHERE import_id = \(id) AND code = \(code)"
        ) { row in
            let name: String = try row[1]
            return Unit(
                id: try row[0], code: code, parent: nil, kind: .other, name: Words(da: name, en: name),
                isLegalEntity: false, opens: try (row[2] as String?).flatMap { Day($0) } ?? today,
                closes: try (row[3] as String?).flatMap { Day($0) })
        }
    }

    // MARK: What is wrong

    mutating func refuse(_ file: ImportKind, _ line: Int, _ problem: ImportProblem) {
        refusals.append(ImportRefusal(file: file, line: line, problem: problem))
    }

    mutating func refuse(_ file: ImportKind, _ line: Int, _ problems: Problems) {
        for (field, problem) in problems.all {
            let column = ImportColumn(rawValue: field == "email" ? "person" : field) ?? .name
            let words = Words(da: problem.explained(in: .danish), en: problem.explained(in: .english))
            refuse(file, line, .rule(column, words))
        }
    }

    // MARK: What is done

    /// Bodies before those who sit in them.
    var change: Change {
        var all: [Change] = []
        for (_, body, old, fate) in bodies {
            if fate == "added" { all.append(body.added()) }
            if fate == "changed", let old { all.append(old.changed(to: body, on: today)) }
        }
        for (_, mandate, name, old, fate) in mandates {
            if fate == "added" { all.append(mandate.given(to: name)) }
            if fate == "changed", let old { all.append(old.changed(to: mandate, name)) }
        }
        for (_, figures, old, fate) in months where fate != "same" {
            all.append(figures.recorded(replacing: old))
        }
        return all.reduce(Change([], journal: [], raising: [])) { $0 + $1 }
    }

    /// Keeps for the preview what would become of each line.
    func keep(_ writer: Writer) throws {
        try ImportRefusal.keep(refusals, of: id, whileReading: false, writer)
        try writer.execute("UPDATE staged_row SET fate = 'refused' WHERE import_id = \(id)")
        var fates: [(ImportKind, Int, String)] = bodies.map { (.bodies, $0.line.line, $0.fate) }
        fates += mandates.map { (.mandates, $0.line.line, $0.fate) }
        fates += months.map { (.months, $0.line.line, $0.fate) }
        for (file, line, fate) in fates {
            try writer.execute(
                """
                UPDATE staged_row SET fate = \(fate) WHERE import_id = \(id) AND file = \(file) AND line = \(line)
                AND NOT EXISTS (SELECT 1 FROM import_refusal WHERE import_refusal.import_id = \(id)
                    AND import_refusal.file = \(file) AND import_refusal.line = \(line))
                """)
        }
    }
}
