import Kernel
import Reports

/// What people reported over the last two years, and less of the eight before; of the latest, some that nobody has read yet.
struct InventedReports {
    let dice: Dice
    let today: Day

    func report(from area: InventedUniversity.Area, isLatest: Bool) -> (report: Report, code: ReportCode) {
        report(from: area, age: isLatest ? dice.below(4) : 5 + dice.below(700), isLatest: isLatest)
    }

    /// From the years before, so that there is something to compare with.
    func earlier(from area: InventedUniversity.Area) -> (report: Report, code: ReportCode) {
        report(from: area, age: 705 + dice.below(2900), isLatest: false)
    }

    /// So long ago that it is to be erased.
    func longAgo(from area: InventedUniversity.Area) -> (report: Report, code: ReportCode) {
        report(from: area, age: 1900 + dice.below(1200), isLatest: false)
    }

    private func report(
        from area: InventedUniversity.Area, age: Int, isLatest: Bool
    ) -> (report: Report, code: ReportCode) {
        let day = today - age
        let sight = dice.one(of: InventedSight.all)
        let seen = isLatest ? nil : day + dice.below(3)
        let closed = age > 60 ? day + 20 + dice.below(30) : nil
        let stage: ReportStage = seen == nil ? .waiting : closed == nil ? .seen : .closed
        let report = Report(
            id: dice.identities.random(), kind: sight.kind, unit: dice.one(of: area.sections), what: sight.what,
            place: sight.place, happened: dice.falls(50) ? day : nil, reported: day,
            sender: dice.falls(35) ? .anonymous : .person(dice.one(of: area.everybody)),
            circumstances: circumstances, severity: seen == nil ? .unrated : Self.severity(of: sight.kind, age),
            stage: stage,
            seenBy: seen == nil ? nil : dice.one(of: area.members), seen: seen, closed: closed,
            outcome: closed == nil ? "" : sight.outcome)
        return (report, .new(dice.identities))
    }

    /// Some are rated, each kind in its own way: of a near miss what could have been matters.
    private static func severity(of kind: ReportKind, _ age: Int) -> ReportSeverity {
        guard age % 3 != 0 else { return .unrated }
        let level = [Harm.slight, .serious, .slight, .grave, .serious][age % 5]
        switch kind {
        case .nearMiss: return ReportSeverity(was: Harm.none, could: level)
        case .accident, .violence:
            return ReportSeverity(was: age % 7 == 0 ? .serious : .slight, could: max(.serious, level))
        case .offensive, .strain, .psychological, .disease, .good: return .unrated
        }
    }

    /// Mostly an employee at the workplace.
    private var circumstances: Circumstances {
        Circumstances(
            affected: dice.falls(85) ? .employee : dice.one(of: [.student, .student, .firm, .visitor]),
            setting: dice.falls(85) ? .workplace : dice.one(of: [.home, .travel, .elsewhere]),
            isOutsideHours: dice.falls(4))
    }
}
