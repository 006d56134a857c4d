/// Which other servers are there, how far each has heard what this one wrote, and who waits until they have.
///
/// Each server says that it is there several times in `patience`. One that has not heard its own voice for `trust` takes
/// nothing that it keeps for true; the others give it up after `patience`, which is longer. So a write that no longer
/// waits for a server is never contradicted by it.
struct Company {
    typealias Instant = ContinuousClock.Instant

    /// How long a server believes what it keeps without hearing itself.
    static let trust = Duration.milliseconds(1200)
    /// How long a server that says nothing is believed to be there.
    static let patience = Duration.milliseconds(2000)
    /// From one sign that one is there to the next.
    static let pause = Duration.milliseconds(400)
    /// No writer waits longer, whatever happens.
    static let longest = Duration.seconds(5)

    private struct Other {
        let until: Instant
        /// Up to which number of ours.
        var heard: Int
    }

    private struct Wait {
        let number: Int
        let since: Instant
        let answer: @Sendable () -> Void
    }

    private var others: [String: Other] = [:]
    /// In the order of their numbers.
    private var waits: [Wait] = []
    /// Up to which number this server has heard itself. News that came before its own, it has heard by then.
    private var heardSelf = 0

    var isEmpty: Bool { others.isEmpty }

    /// - Parameter answer: Called with `answered` when all have heard what has this number.
    mutating func wait(for number: Int, at moment: Instant, _ answer: @escaping @Sendable () -> Void) {
        waits.append(Wait(number: number, since: moment, answer: answer))
    }

    mutating func hearsSelf(_ number: Int) {
        heardSelf = max(heardSelf, number)
    }

    /// A sign of life of another. Whoever comes new listens to all that is told from now on.
    mutating func hears(_ other: String, at moment: Instant) {
        let heard = others[other]?.heard ?? heardSelf
        others[other] = Other(until: moment + Self.patience, heard: heard)
    }

    mutating func hears(that other: String, hasHeard number: Int) {
        guard let known = others[other] else { return }
        others[other]?.heard = max(known.heard, number)
    }

    mutating func leaves(_ other: String) {
        others[other] = nil
    }

    /// Gives up who was not heard of for too long.
    /// - Returns: whether there was one: it may have written what it could tell nobody.
    mutating func missesSomebody(at moment: Instant) -> Bool {
        let before = others.count
        others = others.filter { $0.value.until > moment }
        return others.count < before
    }

    /// The line was lost and is there again: nobody is given up for what could not be heard, and all that was not
    /// answered counts as told anew with this number.
    mutating func begins(again number: Int, at moment: Instant) {
        others = others.mapValues { Other(until: moment + Self.patience, heard: $0.heard) }
        waits = waits.map { Wait(number: number, since: $0.since, answer: $0.answer) }
    }

    /// Who need not wait any longer.
    mutating func answered(at moment: Instant) -> [@Sendable () -> Void] {
        let known = others.values.reduce(heardSelf) { min($0, $1.heard) }
        let ready = waits.prefix { $0.number <= known || $0.since + Self.longest <= moment }
        waits.removeFirst(ready.count)
        return ready.map(\.answer)
    }

    /// All, since nobody will be heard any more.
    mutating func answeredAtTheEnd() -> [@Sendable () -> Void] {
        defer { waits = [] }
        return waits.map(\.answer)
    }
}
