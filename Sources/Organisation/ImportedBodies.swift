import Journal
import Kernel
import Storage

/// Bodies, line by line.
extension ImportedSeats {
    mutating func readBodies() throws {
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

    mutating func body(_ line: StagedRow, _ old: Body?) throws -> Body? {
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
}
