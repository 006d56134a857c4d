import Kernel
import Organisation
import Storage
import Web

struct PlanRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/organisation/chart", for: .signedIn, showChart)
        routes.get("/organisation/chart/print", for: .signedIn, showChartOnPaper)
        routes.get("/organisation/plan", for: .signedIn, showPlan)
        routes.get("/organisation/plan/print", for: .signedIn, showPlanOnPaper)
        routes.get("/organisation/plan.csv", for: .signedIn) { .file(try await PlanExport(visit: $0).csv()) }
        routes.get("/organisation/plan.xlsx", for: .signedIn) { .file(try await PlanExport(visit: $0).workbook()) }
    }

    private func showChart(_ visit: Visit) async throws -> Answer {
        try await visit.organisationPage { asOf, reader in
            let view = ChartView(visit.fields, asOf: asOf)
            guard let plan = try Plan(of: view.unit, levels: view.levels ?? 50, on: asOf.day, reader) else {
                return nil
            }
            let search = try PlanSearch(view.search, in: plan, reader)
            return ChartPage(visit: visit, asOf: asOf, view: view, plan: plan, search: search).page
        }
    }

    private func showChartOnPaper(_ visit: Visit) async throws -> Answer {
        try await visit.organisationPage { asOf, reader in
            let view = ChartView(visit.fields, asOf: asOf)
            guard let plan = try Plan(of: view.unit, levels: view.levels ?? 50, on: asOf.day, reader) else {
                return nil
            }
            let paper: Page.Paper = visit.fields["paper"] == "a4" ? .a4 : .a3Landscape
            return ChartOnPaper(
                visit: visit, view: view, plan: plan, paper: paper, isInParts: visit.fields["parts"] == "1"
            ).page
        }
    }

    private func showPlan(_ visit: Visit) async throws -> Answer {
        let today = visit.today
        return try await visit.organisationPage { asOf, reader in
            let view = ChartView(visit.fields, asOf: asOf)
            guard let plan = try Plan(of: view.unit, on: asOf.day, reader) else { return nil }
            return PlanPage(
                visit: visit, asOf: asOf, view: view, plan: plan, reached: try plan.reached(on: today, reader)
            ).page
        }
    }

    private func showPlanOnPaper(_ visit: Visit) async throws -> Answer {
        let today = visit.today
        return try await visit.organisationPage { asOf, reader in
            let view = ChartView(visit.fields, asOf: asOf)
            guard let plan = try Plan(of: view.unit, most: PlanOnPaper.most, on: asOf.day, reader) else { return nil }
            return PlanOnPaper(visit: visit, view: view, plan: plan, reached: try plan.reached(on: today, reader)).page
        }
    }
}

extension Plan {
    /// How its people are reached, of whom is here today.
    func reached(on today: Day, _ reader: Reader) throws -> [PersonID: Reachable] {
        try PersonStore(reader).reached(Set(entries.compactMap(\.seat?.mandate.person)), on: today)
    }
}
