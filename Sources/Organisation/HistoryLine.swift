import Journal
import Kernel
import Storage

/// A unit of which a file's history speaks, as it will be once the file is read in.
struct HistoricUnit: Sendable {
    let id: UnitID
    let code: String
    let opens: Day
    let closes: Day?

    /// As a file of units in the same upload has it.
    struct Staged: Sendable {
        let id: UnitID
        let parent: String?
        let kind: Unit.Kind
        let name: Words
        let isLegalEntity: Bool
        let opens: Day?
        /// Empty where the file takes an end away.
        let closes: String?

        static func find(_ code: String, in id: ID<Import>, _ reader: Reader) throws -> Staged? {
            try reader.first(
                """
                SELECT new_id, parent, COALESCE(kind, 'other'), name_da, COALESCE(name_en, name_da),
                COALESCE(legal_entity, 0), opens, closes
                FROM staged_unit WHERE import_id = \(id) AND code = \(code) ORDER BY line LIMIT 1
                """
            ) { row in
                Staged(
                    id: try row[0], parent: try row[1], kind: try row[2], name: Words(da: try row[3], en: try row[4]),
                    isLegalEntity: try row[5], opens: try (row[6] as String?).flatMap { Day($0) }, closes: try row[7])
            }
        }

        func version(under parent: UnitID?) -> UnitVersion {
            UnitVersion(
                starts: .earliest, ends: nil, parent: parent, kind: kind, name: name, isLegalEntity: isLegalEntity)
        }
    }

    /// Nothing where the code is known neither here nor in the file.
    init?(code: String, standing: Unit?, staged: Staged?, today: Day) {
        guard let id = standing?.id ?? staged?.id else { return nil }
        self.id = id
        self.code = code
        opens = staged?.opens ?? standing?.opens ?? today
        closes = staged?.closes.map { Day($0) } ?? standing?.closes
    }
}

/// One line: what a unit was until a day.
struct HistoryLine: Sendable {
    let row: StagedRow
    let unit: HistoricUnit
    let until: Day
    /// Where it lay; where it lay afterwards, if nothing is said.
    let parent: HistoricUnit?
    /// Into which it was merged when it closed.
    let target: HistoricUnit?

    private var danish: String? { said("name_da") }
    private var english: String? { said("name_en") }
    private var kind: Unit.Kind? { said("kind").flatMap { Unit.Kind(rawValue: $0) } }

    private func said(_ column: String) -> String? { row.texts[column].flatMap { $0.isEmpty ? nil : $0 } }

    /// Whether it says how the unit was, and not only into which it went.
    var describes: Bool { danish != nil || english != nil || kind != nil || parent != nil }
    var saysSomething: Bool { describes || target != nil }

    /// Until the line's day; from when it was so the version that it is cut from says.
    func version(from later: UnitVersion) -> UnitVersion {
        UnitVersion(
            starts: later.starts, ends: until, parent: parent?.id ?? later.parent, kind: kind ?? later.kind,
            name: Words(
                da: danish ?? later.name.danish, en: english ?? (danish ?? later.name.english)),
            isLegalEntity: later.isLegalEntity)
    }

    /// - Parameter isOld: the version ended on that very day already, and is only set right.
    func written(replacing old: UnitVersion, by new: UnitVersion, isOld: Bool) -> Change {
        let version: [SQL] =
            isOld
            ? [
                """
                UPDATE unit_version SET parent_id = \(new.parent), kind = \(new.kind), name_da = \(new.name.danish),
                name_en = \(new.name.english) WHERE unit_id = \(unit.id) AND starts = \(old.starts)
                """
            ]
            : [
                """
                UPDATE unit_version SET starts = \(until + 1) WHERE unit_id = \(unit.id) AND starts = \(old.starts)
                """,
                """
                INSERT INTO unit_version (unit_id, starts, ends, parent_id, kind, name_da, name_en, legal_entity)
                VALUES (\(unit.id), \(new.starts), \(until), \(new.parent), \(new.kind), \(new.name.danish),
                \(new.name.english), \(new.isLegalEntity))
                """,
            ]
        let journal = JournalEntry(
            Subject("unit", unit.id), "history_written", before: ["name": old.name.danish, "code": unit.code],
            after: ["name": new.name.danish, "until": until.text, "parent": parent?.code ?? ""])
        return Change(
            version + SearchWords.insertions(of: unit.id, code: unit.code, name: new.name), journal: [journal],
            raising: [.rights])
    }
}

extension UnitVersion {
    init(starts: Day, ends: Day?, parent: UnitID?, kind: Unit.Kind, name: Words, isLegalEntity: Bool) {
        self.starts = starts
        self.ends = ends
        self.parent = parent
        self.kind = kind
        self.name = name
        self.isLegalEntity = isLegalEntity
    }

    func cut(from day: Day) -> UnitVersion {
        UnitVersion(starts: day, ends: ends, parent: parent, kind: kind, name: name, isLegalEntity: isLegalEntity)
    }
}

/// What is said of a line of history that cannot be.
enum HistoryWords {
    static let notPast = Words(
        da: "Dagen ligger ikke før i dag. Det, der er planlagt, skrives på enhedens egen side.",
        en: "The day is not before today. What is planned is written on the unit's own page.")
    static let closesOnThatDay = Words(
        da: "En enhed lægges ind i en anden på sin sidste dag. Skriv den samme dag i »lukker« i filen med enheder.",
        en: "A unit is merged into another on its last day. Write the same day in “closes” in the file with units.")
    static let saysNothing = Words(
        da: "Linjen siger ikke, hvad der var anderledes: navn, overordnet, type eller lagt_ind_i.",
        en: "The line does not say what was different: name_da, parent, kind or merged_into.")

    static func beforeItOpened(_ day: Day) -> Words {
        Words(
            da: "Enheden åbnede først \(day.text). Ret dagen, eller »åbner« i filen med enheder.",
            en: "The unit opened only on \(day.text). Mend the day, or “opens” in the file with units.")
    }

    static func afterItClosed(_ day: Day) -> Words {
        Words(
            da: "Enheden lukkede \(day.text). Dagen skal ligge før eller på den.",
            en: "The unit closed on \(day.text). The day must be that one or before.")
    }

    static func notOpen(_ code: String, _ day: Day) -> Words {
        Words(
            da: "\(code) er ikke åben \(day.text). Ret dagen, eller »åbner« og »lukker« i filen med enheder.",
            en: "\(code) is not open on \(day.text). Mend the day, or “opens” and “closes” in the file with units.")
    }
}
