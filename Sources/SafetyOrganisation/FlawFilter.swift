import Kernel
import Markup
import Organisation
import Storage
import Web

/// What narrows the list of flaws, and what came of it: every row that is let through, or those of a page.
struct FlawSelection: Sendable {
    let mender: Mender
    /// Nothing where the whole area was looked through.
    let part: AreaPart?
    /// Whether bodies that look after nothing have a list of their own, since the area is too large.
    let hidesWithoutArea: Bool
    let survey: Survey
    let flaws: [Flaw]
    /// Those of the area that can be chosen: as far down as a list can be looked through, and the one that is chosen.
    let units: [Unit]

    /// - Parameter isWhole: a large area is looked through to its end, as for a file; a page shows a part of it.
    /// - Throws: `Refusal` where the list is not the viewer's.
    init(_ visit: Visit, _ asOf: AsOf, _ elections: OpenElections, isWhole: Bool, _ reader: Reader) throws {
        let (day, fields) = (asOf.day, visit.fields)
        // Rights are of today, whatever day is shown.
        guard let mender = try Mender(visit.viewer, on: visit.today, reader) else { throw Mender.others }
        let code = fields["unit"].trimmed
        var area: Mender? = mender
        var units = try UnitStore(reader).nearestTop(mender.roots, on: day)
        if !code.isEmpty {
            let unit = try UnitStore(reader).find(written: code, on: day)
            area = try unit.flatMap { try mender.narrowed(to: $0.id, on: day, reader) }
            if let unit, area != nil, !units.contains(unit) { units.append(unit) }
        }
        let store = try FlawStore(
            reader, law: visit.house.law.sizes(on: day), on: day, today: visit.today, elections: elections)
        // The top of the tree may have been another on that day.
        let roots = try area.map { try $0.isEverything ? UnitStore(reader).tops(on: day).map(\.id) : $0.roots } ?? []
        let isEverything = area?.isEverything ?? false
        let kind = Flaw.Kind(rawValue: fields["kind"])
        let last = fields["after"].trimmed
        let part =
            try isWhole ? nil : AreaPart(of: roots, after: last.isEmpty ? nil : UnitID(last), on: day, reader)
        guard let part, !part.isWhole else {
            self.init(mender, units, nil, try store.survey(within: roots, isEverything: isEverything), kind)
            return
        }
        if kind == .withoutArea, isEverything {
            self.init(mender, units, nil, Survey(flaws: try store.withoutArea(), employers: []), kind)
        } else {
            let survey = try store.survey(of: part, isEverything: isEverything)
            self.init(mender, units, part, survey, kind, hidesWithoutArea: isEverything)
        }
    }

    private init(
        _ mender: Mender, _ units: [Unit], _ part: AreaPart?, _ survey: Survey, _ kind: Flaw.Kind?,
        hidesWithoutArea: Bool = false
    ) {
        (self.mender, self.units) = (mender, units)
        (self.part, self.hidesWithoutArea) = (part, hidesWithoutArea)
        flaws = kind.map { kind in survey.flaws.filter { $0.kind == kind } } ?? survey.flaws
        self.survey = survey
    }

    /// What stands in the address, to go along.
    static func query(_ fields: Fields) -> [(name: StaticString, value: String)] {
        [("unit", fields["unit"].trimmed), ("kind", fields["kind"]), ("on", fields["on"].trimmed)]
    }

    static func isNarrowed(_ fields: Fields) -> Bool {
        !fields["unit"].trimmed.isEmpty || !fields["kind"].isEmpty
    }
}
