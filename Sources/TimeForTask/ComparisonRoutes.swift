import Access
import Documents
import Kernel
import Organisation
import Storage
import Web

/// Time for the task across the organisation, for those who work for more than one unit.
struct ComparisonRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/time/comparison", for: .member) { visit in
            let rows = try await rows(visit)
            return .page(ComparisonPage(visit: visit, rows: rows).page)
        }
        routes.get("/time/comparison.csv", for: .member) { visit in
            let rows = try await rows(visit)
            return .file(ComparisonPage(visit: visit, rows: rows).csv)
        }
    }

    /// Coordinators, the secretariat and members of committees.
    static func admits(_ viewer: Viewer) -> Bool {
        let committees: Set<BodyKind> = [.committee, .cooperation, .joint, .main, .coDetermination]
        return viewer.mandates.contains {
            $0.role == .coordinator || $0.role.givesRights && committees.contains($0.bodyKind)
        }
            || viewer.offices.contains { $0.role == .coordinator || $0.role == .secretariat }
    }

    private func rows(_ visit: Visit) async throws -> [ComparisonPage.Row] {
        guard Self.admits(visit.viewer) else { throw Refusal.forbidden(Self.notYours) }
        try await Gathering.carryOut(in: visit)
        let today = visit.today
        return try await visit.read { reader in
            let allotted = try TimeStore(reader).allotted(on: today)
            // Of each cell the latest month only.
            var known: Set<String> = []
            let used = try TimeStore(reader).figures(from: Gathering.first(on: today)).filter {
                known.insert("\($0.role) \($0.cell)").inserted
            }
            let names = try UnitStore(reader).names(of: Set((allotted + used).map(\.unit)), on: today)
            return (allotted + used).map { ComparisonPage.Row(figure: $0, unit: names[$0.unit]) }
        }
    }

    private static let notYours = Words(
        da: "Det kan koordinatorer, arbejdsmiljøsekretariatet og medlemmer af udvalg se.",
        en: "Coordinators, the working environment secretariat and members of committees can see this.")
}
