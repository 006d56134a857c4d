/// Walks over a table's bytes, one record at a time, and remembers only where the fields of that record lie.
struct CSVScanner: Sendable {
    struct Field: Sendable {
        var start: Int
        var end: Int
        var hasDoubledQuotes = false
    }

    let bytes: [UInt8]
    let separator: UInt8
    private(set) var place: Int
    private(set) var line = 1

    /// The record that was read last: at most as many fields as were to be kept, and how many there were.
    private(set) var fields: [Field] = []
    private(set) var count = 0
    private(set) var beginning = 1
    private(set) var problem: CSVProblem?

    init(bytes: [UInt8], separator: UInt8, from place: Int) {
        self.bytes = bytes
        self.separator = separator
        self.place = place
    }

    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Reads the next record that holds anything; lines with nothing but separators are passed over.
    mutating func advance(keeping limit: Int) -> Bool {
        while place < bytes.count {
            readRecord(keeping: limit)
            if problem != nil || count > limit || fields.contains(where: { $0.end > $0.start }) { return true }
        }
        return false
    }

    private mutating func readRecord(keeping limit: Int) {
        fields.removeAll(keepingCapacity: true)
        count = 0
        problem = nil
        beginning = line
        while true {
            let field = place < bytes.count && bytes[place] == Self.quote ? quotedField() : bareField(from: place)
            count += 1
            if count <= limit { fields.append(field) }
            guard place < bytes.count else { return }
            let end = bytes[place]
            place += 1
            if end == separator { continue }
            endLine(at: place - 1)
            return
        }
    }

    private mutating func bareField(from start: Int) -> Field {
        while place < bytes.count {
            let byte = bytes[place]
            if byte == separator || byte == Self.newline || byte == Self.carriageReturn { break }
            place += 1
        }
        return Field(start: start, end: place)
    }

    private mutating func quotedField() -> Field {
        let opening = line
        place += 1
        var field = Field(start: place, end: place)
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == Self.quote {
                if place < bytes.count, bytes[place] == Self.quote {
                    field.hasDoubledQuotes = true
                    place += 1
                    continue
                }
                field.end = place - 1
                let after = bareField(from: place)
                if after.end > after.start {
                    problem = problem ?? .textAfterQuote(line: line)
                    field.end = after.end
                }
                return field
            }
            if byte == Self.newline || byte == Self.carriageReturn { endLine(at: place - 1) }
        }
        field.end = place
        problem = .unfinishedQuote(line: opening)
        return field
    }

    /// Counts the line that ends here; a carriage return and the newline after it are one end.
    private mutating func endLine(at end: Int) {
        if bytes[end] == Self.carriageReturn, place < bytes.count, bytes[place] == Self.newline { place += 1 }
        line += 1
    }

    /// The field without its doubled quotes.
    func content(of field: Field) -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(field.end - field.start)
        var place = field.start
        while place < field.end {
            content.append(bytes[place])
            let isDoubled = bytes[place] == Self.quote && place + 1 < field.end && bytes[place + 1] == Self.quote
            place += isDoubled ? 2 : 1
        }
        return content
    }
}
