import Access
import Foundation
import Journal
import Kernel
import Storage

/// Bodies and mandates on their way in. There are hundreds of them, not hundreds of thousands: each line is held against
/// the same rules as the forms, with the lines before it taken as done.
struct ImportedSeats {
    let id: ID<Import>
    let today: Day
    let reader: Reader

    private(set) var bodies: [(line: StagedRow, body: Body, old: Body?, fate: String)] = []
    private(set) var mandates: [(line: StagedRow, mandate: Mandate, name: String, old: Mandate?, fate: String)] = []
    private(set) var months: [(line: StagedRow, figures: MonthFigures, old: MonthFigures?, fate: String)] = []
    private(set) var refusals: [ImportRefusal] = []

    /// What code stands for which body, here or in the file.
    private var coded: [String: Body] = [:]
    private var seatsInFile: [Mandate.Place: [Seat]] = [:]
    private var heldInFile: [PersonID: [Mandate]] = [:]

    init(of id: ID<Import>, kinds: [ImportKind], on today: Day, _ reader: Reader) throws {
        self.id = id
        self.today = today
        self.reader = reader
        if kinds.contains(.bodies) { try readBodies() }
        if kinds.contains(.mandates) { try readMandates() }
        if kinds.contains(.months) { try readMonths() }
    }

    // MARK: Bodies

    private mutating func readBodies() throws {
        let lines = try StagedRow.all(of: id, .bodies, reader)
        var first: [String: Int] = [:]
        for line in lines {
            if let earlier = first[line.key] {
                refuse(.bodies, line.line, .doubled(.code, line.key, line: earlier))
                continue
            }
            first[line.key] = line.line
            let old = try BodyStore(reader).find(code: line.key, on: today)
            if let body = try body(line, old) { coded[line.key] = body }
        }
        for line in lines {
            guard first[line.key] == line.line, var body = coded[line.key] else { continue }
            if let code = line.texts["parent"] {
                let parent = try coded[code] ?? BodyStore(reader).find(code: code, on: today)
                if !code.isEmpty, parent == nil { refuse(.bodies, line.line, .unknownBody(code)) }
                if let parent, parent.id == body.id { refuse(.bodies, line.line, .loop(code)) }
                body.parent = parent?.id
                coded[line.key] = body
            }
            let old = try BodyStore(reader).find(code: line.key, on: today)
            bodies.append((line, body, old, old.map { $0 == body ? "same" : "changed" } ?? "added"))
        }
    }

    private mutating func body(_ line: StagedRow, _ old: Body?) throws -> Body? {
        let codes = (line.texts["units"] ?? "").split { ",;|".contains($0) }.map { String($0).trimmed }
        var units: [String: Unit] = [:]
        for code in codes { units[code] = try unit(code) }
        var fields = Fields(line.texts)
        fields["units"] = codes.joined(separator: ",")
        do {
            var body = try Body.written(fields, id: old?.id ?? ID(line.newID), units: units, on: today)
            body.units.sort()
            body.code = line.key
            body.parent = old?.parent
            body.opens = line.texts["opens"].flatMap { Day($0) } ?? old?.opens ?? today
            body.closes = line.texts["closes"].map { Day($0) } ?? old?.closes
            if let closes = body.closes, closes < body.opens { refuse(.bodies, line.line, .endsBeforeItStarts) }
            return body
        } catch {
            refuse(.bodies, line.line, error)
            return nil
        }
    }

