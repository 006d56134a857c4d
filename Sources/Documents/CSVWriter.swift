import Kernel

/// Writes a table that a spreadsheet opens with a double click: UTF-8 that says so, and the separator and the decimal
/// sign that the reader's language has there.
///
/// What is written can be taken out at any time, so that a long table never lies in memory as a whole.
public struct CSVWriter: Sendable {
    private let language: Language
    private let separator: CSVSeparator
    private var bytes = CSVEncoding.mark

    public init(in language: Language) {
        self.language = language
        separator = language == .danish ? .semicolon : .comma
    }

    public mutating func append(_ cells: [Cell]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(separator.rawValue) }
            append(cell)
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    /// What was written since this was last asked.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func append(_ cell: Cell) {
        switch cell {
        case .text(let text): append(Self.isTakenForFormula(text) ? "'" + text : text)
        case .number(let number): append(Self.figures(of: number, in: language))
        case .day(let day): append(day.text)
        case .empty: break
        }
    }

    private mutating func append(_ text: String) {
        let special: [UInt8] = [separator.rawValue, UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        let isPadded = text.first?.isWhitespace == true || text.last?.isWhitespace == true
        guard isPadded || text.utf8.contains(where: special.contains) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whole numbers without a fraction; nothing for what is no number.
    private static func figures(of number: Double, in language: Language) -> String {
        guard number.isFinite else { return "" }
        if let whole = Int(exactly: number) { return String(whole) }
        return String(String(describing: number).map { $0 == "." ? language.pick(da: ",", en: ".").first ?? $0 : $0 })
    }

    /// A spreadsheet runs text that begins so, even inside quotes: somebody's report could then send the reader's
    /// data away (OWASP, "CSV injection").
    private static func isTakenForFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, beginnings.contains(first) else { return false }
        return !isNumber(text)
    }

    private static let beginnings: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

    /// `-12`, `+3,5` and `-0.25`; nothing with exponents or groups.
    private static func isNumber(_ text: String) -> Bool {
        let figures = text.utf8.dropFirst()
        let marks = figures.filter { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
        let digits = figures.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return (text.first == "-" || text.first == "+") && !digits.isEmpty && marks.count <= 1
            && digits.count + marks.count == figures.count
    }
}
