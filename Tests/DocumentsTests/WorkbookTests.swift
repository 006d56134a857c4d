import Documents
import Foundation
import Kernel
import Testing

struct WorkbookTests {
    /// A folder of the test's own, so that what is left behind can be seen.
    private func inEmptyFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "documents-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == [])
    }

    private func sheet(_ name: String, _ rows: [[Cell]] = []) -> Workbook.Sheet {
        Workbook.Sheet(name: name, columns: ["Titel", "Frist"], rows: rows)
    }

    @Test func `a workbook is a zip archive and leaves no file behind`() throws {
        try inEmptyFolder { folder in
            let rows: [[Cell]] = [
                [.text("=1+1"), .day(Day(number: 20_778))], [.number(2.5), .empty],
                [.number(.infinity), .text("\u{0}\u{1}")],
                [.text(String(repeating: "👩‍🏭", count: Workbook.cellLimit)), .day(Day(number: -40_000))],
            ]
            let bytes = try Workbook([sheet("Handlinger", rows), sheet("Tom")]).bytes(in: folder)
            #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
            #expect(bytes.suffix(22).starts(with: [0x50, 0x4B, 0x05, 0x06]))
        }
    }

    @Test(arguments: [
        "", "a/b", "a:b", "[a]", "a?", "a*", "a\\b", "'a", "a'", "a\0b", "32 tegn er et for meget til navnet",
    ])
    func `a sheet's name keeps Excel's rules`(name: String) throws {
        try inEmptyFolder { folder in
            #expect(throws: WorkbookFailure.sheetName(name)) { try Workbook([sheet(name)]).bytes(in: folder) }
        }
    }

    @Test func `no two sheets have the same name, and there is at least one`() {
        #expect(throws: WorkbookFailure.sheetName("PLAN")) { try Workbook([sheet("Plan"), sheet("PLAN")]).bytes() }
        #expect(throws: WorkbookFailure.noSheets) { try Workbook([]).bytes() }
    }

    @Test func `more than Excel takes is refused before anything is written`() throws {
        try inEmptyFolder { folder in
            let wide = [[Cell](repeating: .empty, count: Workbook.columnLimit + 1)]
            #expect(throws: WorkbookFailure.tooLarge(sheet: "Bred")) {
                try Workbook([sheet("Bred", wide)]).bytes(in: folder)
            }
        }
    }

    @Test func `a folder that cannot be written to is an error`() {
        #expect(throws: (any Error).self) {
            try Workbook([sheet("Plan")]).bytes(in: URL(filePath: "/proc/findes-ikke"))
        }
    }
}
