import Kernel
import Storage

/// Whether the journal is as it was written, day by day as they were closed.
public struct JournalCheck: Sendable {
    /// What is not as it was.
    public enum Fault: Sendable, Equatable, CustomStringConvertible {
        case changed(line: String, day: String)
        case payloadChanged(line: String, day: String)
        case removed(line: String, day: String)
        /// Written under a day that was closed already.
        case added(line: String, day: String)
        /// A line's mark was taken away or put in, or the day's own was changed.
        case dayChanged(day: String)
        /// A day lies before the last that is closed and is not closed itself.
        case dayRemoved(day: String)

        public var description: String {
            switch self {
            case .changed(let line, let day): "\(day): line \(line) was changed"
            case .payloadChanged(let line, let day): "\(day): the values of line \(line) were changed"
            case .removed(let line, let day): "\(day): line \(line) was removed"
            case .added(let line, let day): "\(day): line \(line) was put in afterwards"
            case .dayChanged(let day): "\(day): the day's seal does not fit its lines and the day before"
            case .dayRemoved(let day): "\(day): the day's seal was removed"
            }
        }
    }

    public private(set) var faults: [Fault] = []
    public private(set) var days = 0
    public private(set) var lines = 0
    /// Lines that were erased, or values of theirs, as retention does it.
    public private(set) var erased = 0
    /// The last day that is closed, and its mark: kept elsewhere, it shows later that none was cut off.
    public private(set) var last: (day: String, mark: String)?

    /// - Parameter key: the one that the days were closed with.
    public init(_ database: any Database, key: [UInt8]) async throws {
        let seal = JournalSeal(key: key)
        let closed = try await database.read { reader in
            try reader.rows("SELECT day, mark FROM journal_day ORDER BY day") { row in
                (day: try row[0] as String, mark: try row[1] as String)
            }
        }
        for (number, one) in closed.enumerated() {
            let previous = number > 0 ? closed[number - 1] : nil
            let found = try await database.read { reader in
                try Day(one.day, mark: one.mark, after: previous, seal, reader)
            }
            faults += found.faults
            (days, lines, erased) = (days + 1, lines + found.lines, erased + found.erased)
        }
        last = closed.last
    }

    private struct Day: Sendable {
        var faults: [Fault] = []
        var lines = 0
        var erased = 0

        init(
            _ day: String, mark: String, after previous: (day: String, mark: String)?, _ seal: JournalSeal,
            _ reader: Reader
        ) throws {
            let from = previous.map { $0.day + "~" } ?? ""
            let between: [String] = try reader.values(
                "SELECT at FROM journal WHERE at > \(from) AND at < \(day) ORDER BY at, id LIMIT 1")
            faults += between.map { .dayRemoved(day: String($0.prefix(10))) }
            let all = try JournalDay.lines(day, reader)
            lines = all.count
            let marks = try reader.rows(
                "SELECT entry_id, payload_mark, mark, erasure FROM journal_mark WHERE day = \(day) ORDER BY entry_id",
                Mark.init(row:))
            let known = Dictionary(marks.map { ($0.id, $0) }) { first, _ in first }
            for line in all {
                guard let one = known[line.id] else {
                    faults.append(.added(line: line.id, day: day))
                    continue
                }
                if seal.mark(line, payload: one.payload) != one.mark {
                    faults.append(.changed(line: line.id, day: day))
                } else if line.before == nil, !one.payload.isEmpty {
                    erased += 1
                } else if seal.payloadMark(line.id, before: line.before, after: line.after) == one.payload {
                    continue
                } else if let before = line.before, let after = line.after,
                    one.erasure == seal.erasureMark(line.id, before: before, after: after)
                {
                    erased += 1
                } else {
                    faults.append(.payloadChanged(line: line.id, day: day))
                }
            }
            let present = Set(all.map(\.id))
            for gone in marks where !present.contains(gone.id) {
                if gone.erasure == seal.erasureMark(gone.id, mark: gone.mark) {
                    erased += 1
                } else {
                    faults.append(.removed(line: gone.id, day: day))
                }
            }
            if seal.mark(ofDay: day, marks: marks.map(\.mark), after: previous?.mark ?? "") != mark {
                faults.append(.dayChanged(day: day))
            }
        }
    }

    private struct Mark: Sendable {
        let id: String
        let payload: String
        let mark: String
        /// Where the line, or a part of its values, was erased on purpose.
        let erasure: String?

        init(row: Row) throws {
            (id, payload, mark, erasure) = (try row[0], try row[1], try row[2], try row[3])
        }
    }
}
