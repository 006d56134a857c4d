import Markup

/// One thing that waits for somebody: its state, what it is, and when.
public struct TaskRow: Pattern {
    let title: String
    let link: Link?
    let detail: String?
    let badge: Badge?
    let when: String?
    let distance: String?
    let action: HTML?

    public init(
        _ title: String, to link: Link? = nil, detail: String? = nil, badge: Badge? = nil, when: String? = nil,
        distance: String? = nil, action: HTML? = nil
    ) {
        self.title = title
        self.link = link
        self.detail = detail
        self.badge = badge
        self.when = when
        self.distance = distance
        self.action = action
    }

    public var html: HTML {
        """
        <li class="task"><span>\(badge)</span><div class="what"><h3>\(heading)</h3>\
        \(detail.map { "<p class=\"meta\">\($0)</p>" })\(action)</div><div class="when">\
        \(when.map { "<b>\($0)</b>" })\(distance.map { "<small>\($0)</small>" })</div></li>
        """
    }

    private var heading: HTML {
        guard let link else { return "\(title)" }
        return "<a class=\"through\" href=\"\(link)\">\(title)</a>"
    }
}

/// Task rows one under the other.
public struct TaskRows: Pattern {
    let rows: [TaskRow]

    public init(_ rows: [TaskRow]) {
        self.rows = rows
    }

    public var html: HTML { "<ul class=\"tasks\">\(rows)</ul>" }
}
