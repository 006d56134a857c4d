/// What the law says of committees that become one, and of being close to the work, on the day that was asked for.
public struct CommitteeLaw: Sendable {
    /// Agreements by which two committees become one.
    public let joint: [LawRule]
    /// That there are groups and members enough, and that it is written down why.
    public let proximity: [LawRule]

    init(_ topics: Topics) throws(LawFault) {
        joint = try topics.rules("joint_committee")
        proximity = try topics.rules("proximity")
    }
}
