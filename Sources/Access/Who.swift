/// Who may use a route at all. What somebody may see behind it is asked of the thing itself: what is not within
/// reach is not found.
public enum Who: Sendable, Equatable {
    /// Open to the world, for a reason that stands beside it.
    case anyone(because: String)
    /// Everyone who has signed in.
    case signedIn
    /// Whoever holds a mandate that gives rights, in any body.
    case member
    case administrator

    public func admits(_ viewer: Viewer) -> Bool {
        switch self {
        case .anyone: true
        case .signedIn: viewer.isSomebody
        case .member: viewer.isMember
        case .administrator: viewer.isAdministrator
        }
    }
}

/// What a token for programs may do; a person's rights still decide on what.
public enum Scope: String, Sendable, CaseIterable {
    case readOrganisation = "organisation:read"
    case writeOrganisation = "organisation:write"
    case readPlan = "plan:read"
    case writePlan = "plan:write"
    case readReports = "reports:read"
    case writeReports = "reports:write"
}
