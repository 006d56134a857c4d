import Access
import Journal
import Kernel
import Storage

/// Mandates, line by line, with those of the lines before taken as given.
extension ImportedSeats {
    mutating func readMandates() throws {
        for line in try StagedRow.all(of: id, .mandates, reader) {
            guard let place = try place(line) else { continue }
            guard let person = try person(line.texts["person"] ?? "") else {
                refuse(.mandates, line.line, .unknownPerson(line.texts["person"] ?? ""))
                continue
            }
            try readMandate(line, in: place, of: person)
        }
    }

    mutating func readMandate(_ line: StagedRow, in place: Mandate.Place, of person: Person) throws {
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

    mutating func place(_ line: StagedRow) throws -> Mandate.Place? {
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
    func person(_ text: String) throws -> Person? {
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

    func surroundings(
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
}

extension Mandate {
    /// The same mandate with another end, other hours or another whom it represents.
    func changed(to new: Mandate, _ name: String) -> Change {
        Change(
            [
                """
                UPDATE mandate SET origin = \(new.origin), ends = \(new.ends), minutes_a_week = \(new.minutesAWeek),
                represents = \(new.represents), represented_unit = \(new.representedUnit), deputy_of = \(new.deputyOf)
                WHERE id = \(id)
                """
            ],
            journal: [
                JournalEntry(
                    place.subject, "reseated", before: ["ends": ends?.text ?? ""],
                    after: ["name": name, "role": role.rawValue, "ends": new.ends?.text ?? ""])
            ],
            raising: [.rights])
    }
}
