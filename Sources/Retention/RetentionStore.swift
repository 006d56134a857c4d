import Kernel
import Storage

/// What a day's run of a kind has done.
struct RetentionRun: Sendable, Equatable {
    let day: Day
    /// Nought of kinds of which that is not told.
    let erased: Int
}

struct RetentionStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    func rule(of kind: RetainedKind) throws -> RetentionRule {
        try reader.first(
            "SELECT kind, months, reason, active FROM retention_rule WHERE kind = \(kind.name)"
        ) { row in
            RetentionRule(kind: try row[0], term: .months(try row[1]), reason: try row[2], isActive: try row[3])
        } ?? kind.usualRule
    }

    func lastRun(of kind: RetainedKind) throws -> RetentionRun? {
        try runs(of: kind, most: 1).first
    }

    /// The latest first.
    func runs(of kind: RetainedKind, most: Int) throws -> [RetentionRun] {
        try reader.rows(
            "SELECT day, erased FROM retention_run WHERE kind = \(kind.name) ORDER BY day DESC LIMIT \(most)"
        ) { row in RetentionRun(day: try row[0], erased: try row[1]) }
    }
}
