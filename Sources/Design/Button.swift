import Markup

/// Something to press: a link that leads somewhere, or the button that sends the form it stands in.
public struct Button: Pattern {
    public enum Weight: String, Sendable {
        case primary
        case plain = ""
        case danger
        /// Beside stronger ones, without a frame.
        case quiet
    }

    let title: String
    let link: Link?
    let weight: Weight
    let icon: HTML?
    let isFull: Bool
    let name: String?
    let value: String

    /// Leads to `link`.
    public init(_ title: String, to link: Link, _ weight: Weight = .plain, icon: HTML? = nil, isFull: Bool = false) {
        self.init(title: title, link: link, weight: weight, icon: icon, isFull: isFull, name: nil, value: "")
    }

    /// Sends the form, with `name` and `value` where one form has several buttons.
    public init(
        _ title: String, _ weight: Weight = .primary, icon: HTML? = nil, isFull: Bool = false, name: String? = nil,
        value: String = ""
    ) {
        self.init(title: title, link: nil, weight: weight, icon: icon, isFull: isFull, name: name, value: value)
    }

    private init(title: String, link: Link?, weight: Weight, icon: HTML?, isFull: Bool, name: String?, value: String) {
        self.title = title
        self.link = link
        self.weight = weight
        self.icon = icon
        self.isFull = isFull
        self.name = name
        self.value = value
    }

    public var html: HTML {
        if let link {
            return """
                <a class="\(classes)" href="\(link)">\(icon)\(title)</a>
                """
        }
        let sent: HTML = name.map { " name=\"\($0)\" value=\"\(value)\"" } ?? .nothing
        return """
            <button class="\(classes)"\(sent)>\(icon)\(title)</button>
            """
    }

    private var classes: HTML {
        "button\(when: weight != .plain, " \(weight.rawValue)")\(when: isFull, " full")"
    }
}

/// A single button that changes something: a form of its own, with its proof of origin and hidden values.
public struct PostButton: Pattern {
    let button: Button
    let action: Link
    let csrf: String
    let hidden: [(name: String, value: String)]

    public init(
        _ title: String, to action: Link, csrf: String, _ weight: Button.Weight = .plain, icon: HTML? = nil,
        hidden: [(name: String, value: String)] = []
    ) {
        button = Button(title, weight, icon: icon)
        self.action = action
        self.csrf = csrf
        self.hidden = hidden
    }

    public var html: HTML {
        """
        <form class="inline" method="post" action="\(action)"><input type="hidden" name="csrf" value="\(csrf)">\
        \(hidden.map(Self.field))\(button)</form>
        """
    }

    private static func field(_ hidden: (name: String, value: String)) -> HTML {
        """
        <input type="hidden" name="\(hidden.name)" value="\(hidden.value)">
        """
    }
}
