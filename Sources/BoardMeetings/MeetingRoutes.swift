import ActionPlan
import Kernel
import Markup
import Organisation
import Storage
import Web

/// The meeting that runs: starting it, going through it, ending it.
struct MeetingRoutes {
    let still: BoardMeetings.Standstill

    func add(to routes: inout Routes) {
        routes.get("/plan/:body/meeting", for: .signedIn) { try await show($0) }
        routes.post("/plan/:body/meeting", for: .signedIn) { try await start($0) }
        routes.post("/plan/:body/meeting/clock", for: .signedIn) { try await turnClock($0) }
        routes.post("/plan/:body/meeting/note", for: .signedIn) { try await note($0) }
        routes.post("/plan/:body/meeting/done", for: .signedIn) { try await mark($0) }
        routes.get("/plan/:body/meeting/end", for: .signedIn) { try await endForm($0, .none) }
        routes.post("/plan/:body/meeting/end", for: .signedIn) { try await end($0) }
    }

    private func show(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        try await BoardMeetings.endForgotten(id, visit)
        if let page = try await page(visit, .none) { return .page(page) }
        return .page(
            try await visit.read { reader in
                NoMeetingPage(visit: visit, seen: try SeenMeetings(id, for: visit.viewer, reader)).page
            })
    }

    /// Nothing where none runs.
    private func page(_ visit: Visit, _ problems: Problems) async throws -> Page? {
        let id: BodyID = try visit.id("body")
        return try await visit.read { reader in
            let seen = try SeenMeetings(id, for: visit.viewer, reader)
            let store = MeetingStore(reader)
            guard let meeting = try store.running(in: id) else { return nil }
            return MeetingPage(
                visit: visit, seen: seen, meeting: meeting,
                view: try MeetingView(
                    seen, meeting, visit.fields, still: Set(still(seen.plan, visit, reader)), at: visit.moment, reader),
                done: try store.done(at: meeting.id), notes: seen.seesAll ? try store.notes(of: meeting.id) : [],
                problems: problems
            ).page
        }
    }

    private func start(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        let isNew: Bool
        do {
            isNew = try await visit.write { try MeetingWork($0, visit).start(id) }
        } catch StorageProblem.notUnique {
            isNew = false
        }
        let said = isNew ? nil : MeetingTexts(language: visit.language).runsAlready
        return .redirect("/plan/\(id)/meeting", saying: said)
    }

    private func turnClock(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        let isRunning = Reading(visit.fields).isTicked("runs")
        try await visit.write { try MeetingWork($0, visit).turnClock(id, isRunning: isRunning) }
        return .redirect(back(visit, id))
    }

    private func note(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        return try await visit.orAgain {
            try await visit.write { try MeetingWork($0, visit).note(id, visit.fields) }
            return .redirect(back(visit, id), saying: ModeTexts(language: visit.language).noted)
        } form: { problems in
            guard let page = try await page(visit, problems) else { throw problems }
            return page
        }
    }

    private func mark(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        let text = ModeTexts(language: visit.language)
        try await visit.write { try MeetingWork($0, visit).mark(id, visit.fields) }
        let isDone = Reading(visit.fields).isTicked("done")
        let asked = visit.fields["return"]
        let link = asked.hasPrefix("/plan/\(id)/meeting") ? Link(onThisSite: asked) : nil
        return .redirect(link ?? back(visit, id), saying: isDone ? text.marked : text.unmarked)
    }

    private func end(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let meeting = try MeetingWork(writer, visit).end(id, visit.fields)
                return "/plan/\(id)/meetings/\(meeting.id)"
            }
            return .redirect(link, saying: RecordTexts(language: visit.language).endedNow)
        } form: {
            try await endPage(visit, $0)
        }
    }

    private func endForm(_ visit: Visit, _ problems: Problems) async throws -> Answer {
        .page(try await endPage(visit, problems))
    }

    /// - Throws: `Refusal.conflict` where it is over already.
    private func endPage(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let id: BodyID = try visit.id("body")
        return try await visit.read { reader in
            _ = try SeenPlan.worked(id, by: visit.viewer, reader)
            let seen = try SeenMeetings(id, for: visit.viewer, reader)
            guard let meeting = try MeetingStore(reader).running(in: id) else {
                throw Refusal.conflict(MeetingRefusals.noneRuns)
            }
            let seats = try MeetingSeats(of: id, on: visit.today, reader)
            let lines = try MeetingEnd.lines(of: meeting, to: visit.moment, reader).filter {
                try seen.shows($0.unit, to: visit.viewer, reader)
            }
            return MeetingEndPage(
                visit: visit, body: seen.body, meeting: meeting, seats: seats, lines: lines, problems: problems
            ).page
        }
    }

    /// To the same theme and note.
    private func back(_ visit: Visit, _ id: BodyID) -> Link {
        ("/plan/\(id)/meeting" as Link).with([("row", visit.fields["row"]), ("note", visit.fields["note"])])
    }
}

/// Who may lead, with their names.
struct MeetingSeats: Sendable {
    let leaders: MeetingLeaders
    let names: [PersonID: String]

    init(of body: BodyID, on day: Day, _ reader: Reader) throws {
        self.init(among: try BodyStore(reader).seats(of: body, on: day))
    }

    init(among seats: [Seat]) {
        leaders = MeetingLeaders(among: seats)
        names = Dictionary(seats.map { ($0.mandate.person, $0.name) }) { one, _ in one }
    }

    func name(of person: PersonID?) -> String? { person.flatMap { names[$0] } }
}

extension BoardMeetings {
    /// Ends the body's meeting where nobody has, before somebody looks at it.
    static func endForgotten(_ body: BodyID, _ visit: Visit) async throws {
        let moment = visit.moment
        let isForgotten = try await visit.read { try MeetingStore($0).running(in: body)?.isForgotten(at: moment) }
        if isForgotten == true { try await endForgotten(in: visit.house) }
    }
}
