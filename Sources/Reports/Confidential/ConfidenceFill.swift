import Kernel
import Storage

/// Puts those in who read what is told in confidence, without telling anybody: for invented organisations and for moving
/// in.
public enum ConfidenceFill {
    public struct Naming: Sendable {
        let unit: UnitID
        public let handler: PersonID
        let deputy: PersonID
        let starts: Day
        let namedBy: PersonID

        public init(unit: UnitID, handler: PersonID, deputy: PersonID, starts: Day, namedBy: PersonID) {
            self.unit = unit
            self.handler = handler
            self.deputy = deputy
            self.starts = starts
            self.namedBy = namedBy
        }
    }

    /// One for each unit.
    public static func namings(_ namings: [Naming], _ identities: Identities, _ writer: Writer) throws {
        try writer.fill(
            table: "handler_naming", columns: ["id", "unit_id", "handler_id", "deputy_id", "starts", "named_by"],
            rows: namings.map { one in
                let id: ID<HandlerNaming> = identities.random()
                return [
                    id.stored, one.unit.stored, one.handler.stored, one.deputy.stored, one.starts.stored,
                    one.namedBy.stored,
                ]
            })
    }

    /// Gives confidential reports the handler and deputy of a naming.
    public static func handlers(of reports: [ID<Report>], _ naming: Naming, _ writer: Writer) throws {
        try writer.fill(
            table: "report_handler", columns: ["report_id", "person_id", "duty", "reads"],
            rows: reports.flatMap { report in
                [CaseHandler.handler(naming.handler), .deputy(naming.deputy)].map { one in
                    [report.stored, one.person.stored, one.duty.stored, one.reads.stored]
                }
            })
    }
}
