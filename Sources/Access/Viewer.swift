import Kernel

/// Whoever looks: the person, and what the mandates of today open to him or her.
public struct Viewer: Sendable {
    public let person: PersonID
    public let name: String
    public let language: Language
    /// The unit where the person works or studies.
    public let home: UnitID?
    public let isAdministrator: Bool
    /// Held in bodies.
    public let mandates: [HeldMandate]
    /// Held for units.
    public let offices: [HeldOffice]
    /// Plans and reports that the person works on, by virtue of a mandate.
    public let works: Reach
    /// Plans that the person may read: those that he or she works on, and those of the own unit.
    public let reads: Reach

    public init(
        person: PersonID, name: String, language: Language, home: UnitID?, isAdministrator: Bool,
        mandates: [HeldMandate], offices: [HeldOffice] = [], works: Reach, reads: Reach
    ) {
        self.person = person
        self.name = name
        self.language = language
        self.home = home
        self.isAdministrator = isAdministrator
        self.mandates = mandates
        self.offices = offices
        self.works = works
        self.reads = reads
    }

    /// Somebody who has not signed in: may see and do nothing but what is open to anyone.
    public static func nobody(language: Language) -> Viewer {
        Viewer(
            person: PersonID(""), name: "", language: language, home: nil, isAdministrator: false, mandates: [],
            works: .nothing, reads: .nothing)
    }

    public var isSomebody: Bool { !person.text.isEmpty }
    public var isMember: Bool {
        mandates.contains { $0.role.givesRights } || offices.contains { $0.role.givesRights }
    }

    /// The units for which the viewer holds this office: what lies under them is meant too.
    public func units(as role: Role) -> Set<UnitID> {
        Set(offices.filter { $0.role == role }.map(\.unit))
    }

    /// The body in whose name the person works most: the first group, else the first body at all.
    public var mainBody: HeldMandate? {
        mandates.first { $0.bodyKind == .group && $0.role.givesRights } ?? mandates.first { $0.role.givesRights }
    }
}

/// A mandate that the viewer holds today for a unit and all under it: coordinator, HR partner, emergency lead.
public struct HeldOffice: Sendable {
    public let role: Role
    public let unit: UnitID
    public let unitName: Words

    public init(role: Role, unit: UnitID, unitName: Words) {
        self.role = role
        self.unit = unit
        self.unitName = unitName
    }
}

/// A mandate that the viewer holds today in a body.
public struct HeldMandate: Sendable {
    public let role: Role
    public let body: BodyID
    public let bodyKind: BodyKind
    public let bodyName: Words

    public init(role: Role, body: BodyID, bodyKind: BodyKind, bodyName: Words) {
        self.role = role
        self.body = body
        self.bodyKind = bodyKind
        self.bodyName = bodyName
    }
}
