import Kernel
import Markup
import Organisation
import Storage
import Web

/// What narrows the list of flaws, and what came of it: every row that is let through.
struct FlawSelection: Sendable {
    let mender: Mender
    let survey: Survey
    let flaws: [Flaw]
    /// Those of the area that can be chosen: as far down as a list can be looked through, and the one that is chosen.
    let units: [Unit]

    /// - Throws: `Refusal` where the list is not the viewer's.
    init(_ visit: Visit, _ asOf: AsOf, _ elections: OpenElections, _ reader: Reader) throws {
        let (day, fields) = (asOf.day, visit.fields)
        // Rights are of today, whatever day is shown.
        guard let mender = try Mender(visit.viewer, on: visit.today, reader) else { throw Mender.others }
        self.mender = mender
        let code = fields["unit"].trimmed
        var area: Mender? = mender
        var units = try UnitStore(reader).nearestTop(mender.roots, on: day)
        if !code.isEmpty {
            let unit = try UnitStore(reader).find(written: code, on: day)
            area = try unit.flatMap { try mender.narrowed(to: $0.id, on: day, reader) }
            if let unit, area != nil, !units.contains(unit) { units.append(unit) }
        }
        self.units = units
        let store = try FlawStore(
            reader, law: visit.house.law.sizes(on: day), on: day, today: visit.today, elections: elections)
        // The top of the tree may have been another on that day.
        let roots = try area.map { try $0.isEverything ? UnitStore(reader).tops(on: day).map(\.id) : $0.roots } ?? []
        let survey = try store.survey(within: roots, isEverything: area?.isEverything ?? false)
        let kind = Flaw.Kind(rawValue: fields["kind"])
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
