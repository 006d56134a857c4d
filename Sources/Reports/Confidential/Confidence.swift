import Access
import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// What the form says of who reads what is told here in confidence, before anything is sent, and from whom it can be
/// kept.
struct Confidence: Sendable {
    let entrusted: Entrusted
    let confidants: [Confidant]
    private let names: [PersonID: String]
    private let units: [UnitID: Words]

    init(among surroundings: Surroundings, in unit: UnitID, _ reader: Reader) throws {
        entrusted = Entrusted(among: surroundings)
        confidants = Confidant.all(among: surroundings)
        names = try PersonStore(reader).names(of: Set(confidants.map(\.person)))
        let above = Set(confidants.compactMap(\.unit)).subtracting([unit])
        units = try UnitStore(reader).names(of: above, on: surroundings.day)
    }

    var isNobody: Bool { entrusted.isNobody }

    /// Said with the kinds of reports.
    func told(in language: Language) -> String {
        let text = ConfidenceTexts(language: language)
        let people = entrusted.handlers.map { names[$0] ?? "" }
        let who: String =
            switch confidants.first(where: { entrusted.handlers.contains($0.person) })?.standing {
            case nil: text.nobodyHere
            case .office(let role): text.read(by: people, as: role)
            case .handler, .deputy: text.read(by: people, deputy: entrusted.deputy.flatMap { names[$0] })
            }
        return "\(text.sort) \(who)"
    }

    /// A tick for each to whom it could go. The style sheet shows it once a confidential kind is chosen.
    func ticks(_ form: Form, in language: Language) -> HTML {
        guard !isNobody else { return .nothing }
        let text = ConfidenceTexts(language: language)
        let choices = confidants.map { one in
            let above = one.unit.flatMap { units[$0] }?.in(language)
            let detail = [text.standing(one.standing), above].compactMap { $0 }.joined(separator: ", ")
            return Choice(one.person.text, names[one.person] ?? "", detail: detail)
        }
        return """
            <div class="in-confidence">\(form.field(
                "kept-from", text.keepFrom, .ticks(choices), hint: text.keepFromHint, isRequired: false))</div>
            """
    }
}
