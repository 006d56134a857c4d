/// What the law says of the size and the shape of a safety organisation (arbejdsmiljøorganisation), on the day that was
/// asked for.
public struct SizeLaw: Sendable {
    public enum Level: Sendable, Equatable {
        /// Employer and employees work together without an organisation.
        case none
        /// One body takes care of daily and overall tasks alike.
        case one
        /// Groups for the daily tasks and a committee for the overall ones.
        case two
    }

    /// Few enough to do without an organisation.
    public let none: LawRule
    public let oneLevel: LawRule
    /// Employees of one employer from which on there must be an organisation on one level.
    public let oneLevelFrom: Int
    public let twoLevels: LawRule
    public let twoLevelsFrom: Int

    public let group: LawRule
    public let leadersInGroup: Int
    public let representativesInGroup: Int

    public let committee: LawRule
    /// As many groups at most whose members all sit in the committee.
    public let mostGroupsSittingWhole: Int
    /// Where there are more groups.
    public let leadersInCommittee: Int
    public let representativesInCommittee: Int
    public let chair: LawRule

    /// That the representative is elected.
    public let election: LawRule
    /// That whoever's term ends is followed by somebody who is elected.
    public let successor: LawRule
    /// That nobody stands outside, and that an area is one group's.
    public let coverage: LawRule
    public let counting: [LawRule]
    /// Which work counts only from so many hours a week on, on average over three months.
    public let fewHours: LawRule
    /// What an agreement may arrange in another way.
    public let agreement: LawRule
    public let coDetermination: LawRule

    init(_ topics: Topics) throws(LawFault) {
        none = try topics.rule("no_organisation")
        oneLevel = try topics.rule("one_level")
        oneLevelFrom = try topics.value("employees", of: "one_level")
        twoLevels = try topics.rule("two_levels")
        twoLevelsFrom = try topics.value("employees", of: "two_levels")
        group = try topics.rule("group")
        leadersInGroup = try topics.value("leaders", of: "group")
        representativesInGroup = try topics.value("representatives", of: "group")
        committee = try topics.rule("committee")
        mostGroupsSittingWhole = try topics.value("groups_sitting_whole", of: "committee")
        leadersInCommittee = try topics.value("leaders", of: "committee")
        representativesInCommittee = try topics.value("representatives", of: "committee")
        chair = try topics.rule("chair")
        election = try topics.rule("election")
        successor = try topics.rule("successor")
        coverage = try topics.rule("coverage")
        counting = try topics.rules("who_counts")
        _ = try topics.value("hours_a_week", of: "who_counts")
        guard let fewHours = counting.first(where: { $0.values["hours_a_week"] != nil }) else {
            throw LawFault(["\(topics.file.name): no rule of hours a week"])
        }
        self.fewHours = fewHours
        agreement = try topics.rule("agreement")
        coDetermination = try topics.rule("co_determination")
        if twoLevelsFrom <= oneLevelFrom {
            throw LawFault(["\(topics.file.name): two levels begin at \(twoLevelsFrom), one level at \(oneLevelFrom)"])
        }
    }

    public func level(of employees: Int) -> Level {
        if employees >= twoLevelsFrom { return .two }
        return employees >= oneLevelFrom ? .one : .none
    }
}
