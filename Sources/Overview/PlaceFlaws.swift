import Access
import Design
import Elections
import Kernel
import Law
import Markup
import Organisation
import SafetyOrganisation
import Storage

/// What is wrong with a body, for its page: vacancies for everybody, the rest with its buttons for those who mend.
struct BodyFlaws {
    let flaws: [Flaw]
    let mender: Mender?

    init(_ body: Body, for viewer: Viewer, law: LawBook, _ asOf: AsOf, _ reader: Reader) throws {
        let isLarge = try AreaToLookThrough.isLarge(Set(body.units), on: asOf.day, reader)
        flaws = isLarge ? [] : try FlawStore.at(asOf, law, reader).flaws(of: body)
        let mayMend = try asOf.isToday && viewer.arranges(.body(body.id), on: asOf.today, reader)
        mender = mayMend ? try Mender(viewer, on: asOf.today, reader) : nil
    }

    /// Seats that stand empty, for the list of members.
    func vacancies(_ language: Language) -> [String] {
        let text = FlawTexts(language: language)
        return flaws.filter(\.kind.isVacancy).map { text.says($0) }
    }

    func sheet(_ language: Language) -> HTML? {
        guard mender != nil else { return nil }
        return FlawSheet(FlawList(flaws, for: mender, language: language), language: language)?.html
    }
}

/// What is wrong with a unit and with the bodies that are its own.
struct UnitFlaws {
    let flaws: [Flaw]
    let mender: Mender?

    init(_ unit: Unit, coveredBy bodies: [Body], for viewer: Viewer, law: LawBook, _ asOf: AsOf, _ reader: Reader)
        throws
    {
        let isLarge = try AreaToLookThrough.isLarge([unit.id], on: asOf.day, reader)
        flaws = isLarge ? [] : try FlawStore.at(asOf, law, reader).flaws(of: unit, coveredBy: bodies)
        let mayMend = try asOf.isToday && viewer.arranges(.unit(unit.id), on: asOf.today, reader)
        mender = mayMend ? try Mender(viewer, on: asOf.today, reader) : nil
    }

    func sheet(_ language: Language) -> HTML? {
        FlawSheet(FlawList(flaws, for: mender, namesPlaces: true, language: language), language: language)?.html
    }
}

/// An area is looked through for a page that shows something else first only where that is soon done: of a larger one
/// the list of what is wrong tells.
private enum AreaToLookThrough {
    private static let mostUnits = 500

    static func isLarge(_ roots: Set<UnitID>, on day: Day, _ reader: Reader) throws -> Bool {
        try !roots.isEmpty && Reach(bodies: [], roots: roots, on: day).units(most: mostUnits, reader) == nil
    }
}

/// How much is wrong in the area of a coordinator, or of the secretariat. Of a very large area nothing is told: to look
/// through it takes too long for a page that everybody opens first.
struct CoordinatorFlaws: Sendable {
    let count: Int

    init(for viewer: Viewer, law: LawBook, on day: Day, _ reader: Reader) throws {
        guard try !viewer.coordinated(on: day, reader).isEmpty, let mender = try Mender(viewer, on: day, reader) else {
            count = 0
            return
        }
        guard try !AreaToLookThrough.isLarge(Set(mender.roots), on: day, reader) else {
            count = 0
            return
        }
        let store = try FlawStore(
            reader, law: law.sizes(on: day), on: day, today: day, elections: { try ElectionStore($0).openBodies() })
        count = try store.survey(within: mender.roots, isEverything: mender.isEverything).flaws.count
    }
}

/// The list on a page of its own paper, where there is something in it.
private struct FlawSheet: Pattern {
    let list: FlawList
    let language: Language

    init?(_ list: FlawList, language: Language) {
        guard !list.isEmpty else { return nil }
        self.list = list
        self.language = language
    }

    var html: HTML { Sheet(FlawTexts(language: language).lacks) { list.html }.html }
}

extension FlawStore {
    fileprivate static func at(_ asOf: AsOf, _ law: LawBook, _ reader: Reader) throws -> FlawStore {
        try FlawStore(
            reader, law: law.sizes(on: asOf.day), on: asOf.day, today: asOf.today,
            elections: { try ElectionStore($0).openBodies() })
    }
}
