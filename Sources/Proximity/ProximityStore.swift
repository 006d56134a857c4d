import Access
import Files
import Journal
import Kernel
import Organisation
import Storage
import Web

/// Documentation of the proximity principle, and what still lacks it.
public struct ProximityStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    func find(_ id: ID<ProximityRecord>) throws -> ProximityRecord? {
        try reader.first(
            "SELECT \(ProximityRecord.columns) FROM proximity_record WHERE id = \(id)", ProximityRecord.init(row:))
    }

    func versions(of series: ID<ProximityRecord>) throws -> [ProximityRecord] {
        try reader.rows(
            """
            SELECT \(ProximityRecord.columns) FROM proximity_record WHERE series_id = \(series) ORDER BY version DESC
            """, ProximityRecord.init(row:))
    }

    /// The latest versions that hold for the unit: its own and those of the units above, latest first.
    public func records(covering unit: UnitID, on day: Day, most: Int = 100) throws -> [ProximityRecord] {
        let line = try UnitStore(reader).line(to: unit, on: day).map(\.id)
        guard !line.isEmpty else { return [] }
        return try reader.rows(
            """
            SELECT \(ProximityRecord.columns) FROM proximity_record
            WHERE unit_id IN \(SQL.list(line)) AND is_latest = 1 ORDER BY day DESC, id LIMIT \(most)
            """, ProximityRecord.init(row:))
    }

    /// The latest versions of what lies within the reach, latest first.
    func records(within reach: Reach, most: Int = 100) throws -> [ProximityRecord] {
        if reach.isNothing { return [] }
        return try reader.rows(
            """
            SELECT \(ProximityRecord.columns) FROM proximity_record
            WHERE is_latest = 1 AND day <= \(Day.latest) AND \(reach.condition(unit: "unit_id"))
            ORDER BY day DESC, id LIMIT \(most)
            """, ProximityRecord.init(row:))
    }

    func assessments(of id: ID<ProximityRecord>) throws -> [Criterion: String] {
        let pairs = try reader.rows("SELECT criterion, text FROM proximity_assessment WHERE record_id = \(id)") { row in
            (try row[0] as Criterion, try row[1] as String)
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    func files(of id: ID<ProximityRecord>) throws -> [StoredFile] {
        let files: [FileID] = try reader.values(
            "SELECT file_id FROM proximity_file WHERE record_id = \(id) ORDER BY file_id LIMIT 100")
        return try files.compactMap { try FileStore(reader).file($0) }
    }

    func changes(of id: ID<ProximityRecord>) throws -> [OrganisationChange] {
        let changes: [ID<OrganisationChange>] = try reader.values(
            "SELECT change_id FROM proximity_occasion WHERE record_id = \(id) ORDER BY change_id LIMIT 200")
        return try changes.compactMap { try ChangeStore(reader).find($0) }
    }

    /// Why a change was said not to be a larger one, by change.
    func answers(to changes: [OrganisationChange]) throws -> [ID<OrganisationChange>: String] {
        guard !changes.isEmpty else { return [:] }
        let pairs = try reader.rows(
            "SELECT change_id, reason FROM proximity_answer WHERE change_id IN \(SQL.list(changes.map(\.id)))"
        ) { row in (try row[0] as ID<OrganisationChange>, try row[1] as String) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// What lacks documentation in the area, longest ago first: the safety organisation of its units as it was
    /// established, and every larger change since.
    public func missing(within area: Reach, through day: Day, most: Int = 200) throws -> [ProximityMatter] {
        if area.isNothing { return [] }
        let units = UnitStore(reader)
        let roots = area.isEverything ? try units.tops(on: area.day).map(\.id) : area.roots.sorted()
        let established = try roots.compactMap { root -> ProximityMatter? in
            guard try records(covering: root, on: area.day, most: 1).isEmpty,
                let first = try BodyStore(reader).beginning(under: root, on: area.day), first <= day
            else { return nil }
            return .establishment(root, since: first)
        }
        let changes = try ChangeStore(reader).asking(within: area, through: day, most: most)
        return (established + changes.map { .change($0) }).sorted { $0.since < $1.since }
    }

    /// Whether the viewer may read what holds for the unit: whoever works there, in its bodies or under it.
    func mayRead(_ unit: UnitID, _ viewer: Viewer, on day: Day) throws -> Bool {
        if let home = viewer.home, try Reach(bodies: [], roots: [unit], on: day).includes(home, reader) { return true }
        return try viewer.reads.includes(unit, reader) || viewer.arranges([unit], on: day, reader)
    }
}

extension ProximityRecord {
    static var columns: SQL {
        """
        id, series_id, version, is_latest, unit_id, day, occasion, employees, units, groups, members, conclusion,
        decided_by, participants, written_by, written_at
        """
    }

    init(row: Row) throws {
        try self.init(
            id: row[0], series: row[1], version: row[2], isLatest: row[3], unit: row[4], day: row[5], occasion: row[6],
            employees: row[7], units: row[8], groups: row[9], members: row[10], conclusion: row[11],
            decidedBy: row[12], participants: row[13], writtenBy: row[14], writtenAt: row[15])
    }
}

extension WrittenProximity {
    /// A new record, or a new version of one; nothing that was written before is changed.
    /// - Parameters:
    ///   - kept: files of the version before, which go along.
    ///   - changes: those that ask still, and are answered by it.
    func written(
        after former: ProximityRecord?, kept: [StoredFile], new: [NewFile], answering changes: [OrganisationChange],
        _ deed: Deed
    ) -> Change {
        let id: ID<ProximityRecord> = deed.identities.random()
        let (series, version) = (former?.series ?? id, (former?.version ?? 0) + 1)
        var statements: [SQL] = []
        if let former {
            statements.append(
                ("UPDATE proximity_record SET is_latest = 0 WHERE id = \(former.id) AND is_latest = 1" as SQL).orStale)
        }
        statements.append(
            """
            INSERT INTO proximity_record (id, series_id, version, is_latest, unit_id, day, occasion, employees, units,
            groups, members, conclusion, decided_by, participants, written_by, written_at)
            VALUES (\(id), \(series), \(version), 1, \(unit), \(day), \(occasion), \(employees), \(units), \(groups),
            \(members), \(conclusion), \(decidedBy), \(participants), \(deed.person), \(deed.moment))
            """)
        for (criterion, text) in assessments.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            statements.append(
                """
                INSERT INTO proximity_assessment (record_id, criterion, text) VALUES (\(id), \(criterion), \(text))
                """)
        }
        statements += new.flatMap(\.insertions)
        statements += (kept.map(\.id) + new.map(\.file.id)).map {
            "INSERT INTO proximity_file (record_id, file_id) VALUES (\(id), \($0))"
        }
        statements += self.changes.sorted().map {
            "INSERT INTO proximity_occasion (record_id, change_id) VALUES (\(id), \($0))"
        }
        let entry = JournalEntry(
            Subject("proximity", unit), "written",
            after: [
                "version": "\(version)", "day": day.text, "occasion": occasion.rawValue, "groups": "\(groups)",
                "members": "\(members)", "conclusion": conclusion,
            ])
        return changes.map { $0.proximity(.written) }
            .reduce(Change(statements, journal: [entry], raising: [.proximity]), +)
    }
}

extension OrganisationChange {
    /// Not a larger change, for a reason that stands there.
    func notLarger(because reason: String, _ deed: Deed) -> Change {
        Change(
            [
                """
                INSERT INTO proximity_answer (change_id, reason, person_id, at)
                VALUES (\(id), \(reason), \(deed.person), \(deed.moment))
                """
            ],
            journal: [
                JournalEntry(
                    Subject("proximity", unit), "not_larger",
                    after: ["kind": kind.rawValue, "day": day.text, "reason": reason])
            ],
            raising: [.proximity]) + proximity(.notLarger)
    }
}

extension Topic {
    /// What is documented of the proximity principle, and what lacks it.
    public static let proximity = Topic("proximity")
}
