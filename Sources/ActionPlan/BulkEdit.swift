import Access
import Journal
import Kernel
import Organisation
import Storage
import Web

/// One change to many actions at once, kept so that it can be undone as one.
struct BulkEdit {
    /// Actions at a time.
    static let most = 200

    let stage: Stage?
    let responsible: PersonID?
    let due: Day?

    /// - Parameter people: who of those named is here.
    init(_ fields: Fields, among people: Set<PersonID>, on today: Day) throws(Problems) {
        var reading = Reading(fields)
        stage = reading.optionalChoice("new_stage")
        responsible = reading.optionalID("new_responsible")
        due = reading.optionalDay("new_due")
        if stage == .closed { reading.note(PlanProblem.closedElsewhere, at: "new_stage") }
        if let responsible, !people.contains(responsible) { reading.note(FieldProblem.unknown, at: "new_responsible") }
        if let due, due < today { reading.note(FieldProblem.dayInThePast, at: "new_due") }
        let chosen = Set(fields.all("ids")).count
        if chosen == 0 { reading.note(PlanProblem.nothingChosen, at: "") }
        if chosen > Self.most { reading.note(PlanProblem.tooManyChosen(limit: Self.most), at: "") }
        if stage == nil, responsible == nil, due == nil { reading.note(PlanProblem.nothingToChange, at: "new_stage") }
        try reading.finish()
    }

    /// The agreement as it becomes.
    func agreement(_ old: Agreement) -> Agreement {
        var new = old
        new.responsible = responsible ?? old.responsible
        new.partners.remove(new.responsible)
        new.due = due ?? old.due
        return new
    }
}

/// A bulk edit as it is read back.
struct MadeBulkEdit {
    let id: ID<MadeBulkEdit>
    let person: PersonID
    let isUndone: Bool
    let items: [Item]

    /// How an action was before, and the version that it got.
    struct Item {
        let action: ActionID
        let stage: Stage
        let responsible: PersonID
        let due: Day
        let version: Int
    }

    static func find(_ id: ID<MadeBulkEdit>, _ reader: Reader) throws -> MadeBulkEdit? {
        let items = try reader.rows(
            """
            SELECT action_id, stage, responsible_id, due, version FROM bulk_edit_action WHERE bulk_edit_id = \(id)
            ORDER BY action_id
            """
        ) { row in try Item(action: row[0], stage: row[1], responsible: row[2], due: row[3], version: row[4]) }
        return try reader.first("SELECT person_id, undone_at FROM bulk_edit WHERE id = \(id)") { row in
            MadeBulkEdit(id: id, person: try row[0], isUndone: (try row[1] as Moment?) != nil, items: items)
        }
    }
}

extension ActionWork {
    /// Changes all of them or none.
    func changeMany(_ fields: Fields) throws -> ID<MadeBulkEdit> {
        let named = Set([fields["new_responsible"].trimmed].filter { !$0.isEmpty }.map(PersonID.init(_:)))
        let people = try PersonStore(reader).here(named, on: deed.day)
        let edit = try BulkEdit(fields, among: people, on: deed.day)
        let id: ID<MadeBulkEdit> = deed.identities.ordered(at: deed.moment)
        try writer.execute(
            "INSERT INTO bulk_edit (id, person_id, at) VALUES (\(id), \(viewer.person), \(deed.moment))")
        for one in Set(fields.all("ids")).sorted() {
            let action = try SeenAction.worked(ActionID(one), by: viewer, reader).action
            let version = try write(
                action, stage: action.isOpen ? edit.stage : nil, agreed: edit.agreement(action.agreed))
            try writer.execute(
                """
                INSERT INTO bulk_edit_action (bulk_edit_id, action_id, stage, responsible_id, due, version)
                VALUES (\(id), \(action.id), \(action.stage), \(action.agreed.responsible), \(action.agreed.due),
                \(version))
                """)
        }
        return id
    }

    /// Puts back what nobody has changed since.
    /// - Returns: how many are as they were.
    func undoMany(_ id: ID<MadeBulkEdit>) throws -> Int {
        guard let edit = try MadeBulkEdit.find(id, reader), edit.person == viewer.person else { throw Refusal.notFound }
        guard !edit.isUndone else { return 0 }
        let undoing: SQL = "UPDATE bulk_edit SET undone_at = \(deed.moment) WHERE id = \(id) AND undone_at IS NULL"
        try writer.execute(undoing.orStale)
        var restored = 0
        for item in edit.items {
            let seen = try? SeenAction.worked(item.action, by: viewer, reader)
            guard let action = seen?.action, action.version == item.version else { continue }
            var agreed = action.agreed
            agreed.responsible = item.responsible
            agreed.due = item.due
            _ = try write(action, stage: action.isOpen ? item.stage : nil, agreed: agreed)
            restored += 1
        }
        return restored
    }

    /// - Returns: the version that the action has now.
    private func write(_ action: Action, stage: Stage?, agreed: Agreement) throws -> Int {
        var action = action
        let store = ActionStore(reader)
        if let stage, stage != action.stage {
            let move = Move(stage: stage, theme: action.agreed.theme, before: nil, version: action.version)
            let cell = BoardStore.Cell(body: action.body, stage: stage, theme: move.theme)
            let rank = try BoardStore(reader).rank(cell, before: nil, without: action.id).rank
            try writer.apply(action.moved(to: move, rank: rank, renumbering: [], deed), deed)
            action.version += 1
        }
        guard agreed != action.agreed else { return action.version }
        let name = try PersonStore(reader).name(of: agreed.responsible) ?? ""
        let concerned = try store.concerned(with: action)
        try writer.apply(action.changed(to: agreed, concerned: concerned, responsibleName: name, deed), deed)
        return action.version + 1
    }
}
