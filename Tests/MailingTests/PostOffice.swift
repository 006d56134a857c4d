import Kernel
import Mail
import Organisation
import Storage
import Synchronization
import TestSupport

/// A mail server in the test's hands: it answers as it is told, and keeps what it took over.
final class PostOffice: MailLine {
    private struct State {
        var taken: [Message] = []
        var asked: [Message] = []
        var answers: [MailProblem?] = []
        var refusing: [String: MailProblem] = [:]
        var waiting: (@Sendable () async -> Void)?
    }

    private let state = Mutex(State())
    // swift-format-ignore: NeverUseForceTry
    let settings = try! MailSettings(
        "smtps://mail.nordhavn.example", from: "forkant@nordhavn.example", user: "forkant",
        password: "hemmelig")

    var taken: [Message] { state.withLock(\.taken) }
    /// Also those that it did not take.
    var asked: [Message] { state.withLock(\.asked) }

    /// The next ones are answered so, one after the other; nothing means that it is taken.
    func answers(_ answers: MailProblem?...) { state.withLock { $0.answers = answers } }
    func refuses(_ address: String, _ problem: MailProblem) { state.withLock { $0.refusing[address] = problem } }

    func send(_ message: Message) async throws(MailProblem) {
        let problem: MailProblem? = state.withLock { state in
            state.asked.append(message)
            let next = state.answers.isEmpty ? nil : state.answers.removeFirst()
            let problem = next ?? state.refusing[message.to.text]
            if problem == nil { state.taken.append(message) }
            return problem
        }
        if let problem { throw problem }
    }
}

/// A clock that the test moves.
final class Clock: Sendable {
    private let moment = Mutex(Workplace.monday)

    var now: Moment {
        get { moment.withLock { $0 } }
        set { moment.withLock { $0 = newValue } }
    }
}

/// A workplace whose people may sign in, its clock and its mail server.
struct Post {
    let work: Workplace
    let office: PostOffice
    let clock: Clock

    init(_ engine: Engine = .sqlite) async throws {
        let (office, clock) = (PostOffice(), Clock())
        (self.office, self.clock) = (office, clock)
        work = try await Workplace(engine, mail: office, clock: { clock.now })
        try await Self.accounts(work)
    }

    static func accounts(_ work: Workplace, of people: [Person] = Workplace.people) async throws {
        let ids = people.map(\.id)
        try await work.database.write { writer in
            for id in ids { try writer.execute("INSERT INTO account (person_id, password) VALUES (\(id), 'x')") }
        }
    }

    static let tuesdayMorning = Moment(Workplace.today + 1, hour: 6, minute: 30)
}
