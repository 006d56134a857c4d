import Documents
import Foundation

/// What a reader of the page aloud finds in a PDF.
public struct PDFReading {
    public let text: String
    /// Whether headings, tables and paragraphs are told apart.
    public let isTagged: Bool
    public let pages: Int
    /// Its own words about itself.
    public let facts: String

    public init(_ pdf: [UInt8]) throws {
        var template = Array("\(FileManager.default.temporaryDirectory.path)/reading-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        let path = template.dropLast().map { UInt8(bitPattern: $0) }
        let folder = URL(fileURLWithPath: String(decoding: path, as: UTF8.self))
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("page.pdf")
        try Data(pdf).write(to: file)
        text = try Self.ran("pdftotext", "-layout", file.path, "-")
        facts =
            try Self.ran("pdfinfo", file.path) + Self.ran("pdfinfo", "-struct", file.path)
            + Self.ran("pdfdetach", "-list", file.path)
        isTagged = facts.contains(/Tagged: +yes/)
        pages = facts.firstMatch(of: /Pages: +(\d+)/).flatMap { Int($0.1) } ?? 0
    }

    private static func ran(_ words: String...) throws -> String {
        let pipe = Pipe()
        let child = try Child(
            ["/usr/bin/env"] + words, environment: ProcessInfo.processInfo.environment,
            output: pipe.fileHandleForWriting.fileDescriptor)
        try pipe.fileHandleForWriting.close()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        child.wait()
        return String(decoding: said, as: UTF8.self)
    }
}

extension PressProgram {
    /// The real one, which `bin/test` lays into the checkout.
    public static var ofTheCheckout: PressProgram? {
        PressProgram(beside: Workplace.publicFolder, publicAddress: "http://localhost:8080")
    }
}
