import Synchronization

/// Answered requests by route, method and class of status, and how long they took. Nothing is in here that is not added:
/// there is no sum over all requests, from which the others could be found by taking these away.
public final class RequestFigures: Sendable {
    /// Seconds.
    static let bounds = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

    private struct Place: Hashable, Comparable {
        let route: String
        let method: String

        static func < (one: Place, other: Place) -> Bool {
            (one.route, one.method) < (other.route, other.method)
        }
    }

    private struct Tally {
        var byClass = Array(repeating: 0, count: 5)
        var durations = Distribution(bounds: RequestFigures.bounds)
    }

    private let tallies = Mutex<[Place: Tally]>([:])

    public init() {}

    /// - Parameters:
    ///   - route: its template, such as `/actions/:id`; an address would name things, and be another each time.
    ///   - status: between 100 and 599.
    public func add(_ method: String, _ route: String, status: Int, after duration: Duration) {
        let seconds = duration / .seconds(1)
        tallies.withLock { tallies in
            var tally = tallies.removeValue(forKey: Place(route: route, method: method)) ?? Tally()
            tally.byClass[min(max(status / 100, 1), 5) - 1] += 1
            tally.durations.add(seconds, bounds: Self.bounds)
            tallies[Place(route: route, method: method)] = tally
        }
    }

    public func tell(_ exposition: inout Exposition) {
        let all = tallies.withLock { $0 }.sorted { $0.key < $1.key }
        exposition.counter(
            "forkant_requests_total", "Answered requests, but for those that leave no trace.",
            all.flatMap { place, tally in
                tally.byClass.enumerated().filter { $0.element > 0 }.map { number, count in
                    Exposition.Sample(
                        Double(count), ("route", place.route), ("method", place.method),
                        ("status", "\(number + 1)xx"))
                }
            })
        exposition.histogram(
            "forkant_request_seconds", "Time from a request's head to its answer being made.", bounds: Self.bounds,
            all.map { place, tally in
                let labels: [Exposition.Label] = [("route", place.route), ("method", place.method)]
                return (labels: labels, tally.durations)
            })
    }
}
