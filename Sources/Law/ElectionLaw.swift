/// What the law says of electing a safety representative, on the day that was asked for.
public struct ElectionLaw: Sendable {
    /// Years of a term: arbejdsmiljøorganisationens valgperiode.
    public let termYears: Int
    /// Years at most, where employer and employees agree before the election.
    public let longestTermYears: Int
    /// Months of absence, known beforehand, from which a new representative may be elected.
    public let absenceMonths: Int

    public let voters: [LawRule]
    public let candidates: [LawRule]
    public let term: [LawRule]
    /// Where nobody stands.
    public let nobody: [LawRule]
    public let deputies: [LawRule]

    init(_ topics: Topics) throws(LawFault) {
        voters = try topics.rules("voters")
        candidates = try topics.rules("candidates")
        term = try topics.rules("term")
        nobody = try topics.rules("nobody_stands")
        deputies = try topics.rules("deputies")
        termYears = try topics.value("years", of: "term")
        longestTermYears = try topics.value("longest_years", of: "term")
        absenceMonths = try topics.value("absence_months", of: "term")
    }
}
