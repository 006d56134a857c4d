import Journal
import Kernel
import Storage

extension Body {
    fileprivate var described: [String: String] {
        [
            "name": name.danish, "kind": kind.rawValue, "parent": parent?.text ?? "", "closes": closes?.text ?? "",
            "units": units.map(\.text).sorted().joined(separator: " "),
            "employer_seats": employerSeats.map(String.init) ?? "",
            "employee_seats": employeeSeats.map(String.init) ?? "",
            "meetings_a_year": meetingsAYear.map(String.init) ?? "",
        ]
    }

    /// As a file or a form has it: its area from the day on, the rest at once.
    func changed(to new: Body, on day: Day) -> Change {
        let gone = units.filter { !new.units.contains($0) }
        let come = new.units.filter { !units.contains($0) }
        return Change(
            [
                """
                UPDATE body SET kind = \(new.kind), name_da = \(new.name.danish), name_en = \(new.name.english),
                parent_id = \(new.parent), opens = \(new.opens), closes = \(new.closes),
                employer_seats = \(new.employerSeats), employee_seats = \(new.employeeSeats),
                meetings_a_year = \(new.meetingsAYear) WHERE id = \(id)
                """
            ]
                + gone.flatMap { unit -> [SQL] in
                    [
                        """
                        DELETE FROM body_area WHERE body_id = \(id) AND unit_id = \(unit) AND starts >= \(day)
                        """,
                        """
                        UPDATE body_area SET ends = \(day - 1) WHERE body_id = \(id) AND unit_id = \(unit)
                        AND starts < \(day) AND (ends IS NULL OR ends >= \(day))
                        """,
                    ]
                } + come.map { UnitMoves.covering($0, by: id, on: day) },
            journal: [
                JournalEntry(Subject("body", id), "changed", from: described, to: new.described)
            ],
            raising: [.rights])
    }
}
