import Journal
import Kernel
import Storage

/// How long a kind is kept here, and whether the program carries it out.
struct RetentionRule: Sendable, Equatable {
    let kind: String
    let term: Term
    /// Why it is another term than the usual one; empty where it is that.
    let reason: String
    /// An administrator has looked at what would go by this very term, and switched it on.
    let isActive: Bool
}

extension RetainedKind {
    /// As long as nobody has chosen anything.
    var usualRule: RetentionRule {
        RetentionRule(kind: name, term: choice.usualTerm, reason: "", isActive: false)
    }

    /// The rule with another term. It is not carried out before somebody has looked anew.
    /// - Throws: `Problems`
    func rule(_ fields: Fields) throws(Problems) -> RetentionRule {
        var reading = Reading(fields)
        let text = reading.text("term", limit: 5)
        let count = Int(text)
        let term = count.flatMap { (0...1000).contains($0) ? choice.term($0) : nil }
        if !text.isEmpty {
            if count == nil { reading.note(FieldProblem.notANumber, at: "term") }
            if count != nil, term.map(choice.allows) != true {
                reading.note(RetentionProblem.outside(choice), at: "term")
            }
        }
        let isUsual = term == choice.usualTerm
        let reason = isUsual ? "" : reading.optionalText("reason", limit: 500)
        if !isUsual, term.map(choice.allows) == true, reason.isEmpty {
            reading.note(RetentionProblem.whyOther, at: "reason")
        }
        try reading.finish()
        return RetentionRule(kind: name, term: term ?? choice.usualTerm, reason: reason, isActive: false)
    }
}

extension RetentionRule {
    func with(isActive: Bool) -> RetentionRule {
        RetentionRule(kind: kind, term: term, reason: reason, isActive: isActive)
    }

    /// - Throws: on applying, `Stale` where somebody else has changed it meanwhile.
    func saved(instead old: RetentionRule, as verb: String, _ deed: Deed) -> Change {
        let statement: SQL = """
            INSERT INTO retention_rule (kind, months, reason, active, changed, changed_by)
            VALUES (\(kind), \(term.months), \(reason), \(isActive), \(deed.day), \(deed.person))
            ON CONFLICT (kind) DO UPDATE SET months = excluded.months, reason = excluded.reason,
            active = excluded.active, changed = excluded.changed, changed_by = excluded.changed_by
            WHERE retention_rule.months = \(old.term.months) AND retention_rule.active = \(old.isActive)
            """
        return Change(
            [statement.orStale],
            journal: [JournalEntry(Subject("retention", kind), verb, from: old.pictured, to: pictured)], raising: [])
    }

    private var pictured: [String: String] {
        ["months": "\(term.months)", "reason": reason, "carried_out": isActive ? "yes" : "no"]
    }
}

/// What can be wrong with a term.
enum RetentionProblem: Problem {
    case outside(TermChoice)
    case whyOther
    /// The term was changed, or a day has passed, since what would go was shown.
    case lookAnew

    func explained(in language: Language) -> String {
        let text = RetentionTexts(language: language)
        switch self {
        case .outside(let choice): return text.outside(choice)
        case .whyOther: return text.whyOther
        case .lookAnew: return text.lookAnew
        }
    }
}
