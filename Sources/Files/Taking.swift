import Dispatch
import Kernel

extension NewFile {
    /// A file as somebody sent it. A photo is made anew, so that it does not tell where it was taken; everything else is
    /// kept as it is.
    /// - Throws: `Problem` where it is empty, too large, or no photo although it says so.
    public static func taken(
        _ upload: Upload, id: FileID, in language: Language, on day: Day
    ) async throws -> NewFile {
        guard !upload.isTooLarge else { throw FieldProblem.fileTooLarge(megabytes: StoredFile.limitInMegabytes) }
        if upload.mediaType.hasPrefix("image/") {
            return try NewFile(id: id, photo: try await developed(upload), position: 1, in: language, on: day)
        }
        return try NewFile(
            id: id, name: upload.name, mediaType: "application/octet-stream", content: upload.bytes, on: day)
    }

    /// Away from the threads that serve everyone.
    private static func developed(_ upload: Upload) async throws -> Photo {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async {
                continuation.resume(with: Result { try Photo(upload: upload) })
            }
        }
    }
}

extension FileStore {
    /// All of the content at once: for a file that is sent as a whole.
    public func bytes(of file: StoredFile) throws -> [UInt8] {
        try (0..<file.chunkCount).flatMap { try chunk($0, of: file) ?? [] }
    }
}
