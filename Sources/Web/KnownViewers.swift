import Access
import Kernel
import Live
import Synchronization

/// Who stands behind a session, and what every form carries as proof that it came from a page of ours.
struct Recognised: Sendable {
    let viewer: Viewer
    let formProof: String
}

/// Viewers by session, kept until a mandate, a person or a session changes, the day does, or the session is over.
final class KnownViewers: Sendable {
    private struct Known {
        let recognised: Recognised
        let until: Moment
        let stamp: Hub.Stamp
        let day: Day
    }

    private let hub: Hub
    private let known = Mutex<[SecretHash: Known]>([:])
    private static let limit = 20_000

    init(hub: Hub) {
        self.hub = hub
    }

    /// Asked for before the viewer is read, so that a change in between makes what was read stale.
    var stamp: Hub.Stamp { hub.stamp("rights") }

    func recognised(_ session: SecretHash, at moment: Moment) -> Recognised? {
        let stamp = stamp
        return known.withLock { known in
            guard let one = known[session] else { return nil }
            guard one.stamp == stamp, one.day == moment.day, moment < one.until else {
                known[session] = nil
                return nil
            }
            return one.recognised
        }
    }

    func keep(_ recognised: Recognised, until: Moment, _ session: SecretHash, stamp: Hub.Stamp, day: Day) {
        known.withLock { known in
            if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
            known[session] = Known(recognised: recognised, until: until, stamp: stamp, day: day)
        }
    }
}
