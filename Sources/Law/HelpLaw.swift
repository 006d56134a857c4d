/// What the law says of help from experts, on the day that was asked for.
public struct HelpLaw: Sendable {
    /// When it must be sought.
    public let duty: LawRule
    /// Who is authorised to give it.
    public let advisers: LawRule

    init(_ topics: Topics) throws(LawFault) {
        duty = try topics.rule("expert_help")
        advisers = try topics.rule("advisers")
    }
}
