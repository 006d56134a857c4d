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
        flaws = try FlawStore.at(asOf, law, reader).flaws(of: body)
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
        flaws = try FlawStore.at(asOf, law, reader).flaws(of: unit, coveredBy: bodies)
        let mayMend = try asOf.isToday && viewer.arranges(.unit(unit.id), on: asOf.today, reader)
        mender = mayMend ? try Mender(viewer, on: asOf.today, reader) : nil
    }

    func sheet(_ language: Language) -> HTML? {
        FlawSheet(FlawList(flaws, for: mender, namesPlaces: true, language: language), language: language)?.html
    }
}

/// How much is wrong in the area of a coordinator, or of the secretariat. Of a very large area nothing is told: to look
/// through it takes too long for a page that everybody opens first.
struct CoordinatorFlaws: Sendable {
    let count: Int

    private static let mostUnits = 500

    init(for viewer: Viewer, law: LawBook, on day: Day, _ reader: Reader) throws {
        guard try !viewer.coordinated(on: day, reader).isEmpty, let mender = try Mender(viewer, on: day, reader) else {
            count = 0
            return
        }
        let area = Reach(bodies: [], roots: Set(mender.roots), on: day)
        guard try area.units(most: Self.mostUnits, reader) != nil else {
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
