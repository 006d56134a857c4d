import Kernel
import Storage
import Web

/// A plan in numbers, and each figure as a file.
struct FigureRoutes {
    let origins: Origins

    func add(to routes: inout Routes) {
        routes.get("/plan/:body/figures", for: .signedIn) { .page(try await read($0).page) }
        routes.get("/plan/:body/figures.csv", for: .signedIn, file)
    }

    private func read(_ visit: Visit) async throws -> FiguresPage {
        let (id, origins): (BodyID, Origins) = (try visit.id("body"), origins)
        return try await visit.read { reader in
            let plan = try SeenPlan(id, for: visit.viewer, reader)
            let figures = try PlanFigures(of: plan, origins, for: visit.viewer, on: visit.today, reader)
            return FiguresPage(visit: visit, plan: plan, figures: figures)
        }
    }

    private func file(_ visit: Visit) async throws -> Answer {
        let page = try await read(visit)
        guard let name = FigureName(rawValue: visit.fields["figure"]) else { throw Refusal.notFound }
        let figure = page.drawn.figure(name)
        return .file(
            File(
                name: "\(figure.title).csv", mediaType: "text/csv; charset=utf-8", bytes: figure.csv(visit.language)))
    }
}
