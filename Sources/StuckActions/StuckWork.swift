import Access
import ActionPlan
import Journal
import Kernel
import Notices
import Organisation
import Storage
import Web

/// What a viewer does with what stands still, inside one write.
struct StuckWork {
    let writer: Writer
    let viewer: Viewer
    let deed: Deed
    let settings: Settings

    init(_ writer: Writer, _ visit: Visit) {
        self.writer = writer
        viewer = visit.viewer
        deed = visit.deed
        settings = visit.house.settings
    }

    private var reader: Reader { writer.reader }

    // MARK: The one question

    /// - Returns: what was said, and of which action.
    func say(_ id: ActionID, _ fields: Fields) throws -> (MovingAnswer, SeenAction) {
        let seen = try Self.toSay(id, by: viewer, reader)
        let (action, store) = (seen.action, ActionStore(reader))
        let answer = try MovingAnswer(fields, on: deed.day, mustExplain: !seen.standing.mayWork)
        switch answer {
        case .moves(let text): try comment(text, on: action)
        case .waits(let reason, let day):
            let hold = Hold(reason: reason, lookAgainOn: day)
            try writer.apply(action.held(hold, concerned: try store.concerned(with: action), deed), deed)
        case .stuck: break
        case .dropped(let text):
            if !text.isEmpty { try comment(text, on: action) }
            if !seen.standing.mayWork { try suggestDropping(action) }
        }
        try writer.apply(action.said(answer.kind, deed), deed)
        return (answer, seen)
    }

    private func comment(_ text: String, on action: Action) throws {
        let id: ID<Comment> = deed.identities.ordered(at: deed.moment)
        try writer.apply(action.commented(text, id: id, by: viewer.person, deed), deed)
    }

    /// The group decides; it hears that somebody would.
    private func suggestDropping(_ action: Action) throws {
        let members = try seats(of: action.body).filter(\.mandate.role.givesRights).map(\.mandate.person)
        let notice = Notice.told(
            Set(members), CheckTelling.toBeDropped(action.agreed.what, by: viewer.name), at: "/actions/\(action.id)",
            mail: CheckTelling.toBeDroppedByMail, deed)
        try writer.apply(notice, deed)
    }

    /// An action of which the viewer may say whether it moves.
    static func toSay(_ id: ActionID, by viewer: Viewer, _ reader: Reader) throws -> SeenAction {
        let seen = try SeenAction(id, for: viewer, reader)
        guard seen.standing.mayMove else { throw Refusal.forbidden(CheckRefusals.say) }
        guard seen.action.isOpen else { throw Refusal.conflict(CheckRefusals.isClosed) }
        guard seen.action.hold == nil else { throw Refusal.conflict(CheckRefusals.isOnHold) }
        return seen
    }

    // MARK: The check

    func start(_ id: ActionID, _ fields: Fields) throws -> StuckCheck {
        let action = try Self.toCheck(id, by: viewer, reader)
        if let open = try StuckStore(reader).open(of: id) { return open }
        var reading = Reading(fields)
        let form = reading.choice("form", otherwise: CheckForm.named)
        let invited = Set(fields.all("invited").map(\.trimmed).filter { !$0.isEmpty }.map(PersonID.init(_:)))
        if invited.count > Self.mostInvited {
            reading.note(CheckProblem.tooManyInvited(limit: Self.mostInvited), at: "invited")
        } else if !invited.isSubset(of: try Self.whoMayBeInvited(to: action, on: deed.day, reader).map(\.id)) {
            reading.note(FieldProblem.unknown, at: "invited")
        }
        try reading.finish()
        let people = try Self.whoIsAsked(about: action, on: deed.day, reader).union(invited)
        let check = StuckCheck(
            id: deed.identities.ordered(at: deed.moment), action: id, body: action.body, isNamed: form == .named,
            startedBy: deed.person, startedAt: deed.moment)
        try writer.apply(check.started(asking: people, about: action, deed), deed)
        return check
    }

