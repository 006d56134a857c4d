import Documents
import Kernel
import Testing

struct CSVTableTests {
    private func table(_ text: String) throws -> CSVTable {
        try CSVTable(bytes: Array(text.utf8))
    }

    private func fields(_ text: String) throws -> [[String]] {
        try table(text).map { record in (0..<record.count).map { record[$0] } }
    }

    @Test(arguments: ["\r\n", "\n", "\r"])
    func `every kind of line end ends a record, and the last may be missing`(end: String) throws {
        let text = ["Navn;Enhed", "Maja;Lager", "Omar;Værksted"].joined(separator: end)
        #expect(try fields(text) == [["Maja", "Lager"], ["Omar", "Værksted"]])
        #expect(try fields(text + end) == [["Maja", "Lager"], ["Omar", "Værksted"]])
    }

    @Test func `quotes hold separators, newlines and doubled quotes`() throws {
        let text = "Navn;Note\r\n\"Holm; Maja\";\"sagde \"\"stop\"\"\r\nto gange\"\r\n\"\";5\" rør\r\n"
        #expect(try fields(text) == [["Holm; Maja", "sagde \"stop\"\r\nto gange"], ["", "5\" rør"]])
    }

    @Test func `a record's line is the one where it begins`() throws {
        let lines = try table("a;b\r\n1;\"to\r\nlinjer\"\r\n\r\n;\r\n2;3\n4;5\r6;7").map(\.line)
        #expect(lines == [2, 6, 7, 8])
    }

    @Test(arguments: [
        ("a;b,c;d\n", CSVSeparator.semicolon), ("a,b,c;d\n", .comma), ("a\tb\n1;2;3;4", .tab), ("a\n", .semicolon),
        ("\"a,b,c\";d\n", .semicolon), ("\"a;\n;b\",d\n", .comma), ("\n\na,b\n;;;", .comma),
        ("sep=,\r\na;b;c,d\n", .comma),
        ("a;b,c", .semicolon),
    ])
    func `the separator is what the header has most of outside quotes`(text: String, separator: CSVSeparator) throws {
        #expect(try table(text).separator == separator)
    }

    @Test func `a told separator is a line of its own`() throws {
        let table = try table("sep=,\r\na,b\r\n1,2\r\n")
        #expect(table.header.names == ["a", "b"])
        #expect(table.map(\.line) == [3])
    }

    @Test func `UTF-8 is known with and without its mark`() throws {
        let text = Array("Ærø\nBlåbærgrød 🫐\n".utf8)
        let marked = try CSVTable(bytes: [0xEF, 0xBB, 0xBF] + text)
        let bare = try CSVTable(bytes: text)
        #expect(marked.encoding == .utf8WithMark)
        #expect(bare.encoding == .utf8)
        #expect(marked.header.names == ["Ærø"])
        #expect(bare.map { $0[0] } == ["Blåbærgrød 🫐"])
    }

