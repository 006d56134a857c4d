import Access
import Dispatch
import Files
import Kernel
import Storage
import Web

/// Files beside an action: put there by whoever moves on it, fetched by whoever reads it.
struct AttachmentRoutes {
    func add(to routes: inout Routes) {
        routes.post("/actions/:id/files", for: .signedIn, attach)
        routes.get("/actions/:id/files/:file", for: .signedIn, fetch)
    }

    private func attach(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        let mayAttach = try await visit.read { try SeenAction(id, for: visit.viewer, $0).standing.mayMove }
        guard mayAttach else { throw Refusal.forbidden(PlanRefusals.work) }
        guard let upload = visit.fields.uploads["file"]?.first else { throw Problems(FieldProblem.missing, at: "file") }
        let new = try await Self.file(upload, visit)
        try await visit.write { writer in
            let seen = try SeenAction(id, for: visit.viewer, writer.reader)
            guard seen.standing.mayMove else { throw Refusal.forbidden(PlanRefusals.work) }
            let count = try AttachmentStore(writer.reader).attachments(of: id).count
            guard count < AttachmentStore.most else {
                throw Problems(PlanProblem.tooManyFiles(limit: AttachmentStore.most), at: "file")
            }
            try writer.apply(seen.action.attached(new, by: visit.viewer.person, visit.deed), visit.deed)
        }
        return .redirect("/actions/\(id)", saying: ActionTexts(language: visit.language).attachedNow)
    }

    /// A photo is made anew, so that it does not tell where it was taken; everything else is kept as it is.
    private static func file(_ upload: Upload, _ visit: Visit) async throws -> NewFile {
        guard !upload.isTooLarge else {
            throw Problems(FieldProblem.fileTooLarge(megabytes: StoredFile.limitInMegabytes), at: "file")
        }
        let id: FileID = visit.house.identities.random()
        do {
            if upload.mediaType.hasPrefix("image/") {
                let photo = try await developed(upload)
                return try NewFile(id: id, photo: photo, position: 1, in: visit.language, on: visit.today)
            }
            return try NewFile(
                id: id, name: upload.name, mediaType: "application/octet-stream", content: upload.bytes,
                on: visit.today)
        } catch let problem as any Problem {
            throw Problems(problem, at: "file")
        }
    }

    /// Away from the threads that serve everyone.
    private static func developed(_ upload: Upload) async throws -> Photo {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async {
                continuation.resume(with: Result { try Photo(upload: upload) })
            }
        }
    }

    private func fetch(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        let fileID: FileID = try visit.id("file")
        return try await visit.read { reader in
            let seen = try SeenAction(id, for: visit.viewer, reader)
            guard let file = try AttachmentStore(reader).attachment(fileID, of: seen.action.id) else {
                throw Refusal.notFound
            }
            let bytes = try (0..<file.chunkCount).flatMap { try FileStore(reader).chunk($0, of: file) ?? [] }
            return .file(File(name: file.name, mediaType: file.mediaType, bytes: bytes))
        }
    }
}
