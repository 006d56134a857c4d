import Synchronization

/// Who waits for a PDF: so that nobody fills the line alone, and all who wait are few.
final class PressLine: Sendable {
    private struct Places {
        var all = 0
        var ofOne: [String: Int] = [:]
    }

    private let places = Mutex(Places())

    /// - Parameter person: whose pages are counted together; nothing counts towards all alone.
    /// - Throws: `PressProblem.busy`, `.oneHasEnough`
    func enter(_ person: String?) throws(PressProblem) {
        try places.withLock { places throws(PressProblem) in
            if let person, places.ofOne[person, default: 0] >= Press.mostOfOne { throw .oneHasEnough }
            guard places.all < Press.mostWaiting else { throw .busy }
            places.all += 1
            if let person { places.ofOne[person, default: 0] += 1 }
        }
    }

    func leave(_ person: String?) {
        places.withLock { places in
            places.all -= 1
            guard let person, let count = places.ofOne[person] else { return }
            places.ofOne[person] = count > 1 ? count - 1 : nil
        }
    }

    /// Pages that wait or are being made.
    var count: Int { places.withLock(\.all) }
}

/// A page in the line, which is dropped where its caller goes before its turn.
final class PressJob: Sendable {
    typealias Caller = CheckedContinuation<[UInt8], any Error>

    private enum State {
        case written([UInt8])
        case waiting([UInt8], Caller)
        /// Being made, or dropped.
        case over
    }

    private let state: Mutex<State>

    init(_ page: [UInt8]) {
        state = Mutex(.written(page))
    }

    /// Whoever is called is answered once, here too where the job has been dropped already.
    func wait(_ caller: Caller) {
        let isDropped = state.withLock { state in
            guard case .written(let page) = state else { return true }
            state = .waiting(page, caller)
            return false
        }
        if isDropped { caller.resume(throwing: PressProblem.givenUp) }
    }

    /// - Returns: nothing where the job has been dropped.
    func begin() -> (page: [UInt8], caller: Caller)? {
        state.withLock { state in
            guard case .waiting(let page, let caller) = state else { return nil }
            state = .over
            return (page, caller)
        }
    }

    /// A page that is being made is made to its end.
    func drop() {
        let caller = state.withLock { state -> Caller? in
            defer { state = .over }
            if case .waiting(_, let caller) = state { return caller }
            return nil
        }
        caller?.resume(throwing: PressProblem.givenUp)
    }
}
