/// By how many hours somebody counts as working full time, in the year that was asked for.
public struct HoursLaw: Sendable {
    public let fullTime: LawRule
    /// Hours a year.
    public let fullTimeHours: Int

    init(_ topics: Topics) throws(LawFault) {
        fullTime = try topics.rule("full_time")
        fullTimeHours = try topics.value("hours", of: "full_time")
        guard fullTimeHours > 0 else { throw LawFault(["\(topics.file.name): full_time has no hours"]) }
    }
}
