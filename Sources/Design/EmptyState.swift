import Markup

/// What stands where there is nothing yet: what belongs here, and the first step.
public struct EmptyState: Pattern {
    let title: String
    let explanation: String
    let icon: HTML?
    let firstStep: Button?

    public init(_ title: String, _ explanation: String, icon: HTML? = nil, firstStep: Button? = nil) {
        self.title = title
        self.explanation = explanation
        self.icon = icon
        self.firstStep = firstStep
    }

    public var html: HTML {
        """
        <div class="empty">\(icon)<h2>\(title)</h2><p>\(explanation)</p>\(firstStep)</div>
        """
    }
}
