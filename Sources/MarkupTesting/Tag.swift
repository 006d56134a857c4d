/// A tag as it stands in the markup.
struct Tag {
    let name: String
    let isEnd: Bool
    let isSelfClosed: Bool
    let attributes: [(name: String, value: String)]
    let problems: [String]

    static let void: Set = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

    /// - Parameter text: what stands between `<` and `>`.
    init(_ text: Substring) {
        var rest = text
        isEnd = rest.first == "/"
        if isEnd { rest.removeFirst() }
        isSelfClosed = rest.last == "/"
        if isSelfClosed { rest.removeLast() }
        let name = rest.prefix { !$0.isWhitespace }
        self.name = String(name)
        rest = rest.dropFirst(name.count)

        var attributes: [(name: String, value: String)] = []
        var problems: [String] = []
        while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
            rest = rest[start...]
            let attribute = String(rest.prefix { !$0.isWhitespace && $0 != "=" })
            rest = rest.dropFirst(attribute.count)
            guard rest.first == "=" else {
                attributes.append((attribute, ""))
                continue
            }
            rest = rest.dropFirst()
            guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
                problems.append("\(attribute) of <\(name)> has no quotes")
                break
            }
            attributes.append((attribute, String(rest[rest.index(after: rest.startIndex)..<end])))
            rest = rest[rest.index(after: end)...]
            if let next = rest.first, !next.isWhitespace {
                problems.append("\(attribute) of <\(name)> runs into \(next)")
            }
        }
        for attribute in Set(attributes.map(\.name)) where attributes.count(where: { $0.name == attribute }) > 1 {
            problems.append("\(attribute) stands twice in <\(name)>")
        }
        self.attributes = attributes
        self.problems = problems
    }
}
