import Documents
import Kernel
import Testing

/// Whatever table is sent, it is read or refused, ends, and is no more than it was.
@Suite(.timeLimit(.minutes(10))) struct CSVFuzzTests {
    private static let seeds: [[UInt8]] = [
        Array("Navn;Enhed;Note\r\n\"Holm; Maja\";Lager;\"a \"\"b\"\"\r\nc\"\r\nOmar;Værksted;\r\n".utf8),
        [0xEF, 0xBB, 0xBF] + Array("a,b\n1,2\n\n,\n3,\"4\"\n".utf8), Array("sep=\t\na\tb\n1\t2\n".utf8),
        Array("Navn;Pris\n".utf8) + [0x53, 0xF8, 0x72, 0x65, 0x6E, 0x3B, 0x80, 0x97, 0x0A],
    ]
    private static let pieces: [[UInt8]] = [
        [0x22], [0x22, 0x22], [0x3B], [0x2C], [0x09], [0x0A], [0x0D], [0x0D, 0x0A], [0], [0xFF], [0xFF, 0xFE],
        [0xC3, 0xB8],
        [0xF0, 0x9F, 0xAB], Array("sep=;\n".utf8), [0xEF, 0xBB, 0xBF],
    ]

    private func someTable(_ dice: inout Fixed) -> [UInt8] {
        var bytes = Self.seeds.randomElement(using: &dice) ?? []
        for _ in 0..<Int.random(in: 0...8, using: &dice) {
            let place = Int.random(in: 0...bytes.count, using: &dice)
            let end = Int.random(in: place...min(bytes.count, place + 20), using: &dice)
            let piece = Self.pieces.randomElement(using: &dice) ?? []
            switch Int.random(in: 0...4, using: &dice) {
            case 0: bytes.insert(contentsOf: piece, at: place)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3: bytes.replaceSubrange(place..<end, with: piece)
            default: for _ in 0..<Int.random(in: 1...300, using: &dice) { bytes.insert(contentsOf: piece, at: place) }
            }
        }
        return bytes
    }

    @Test func `tables`() {
        var dice = Fixed(seed: 7)
        var (read, refused) = (0, 0)
        for _ in 0..<8000 {
            let bytes = someTable(&dice)
            guard let table = try? CSVTable(bytes: bytes) else {
                refused += 1
                continue
            }
            read += 1
            var (line, letters) = (0, 0)
            for record in table {
                #expect(record.line > line)
                line = record.line
                for column in 0..<table.header.names.count { letters += record[column].utf8.count }
            }
            // Each byte of Windows-1252 may become three.
            #expect(letters <= bytes.count * 3)
            #expect(line <= bytes.count + 1)
        }
        #expect(read > 1000 && refused > 1000)
    }

    @Test func `what a table held is read again from what is written of it`() throws {
        var dice = Fixed(seed: 8)
        for _ in 0..<2000 {
            guard let table = try? CSVTable(bytes: someTable(&dice)), table.header.names.count > 0 else { continue }
            let width = table.header.names.count
            let rows = table.filter { $0.problem == nil }.map { record in (0..<width).map { record[$0] } }
            var writer = CSVWriter(in: .danish)
            writer.append((0..<width).map { .text("k\($0)") })
            for row in rows { writer.append(row.map(Cell.text)) }
            let again = try CSVTable(bytes: writer.take())
            // An apostrophe stands before what a spreadsheet would run.
            let plain = again.map { record in (0..<width).map { record[$0] } }
            #expect(plain.count == rows.count)
            for (old, new) in zip(rows.joined(), plain.joined()) { #expect(new == old || new == "'" + old) }
        }
    }
}
