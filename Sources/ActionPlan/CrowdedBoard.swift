import Kernel
import Storage

/// A plan of more open notes than anybody finds anything on: of each cell the first ones hang, alike many everywhere, and the
/// others are counted and found in the list.
struct CrowdedBoard: Sendable {
    /// What hangs in one cell, seen or not.
    struct Crowd: Sendable {
        let stage: Stage
        let theme: ThemeID?
        let count: Int
        let overdue: Int
    }

    /// What of a cell does not hang on the board.
    struct Rest: Sendable {
        let stage: Stage
        let theme: ThemeID?
        let count: Int
        /// The first of them: what is laid last in the cell lands before it, where it can be seen.
        let first: ActionID
    }

    let crowds: [Crowd]
    /// Those that hang, in their order.
    let notes: [HangingNote]
    let rests: [Rest]

    var count: Int { crowds.reduce(0) { $0 + $1.count } }
    var overdue: Int { crowds.reduce(0) { $0 + $1.overdue } }

    init(of body: BodyID, where isWithinReach: SQL, on day: Day, _ reader: Reader) throws {
        crowds = try reader.rows(Self.crowds(of: body, where: isWithinReach, on: day))
        let most = Self.mostInCell(crowds.map(\.count))
        let found = try reader.rows(Self.notes(of: body, where: isWithinReach, inCell: most + 1))
        notes = found.filter { $0.place <= most }.map(\.note)
        let counts = Dictionary(crowds.map { (Place($0.stage, $0.theme), $0.count) }) { one, _ in one }
        rests = found.filter { $0.place > most }.map { hidden in
            let (stage, theme) = (hidden.note.stage, hidden.note.theme)
            return Rest(
                stage: stage, theme: theme, count: (counts[Place(stage, theme)] ?? most) - most, first: hidden.note.id)
        }
    }

    /// As many of each cell as the board has room for, at least one.
    static func mostInCell(_ counts: [Int]) -> Int {
        var (least, most) = (1, max(1, counts.max() ?? 1))
        while least < most {
            let middle = (least + most + 1) / 2
            let hanging = counts.reduce(0) { $0 + min($1, middle) }
            if hanging <= BoardStore.mostNotes { least = middle } else { most = middle - 1 }
        }
        return least
    }

    static func crowds(of body: BodyID, where isWithinReach: SQL, on day: Day) -> Query<Crowd> {
        Query(
            """
            SELECT stage, theme_id, COUNT(*), COUNT(CASE WHEN due < \(day) THEN 1 END) FROM action
            WHERE \(BoardStore.hangs(on: body)) AND \(isWithinReach) GROUP BY stage, theme_id
            """
        ) { row in try Crowd(stage: row[0], theme: row[1], count: row[2], overdue: row[3]) }
    }

    /// The first of each cell.
    static func notes(
        of body: BodyID, where isWithinReach: SQL, inCell most: Int
    ) -> Query<(note: HangingNote, place: Int)> {
        // What is counted off is read from the index alone; whole notes are only those that hang.
        Query(
            """
            SELECT \(BoardStore.noteColumns), place FROM (
                SELECT id AS hanging_id, ROW_NUMBER() OVER (PARTITION BY stage, theme_id ORDER BY rank, id) AS place
                FROM action WHERE \(BoardStore.hangs(on: body)) AND \(isWithinReach)
            ) AS hanging JOIN action ON action.id = hanging_id WHERE place <= \(most)
            ORDER BY stage, theme_id, rank, id
            """
        ) { row in (try HangingNote(row: row), try row[9]) }
    }

    private struct Place: Hashable {
        let stage: Stage
        let theme: ThemeID?

        init(_ stage: Stage, _ theme: ThemeID?) { (self.stage, self.theme) = (stage, theme) }
    }
}
