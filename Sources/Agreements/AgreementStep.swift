/// The forms of an agreement, one after the other. `basics` names the two committees; the last shows what would happen.
enum AgreementStep: String, CaseIterable, Sendable {
    case basics, agreements, contents, effects, preview
}
