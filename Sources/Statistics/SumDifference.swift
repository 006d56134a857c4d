import Kernel
import Storage

/// What is added to sums, and taken from them, in one write.
struct SumDifference {
    private var amounts: [UnitID: [SumKey: Int]] = [:]

    mutating func add(_ summed: SummedReport) { change(summed, by: 1) }
    mutating func take(_ summed: SummedReport) { change(summed, by: -1) }

    private mutating func change(_ summed: SummedReport, by sign: Int) {
        for (unit, sums) in summed.contributions {
            for (key, amount) in sums { amounts[unit, default: [:]][key, default: 0] += sign * amount }
        }
    }

    private struct Line {
        let unit: UnitID
        let key: SumKey
        let amount: Int
    }

    /// In one order, so that two writes never wait for each other crosswise.
    private var lines: [Line] {
        amounts.flatMap { unit, sums in
            sums.compactMap { key, amount in amount == 0 ? nil : Line(unit: unit, key: key, amount: amount) }
        }.sorted { one, other in
            (one.unit.text, one.key.period, one.key.measure.rawValue, one.key.part)
                < (other.unit.text, other.key.period, other.key.measure.rawValue, other.key.part)
        }
    }

    /// Few, so that there are few statements to prepare.
    private static let mostAtOnce = 50

    var statements: [SQL] {
        let lines = lines
        let (more, less) = (lines.filter { $0.amount > 0 }, lines.filter { $0.amount < 0 })
        // What is taken away was added before: were it not, nothing would be changed, and the write fails.
        return less.map { line in
            """
            UPDATE incident_sum SET amount = amount - \(-line.amount) WHERE unit_id = \(line.unit)
            AND period = \(line.key.period) AND measure = \(line.key.measure) AND part = \(line.key.part)
            """
        }
            + stride(from: 0, to: more.count, by: Self.mostAtOnce).map { start in
                let rows = more[start..<min(start + Self.mostAtOnce, more.count)].map { line -> SQL in
                    "(\(line.unit), \(line.key.period), \(line.key.measure), \(line.key.part), \(line.amount))"
                }
                return """
                    INSERT INTO incident_sum (unit_id, period, measure, part, amount) VALUES \(SQL.joined(rows, by: ", "))
                    ON CONFLICT (unit_id, period, measure, part) DO UPDATE
                    SET amount = incident_sum.amount + excluded.amount
                    """
            }
    }

    /// The rows of an empty table, for filling it at once.
    var rows: [[SQLValue]] {
        lines.map { line in
            [
                line.unit.stored, line.key.period.stored, line.key.measure.stored, line.key.part.stored,
                line.amount.stored,
            ]
        }
    }
}
