import Access
import Kernel
import Organisation
import Storage

/// A part of the organisation plan on a day: units in the order of the tree, with everybody who holds something and every
/// seat that waits for somebody.
struct Plan: Sendable {
    /// One who holds something, or a seat that nobody holds.
    struct Entry: Sendable {
        let unit: Unit
        /// How far below the top of the plan the unit lies.
        let depth: Int
        /// Nothing where an office is held for the unit itself.
        let body: Body?
        let role: Role
        /// Nothing where the seat is vacant.
        let seat: Seat?
    }

    let day: Day
    /// The unit at the top of the part; nothing for the whole organisation.
    let root: Unit?
    /// From the top of the organisation down to the part, itself included.
    let line: [Unit]
    let tree: OrganisationTree
    let entries: [Entry]
    /// By which two copies are known to say the same.
    let version: String

    /// - Returns: nothing where the unit is not there, or not open on the day.
    init?(of root: UnitID?, levels: Int = 50, most: Int = 150, on day: Day, _ reader: Reader) throws {
        let line = try root.map { try UnitStore(reader).line(to: $0, on: day) } ?? []
        if root != nil, line.last?.isOpen(on: day) != true { return nil }
        self.init(
            tree: try OrganisationTree(under: root, levels: levels, most: most, on: day, reader), line: line, on: day)
    }

    init(tree: OrganisationTree, line: [Unit], on day: Day) {
        (self.tree, self.line, self.day) = (tree, line, day)
        root = line.last
        entries = PlanRules.entries(of: tree)
        version = PlanRules.version(of: entries)
    }

    var isWhole: Bool { tree.hidden.isEmpty }
    /// The top below which so many units lie that only the first of them are among these.
    var cutTop: UnitID? { tree.isCutBelowTop ? tree.tops.first : nil }
    var people: Int { Set(entries.compactMap(\.seat?.mandate.person)).count }
    var vacancies: Int { entries.count { $0.seat == nil } }
}
