import Kernel
import Markup
import Synchronization

/// A form that comes back as it was sent: every field finds what was typed in it and what was wrong with it by name.
public struct Form: Sendable {
    let action: Link
    let csrf: String?
    let fields: Fields
    let problems: Problems
    let idPrefix: String
    let draft: String?
    let hasFiles: Bool
    let language: Language
    private let labels = Labels()

    /// - Parameters:
    ///   - draft: a name under which the browser keeps what is typed until it is sent; none, and nothing is kept.
    ///     Never for what is confidential.
    ///   - hasFiles: true where it has a field for files.
    public init(
        to action: Link, csrf: String?, fields: Fields = Fields(), problems: Problems = .none, idPrefix: String = "",
        draft: String? = nil, hasFiles: Bool = false, language: Language
    ) {
        self.action = action
        self.csrf = csrf
        self.fields = fields
        self.problems = problems
        self.idPrefix = idPrefix
        self.draft = draft
        self.hasFiles = hasFiles
        self.language = language
    }

    /// The question about the field of that name.
    public func field(
        _ name: String, _ label: String, _ control: Control = .text(), hint: String? = nil, isRequired: Bool = true
    ) -> Field {
        labels.note(label, for: name)
        return Field(
            name, label, control.ticked(fields.all(name)), value: fields[name], hint: hint, problem: problems[name],
            isRequired: isRequired, idPrefix: idPrefix, language: language)
    }

    public func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    public func html(_ content: (Form) -> HTML) -> HTML {
        // Made first: it tells what the fields are called, of which the summary speaks.
        let content = content(self)
        let summary = ProblemSummary(problems, labels: labels.all, idPrefix: idPrefix, language: language)
        return """
            <form class="form" method="post" action="\(action)"\(when: hasFiles, " enctype=\"multipart/form-data\"")\
            \(draft.map { " data-draft=\"\($0)\" data-restored=\"\(DesignTexts(language: language).restored)\"" }) novalidate>\
            \(summary)\(csrf.map { hidden("csrf", $0) })\
            \(content)</form>
            """
    }
}

/// What the fields of a form are called, as they are made.
private final class Labels: Sendable {
    private let known = Mutex<[String: String]>([:])

    func note(_ label: String, for name: String) { known.withLock { $0[name] = label } }
    var all: [String: String] { known.withLock { $0 } }
}

extension Control {
    fileprivate func ticked(_ sent: [String]) -> Control {
        guard case .ticks(let choices, let ticked) = self else { return self }
        return .ticks(choices, ticked: ticked.union(sent))
    }
}