    /// Here, or in the file of units of the same upload.
    private func unit(_ code: String) throws -> Unit? {
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

    // MARK: Mandates

    private mutating func readMandates() throws {
        for line in try StagedRow.all(of: id, .mandates, reader) {
            guard let place = try place(line) else { continue }
            guard let person = try person(line.texts["person"] ?? "") else {
                refuse(.mandates, line.line, .unknownPerson(line.texts["person"] ?? ""))
                continue
            }
            try readMandate(line, in: place, of: person)
        }
    }

    private mutating func readMandate(_ line: StagedRow, in place: Mandate.Place, of person: Person) throws {
        guard let role = Role(rawValue: line.texts["role"] ?? "") else { return }
        let starts = line.texts["starts"].flatMap { Day($0) }
        let own = try MandateStore(reader).all(of: person.id)
        let old = own.first { one in
            one.place == place && one.role == role && (starts.map { $0 == one.starts } ?? one.isHeld(on: today))
        }
        let surroundings = try surroundings(place, own: own, without: old?.id, of: person)
        guard let surroundings else { return }
        var fields = Fields(line.texts)
        fields["email"] = line.texts["person"] ?? ""
        fields["starts"] = (starts ?? old?.starts ?? today).text
        fields["origin"] = line.texts["origin"] ?? old?.origin.rawValue ?? Self.usual(role).rawValue
        if !line.has("ends"), let ends = old?.ends { fields["ends"] = ends.text }
        if !line.has("represents") { fields["represents"] = old?.represents ?? "" }
        if !line.has("hours"), let minutes = old?.minutesAWeek {
            fields["hours"] = Mandate.hours(minutes, in: .english)
        }
        if let other = line.texts["deputy_of"], !other.isEmpty {
            let deputised = try self.person(other)
            let seat = surroundings.seats.first { $0.mandate.person == deputised?.id && $0.mandate.role != .deputy }
            guard let seat else { return refuse(.mandates, line.line, .unknownPerson(other)) }
            fields["deputy_of"] = seat.mandate.id.text
        } else {
            fields["deputy_of"] = line.has("deputy_of") ? "" : old?.deputyOf?.text ?? ""
        }
        var represented = try line.texts["represented_unit"].flatMap { try unit($0) }
        if !line.has("represented_unit"), let unit = old?.representedUnit {
            represented = try UnitStore(reader).find(unit, on: today)
        }
        do {
            let mandate = try Mandate.written(
                fields, id: old?.id ?? ID(line.newID), person: person, represented: represented, in: surroundings,
                on: today)
            seatsInFile[place, default: []].append(Seat(mandate: mandate, name: person.name))
            heldInFile[person.id, default: []].append(mandate)
            let fate = old.map { $0 == mandate ? "same" : "changed" } ?? "added"
            mandates.append((line, mandate, person.name, old, fate))
        } catch {
            refuse(.mandates, line.line, error)
        }
    }

    private static func usual(_ role: Role) -> Mandate.Origin {
        switch role {
        case .representative, .unionRepresentative, .studentRepresentative: .elected
        case .chair, .unitLeader: .byOffice
        default: .appointed
        }
    }

    private mutating func place(_ line: StagedRow) throws -> Mandate.Place? {
        let (body, unit) = (line.texts["body"] ?? "", line.texts["unit"] ?? "")
        guard body.isEmpty != unit.isEmpty else {
            refuse(.mandates, line.line, .bodyOrUnit)
            return nil
        }
        if !body.isEmpty {
            if let found = try coded[body] ?? BodyStore(reader).find(code: body, on: today) { return .body(found.id) }
            refuse(.mandates, line.line, .unknownBody(body))
        } else {
            if let found = try self.unit(unit) { return .unit(found.id) }
            refuse(.mandates, line.line, .unknownUnit(unit))
        }
        return nil
    }

    /// By the number in the personnel system, else by e-mail; here, or in the file of people of the same upload.
    private func person(_ text: String) throws -> Person? {
        guard !text.isEmpty else { return nil }
        if let person = try PersonStore(reader).find(externalID: text, on: today) { return person }
        if let person = try PersonStore(reader).find(email: text, on: today) { return person }
        return try reader.first(
            """
            SELECT new_id, name, starts, ends FROM staged_person
            WHERE import_id = \(id) AND (external_id = \(text) OR email = \(text.lowercased())) ORDER BY line LIMIT 1
            """
        ) { row in
            Person(
                id: try row[0], name: try row[1], email: nil, unit: nil,
                starts: try (row[2] as String?).flatMap { Day($0) } ?? today,
                ends: try (row[3] as String?).flatMap { Day($0) })
        }
    }

    private func surroundings(
        _ place: Mandate.Place, own: [Mandate], without old: ID<Mandate>?, of person: Person
    ) throws -> MandateSurroundings? {
        let (kind, opens, closes): (BodyKind?, Day, Day?)
        var seats: [Seat] = []
        switch place {
        case .body(let body):
            guard
                let found = try coded.values.first(where: { $0.id == body }) ?? BodyStore(reader).find(body, on: today)
            else { return nil }
            (kind, opens, closes) = (found.kind, found.opens, found.closes)
        case .unit(let unit):
            let staged = try reader.value("SELECT code FROM staged_unit WHERE new_id = \(unit)", as: String.self)
            guard let found = try UnitStore(reader).find(unit, on: today) ?? staged.flatMap({ try self.unit($0) })
            else {
                return nil
            }
            (kind, opens, closes) = (nil, found.opens, found.closes)
        }
        seats = try MandateStore(reader).all(in: place) + (seatsInFile[place] ?? [])
        // What stands in the file holds instead of what it changes.
        let inFile = Set((heldInFile.values.flatMap(\.self)).map(\.id))
        let latest = Dictionary(seats.map { ($0.mandate.id, $0) }) { _, last in last }
        let held = own.filter { !inFile.contains($0.id) } + (heldInFile[person.id] ?? [])
        return MandateSurroundings(
            place, kind: kind, opens: opens, closes: closes, seats: latest.values.filter { $0.mandate.id != old },
            own: held.filter { $0.id != old })
    }

    // MARK: Figures by the month

    private mutating func readMonths() throws {
        var first: [String: Int] = [:]
        for line in try StagedRow.all(of: id, .months, reader) {
            guard let unit = try unit(line.key) else {
                refuse(.months, line.line, .unknownUnit(line.key))
                continue
            }
            do {
                let figures = try MonthFigures.written(Fields(line.texts), unit: unit.id, on: today)
                let key = "\(line.key) \(figures.month.text)"
                if let earlier = first[key] {
                    refuse(.months, line.line, .doubled(.month, key, line: earlier))
                    continue
                }
                first[key] = line.line
                let old = try MonthStore(reader).find(unit.id, figures.month)
                months.append((line, figures, old, old.map { $0 == figures ? "same" : "changed" } ?? "added"))
            } catch let problems as Problems {
                refuse(.months, line.line, problems)
            }
        }
    }

    // MARK: What is wrong

    private mutating func refuse(_ file: ImportKind, _ line: Int, _ problem: ImportProblem) {
        refusals.append(ImportRefusal(file: file, line: line, problem: problem))
    }

    private mutating func refuse(_ file: ImportKind, _ line: Int, _ problems: Problems) {
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
