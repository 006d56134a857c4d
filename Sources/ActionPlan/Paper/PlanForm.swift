/// Which of an action's answers a plan's table shows, and in which order: the two forms that workplaces keep on paper.
enum PlanForm: String, CaseIterable {
    /// What, why, who, how, status: to steer by.
    case status
    /// What, why, how, when, who, follow-up: what was agreed.
    case agreement

    /// Read leniently from an address: what it does not know is the first.
    init(_ text: String) {
        self = PlanForm(rawValue: text) ?? .status
    }

    enum Column {
        case what, why, how, when, who, status, followUp
    }

    var columns: [Column] {
        switch self {
        case .status: [.what, .why, .who, .how, .status]
        case .agreement: [.what, .why, .how, .when, .who, .followUp]
        }
    }
}
