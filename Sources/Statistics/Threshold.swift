import Journal
import Kernel
import Storage

/// For how few nothing is told.
enum Threshold {
    /// No law gives a number; universities use ten.
    static let usual = 10
    /// Never fewer.
    static let floor = 5
    static let most = 100

    /// - Throws: `Problems`
    static func written(_ fields: Fields) throws(Problems) -> Int {
        var reading = Reading(fields)
        let text = reading.text("least", limit: 5)
        let least = Int(text)
        if !text.isEmpty {
            if least == nil { reading.note(FieldProblem.notANumber, at: "least") }
            if let least, !(floor...most).contains(least) { reading.note(ThresholdProblem.outside, at: "least") }
        }
        try reading.finish()
        return least ?? usual
    }

    static func changed(from old: Int, to least: Int) -> Change {
        Change(
            [
                """
                INSERT INTO statistics_threshold (id, least) VALUES (1, \(least))
                ON CONFLICT (id) DO UPDATE SET least = excluded.least
                """
            ],
            journal: [
                JournalEntry(
                    Subject("statistics", "threshold"), "changed", before: ["least": "\(old)"],
                    after: ["least": "\(least)"])
            ],
            raising: [])
    }
}

struct ThresholdStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    func least() throws -> Int {
        try reader.value("SELECT least FROM statistics_threshold WHERE id = 1") ?? Threshold.usual
    }
}

enum ThresholdProblem: Problem, Equatable {
    case outside

    func explained(in language: Language) -> String {
        language.pick(
            da: "Skriv et tal fra \(Threshold.floor) til \(Threshold.most).",
            en: "Write a number from \(Threshold.floor) to \(Threshold.most).")
    }
}

/// A count as it may be told.
enum ToldCount: Sendable, Equatable {
    case told(Int)
    /// None, or fewer than may be told.
    case few

    /// - Parameters:
    ///   - known: how many of them the viewer sees elsewhere: what is left must not be few either.
    ///   - least: fewer than this are not told, none no more than one.
    init(_ count: Int, besides known: Int = 0, least: Int) {
        self = count - known >= least ? .told(count) : .few
    }

    var count: Int? { if case .told(let count) = self { count } else { nil } }
}
