import Kernel
import Reports

/// What whoever fills in the form wrote.
struct AccidentDetails: Sendable, Equatable {
    static let (nameLimit, lineLimit, courseLimit) = (120, 200, 5000)

    let happened: Day
    let injured: Injured
    let event: AccidentEvent
    let incapacity: Incapacity
    let mayBeCompensated: Bool
    let died: Day?

    /// - Throws: `Problems` with everything that is wrong.
    init(_ fields: Fields, instead old: AccidentRecord?, today: Day) throws(Problems) {
        var reading = Reading(fields)
        happened = reading.day("happened")
        if happened > today { reading.note(AccidentProblem.eventAhead, at: "happened") }
        if old?.absences.contains(where: { [happened] in $0.first < happened }) == true {
            reading.note(AccidentProblem.absenceBefore, at: "happened")
        }
        injured = Injured(
            name: reading.optionalText("name", limit: Self.nameLimit),
            job: reading.optionalText("job", limit: Self.lineLimit),
            employment: reading.optionalChoice("employment"), hired: reading.optionalDay("hired"))
        if let hired = injured.hired, hired > happened { reading.note(AccidentProblem.hiredAfter, at: "hired") }
        event = AccidentEvent(
            time: Self.time(&reading), place: reading.optionalText("place", limit: Self.lineLimit),
            course: reading.optionalText("course", limit: Self.courseLimit),
            agent: reading.optionalText("agent", limit: Self.lineLimit))
        incapacity = reading.optionalChoice("incapacity") ?? .unknown
        mayBeCompensated = reading.isTicked("compensation")
        died = reading.optionalDay("died")
        if let died {
            if died < happened { reading.note(AccidentProblem.beforeEvent, at: "died") }
            if died > today { reading.note(AccidentProblem.dayAhead, at: "died") }
        }
        try reading.finish()
    }

    /// `HH:MM`, or empty.
    private static func time(_ reading: inout Reading) -> String {
        let text = reading.fields["time"].trimmed
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard !text.isEmpty else { return "" }
        guard text.utf8.count == 5, parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
        else {
            reading.note(AccidentProblem.notATime, at: "time")
            return ""
        }
        return text
    }

    /// The record with these details in it.
    func record(of report: Report, instead old: AccidentRecord?) -> AccidentRecord {
        var record = old ?? AccidentRecord(report: report.id, unit: report.unit, happened: happened)
        record.happened = happened
        record.injured = injured
        record.event = event
        record.incapacity = incapacity
        record.mayBeCompensated = mayBeCompensated
        record.died = died
        return record
    }
}

extension AccidentRecord {
    /// What a report says already, before anybody has filled in more.
    init(from report: Report, happened: Day) {
        self.init(
            report: report.id, unit: report.unit, happened: happened,
            event: AccidentEvent(place: report.place, course: report.what))
    }

    static let mostAbsences = 40

    /// - Throws: `Problems` where the days cannot be.
    func with(_ absence: Absence, today: Day) throws(Problems) -> AccidentRecord {
        var problems = Problems()
        if absence.first < happened { problems.add(AccidentProblem.beforeEvent, at: "first") }
        if absence.first > today { problems.add(AccidentProblem.dayAhead, at: "first") }
        if let last = absence.last {
            if last < absence.first { problems.add(AccidentProblem.lastBeforeFirst, at: "last") }
            if last > today + Self.furthestAhead { problems.add(AccidentProblem.tooFarAhead, at: "last") }
        }
        if absences.count >= Self.mostAbsences { problems.add(AccidentProblem.tooMany, at: "first") }
        guard problems.isEmpty else { throw problems }
        var record = self
        // The same once more is no other absence.
        guard !absences.contains(absence) else { return self }
        record.absences = (absences + [absence]).sorted {
            ($0.first, $0.last ?? .latest, $0.isReduced ? 1 : 0) < ($1.first, $1.last ?? .latest, $1.isReduced ? 1 : 0)
        }
        return record
    }

    /// Days ahead to which a doctor's note may reach.
    private static let furthestAhead = 366
}

extension Absence {
    init(_ reading: inout Reading) {
        self.init(
            reading.day("first"), reading.optionalDay("last"), isReduced: reading.isTicked("reduced"))
    }
}

/// What was sent, as somebody writes it down.
struct NewSending: Sendable {
    let to: Recipient
    let day: Day
    let receipt: String

    init(_ fields: Fields, of record: AccidentRecord, today: Day) throws(Problems) {
        var reading = Reading(fields)
        to = reading.choice("to", otherwise: .authority)
        day = reading.day("day")
        if !fields["day"].trimmed.isEmpty {
            if day > today { reading.note(AccidentProblem.dayAhead, at: "day") }
            if day < record.happened { reading.note(AccidentProblem.beforeEvent, at: "day") }
        }
        receipt = reading.optionalText("receipt", limit: AccidentDetails.lineLimit)
        if record.sendings.count >= 20 { reading.note(AccidentProblem.tooMany, at: "day") }
        try reading.finish()
    }
}

/// Codes that somebody chose: for each variable that was sent one, or none.
struct ChosenCodes: Sendable {
    let codes: [EsawVariable: String?]

    /// - Throws: `Problems` where a code is not one of its variable.
    init(_ fields: Fields, _ catalogue: EsawCatalogue = .shared) throws(Problems) {
        var reading = Reading(fields)
        var codes: [EsawVariable: String?] = [:]
        for variable in EsawVariable.allCases where fields.has(variable.rawValue) {
            let code = fields[variable.rawValue].trimmed
            if code.isEmpty {
                codes[variable] = .some(nil)
            } else if catalogue.find(code, of: variable) != nil {
                codes[variable] = code
            } else {
                let isOfOther = EsawVariable.allCases.contains { catalogue.find(code, of: $0) != nil }
                reading.note(
                    isOfOther ? AccidentProblem.codeOfOther : AccidentProblem.codeUnknown, at: variable.rawValue)
            }
        }
        try reading.finish()
        self.codes = codes
    }

    func record(_ old: AccidentRecord) -> AccidentRecord {
        var record = old
        for (variable, code) in codes { record.codes[variable] = code }
        return record
    }
}

/// What can be wrong with what is written down of an accident.
enum AccidentProblem: Problem, Equatable {
    case eventAhead
    case dayAhead
    case tooFarAhead
    case beforeEvent
    case absenceBefore
    case lastBeforeFirst
    case hiredAfter
    case notATime
    case tooMany
    case codeOfOther
    case codeUnknown
    /// Nobody has said yet on which day it happened.
    case noDay
    /// Somebody else changed it since the form was shown.
    case changedMeanwhile

    func explained(in language: Language) -> String { AccidentTexts(language: language).explain(self) }
}
