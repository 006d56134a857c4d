/// Goes through markup tag by tag and remembers what is wrong.
struct MarkupReading {
    private let source: String
    private var open: [String] = []
    private var ids: Set<String> = []
    private var pointers: [(from: String, id: String)] = []
    private var fields: [(name: String, id: String?, isInLabel: Bool, isNamed: Bool)] = []
    private var labelled: Set<String> = []
    private(set) var problems: [String] = []

    private static let pointing = ["for", "aria-describedby", "aria-labelledby", "popovertarget"]

    init(_ source: String) {
        self.source = source
    }

    mutating func read() {
        var rest = Substring(source)
        while let start = rest.firstIndex(of: "<") {
            guard let end = Self.end(of: rest[start...]) else {
                problems.append("a tag is never finished")
                return
            }
            let text = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if !text.hasPrefix("!") { take(Tag(text)) }
        }
        problems += open.map { "<\($0)> is left open" }
        finish()
    }

    /// The `>` that ends the tag: not one inside quotes.
    private static func end(of tag: Substring) -> Substring.Index? {
        var isQuoted = false
        for index in tag.indices {
            if tag[index] == "\"" { isQuoted.toggle() }
            if tag[index] == ">", !isQuoted { return index }
        }
        return nil
    }

    private mutating func take(_ tag: Tag) {
        problems += tag.problems
        guard !tag.isEnd else { return close(tag.name) }
        check(tag)
        if !Tag.void.contains(tag.name), !tag.isSelfClosed { open.append(tag.name) }
    }

    private mutating func close(_ name: String) {
        guard let last = open.last else { return problems.append("</\(name)> closes nothing") }
        guard last == name else {
            problems.append("</\(name)> closes <\(last)>")
            if let place = open.lastIndex(of: name) { open.removeSubrange(place...) }
            return
        }
        open.removeLast()
    }

    private mutating func check(_ tag: Tag) {
        if let id = tag["id"], !ids.insert(id).inserted { problems.append("the id \(id) stands twice") }
        for attribute in tag.attributes {
            if attribute.name == "style" { problems.append("<\(tag.name)> carries a style") }
            if attribute.name.hasPrefix("on") { problems.append("<\(tag.name)> carries a script in \(attribute.name)") }
            if Self.pointing.contains(attribute.name) {
                pointers += attribute.value.split(separator: " ").map { ("\(attribute.name)", String($0)) }
            }
            let isAddress = ["href", "src", "action"].contains(attribute.name)
            if isAddress, attribute.value.lowercased().hasPrefix("javascript:") {
                problems.append("<\(tag.name)> leads to a script")
            }
        }
        if tag.name == "style" { problems.append("a style stands in the page") }
        if tag.name == "script", tag["src"] == nil { problems.append("a script stands in the page") }
        if tag.name == "img", tag["alt"] == nil { problems.append("a picture has no words") }
        if tag.name == "label", let field = tag["for"] { labelled.insert(field) }
        if isField(tag) {
            let isNamed = tag["aria-label"] != nil || tag["aria-labelledby"] != nil
            fields.append((tag["name"] ?? tag.name, tag["id"], open.contains("label"), isNamed))
        }
    }

    private func isField(_ tag: Tag) -> Bool {
        switch tag.name {
        case "select", "textarea": true
        case "input": !["hidden", "submit", "button"].contains(tag["type"] ?? "text")
        default: false
        }
    }

    private mutating func finish() {
        for field in fields where !field.isInLabel && !field.isNamed {
            guard let id = field.id, labelled.contains(id) else {
                problems.append("the field \(field.name) has no label")
                continue
            }
        }
        for pointer in pointers where !ids.contains(pointer.id) {
            problems.append("\(pointer.from) points to \(pointer.id), which is nowhere")
        }
    }
}
