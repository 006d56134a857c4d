import Documents
import Kernel
import Testing

struct CSVWriterTests {
    private func written(_ cells: [Cell], in language: Language = .danish) -> String {
        var writer = CSVWriter(in: language)
        writer.append(cells)
        return String(decoding: writer.take().dropFirst(3), as: UTF8.self)
    }

    @Test func `a table says that it is UTF-8, once`() {
        var writer = CSVWriter(in: .danish)
        #expect(writer.take() == [0xEF, 0xBB, 0xBF])
        writer.append([.text("å")])
        #expect(writer.take() == [0xC3, 0xA5, 0x0D, 0x0A])
        #expect(writer.take() == [])
    }

    @Test func `separator and decimal sign follow the language`() {
        let day = Day(number: 20_778)
        let cells: [Cell] = [.text("a;b"), .number(-2.5), .number(3), .empty, .day(day), .text("c,d"), .number(.nan)]
        #expect(written(cells, in: .danish) == "\"a;b\";-2,5;3;;2026-11-21;c,d;\r\n")
        #expect(written(cells, in: .english) == "a;b,-2.5,3,,2026-11-21,\"c,d\",\r\n")
    }

    @Test(arguments: [
        "=1+1", "+kald()", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "-", "+1e9", "-1,2.3", "--1",
    ])
    func `text that a spreadsheet would run is defused`(text: String) throws {
        let line = Array(written([.text("x"), .text(text)]).utf8)
        let table = try CSVTable(bytes: Array("a;b\r\n".utf8) + line)
        #expect(table.map { $0[1] } == ["'" + text])
    }

    @Test(arguments: ["-12", "+4512345678", "-0,5", "-0.5", "a=b", "Maja", ""])
    func `numbers and ordinary text are left alone`(text: String) {
        #expect(written([.text("x"), .text(text)]) == "x;" + text + "\r\n")
    }

    @Test func `what is written is read back as it was`() throws {
        let texts = ["sagde \"stop\"", "to\r\nlinjer", " foran", "bagved ", "; , \t", "🫐 æøå", "\""]
        for language in Language.allCases {
            var writer = CSVWriter(in: language)
            writer.append(texts.indices.map { .text("k\($0)") })
            writer.append(texts.map(Cell.text))
            let table = try CSVTable(bytes: writer.take())
            #expect(table.encoding == .utf8WithMark)
            #expect(table.map { record in texts.indices.map { record[$0] } } == [texts])
        }
    }
}
