import Access
import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// What a unit's page says of how close its safety organisation is to the work: the latest record, and what is missing.
public struct UnitProximity: Sendable {
    let unit: UnitID
    let latest: ProximityRecord?
    let matters: [ProximityMatter]
    let mayWrite: Bool

    /// Nothing where the viewer may not read it.
    public init?(of unit: UnitID, for viewer: Viewer, on day: Day, _ reader: Reader) throws {
        let store = ProximityStore(reader)
        guard try store.mayRead(unit, viewer, on: day) else { return nil }
        self.unit = unit
        latest = try store.records(covering: unit, on: day, most: 1).first
        mayWrite = try viewer.arranges([unit], on: day, reader)
        matters =
            mayWrite ? try store.missing(within: Reach(bodies: [], roots: [unit], on: day), through: day) : []
    }

    public func html(in language: Language, on today: Day) -> HTML {
        let text = ProximityTexts(language: language)
        let here: Link = "/units/\(unit)/proximity"
        return Sheet(text.proximity, aside: "<a href=\"\(here)\">\(text.readIt)</a>") {
            """
            \(when: latest == nil, "<p>\(text.none)</p>")\(latest.map { record in
                "<p><a href=\"/proximity/\(record.id)\">\(record.day.long(in: language))</a>: \(text.people(record.groups, record.members))</p>"
            })\(matters.first.map { first in
                """
                <p>\(Badge(text.lacking, .late)) \(text.since(first.since.short(in: language, today: today)))</p>\
                <div class="actions">\(Button(text.write, to: here))</div>
                """
            })
            """
        }.html
    }
}

extension ProximityStore {
    /// What lacks documentation in the area that the viewer arranges, longest ago first.
    func matters(for viewer: Viewer, on day: Day, most: Int = 5) throws -> [Matter] {
        let area = try viewer.arranged(on: day, reader)
        guard !area.isNothing else { return [] }
        let matters = try missing(within: area, through: day, most: most).prefix(most)
        guard !matters.isEmpty else { return [] }
        let units = UnitStore(reader)
        let places = try matters.map { matter in
            switch matter {
            case .establishment(let unit, _): unit
            case .change(let change): try change.place(units)
            }
        }
        let names = try units.names(of: Set(places), on: day)
        let (danish, english) = (ProximityTexts(language: .danish), ProximityTexts(language: .english))
        return zip(matters, places).map { matter, place in
            let name = names[place] ?? Words(da: "", en: "")
            return Matter(
                Words(da: danish.title(name.danish), en: english.title(name.english)),
                Words(da: danish.todayHow, en: english.todayHow), to: "/units/\(place)/proximity", .missing,
                on: matter.since)
        }
    }
}
