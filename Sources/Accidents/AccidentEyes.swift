import Access
import Kernel
import Organisation
import Reports
import Storage

/// How much of an accident somebody sees who handles its report.
enum AccidentEyes: Sendable, Equatable {
    /// All of it, and writes it: whoever does the employer's duty here. Of confidential reports everybody who handles them.
    case whole
    /// What happened, and once it is notified the sheet with the person blacked out: the others of the group.
    case blacked

    /// - Parameter group: the body that looks after the unit.
    static func of(
        _ viewer: Viewer, on report: Report, group: BodyID?, on day: Day, _ reader: Reader
    ) throws -> AccidentEyes {
        guard !report.isConfidential else { return .whole }
        let leads = viewer.mandates.contains { $0.body == group && [.leader, .chair].contains($0.role) }
        if leads { return .whole }
        let coordinated = Set(viewer.mandates.filter { $0.role == .coordinator }.map(\.body))
        let roots = viewer.units(as: .coordinator).union(viewer.units(as: .secretariat))
            .union(try BodyStore(reader).units(of: coordinated, on: day))
        if try Reach(bodies: [], roots: roots, on: day).includes(report.unit, reader) { return .whole }
        return try isDone(of: report, group: group, on: day, reader) ? .blacked : .whole
    }

    /// Whether there is anybody who does the employer's duty at the place. Where there is none, those who handle the report do:
    /// a deadline runs whether or not a seat is vacant.
    private static func isDone(of report: Report, group: BodyID?, on day: Day, _ reader: Reader) throws -> Bool {
        let (seated, offices) = try reader.together(
            BodyStore.mandates(covering: report.unit, on: day), MandateStore.offices(covering: report.unit, on: day))
        return offices.contains { [.coordinator, .secretariat].contains($0.seat.mandate.role) }
            || seated.contains {
                $0.role == .coordinator || ($0.body == group && [.leader, .chair].contains($0.role))
            }
    }
}

extension Viewer {
    /// Writes down what became of a bill, for the whole organisation: the administrator, and a secretariat for all of it.
    func settlesRules(on day: Day, _ reader: Reader) throws -> Bool {
        if isAdministrator { return true }
        return try units(as: .secretariat).contains { try UnitStore(reader).find($0, on: day)?.parent == nil }
    }
}
