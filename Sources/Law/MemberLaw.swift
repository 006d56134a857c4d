/// What the law wants of a new member of the safety organisation, and of the employer, on the day that was asked for.
public struct MemberLaw: Sendable {
    /// The compulsory course (arbejdsmiljøuddannelsen).
    public let course: LawRule
    /// Months from the first day of the mandate within which it must be taken.
    public let courseMonths: Int
    public let furtherTraining: LawRule
    /// Months from the first day of the mandate within which it must be offered.
    public let furtherTrainingMonths: Int
    public let trainingEachYear: LawRule
    public let endOfTerm: LawRule
    /// Against dismissal; for elected representatives.
    public let protection: LawRule
    public let annualDiscussion: LawRule

    init(_ topics: Topics) throws(LawFault) {
        course = try topics.rule("course")
        courseMonths = try topics.value("months", of: "course")
        furtherTraining = try topics.rule("further_training")
        furtherTrainingMonths = try topics.value("months", of: "further_training")
        trainingEachYear = try topics.rule("training_each_year")
        endOfTerm = try topics.rule("end_of_term")
        protection = try topics.rule("protection")
        annualDiscussion = try topics.rule("annual_discussion")
    }
}
