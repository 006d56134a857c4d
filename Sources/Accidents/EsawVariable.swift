/// What ESAW has codes for, among what the authority asks.
public enum EsawVariable: String, Sendable, CaseIterable {
    case typeOfInjury = "type_of_injury"
    case bodyPart = "body_part"
    /// The last event that departed from the usual before the injury.
    case deviation
    case contactMode = "contact_mode"
    case specificActivity = "specific_activity"
    case workingEnvironment = "working_environment"
    case workstation
}