    @Test func `what is not UTF-8 is read as Windows-1252`() throws {
        let table = try CSVTable(
            bytes: Array("Navn;Pris\n".utf8) + [0x53, 0xF8, 0x72, 0x65, 0x6E, 0x3B, 0x80, 0x97, 0x81])
        #expect(table.encoding == .windows1252)
        let record = try #require(table.first { _ in true })
        #expect(record[0] == "Søren")
        #expect(record[1] == "€—\u{FFFD}")
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0xAB], [0x80], [0xE2, 0x28, 0xA1],
        ] as [[UInt8]])
    func `bytes that only resemble UTF-8 are not taken for it`(bytes: [UInt8]) throws {
        #expect(try CSVTable(bytes: Array("a\n".utf8) + bytes).encoding == .windows1252)
        #expect(throws: CSVProblem.notText(line: 2)) {
            try CSVTable(bytes: [0xEF, 0xBB, 0xBF] + Array("a\n".utf8) + bytes)
        }
    }

    @Test func `what holds no text is refused and said why`() {
        let wide = "Navn;Enhed\r\nMaja;Lager\r\n".utf16
        let little = wide.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = wide.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        #expect(throws: CSVProblem.utf16) { try CSVTable(bytes: [0xFF, 0xFE] + little) }
        #expect(throws: CSVProblem.utf16) { try CSVTable(bytes: [0xFE, 0xFF] + big) }
        #expect(throws: CSVProblem.utf16) { try CSVTable(bytes: little) }
        #expect(throws: CSVProblem.utf16) { try CSVTable(bytes: big) }
        #expect(throws: CSVProblem.notText(line: 3)) { try CSVTable(bytes: Array("a\nb\nc\0d".utf8)) }
        #expect(throws: CSVProblem.empty) { try CSVTable(bytes: []) }
        #expect(throws: CSVProblem.empty) { try CSVTable(bytes: Array("\u{FEFF}\r\n;;\r\n".utf8)) }
    }

    @Test func `columns are found by trimmed names in either language, large or small`() throws {
        let header = try table(" NAVN ;department;Note\n").header
        let name = CSVColumn.required(Words(da: "Navn", en: "Name"))
        let unit = CSVColumn.required(Words(da: "Afdeling", en: "Department"))
        #expect(header.names == ["NAVN", "department", "Note"])
        #expect(header.place(of: name) == 0)
        #expect(header.place(of: unit) == 1)
        #expect(header.place(of: " note") == 2)
        #expect(header.place(of: "e-mail") == nil)
    }

    @Test func `missing, doubled, unknown and unnamed columns are told by name`() throws {
        let header = try table("Navn;Name;;Løn\n").header
        let columns: [CSVColumn] = [
            .required(Words(da: "Navn", en: "Name")), .required(Words(da: "Afdeling", en: "Department")),
            .optional(Words(da: "E-mail", en: "E-mail")),
        ]
        #expect(
            header.problems(expecting: columns, in: .danish) == [
                .columnDoubled("Name"), .columnMissing("Afdeling"), .columnUnnamed(place: 3), .columnUnknown("Løn"),
            ])
    }

    @Test func `a record of the wrong length says so and can still be shown`() throws {
        let records = Array(try table("a;b\n1\n1;2;3\n1;2\n"))
        #expect(
            records.map(\.problem) == [
                .tooFewFields(line: 2, count: 1, expected: 2), .tooManyFields(line: 3, count: 3, expected: 2), nil,
            ])
        #expect(records[0][0] == "1")
        #expect(records[0][1] == "")
        #expect(records[1][2] == "")
    }

    @Test func `a quote that is never closed is told at the line where it begins`() throws {
        let records = Array(try table("a;b\n1;2\n3;\"fire\nfem\n;seks\n"))
        #expect(records.map(\.problem) == [nil, .unfinishedQuote(line: 3)])
        #expect(throws: CSVProblem.unfinishedQuote(line: 1)) { try table("a;\"b\n1;2\n") }
    }

    @Test func `text after a closing quote is a problem of that record only`() throws {
        #expect(try table("a;b\n\"1\"x;2\n3;4\n").map(\.problem) == [.textAfterQuote(line: 2), nil])
    }

    @Test func `a field may hold 10,000 letters and no more`() throws {
        let full = String(repeating: "ø", count: CSVTable.fieldLimit)
        let records = Array(try table("a;Note\n1;\(full)\n2;\(full)ø\n"))
        #expect(records[0].problem == nil)
        #expect(records[0][1] == full)
        #expect(records[1].problem == .fieldTooLong(line: 3, column: "Note", limit: 10_000))
    }

    @Test func `a line of separators cannot fill the memory`() throws {
        let separators = String(repeating: ";", count: 2_000_000)
        #expect(throws: CSVProblem.tooManyColumns(limit: 1000)) { try table(separators + "\n") }
        let record = try #require(try table("a;b\n" + separators + "\n").first { _ in true })
        #expect(record.problem == .tooManyFields(line: 2, count: 2_000_001, expected: 2))
    }

    @Test func `any bytes are read or refused, and every record lies on a later line`() throws {
        var generator = Fixed(seed: 20_261_121)
        let valid = Array("Navn;Enhed;Note\r\n\"Holm; Maja\";Lager;\"a \"\"b\"\"\r\nc\"\r\nOmar;Værksted;\r\n".utf8)
        let spice: [UInt8] = [0x22, 0x3B, 0x0A, 0x0D, 0x2C, 0x09, 0x00, 0xFF, 0xEF, 0x61]
        for round in 0..<3000 {
            var bytes = round % 2 == 0 ? valid : []
            for _ in 0..<Int.random(in: 1...40, using: &generator) {
                let byte = spice.randomElement(using: &generator) ?? 0
                bytes.insert(byte, at: Int.random(in: 0...bytes.count, using: &generator))
            }
            guard let table = try? CSVTable(bytes: bytes) else { continue }
            var line = 0
            for record in table {
                #expect(record.line > line)
                line = record.line
                for column in 0..<record.count { _ = record[column].count }
            }
        }
    }
}
