import Kernel
import Markup
import Organisation
import Web

/// What somebody looks at in the chart: which part, how far down, how large, and what is looked for. It all stands in the
/// address, so that it works without a script and can be sent to others.
struct ChartView: Sendable {
    var unit: UnitID?
    /// How many levels below the top; nothing for all that can be drawn.
    var levels: Int?
    /// In hundredths; nothing where the drawing fits the page.
    var zoom: Int?
    var search: String
    private let asOf: AsOf

    static let zooms = [50, 75, 100, 125, 150, 200, 300]
    static let mostLevels = 3

    init(_ fields: Fields, asOf: AsOf) {
        let unit = fields["unit"].trimmed
        self.unit = unit.isEmpty || unit.utf8.count > 64 ? nil : UnitID(unit)
        levels = Int(fields["levels"]).flatMap { (1...Self.mostLevels).contains($0) ? $0 : nil }
        zoom = Int(fields["zoom"]).flatMap { Self.zooms.contains($0) ? $0 : nil }
        search = fields["q"].trimmed
        self.asOf = asOf
    }

    /// The same view of another page.
    func link(_ page: Link) -> Link {
        asOf.link(page).with([
            ("unit", unit?.text ?? ""), ("levels", levels.map(String.init) ?? ""),
            ("zoom", zoom.map(String.init) ?? ""), ("q", search),
        ])
    }

    func changed(_ change: (inout ChartView) -> Void) -> ChartView {
        var copy = self
        change(&copy)
        return copy
    }

    /// The next size in that direction, from the size drawn where the drawing fits the page.
    func zoomed(larger: Bool) -> Int? {
        let now = zoom ?? 100
        return larger ? Self.zooms.first { $0 > now } : Self.zooms.last { $0 < now }
    }

    /// What goes along when something is searched for.
    var kept: [(name: String, value: String)] {
        [
            ("unit", unit?.text ?? ""), ("levels", levels.map(String.init) ?? ""),
            ("zoom", zoom.map(String.init) ?? ""), ("on", asOf.isToday ? "" : asOf.day.text),
        ].filter { !$0.1.isEmpty }
    }
}
