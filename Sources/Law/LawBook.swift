import Foundation
import Kernel

/// The law's rules as data: read once, when the program starts, from `Resources/law/`. Every question names its day.
public struct LawBook: Sendable {
    private let electionLaws: Periods<ElectionLaw>
    private let sizeLaws: Periods<SizeLaw>
    private let memberLaws: Periods<MemberLaw>
    private let committeeLaws: Periods<CommitteeLaw>
    private let helpLaws: Periods<HelpLaw>
    private let accidentLaws: Periods<AccidentLaw>
    private let hoursLaws: Periods<HoursLaw>

    /// - Parameter folder: where the `files` are.
    /// - Throws: `LawFault` with everything that is missing or wrong.
    public init(folder: URL) throws(LawFault) {
        var texts: [String: String] = [:]
        for name in Self.files {
            texts[name] = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }
        try self.init(texts: texts, from: folder.path)
    }

    /// - Parameters:
    ///   - texts: the files' texts by their names.
    ///   - folder: where they came from, for what is told of them.
    public init(texts: [String: String], from folder: String = "law") throws(LawFault) {
        var faults: [String] = []
        func periods<Law>(_ name: String, _ make: (Topics) throws(LawFault) -> Law) -> Periods<Law>? {
            do throws(LawFault) {
                guard let text = texts[name] else {
                    throw LawFault(["\(folder)/\(name): the file is missing or cannot be read"])
                }
                return try Periods(LawFile("\(folder)/\(name)", yaml: text), make)
            } catch {
                faults += error.faults
                return nil
            }
        }
        let elections = periods("elections.yaml") { topics throws(LawFault) in try ElectionLaw(topics) }
        let sizes = periods("sizes.yaml") { topics throws(LawFault) in try SizeLaw(topics) }
        let members = periods("members.yaml") { topics throws(LawFault) in try MemberLaw(topics) }
        let committees = periods("committees.yaml") { topics throws(LawFault) in try CommitteeLaw(topics) }
        let help = periods("help.yaml") { topics throws(LawFault) in try HelpLaw(topics) }
        let accidents = periods("accidents.yaml") { topics throws(LawFault) in try AccidentLaw(topics) }
        let hours = periods("hours.yaml") { topics throws(LawFault) in try HoursLaw(topics) }
        guard let elections, let sizes, let members, let committees, let help, let accidents, let hours else {
            throw LawFault(faults)
        }
        (helpLaws, accidentLaws, hoursLaws) = (help, accidents, hours)
        (electionLaws, sizeLaws, memberLaws, committeeLaws) = (elections, sizes, members, committees)
    }

    public static let files = [
        "elections.yaml", "sizes.yaml", "members.yaml", "committees.yaml", "help.yaml", "accidents.yaml",
        "hours.yaml",
    ]

    public func elections(on day: Day) -> ElectionLaw { electionLaws.value(on: day) }
    public func sizes(on day: Day) -> SizeLaw { sizeLaws.value(on: day) }
    public func members(on day: Day) -> MemberLaw { memberLaws.value(on: day) }
    public func committees(on day: Day) -> CommitteeLaw { committeeLaws.value(on: day) }
    public func help(on day: Day) -> HelpLaw { helpLaws.value(on: day) }
    public func hours(on day: Day) -> HoursLaw { hoursLaws.value(on: day) }
    public func accidents(on day: Day) -> AccidentLaw { accidentLaws.value(on: day) }
}

/// The law as it holds from one change to the next.
private struct Periods<Law: Sendable>: Sendable {
    /// Earliest first; the first holds from the beginning of time.
    private let periods: [(from: Day, law: Law)]

    /// - Throws: where on some day a rule is missing, or two contradict each other.
    init(_ file: LawFile, _ make: (Topics) throws(LawFault) -> Law) throws(LawFault) {
        let changes = file.rules.flatMap { [$0.from, $0.to.map { $0 + 1 }].compactMap(\.self) }
        var periods: [(from: Day, law: Law)] = []
        for day in Set(changes + [.earliest]).sorted() {
            periods.append((day, try make(Topics(file: file, day: day))))
        }
        self.periods = periods
    }

    func value(on day: Day) -> Law {
        let place = periods.lastIndex { $0.from <= day } ?? 0
        return periods[place].law
    }
}

/// The rules of a file that hold on a day, by topic.
struct Topics {
    let file: LawFile
    let day: Day

    private var when: String { day == .earliest ? "from the beginning" : "on \(day.text)" }

    func rules(_ topic: String) throws(LawFault) -> [LawRule] {
        let rules = file.rules.filter { $0.topic == topic && $0.holds(on: day) }
        if rules.isEmpty { throw LawFault(["\(file.name): no rule about \(topic) holds \(when)"]) }
        return rules
    }

    /// The one rule about the topic.
    func rule(_ topic: String) throws(LawFault) -> LawRule {
        let rules = try rules(topic)
        if rules.count > 1 { throw LawFault(["\(file.name): \(rules.count) rules about \(topic) hold \(when)"]) }
        return rules[0]
    }

    /// The last rule about the topic, also where it holds only later; nothing where there is none.
    func ahead(_ topic: String) -> LawRule? { file.rules.last { $0.topic == topic } }

    /// The number of that name in the rules about the topic.
    func value(_ name: String, of topic: String) throws(LawFault) -> Int {
        let values = try rules(topic).compactMap { $0.values[name] }
        guard values.count == 1 else {
            let how = values.isEmpty ? "no" : "more than one"
            throw LawFault(["\(file.name): \(topic) has \(how) value \"\(name)\" \(when)"])
        }
        return values[0]
    }
}
