import Kernel
import Markup

/// A question in a form: its label, a hint, the control, and beside it what was wrong with the answer.
public struct Field: Pattern {
    let name: String
    let label: String
    let control: Control
    let value: String
    let hint: String?
    let problem: String?
    let isRequired: Bool
    let idPrefix: String
    let language: Language
    /// A filter may be left alone: nothing in it is required, and that need not be said.
    var isFilter = false

    /// - Parameters:
    ///   - idPrefix: sets apart the fields of two forms on one page.
    ///   - isRequired: others are marked as optional.
    public init(
        _ name: String, _ label: String, _ control: Control = .text(), value: String = "", hint: String? = nil,
        problem: (any Problem)? = nil, isRequired: Bool = true, idPrefix: String = "", language: Language
    ) {
        self.name = name
        self.label = label
        self.control = control
        self.value = value
        self.hint = hint
        self.problem = problem?.explained(in: language)
        self.isRequired = isRequired
        self.idPrefix = idPrefix
        self.language = language
    }

    public var html: HTML {
        switch control {
        case .cards(let choices): group(choices, as: "choice")
        case .list(let choices): group(choices, as: "choice single")
        case .scale(let choices): group(choices, as: "choice scale")
        case .ticks(let choices, let ticked): ticks(choices, ticked: ticked)
        case .tick: tick
        case .files(let accepts, let isMany, let isPhoto): files(accepts, isMany: isMany, isPhoto: isPhoto)
        default: single
        }
    }

    var id: String { idPrefix + name }
    private var hintID: String { id + "-hint" }
    private var problemID: String { id + "-problem" }
    private var text: DesignTexts { DesignTexts(language: language) }

    private var single: HTML {
        """
        <div class="field"><label for="\(id)">\(title)</label>\(explanation)\(input)\(complaint)</div>
        """
    }

    private var input: HTML {
        switch control {
        case .text(let kind, let limit, let completes):
            "<input type=\"\(kind.rawValue)\"\(named)\(length(limit))\(autocomplete(completes)) value=\"\(kind == .password ? "" : value)\"\(state)>"
        case .lines(let rows, let limit):
            "<textarea\(named) rows=\"\(rows)\"\(length(limit))\(state)>\n\(value)</textarea>"
        case .day(let earliest, let latest):
            "<input type=\"date\"\(named)\(bound("min", earliest))\(bound("max", latest)) value=\"\(value)\"\(state)>"
        case .time:
            "<input type=\"time\"\(named) value=\"\(value)\"\(state)>"
        case .number(let least, let most):
            "<input type=\"number\" inputmode=\"numeric\"\(named)\(bound("min", least))\(bound("max", most)) value=\"\(value)\"\(state)>"
        case .select(let choices):
            "<select\(named)\(state)>\(options(choices))</select>"
        case .cards, .list, .scale, .ticks, .tick, .files:
            .nothing
        }
    }

    /// The browser speaks its own language on the button of a file field. With scripts the field lies unseen over a button
    /// that speaks the page's, and takes the presses itself; without them it is seen, since only it tells then which
    /// file was chosen.
    private func files(_ accepts: String, isMany: Bool, isPhoto: Bool) -> HTML {
        let choose = isPhoto ? text.choosePhoto(isMany) : text.chooseFile(isMany)
        return """
            <div class="field"><label for="\(id)">\(title)</label>\(explanation)<div class="chooser"><input type="file"\(named) \
            accept="\(accepts)"\(when: isMany, " multiple")\(when: isPhoto, " data-photos")\(state)>\
            <span class="button" aria-hidden="true">\(choose)</span><span class="meta" data-chosen \
            data-none="\(text.noFile)" data-many="\(text.manyFiles)">\(text.noFile)</span></div>\(complaint)</div>
            """
    }

    private func group(_ choices: [Choice], as look: String) -> HTML {
        """
        <fieldset class="field" id="\(id)" role="radiogroup"\(described)><legend>\(title)</legend>\(explanation)\
        <div class="\(look)">\(choices.map(card))</div>\(complaint)</fieldset>
        """
    }

    private func card(_ choice: Choice) -> HTML {
        """
        <label><input type="radio" name="\(name)" value="\(choice.value)"\(when: choice.value == value, " checked")\
        \(when: isRequired, " required")>\(choice.title)\(choice.detail.map { "<small>\($0)</small>" })</label>
        """
    }

    private func ticks(_ choices: [Choice], ticked: Set<String>) -> HTML {
        """
        <fieldset class="field" id="\(id)"\(describedBy)><legend>\(title)</legend>\(explanation)\
        \(each: choices, { tickLine($0, isTicked: ticked.contains($0.value)) })\(complaint)</fieldset>
        """
    }

    private func tickLine(_ choice: Choice, isTicked: Bool) -> HTML {
        """
        <label class="tick"><input type="checkbox" name="\(name)" value="\(choice.value)"\(when: isTicked, " checked")>\
        <span>\(choice.title)</span>\(choice.detail.map { "<small>\($0)</small>" })</label>
        """
    }

    private var tick: HTML {
        """
        <div class="field"><label class="tick"><input type="checkbox" id="\(id)" name="\(name)" value="on"\
        \(when: !value.isEmpty, " checked")\(described)><span>\(label)</span></label>\(explanation)\(complaint)</div>
        """
    }

    private var title: HTML {
        "\(label)\(when: !isRequired && !isFilter, " <span class=\"optional\">\(text.optional)</span>")"
    }

    private var explanation: HTML? {
        hint.map { "<p class=\"hint\" id=\"\(hintID)\">\($0)</p>" }
    }

    private var complaint: HTML? {
        problem.map { "<p class=\"error\" id=\"\(problemID)\">\($0)</p>" }
    }

    private var named: HTML { " id=\"\(id)\" name=\"\(name)\"" }
    private var state: HTML { "\(when: isRequired && !isFilter, " required")\(described)" }

    private var described: HTML {
        "\(describedBy)\(when: problem != nil, " aria-invalid=\"true\"")"
    }

    private var describedBy: HTML {
        let ids = [hint.map { _ in hintID }, problem.map { _ in problemID }].compactMap { $0 }.joined(separator: " ")
        return "\(when: !ids.isEmpty, " aria-describedby=\"\(ids)\"")"
    }

    private func length(_ limit: Int?) -> HTML? {
        limit.map { " data-limit=\"\($0)\" data-left=\"\(text.left)\"" }
    }

    private func autocomplete(_ kind: String?) -> HTML? {
        kind.map { " autocomplete=\"\($0)\"" }
    }

    private func bound(_ side: String, _ day: Day?) -> HTML? {
        day.map { " \(side)=\"\($0.text)\"" }
    }

    private func bound(_ side: String, _ number: Int?) -> HTML? {
        number.map { " \(side)=\"\($0)\"" }
    }

    private func options(_ choices: [Choice]) -> HTML {
        let mustChoose = !choices.contains { $0.value == value }
        let nothing: HTML = "<option value=\"\">\(text.choose)</option>"
        return "\(when: mustChoose, nothing)\(choices.map(option))"
    }

    private func option(_ choice: Choice) -> HTML {
        "<option value=\"\(choice.value)\"\(when: choice.value == value, " selected")>\(choice.title)</option>"
    }
}
