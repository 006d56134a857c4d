import Kernel
import Markup

/// All that must be mended before a form can be sent, each a way to its field. Takes the focus.
public struct ProblemSummary: Pattern {
    let problems: Problems
    let labels: [String: String]
    let idPrefix: String
    let language: Language

    /// - Parameter labels: what the fields are called, by name.
    public init(
        _ problems: Problems, labels: [String: String] = [:], idPrefix: String = "", language: Language
    ) {
        self.labels = labels
        self.problems = problems
        self.idPrefix = idPrefix
        self.language = language
    }

    public var html: HTML {
        guard !problems.isEmpty else { return .nothing }
        return """
            <div class="problems" role="alert" tabindex="-1"><h2>\(DesignTexts(language: language).problems)</h2>\
            <ul>\(problems.all.map(line))</ul></div>
            """
    }

    private func line(field: String, problem: any Problem) -> HTML {
        let explanation = problem.explained(in: language)
        guard !field.isEmpty else { return "<li>\(explanation)</li>" }
        return """
            <li>\(labels[field].map { "\($0.hasSuffix("?") ? $0 : $0 + ":") " as HTML })<a href="#\(idPrefix + field)">\(explanation)</a></li>
            """
    }
}
