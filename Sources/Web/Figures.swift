import Logging
import Synchronization
import Telemetry

/// What is counted while the server works, of what may be told. All of it is in memory, and begins anew with the program.
public final class Figures: Sendable {
    public let requests = RequestFigures()
    let quietFaults = QuietFaults()
    private let pages = Mutex((kept: 0, made: 0))

    /// Pages that may be kept: how often one was answered as it was kept, and how often one was made. How many are kept
    /// is not told: whoever has written something, anywhere, has the own pages forgotten.
    public var keptPages: (kept: Int, made: Int) { pages.withLock { $0 } }

    func answeredAsKept() { pages.withLock { $0.kept += 1 } }
    func madeToKeep() { pages.withLock { $0.made += 1 } }
}

/// Faults of requests that leave no trace. Told at once, a fault would tell in which second somebody was about to report
/// or to vote; so they wait for the end of the hour, and are told by their kinds, with the numbers that pages showed in
/// an order that says nothing.
final class QuietFaults: Sendable {
    private struct Kind {
        var count = 0
        var references: [String] = []
    }

    private let kinds = Mutex<[String: Kind]>([:])
    private static let mostKinds = 50
    private static let mostReferences = 50

    func add(_ fault: String, _ reference: String) {
        kinds.withLock { kinds in
            let name = kinds.count < Self.mostKinds || kinds[fault] != nil ? fault : "others"
            kinds[name, default: Kind()].count += 1
            guard kinds[name, default: Kind()].count <= Self.mostReferences else { return }
            kinds[name]?.references.append(reference)
        }
    }

    /// Tells all that wait, and forgets them.
    func tell(_ logger: Logger) {
        let all = kinds.withLock { kinds in
            defer { kinds = [:] }
            return kinds
        }
        for (fault, kind) in all.sorted(by: { $0.key < $1.key }) {
            logger.error(
                "Requests failed that leave no trace",
                metadata: [
                    "error": "\(fault)", "count": .stringConvertible(kind.count),
                    "requests": .array(kind.references.sorted().map { .string($0) }),
                ])
        }
    }
}
