import Kernel
import Organisation

/// A record as somebody wrote it.
struct WrittenProximity: Sendable, Equatable {
    let unit: UnitID
    let day: Day
    let occasion: ProximityRecord.Occasion
    let employees: Int
    let units: Int
    let groups: Int
    let members: Int
    let assessments: [Criterion: String]
    let conclusion: String
    let decidedBy: String
    let participants: String
    /// The changes of the tree that it answers.
    let changes: Set<ID<OrganisationChange>>

    static let textLimit = 10_000
    static let mostFiles = 30

    /// - Parameters:
    ///   - candidates: the unit that it may be about, and those above it.
    ///   - asking: the changes that it may answer.
    /// - Throws: all problems with what was written.
    init(
        _ fields: Fields, candidates: [UnitID], asking: Set<ID<OrganisationChange>>, on today: Day
    ) throws(Problems) {
        var reading = Reading(fields)
        let unit: UnitID? = reading.optionalID("unit")
        if unit == nil { reading.note(FieldProblem.missing, at: "unit") }
        if let unit, !candidates.contains(unit) { reading.note(FieldProblem.unknown, at: "unit") }
        day = reading.day("day")
        if !fields["day"].isEmpty, day > today { reading.note(ProximityProblem.dayToCome, at: "day") }
        occasion = reading.choice("occasion", otherwise: .review)
        employees = reading.figure("employees")
        units = reading.figure("units")
        groups = reading.figure("groups")
        members = reading.figure("members")
        var assessments: [Criterion: String] = [:]
        for criterion in Criterion.allCases {
            assessments[criterion] = reading.text("criterion-\(criterion.rawValue)", limit: Self.textLimit)
        }
        self.assessments = assessments
        conclusion = reading.text("conclusion", limit: Self.textLimit)
        decidedBy = reading.text("decided_by", limit: 400)
        participants = reading.text("participants", limit: 2000)
        changes = Set(fields.all("changes").filter { !$0.isEmpty }.map { ID($0) })
        if !changes.isSubset(of: asking) { reading.note(FieldProblem.unknown, at: "changes") }
        if occasion == .change, changes.isEmpty { reading.note(ProximityProblem.whichChange, at: "changes") }
        try reading.finish()
        self.unit = unit ?? UnitID("")
    }
}

extension Reading {
    fileprivate mutating func figure(_ name: String) -> Int {
        let text = fields[name].trimmed
        guard !text.isEmpty else {
            note(FieldProblem.missing, at: name)
            return 0
        }
        guard let number = Int(text), (0...9_999_999).contains(number) else {
            note(FieldProblem.notANumber, at: name)
            return 0
        }
        return number
    }
}

enum ProximityProblem: Problem, Equatable {
    case dayToCome
    case whichChange
    case tooManyFiles(Int)
    case answeredAlready

    func explained(in language: Language) -> String {
        switch self {
        case .dayToCome:
            language.pick(
                da: "Den dag er ikke kommet endnu. Skriv den dag, I så på det.",
                en: "That day has not come yet. Write the day on which you looked at it.")
        case .whichChange:
            language.pick(
                da: "Sæt kryds ved den eller de ændringer, det handler om.",
                en: "Tick the change or changes that it is about.")
        case .tooManyFiles(let limit):
            language.pick(da: "Der er plads til \(limit) filer.", en: "There is room for \(limit) files.")
        case .answeredAlready:
            language.pick(da: "Den er besvaret i mellemtiden.", en: "It has been answered meanwhile.")
        }
    }
}
