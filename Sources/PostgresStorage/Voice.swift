import Foundation
import Storage

/// Tells the other servers what this one changed, and lets the writer be answered when all that keep something in
/// memory have heard it.
///
/// What comes while a letter is on its way goes into the next one. Where nobody else is there, news are gathered for a
/// while: only programs that were just started could want them.
///
/// Unchecked, since everything that changes is touched under the condition's lock.
final class Voice: @unchecked Sendable {
    private let line: String
    private let server: String
    private let envelope: Envelope
    /// Whether this server keeps things in memory for which others must wait.
    private let isMember: Bool
    private let condition = NSCondition()
    private var outbox: Outbox
    private var company = Company()
    /// When the signs that are under way were given.
    private var signs: [Int: ContinuousClock.Instant] = [:]
    private var nextSign = ContinuousClock.now
    /// Until when others may not know yet that this server is there.
    private var settled = ContinuousClock.now + Company.trust
    private var isStopped = false

    private static let gathering = 0.02
    private static let pauseAfterFailure = 0.5

    init(_ conninfo: String, of server: String, _ envelope: Envelope, isMember: Bool) {
        line = conninfo
        self.server = server
        self.envelope = envelope
        self.isMember = isMember
        outbox = Outbox(of: server)
        if isMember { outbox.ask() }
    }

    // MARK: What others are told

    /// - Parameter answer: Called when everybody has heard, or will not be there any more.
    func tell(_ raised: Raised, then answer: @escaping @Sendable () -> Void) {
        let mustWait = locked {
            let number = outbox.add(raised)
            condition.signal()
            guard !company.isEmpty, !isStopped else { return false }
            company.wait(for: number, at: .now, answer)
            return true
        }
        if !mustWait { answer() }
    }

    func tellEverything() {
        locked {
            _ = outbox.addEverything()
            condition.signal()
        }
    }

    /// Of no use to anybody later.
    func say(_ remark: Remark) {
        locked {
            // Also where nobody is known to be there: who is not heard of for a moment may hear all the same.
            guard isMember else { return }
            outbox.add(remark)
            condition.signal()
        }
    }

    // MARK: What others tell

    func open(_ payload: String) -> Letter? {
        envelope.opened(payload).flatMap(Letter.init)
    }

    func isOwn(_ letter: Letter) -> Bool { letter.from == server }

    /// What it says has been passed on by now.
    /// - Returns: what follows from it.
    func hasHeard(_ letter: Letter) -> [Announcement] {
        guard isMember else { return [] }
        return locked {
            if isOwn(letter) { return hearsSelf(letter) }
            if letter.isFarewell {
                company.leaves(letter.from)
                return []
            }
            if letter.sign != nil { company.hears(letter.from, at: .now) }
            if letter.asks { nextSign = .now }
            if let number = letter.number { outbox.hasHeard(letter.from, number) }
            if let number = letter.heard[server] { company.hears(that: letter.from, hasHeard: number) }
            condition.signal()
            return []
        }
    }

    private func hearsSelf(_ letter: Letter) -> [Announcement] {
        if let number = letter.number { company.hearsSelf(number) }
        guard let sign = letter.sign, let given = signs[sign] else { return [] }
        signs = signs.filter { $0.key > sign }
        return given < settled ? [] : [.hearing(until: given + Company.trust)]
    }

    /// After all that has arrived was heard.
    /// - Returns: what follows from what did not arrive.
    func looksAround() -> [Announcement] {
        let isMissing = locked { company.missesSomebody(at: .now) }
        answerWhoNeedNotWait()
        return isMissing ? [.everything] : []
    }

    /// Also where nobody can be heard: no writer waits for ever.
    func answerWhoNeedNotWait() {
        for answer in locked({ company.answered(at: .now) }) { answer() }
    }

    /// The line by which others are heard is there again. What was said meanwhile is lost, what this server said among it.
    func begins() {
        locked {
            settled = .now + Company.trust
            signs = [:]
            outbox.ask()
            company.begins(again: outbox.addEverything(), at: .now)
            condition.signal()
        }
    }

    func stop() {
        let answers = locked {
            isStopped = true
            condition.signal()
            return company.answeredAtTheEnd()
        }
        for answer in answers { answer() }
    }

    // MARK: Sending

    func run() {
        let line = Line(line) {
            // What is told is of no worth after a crash; nobody needs to wait until it is on the disk.
            try $0.run("SET synchronous_commit = off")
        }
        while let letter = nextLetter() {
            while !send(letter, on: line) {
                if locked({ isStopped }) { return }
                Thread.sleep(forTimeInterval: Self.pauseAfterFailure)
            }
            if locked({ company.isEmpty }) { Thread.sleep(forTimeInterval: Self.gathering) }
        }
        if isMember { _ = send(Letter(from: server, isFarewell: true), on: line) }
    }

    private func send(_ letter: Letter, on line: Line) -> Bool {
        do {
            let connection = try line.connection()
            _ = try connection.execute("SELECT pg_notify('forkant', \(payload(letter)))")
            return true
        } catch {
            return false
        }
    }

    private func payload(_ letter: Letter) -> String {
        if let sealed = envelope.sealed(letter.text) { return sealed }
        // Where everything may have changed, nothing that is kept counts, whoever wrote.
        var short = letter
        (short.topics, short.hints, short.remarks, short.isEverything) = ([], [], [:], true)
        return envelope.sealed(short.text) ?? ""
    }

    /// What was to be told at the stop is still told.
    private func nextLetter() -> Letter? {
        locked {
            while !outbox.hasNews {
                if isStopped { return nil }
                guard isMember else {
                    condition.wait()
                    continue
                }
                let pause = ContinuousClock.now.duration(to: nextSign)
                guard pause > .zero else { break }
                _ = condition.wait(until: Date(timeIntervalSinceNow: pause / .seconds(1)))
            }
            let isSign = isMember && !isStopped
            let letter = outbox.letter(isSign: isSign)
            if let sign = letter.sign {
                signs[sign] = .now
                nextSign = .now + Company.pause
            }
            return letter
        }
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        condition.lock()
        defer { condition.unlock() }
        return body()
    }
}
