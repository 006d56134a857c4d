import Access

extension BodyKind {
    /// What a body of this kind must have and nobody holds: the one rule of vacant seats, for charts, plans and posters
    /// as for the list of what is wrong. A group is one leader and one elected representative, a committee has a chair
    /// (the Working Environment Act, §§ 6 a and 6 b). What an agreement built has the seats that the agreement says. The
    /// list of what is wrong adds what only the employer's size decides.
    public func vacantRoles(held: some Sequence<Role>) -> [Role] {
        let held = Set(held)
        return needed.filter { !held.contains($0) }
    }

    private var needed: [Role] {
        switch self {
        case .group: [.representative, .leader]
        case .committee, .main: [.chair]
        case .joint, .cooperation, .coDetermination, .network, .workingGroup: []
        }
    }
}
