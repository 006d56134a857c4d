import Kernel
import Markup
import Storage
import Web

/// A plan, or the list as it is narrowed down, as a table: on the screen, on paper, as a file.
struct PlanTableRoutes {
    func add(to routes: inout Routes) {
        routes.get("/plan/:body/table", for: .signedIn) { .page(PlanTablePage(view: try await ofPlan($0)).page) }
        routes.get("/plan/:body/table/print", for: .signedIn) {
            .page(PlanTablePage(view: try await ofPlan($0)).paper)
        }
        routes.get("/plan/:body/table.csv", for: .signedIn) { file(try await ofPlan($0)) }
        routes.get("/actions/table", for: .signedIn) { .page(PlanTablePage(view: try await ofList($0)).page) }
        routes.get("/actions/table/print", for: .signedIn) {
            .page(PlanTablePage(view: try await ofList($0)).paper)
        }
        routes.get("/actions/table.csv", for: .signedIn) { file(try await ofList($0)) }
    }

    private func ofPlan(_ visit: Visit) async throws -> PlanTableView {
        let id: BodyID = try visit.id("body")
        return try await visit.read { try PlanTableView(visit, plan: id, $0) }
    }

    private func ofList(_ visit: Visit) async throws -> PlanTableView {
        try await visit.read { try PlanTableView(visit, $0) }
    }

    private func file(_ view: PlanTableView) -> Answer {
        .file(File(name: "\(view.title).csv", mediaType: "text/csv; charset=utf-8", bytes: view.table.csv()))
    }
}