    /// The last answers count. Without a name no line of this write says when or by whom.
    func answer(_ id: CheckID, _ fields: Fields) throws {
        let seen = try SeenCheck(id, for: viewer, on: deed.day, reader)
        guard seen.isAsked else { throw Refusal.forbidden(CheckRefusals.answer) }
        guard seen.isOpen else { throw Refusal.conflict(CheckRefusals.isOver) }
        let answers = try CheckAnswers(fields)
        let mark = seen.check.mark(of: viewer.person, settings)
        try writer.apply(seen.check.answered(answers, by: viewer.person, under: mark), deed)
    }

    func compare(_ id: CheckID) throws {
        let seen = try SeenCheck.led(id, by: viewer, on: deed.day, reader)
        guard seen.isOpen else { throw Refusal.conflict(CheckRefusals.isOver) }
        guard seen.answered >= seen.check.leastAnswers else {
            throw Problems(CheckProblem.tooFewAnswers(least: seen.check.leastAnswers))
        }
        let rows = try StuckStore(reader).answers(in: id)
        let people = Set(seen.people.filter(\.value).keys)
        try writer.apply(seen.check.compared(rows, by: people, about: seen.action, deed), deed)
    }

    func end(_ id: CheckID) throws -> ActionID {
        let seen = try SeenCheck.led(id, by: viewer, on: deed.day, reader)
        guard seen.check.isOpen else { throw Refusal.conflict(CheckRefusals.isOver) }
        try writer.apply(seen.check.ended(about: seen.action, deed), deed)
        return seen.action.id
    }

    func conclude(_ id: CheckID, _ fields: Fields) throws {
        let seen = try SeenCheck.led(id, by: viewer, on: deed.day, reader)
        guard seen.check.comparedAt != nil else { throw Refusal.conflict(CheckRefusals.isNotCompared) }
        var reading = Reading(fields)
        let line = reading.text("outcome", limit: Self.outcomeLimit)
        try reading.finish()
        try writer.apply(seen.check.concluded(line, about: seen.action), deed)
    }

    func set(_ body: BodyID, _ fields: Fields) throws {
        let body = try SeenPlan.worked(body, by: viewer, reader).body.id
        let new = try StuckSetting(fields, of: body)
        try writer.apply(new.set(instead: try StuckSetting(of: body, reader)), deed)
    }

    static let outcomeLimit = 300
    static let mostInvited = 30
    private static let mostNames = 80

    /// An action of which the viewer may start a check.
    static func toCheck(_ id: ActionID, by viewer: Viewer, _ reader: Reader) throws -> Action {
        let seen = try SeenAction(id, for: viewer, reader)
        guard viewer.leads(seen) else { throw Refusal.forbidden(CheckRefusals.lead) }
        guard seen.action.isOpen else { throw Refusal.conflict(CheckRefusals.isClosed) }
        return seen.action
    }

    /// Whoever has a part in the action, and all members of its body, who are here.
    static func whoIsAsked(about action: Action, on day: Day, _ reader: Reader) throws -> Set<PersonID> {
        let seats = try BodyStore(reader).seats(of: action.body, on: day).map(\.mandate.person)
        let people = action.agreed.partners.union([action.agreed.responsible]).union(seats)
        return try PersonStore(reader).here(people, on: day)
    }

    /// Colleagues of the unit, who may read its plan anyway.
    static func whoMayBeInvited(
        to action: Action, on day: Day, _ reader: Reader
    ) throws -> [(id: PersonID, name: String)] {
        let asked = try whoIsAsked(about: action, on: day, reader)
        return try PersonStore(reader).namesHere(in: [action.agreed.unit], on: day, most: mostNames).filter {
            !asked.contains($0.id)
        }
    }

    private func seats(of body: BodyID) throws -> [Seat] {
        try BodyStore(reader).seats(of: body, on: deed.day)
    }
}

/// Whether answers carry a name.
enum CheckForm: String, CaseIterable, Sendable {
    case named, unnamed
}

extension StuckCheck {
    /// Under which a person's answers lie: the person, or what only this server's secret can make of the person. It lets
    /// answers be replaced, and is gone when they are compared.
    func mark(of person: PersonID, _ settings: Settings) -> String {
        guard !isNamed else { return person.text }
        return String(hexadecimal: settings.derivedKey("answers of a check", "\(id) \(person)").prefix(20))
    }
}
