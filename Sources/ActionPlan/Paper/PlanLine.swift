import Design
import Kernel
import Markup

/// One action as a line of a table.
struct PlanLine {
    let action: Action
    /// Whoever is responsible, also where he or she has left.
    let responsible: String
    /// By name.
    let partners: [String]
    /// Where it is to be done; nothing where the whole table is of one place.
    let unit: String?

    /// In which language, and seen from which day.
    struct Wording {
        let language: Language
        let today: Day

        func day(_ day: Day) -> String { day.short(in: language, today: today) }
    }

    func html(_ column: PlanForm.Column, _ words: Wording) -> HTML {
        let texts = PlanTableTexts(language: words.language)
        switch column {
        case .what:
            let place = unit.map { "<small class=\"place\">\($0)</small>" as HTML }
            return "<a href=\"\("/actions/\(action.id)" as Link)\">\(action.agreed.what)</a>\(place)"
        case .who:
            let others = partners.isEmpty ? nil : texts.with(partners.joined(separator: ", "))
            return "\(responsible)\(others.map { "<br><small>\($0)</small>" as HTML })"
        case .when:
            return "<span class=\"keep\">\(words.day(action.agreed.due))</span>\(late(words))"
        case .status:
            let day = action.isOpen && action.hold == nil ? texts.due(words.day(action.agreed.due)) : nil
            return "\(status(words))\(day.map { "<br><small>\($0)</small>" as HTML })\(late(words))"
        case .why, .how, .followUp:
            return "\(text(column, words))"
        }
    }

    private func late(_ words: Wording) -> HTML? {
        guard action.isOverdue(on: words.today) else { return nil }
        return "<br>\(Badge(ActionTexts(language: words.language).isOverdue, .late))"
    }

    private func status(_ words: Wording) -> String {
        let texts = PlanTableTexts(language: words.language)
        if let closed = action.closedOn { return texts.closed(words.day(closed)) }
        if let hold = action.hold { return texts.onHold(words.day(hold.lookAgainOn)) }
        return ActionTexts(language: words.language).name(action.stage)
    }

    func text(_ column: PlanForm.Column, _ words: Wording) -> String {
        let agreed = action.agreed
        switch column {
        case .what: return agreed.what
        case .why: return agreed.why
        case .how: return agreed.how
        case .when: return agreed.due.text
        case .who: return ([responsible] + partners).joined(separator: ", ")
        case .status: return status(words)
        case .followUp:
            let day = agreed.followUpOn.map(words.day)
            return [agreed.followUp, day ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
        }
    }
}
