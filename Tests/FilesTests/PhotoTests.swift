import Files
import Kernel
import Testing

struct PhotoTests {
    private func photo(_ bytes: [UInt8], name: String = "IMG_0042.jpg") throws -> Photo {
        try Photo(upload: Upload(name: name, mediaType: "image/jpeg", bytes: bytes))
    }

    private func holds(_ bytes: [UInt8], _ text: String) -> Bool {
        bytes.ranges(of: Array(text.utf8)).isEmpty == false
    }

    @Test func `position, camera and time are gone, and the picture is upright`() throws {
        let sent = Pictures.jpegWithPosition
        #expect(holds(sent, "Exif") && holds(sent, "Forkamera") && holds(sent, "2026:03:02"))
        let photo = try photo(sent)
        #expect((photo.width, photo.height) == (24, 48))
        #expect(photo.bytes.starts(with: [0xFF, 0xD8, 0xFF]))
        for trace in ["Exif", "Forkamera", "2026", "GPS", "http", "ICC_PROFILE"] { #expect(!holds(photo.bytes, trace)) }
    }

    @Test(arguments: [Pictures.png, Pictures.webp])
    func `other kinds of picture become JPEG`(bytes: [UInt8]) throws {
        let photo = try photo(bytes)
        #expect(photo.bytes.starts(with: [0xFF, 0xD8, 0xFF]))
        #expect((photo.width, photo.height) == (48, 24))
    }

    @Test func `a telephone's HEIC becomes JPEG, and its thumbnail is small`() throws {
        let photo = try photo(Pictures.heic)
        #expect((photo.width, photo.height) == (800, 600))
        let thumbnail = try photo.thumbnail()
        #expect((thumbnail.width, thumbnail.height) == (400, 300))
        #expect(thumbnail.bytes.starts(with: [0xFF, 0xD8, 0xFF]))
    }

    @Test(arguments: [
        "", "Maja var her", "%PDF-1.7", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        "GIF89a",
        "push graphic-context", "RIFF....AVI ", "....ftypmp42", "....ftypavif",
    ])
    func `what is no photo is refused by its first bytes, whatever it is called`(text: String) {
        #expect(throws: PhotoProblem.notAPhoto) { try photo(Array(text.utf8)) }
    }

    @Test(arguments: [Pictures.jpegWithPosition, Pictures.png, Pictures.webp, Pictures.heic])
    func `half a photo is refused`(bytes: [UInt8]) {
        #expect(throws: PhotoProblem.damaged) { try photo(Array(bytes.prefix(bytes.count / 2))) }
        #expect(throws: PhotoProblem.damaged) { try photo(Array(bytes.prefix(16))) }
    }

    @Test func `a small file that says it is huge is refused before it is opened`() {
        #expect(throws: PhotoProblem.tooManyPixels(millions: 60)) { try photo(Pictures.hugePNGBeginning) }
    }

    @Test(arguments: [Pictures.interlacedPNGBeginning, Pictures.progressiveJPEGBeginning])
    func `a picture that must lie in memory as a whole has a smaller limit`(bytes: [UInt8]) {
        #expect(throws: PhotoProblem.tooManyPixels(millions: 25)) { try photo(bytes) }
    }

    @Test func `a file over the limit is refused, also where its bytes were never taken in`() {
        let upload = Upload(name: "a.jpg", mediaType: "image/jpeg", bytes: [], isTooLarge: true)
        #expect(throws: FieldProblem.fileTooLarge(megabytes: 25)) { try Photo(upload: upload) }
        let long = Pictures.jpegWithPosition + [UInt8](repeating: 0, count: StoredFile.limit)
        #expect(throws: FieldProblem.fileTooLarge(megabytes: 25)) { try photo(long) }
    }
}
