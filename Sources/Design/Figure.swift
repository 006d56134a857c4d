import Markup

/// A number that matters, and what it counts.
public struct Figure: Pattern {
    let number: String
    let unit: String?
    let meaning: String

    public init(_ number: String, unit: String? = nil, _ meaning: String) {
        self.number = number
        self.unit = unit
        self.meaning = meaning
    }

    public var html: HTML {
        """
        <div class="figure"><b>\(number)\(unit.map { " <small>\($0)</small>" })</b><span class="meta">\(meaning)</span></div>
        """
    }
}

/// Facts as names and values, one under the other.
public struct Facts: Pattern {
    let facts: [(name: String, value: HTML)]

    public init(_ facts: [(name: String, value: HTML)]) {
        self.facts = facts
    }

    public var html: HTML {
        "<dl class=\"facts\">\(each: facts, { "<dt>\($0.name)</dt><dd>\($0.value)</dd>" })</dl>"
    }
}
