import Access

extension BodyKind {
    /// What a body of this kind must have and nobody holds. A group is one leader and one elected representative, a
    /// committee has a chair (the Working Environment Act, §§ 6 a and 6 b).
    public func vacantRoles(held: some Sequence<Role>) -> [Role] {
        let held = Set(held)
        return needed.filter { !held.contains($0) }
    }

    private var needed: [Role] {
        switch self {
        case .group: [.representative, .leader]
        case .committee, .joint, .main: [.chair]
        case .cooperation, .coDetermination, .network, .workingGroup: []
        }
    }
}
