import Kernel
import Testing

@testable import Web

struct MultipartTests {
    private func read(_ body: [UInt8], in size: Int, boundary: String = "edge") throws -> Fields {
        var reader = Multipart(boundary: boundary)
        for start in stride(from: 0, to: body.count, by: size) {
            try reader.read(body[start..<min(start + size, body.count)])
        }
        return try reader.finish()
    }

    private func part(_ name: String, _ content: String, file: String? = nil) -> String {
        let fileName = file.map { "; filename=\"\($0)\"" } ?? ""
        return "--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\(fileName)\r\n\r\n\(content)\r\n"
    }

    private func body(_ parts: String...) -> [UInt8] { Array((parts.joined() + "--edge--\r\n").utf8) }

    @Test(arguments: [1, 2, 3, 7, 10_000])
    func `a body means the same however it is cut`(size: Int) throws {
        let tricky = "\r\n--edg\r\n-\r\r\n--\r\n--ed"
        let body = body(part("title", "Støj"), part("photo", tricky, file: "a.jpg"), part("after", "så"))
        let fields = try read(body, in: size)
        #expect(fields.texts == ["title": ["Støj"], "after": ["så"]])
        #expect(fields.uploads["photo"]?.map(\.bytes) == [Array(tricky.utf8)])
        #expect(fields.uploads["photo"]?.first?.name == "a.jpg")
    }

    @Test func `a body may be cut in two anywhere`() throws {
        let body = body(part("a", "1"), part("f", "x\r\n--edgy", file: "f.txt"), part("b", "2"))
        for cut in 0...body.count {
            var reader = Multipart(boundary: "edge")
            try reader.read(body[..<cut])
            try reader.read(body[cut...])
            let fields = try reader.finish()
            #expect(fields.texts == ["a": ["1"], "b": ["2"]], "cut at \(cut)")
            #expect(fields.uploads["f"]?.first?.bytes.count == 8 + 1, "cut at \(cut)")
        }
    }

    @Test func `a body that breaks off is refused wherever it does`() {
        let body = body(part("a", "1"), part("b", "2"))
        for end in 0..<(body.count - 4) {
            #expect(throws: UnreadableBody.notAForm) { try read(Array(body[..<end]), in: 5) }
        }
    }

    @Test func `more parts than a form has are refused`() throws {
        let parts = (0..<600).map { part("f\($0)", "") }.joined()
        #expect(throws: UnreadableBody.tooManyFields) { try read(body(parts), in: 4096) }
    }

    @Test func `headers without end are refused`() {
        let endless = Array(("--edge\r\nX: " + String(repeating: "y", count: 20_000)).utf8)
        #expect(throws: UnreadableBody.notAForm) { try read(endless, in: 1000) }
    }

    @Test func `a file over the limit is dropped, and every text before and after it is kept`() throws {
        let large = [UInt8](repeating: 65, count: 1024 * 1024)
        var reader = Multipart(boundary: "edge")
        try reader.read(Array((part("title", "Støj") + "--edge\r\n").utf8))
        try reader.read(Array("Content-Disposition: form-data; name=\"f\"; filename=\"film.mov\"\r\n\r\n".utf8))
        for _ in 0..<(Multipart.totalLimit / large.count + 2) { try reader.read(large) }
        try reader.read(Array("\r\n".utf8))
        try reader.read(body(part("small", "lille", file: "b.txt"), part("after", "Her gør det ondt")))
        let fields = try reader.finish()
        #expect(fields.texts == ["title": ["Støj"], "after": ["Her gør det ondt"]])
        #expect(fields.uploads["f"]?.first?.isTooLarge == true)
        #expect(fields.uploads["f"]?.first?.bytes.isEmpty == true)
        #expect(fields.uploads["small"]?.first?.bytes == Array("lille".utf8))
    }

    @Test func `a text over the limit is cut, not lost, and texts have a limit together`() throws {
        let long = String(repeating: "x", count: Multipart.textLimit + 10)
        #expect(try read(body(part("a", long)), in: 65_536)["a"].utf8.count == Multipart.textLimit)
        let many = (0..<5).map { part("a\($0)", String(repeating: "x", count: 900_000)) }.joined()
        #expect(throws: UnreadableBody.tooLarge) { try read(body(many), in: 65_536) }
    }

    @Test(arguments: [
        ("rødgrød; 2.jpg", "rødgrød; 2.jpg"), ("%22citat%22.jpg", "\"citat\".jpg"),
        ("\\\"citat\\\".jpg", "\"citat\".jpg"),
        ("C:\\fotos\\a.jpg", "C:\\fotos\\a.jpg"), ("a=b.jpg", "a=b.jpg"), ("100%.jpg", "100%.jpg"),
    ])
    func `a file keeps its name`(sent: String, read name: String) throws {
        let fields = try read(body(part("f", "x", file: sent)), in: 9)
        #expect(fields.uploads["f"]?.first?.name == name)
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=edge", "edge"), ("multipart/form-data;BOUNDARY=\"a;b\"", "a;b"),
        ("multipart/form-data; charset=utf-8; boundary=x", "x"),
    ])
    func `the boundary is read`(header: String, boundary: String) {
        #expect(Multipart.boundary(of: header) == boundary)
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"",
        "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
    ])
    func `no boundary, no form`(header: String) {
        #expect(Multipart.boundary(of: header) == nil)
    }

    @Test func `no random body makes more than it is`() {
        var random = Dice(seed: 4711)
        let pieces = [
            "--edge", "\r\n", "\r", "\n", "--", "Content-Disposition: form-data; name=\"", "\"", "; filename=", "x",
            "\0", "\r\n\r\n", ":", "%22", "\\",
        ]
        for _ in 0..<1000 {
            let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            let bytes = Array(("--edge\r\n" + text.joined()).utf8)
            let fields = try? read(bytes, in: Int.random(in: 1...9, using: &random))
            let size = (fields?.uploads.values.joined().map(\.bytes.count) ?? []).reduce(0, +)
            #expect(size <= bytes.count)
        }
    }
}
