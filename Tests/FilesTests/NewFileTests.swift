import Files
import Kernel
import Testing

struct NewFileTests {
    private let day = Day(number: 20_778)

    private func file(_ name: String, _ content: [UInt8] = [1]) throws(FieldProblem) -> StoredFile {
        try NewFile(id: FileID("f1"), name: name, mediaType: "application/pdf", content: content, on: day).file
    }

    @Test func `a file is known by the digest of its content`() throws {
        let file = try file("a.txt", Array("abc".utf8))
        #expect(file.digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(file.size == 3)
        #expect(file.chunkCount == 1)
        #expect(file.day == day)
    }

    @Test(arguments: [
        ("C:\\Brugere\\Maja\\APV 2026.pdf", "APV 2026.pdf"), ("../../etc/passwd", "passwd"),
        ("a\r\nb\u{202E}\".pdf", "ab.pdf"),
        (" plan?.pdf ", "plan.pdf"), ("", "fil"), ("..", "fil"), ("/", "fil"),
        (String(repeating: "ø", count: 200) + ".pdf", String(repeating: "ø", count: 116) + ".pdf"),
    ])
    func `a name loses its folders and what cannot stand in a name`(sent: String, kept: String) throws {
        #expect(try file(sent).name == kept)
    }

    @Test func `an empty file and one over the limit are refused`() {
        #expect(throws: FieldProblem.missing) { try file("a", []) }
        #expect(throws: FieldProblem.fileTooLarge(megabytes: 25)) {
            try file("a", [UInt8](repeating: 0, count: StoredFile.limit + 1))
        }
    }

    @Test func `a photo is called by its place among the others`() throws {
        let sent = Upload(name: "Maja i hal 4.jpg", mediaType: "image/heic", bytes: Pictures.jpegWithPosition)
        let photo = try Photo(upload: sent)
        let danish = try NewFile(id: FileID("f1"), photo: photo, position: 2, in: .danish, on: day).file
        let english = try NewFile(id: FileID("f1"), photo: photo, position: 2, in: .english, on: day).file
        #expect((danish.name, english.name) == ("foto-2.jpg", "photo-2.jpg"))
        #expect(danish.mediaType == "image/jpeg")
    }
}
