import Access
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

    private static func file(_ upload: Upload, _ visit: Visit) async throws -> NewFile {
        do {
            return try await NewFile.taken(
                upload, id: visit.house.identities.random(), in: visit.language, on: visit.today)
        } catch let problem as any Problem {
            throw Problems(problem, at: "file")
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
            return .file(
                File(name: file.name, mediaType: file.mediaType, bytes: try FileStore(reader).bytes(of: file)))
        }
    }
}
