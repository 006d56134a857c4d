import Access
import Kernel
import Organisation
import Storage
import Web

/// The plans below a body, and all within reach, seen as one.
struct BelowRoutes {
    let origins: Origins

    func add(to routes: inout Routes) {
        routes.get("/plan/:body/below", for: .signedIn) { .page(try await page($0, under: try $0.id("body"))) }
        routes.get("/plan/:body/below.csv", for: .signedIn) { try await file($0, under: try $0.id("body")) }
        routes.get("/plans", for: .signedIn) { .page(try await page($0, under: nil)) }
        routes.get("/plans.csv", for: .signedIn) { try await file($0, under: nil) }
    }

    private func scope(_ visit: Visit, under body: BodyID?, _ reader: Reader) throws -> BelowScope {
        try body.map { try BelowScope(under: $0, for: visit.viewer, reader) } ?? BelowScope(for: visit.viewer, reader)
    }

    private func page(_ visit: Visit, under body: BodyID?) async throws -> Page {
        let origins = origins
        return try await visit.read { reader in
            let scope = try scope(visit, under: body, reader)
            let reading = BelowReading(visit: visit, scope: scope, reader: reader)
            let view = BelowView(visit.fields["by"])
            let content: BelowPage.Content =
                switch view {
                case .bodies: .table(try reading.table(most: BelowTable.most))
                case .theme, .unit, .origin: .board(try reading.board(view, origins))
                }
            return BelowPage(visit: visit, scope: scope, view: view, content: content).page
        }
    }

    private func file(_ visit: Visit, under body: BodyID?) async throws -> Answer {
        let bytes = try await visit.read { reader in
            let scope = try scope(visit, under: body, reader)
            return try BelowReading(visit: visit, scope: scope, reader: reader).table(most: .max).csv()
        }
        let name = BelowTexts(language: visit.language).numbers
        return .file(File(name: "\(name).csv", mediaType: "text/csv; charset=utf-8", bytes: bytes))
    }
}
