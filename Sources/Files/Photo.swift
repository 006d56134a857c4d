import CVips
import Kernel

public enum PhotoProblem: Problem, Equatable {
    case notAPhoto
    /// It begins as a photo, but the rest is missing or wrong.
    case damaged
    case tooManyPixels(millions: Int)

    public func explained(in language: Language) -> String {
        switch self {
        case .notAPhoto:
            language.pick(
                da: "Filen er ikke et billede. Vælg et billede i JPEG, PNG, WebP eller HEIC.",
                en: "The file is not a photo. Choose a photo in JPEG, PNG, WebP or HEIC.")
        case .damaged:
            language.pick(
                da: "Billedet er beskadiget og kan ikke åbnes. Prøv at sende det igen.",
                en: "The photo is damaged and cannot be opened. Try to send it again.")
        case .tooManyPixels(let millions):
            language.pick(
                da: "Billedet er for stort. Der må højst være \(millions) millioner billedpunkter.",
                en: "The photo is too large. It may have \(millions) million pixels at most.")
        }
    }
}

/// A photo made anew from what was sent: upright, of a fair size, and without a trace of where, when and with what it
/// was taken.
public struct Photo: Sendable, Equatable {
    /// JPEG.
    public let bytes: [UInt8]
    public let width: Int
    public let height: Int

    public static let mediaType = "image/jpeg"
    /// Pixels on the longer side.
    public static let side: Int32 = 2000
    public static let thumbnailSide: Int32 = 400
    /// What a photo may say that it holds; a small file that says more is made to fill the memory.
    public static let pixelLimit = 60_000_000
    /// A picture that sharpens as it arrives lies in memory as a whole while it is decoded: one of the larger limit took
    /// 560 MB.
    public static let interlacedPixelLimit = 25_000_000

    /// Takes some tenths of a second of one processor: to be run off the server's event loops.
    /// - Throws: `PhotoProblem`, and `FieldProblem.fileTooLarge`.
    public init(upload: Upload) throws {
        guard !upload.isTooLarge, upload.bytes.count <= StoredFile.limit else {
            throw FieldProblem.fileTooLarge(megabytes: StoredFile.limitInMegabytes)
        }
        guard PhotoFormat(of: upload.bytes) != nil else { throw PhotoProblem.notAPhoto }
        try Self.checkSize(of: upload.bytes)
        try self.init(upload.bytes, side: Self.side, quality: 82)
    }

    /// The photo at the size of a list's pictures.
    /// - Throws: `PhotoProblem.damaged`
    public func thumbnail() throws(PhotoProblem) -> Photo {
        try Photo(bytes, side: Self.thumbnailSide, quality: 78)
    }

    /// The name that a photo is kept under, since its own may tell who took it and when: `foto-2.jpg`.
    /// - Parameter position: among those sent together, from 1.
    public static func name(position: Int, in language: Language) -> String {
        language.pick(da: "foto-\(position).jpg", en: "photo-\(position).jpg")
    }

    private static let isStarted = photo_start() == 0

    private static func checkSize(of bytes: [UInt8]) throws(PhotoProblem) {
        guard isStarted else { throw .damaged }
        defer { photo_done() }
        var (width, height, isInterlaced): (Int32, Int32, Int32) = (0, 0, 0)
        guard photo_size(bytes, bytes.count, &width, &height, &isInterlaced) == 0 else { throw .damaged }
        let limit = isInterlaced == 0 ? pixelLimit : interlacedPixelLimit
        guard Int(width) * Int(height) <= limit else { throw .tooManyPixels(millions: limit / 1_000_000) }
    }

    private init(_ original: [UInt8], side: Int32, quality: Int32) throws(PhotoProblem) {
        guard Self.isStarted else { throw .damaged }
        defer { photo_done() }
        var made: UnsafeMutableRawPointer?
        var count = 0
        var (width, height): (Int32, Int32) = (0, 0)
        let result = photo_jpeg(original, original.count, side, quality, &made, &count, &width, &height)
        defer { photo_free(made) }
        guard result == 0, let made else { throw .damaged }
        bytes = Array(UnsafeRawBufferPointer(start: made, count: count))
        self.width = Int(width)
        self.height = Int(height)
    }
}
