import Access
import Kernel
import Law
import Markup
import Organisation

/// Something that is wrong with the safety organisation: what, where, by which rule, and what mends it.
public struct Flaw: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// The employer has so many that there must be an organisation, and there is none.
        case noOrganisation = "no_organisation"
        case noGroup = "no_group"
        case noCommittee = "no_committee"
        /// People work in a unit that no group looks after.
        case outside
        /// Two groups look after the very same unit.
        case twoGroups = "two_groups"
        /// A body looks after nothing.
        case withoutArea = "without_area"
        case noLeader = "no_leader"
        case noRepresentative = "no_representative"
        case noChair = "no_chair"
        case severalLeaders = "several_leaders"
        case severalRepresentatives = "several_representatives"
        /// A safety representative whom the employees did not elect.
        case notElected = "not_elected"
        /// With few groups all their members sit in the committee, and this one does not.
        case memberMissing = "member_missing"
        case fewLeaders = "few_leaders"
        case fewRepresentatives = "few_representatives"
        /// Sits in the committee as a representative without being one of a group.
        case fromNoGroup = "from_no_group"
        /// A change of the tree left a seat to be filled.
        case seatWaits = "seat_waits"
        /// A term runs out soon, and nobody is found to follow.
        case endsSoon = "ends_soon"

        /// Whether a seat stands empty: that is for everybody to know who may look at the body.
        public var isVacancy: Bool {
            switch self {
            case .noLeader, .noRepresentative, .noChair, .fewLeaders, .fewRepresentatives: true
            default: false
            }
        }

        /// Whether there is time left.
        var isComing: Bool { self == .endsSoon }
    }

    public let kind: Kind
    public let place: Mandate.Place
    public let name: Words
    /// Who or what it is about, by name: people, or the two groups.
    public let names: [Words]
    public let role: Role?
    /// When it began, or when it will.
    public let day: Day?
    /// How many there are, and how many there must be.
    public let number: Int?
    public let wanted: Int?
    /// Where the number of employees matters.
    public let headCount: HeadCount?
    public let rule: LawRule?
    public let mending: Mending

    init(
        _ kind: Kind, at place: Mandate.Place, _ name: Words, names: [Words] = [], role: Role? = nil, day: Day? = nil,
        number: Int? = nil, wanted: Int? = nil, headCount: HeadCount? = nil, by rule: LawRule?, mending: Mending
    ) {
        self.kind = kind
        self.place = place
        self.name = name
        self.names = names
        self.role = role
        self.day = day
        self.number = number
        self.wanted = wanted
        self.headCount = headCount
        self.rule = rule
        self.mending = mending
    }

    /// What is broken now before what will be, then as the kinds stand, then by name.
    static func precedes(_ one: Flaw, _ other: Flaw) -> Bool { one.rank < other.rank }

    private var rank: (Int, Int, String, String, Int) {
        let kinds = Kind.allCases
        return (
            kind.isComing ? 1 : 0, kinds.firstIndex(of: kind) ?? kinds.count, name.danish, place.text, day?.number ?? 0
        )
    }
}

extension Mandate.Place {
    var text: String {
        switch self {
        case .body(let body): body.text
        case .unit(let unit): unit.text
        }
    }

    var link: Link {
        switch self {
        case .body(let body): "/bodies/\(body)"
        case .unit(let unit): "/units/\(unit)"
        }
    }
}
