import Crypto
import Kernel

/// A file that somebody put beside something: which one it is and what it is called. Its content lies in chunks under
/// its digest, so that the same content is kept once.
///
/// It may belong to an anonymous report: it keeps the day and no moment, and nobody's name.
public struct StoredFile: Sendable, Equatable {
    public static let limitInMegabytes = 25
    /// Bytes.
    public static let limit = limitInMegabytes * 1024 * 1024
    public static let chunkSize = 256 * 1024
    /// Characters.
    public static let nameLimit = 120

    public let id: FileID
    public let name: String
    public let mediaType: String
    /// Bytes.
    public let size: Int
    /// SHA-256 of the content, in hexadecimal figures.
    public let digest: String
    public let day: Day

    public var chunkCount: Int { (size + Self.chunkSize - 1) / Self.chunkSize }
}

/// A file with its content, on its way into the database.
public struct NewFile: Sendable {
    public let file: StoredFile
    let content: [UInt8]

    /// - Parameter id: random, since an ordered one would tell when the file came.
    /// - Throws: `FieldProblem.missing` where it is empty, `.fileTooLarge` where it is over the limit.
    public init(id: FileID, name: String, mediaType: String, content: [UInt8], on day: Day) throws(FieldProblem) {
        guard !content.isEmpty else { throw .missing }
        guard content.count <= StoredFile.limit else { throw .fileTooLarge(megabytes: StoredFile.limitInMegabytes) }
        self.content = content
        file = StoredFile(
            id: id, name: Self.safe(name), mediaType: mediaType, size: content.count, digest: Self.digest(of: content),
            day: day)
    }

    /// - Parameter position: among the photos sent together, from 1.
    public init(id: FileID, photo: Photo, position: Int, in language: Language, on day: Day) throws(FieldProblem) {
        try self.init(
            id: id, name: Photo.name(position: position, in: language), mediaType: Photo.mediaType,
            content: photo.bytes, on: day)
    }

    private static func digest(of content: [UInt8]) -> String {
        String(hexadecimal: Array(SHA256.hash(data: content)))
    }

    /// The name without folders and without what a file name cannot hold; the end is kept, where the kind is told.
    private static func safe(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let scalars = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: false
            default: !forbidden.contains(scalar)
            }
        }
        let clean = String(String(String.UnicodeScalarView(scalars)).trimmed.suffix(StoredFile.nameLimit))
        return clean.isEmpty || clean.allSatisfy { $0 == "." } ? "fil" : clean
    }

    private static let forbidden: Set<Unicode.Scalar> = ["\"", "<", ">", ":", "|", "?", "*"]
}
