/// Reads fields one after the other and remembers all that is wrong, so that the user hears everything at once.
public struct Reading {
    public let fields: Fields
    private var problems = Problems()

    public init(_ fields: Fields) {
        self.fields = fields
    }

    /// Text that must be there, trimmed; newlines are kept.
    public mutating func text(_ name: String, limit: Int) -> String {
        let text = optionalText(name, limit: limit)
        if text.isEmpty { note(FieldProblem.missing, at: name) }
        return text
    }

    public mutating func optionalText(_ name: String, limit: Int) -> String {
        let text = fields[name].withPlainNewlines.trimmed
        if text.count > limit { note(FieldProblem.tooLong(limit: limit, count: text.count), at: name) }
        return text
    }

    public mutating func optionalDay(_ name: String) -> Day? {
        let text = fields[name].trimmed
        guard !text.isEmpty else { return nil }
        let day = Day(text)
        if day == nil { note(FieldProblem.notADay, at: name) }
        return day
    }

    /// A day that must be there. The day given back where it is not is never used, since `finish` throws.
    public mutating func day(_ name: String) -> Day {
        if fields[name].trimmed.isEmpty { note(FieldProblem.missing, at: name) }
        return optionalDay(name) ?? Day(number: 0)
    }

    public mutating func optionalChoice<Choice: RawRepresentable<String>>(
        _ name: String, of kind: Choice.Type = Choice.self
    ) -> Choice? {
        let text = fields[name]
        guard !text.isEmpty else { return nil }
        let choice = Choice(rawValue: text)
        if choice == nil { note(FieldProblem.notAChoice, at: name) }
        return choice
    }

    /// One of a fixed set that must be chosen; the fallback is never used, since `finish` throws.
    public mutating func choice<Choice: RawRepresentable<String>>(_ name: String, otherwise fallback: Choice) -> Choice
    {
        if fields[name].isEmpty { note(FieldProblem.missing, at: name) }
        return optionalChoice(name) ?? fallback
    }

    public mutating func optionalID<Thing>(_ name: String, of kind: Thing.Type = Thing.self) -> ID<Thing>? {
        let text = fields[name].trimmed
        return text.isEmpty ? nil : ID(text)
    }

    public func isTicked(_ name: String) -> Bool {
        ["on", "true", "1", "yes"].contains(fields[name])
    }

    public mutating func note(_ problem: some Problem, at field: String) {
        problems.add(problem, at: field)
    }

    /// - Throws: all problems noted so far, if there are any.
    public func finish() throws(Problems) {
        guard problems.isEmpty else { throw problems }
    }
}

extension String {
    /// With newlines as programs write them. Browsers send two characters for each, and texts that differ in
    /// nothing else are the same text.
    public var withPlainNewlines: String {
        guard utf8.contains(UInt8(ascii: "\r")) else { return self }
        return String(map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
    }

    /// Without white space at either end.
    public var trimmed: String {
        if let first = utf8.first, let last = utf8.last, Self.isVisible(first), Self.isVisible(last) { return self }
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// Of ASCII's signs, and no space.
    private static func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}
