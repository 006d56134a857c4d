import Access
import Kernel
import Organisation
import Storage

extension Workplace {
    /// So many units directly below one, `many-0` and on.
    public func addUnits(_ count: Int, under parent: UnitID, named name: String = "many") async throws {
        let deed = deed(by: nil)
        try await database.write { writer in
            for number in 0..<count {
                let mark = number < 10 ? "0\(number)" : "\(number)"
                let unit = Unit(
                    id: ID("\(name)-\(number)"), code: "\(name.uppercased())-\(number)", parent: parent, kind: .section,
                    name: Words(da: "Sektion \(mark)", en: "Section \(mark)"), isLegalEntity: false,
                    opens: Self.today - 500)
                try writer.apply(unit.added(reportLink: "link-\(name)-\(number)"), deed)
            }
        }
    }

    /// The area of the unit is as if so many units lay under it that none of its questions names them one by one.
    public func widen(_ unit: UnitID, by count: Int = 600) async throws {
        try await database.write { writer in
            for number in 0..<count {
                try writer.execute(
                    """
                    INSERT INTO unit_line (unit_id, ancestor_id, starts, ends, depth)
                    VALUES (\("wide-\(number)"), \(unit), '0001-01-01', '9999-12-31', 9)
                    """)
            }
        }
    }
}
