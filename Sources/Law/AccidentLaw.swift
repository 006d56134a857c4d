import Kernel

/// What the law says of notifying accidents, on the day that was asked for.
public struct AccidentLaw: Sendable {
    /// From how many days of absence on an accident must be notified.
    public let absence: LawRule
    /// What a bill would make of that, and from when on; nothing where no bill is known.
    public let bill: LawRule?
    public let firstDay: LawRule
    public let deadline: LawRule
    public let compensation: LawRule
    public let death: LawRule
    public let outsideHours: LawRule
    public let mental: LawRule
    public let commuting: LawRule
    public let disease: LawRule
    public let students: LawRule
    public let otherFirm: LawRule
    public let visitor: LawRule
    public let access: LawRule
    public let contents: LawRule
    public let absenceDays: Int
    /// As the bill has it.
    public let billDays: Int
    /// Calendar days from the first day of absence to the last on which a notification is in time.
    public let deadlineDays: Int
    /// The same from the accident, where nobody was away but compensation is possible.
    public let compensationDays: Int
    /// Hours from a death until somebody must have telephoned.
    public let deathHours: Int

    init(_ topics: Topics) throws(LawFault) {
        absence = try topics.rule("absence")
        bill = topics.ahead("absence_bill")
        firstDay = try topics.rule("first_day")
        deadline = try topics.rule("deadline")
        compensation = try topics.rule("compensation")
        death = try topics.rule("death")
        outsideHours = try topics.rule("outside_hours")
        mental = try topics.rule("mental")
        commuting = try topics.rule("commuting")
        disease = try topics.rule("disease")
        students = try topics.rule("students")
        otherFirm = try topics.rule("other_firm")
        visitor = try topics.rule("visitor")
        access = try topics.rule("access")
        contents = try topics.rule("contents")
        absenceDays = try topics.value("days", of: "absence")
        billDays = bill?.values["days"] ?? absenceDays
        deadlineDays = try topics.value("days", of: "deadline")
        compensationDays = try topics.value("days", of: "compensation")
        deathHours = try topics.value("hours", of: "death")
    }
}
