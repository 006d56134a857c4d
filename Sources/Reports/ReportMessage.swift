import Kernel
import Storage

/// One thing said between a reporter and those who handle the report. Only the day is kept, so that the hours of an
/// anonymous reporter stay unknown.
public struct ReportMessage: Sendable, Equatable {
    public static let limit = 5000

    public enum Author: Sendable, Equatable {
        case reporter
        /// Somebody who handles the report.
        case reader(PersonID)

        var name: String {
            switch self {
            case .reporter: "reporter"
            case .reader: "reader"
            }
        }

        var person: PersonID? {
            if case .reader(let person) = self { person } else { nil }
        }
    }

    public let author: Author
    public let day: Day
    public let text: String
}
