import Access
import Kernel
import Live
import Synchronization

/// Viewers by session, kept until a mandate, a person or a session changes, the day does, or the session is over.
final class KnownViewers: Sendable {
    private struct Known {
        let admission: Admission
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

    func viewer(_ session: SecretHash, at moment: Moment) -> Viewer? {
        let stamp = stamp
        return known.withLock { known in
            guard let one = known[session] else { return nil }
            guard one.stamp == stamp, one.day == moment.day, moment < one.admission.until else {
                known[session] = nil
                return nil
            }
            return one.admission.viewer
        }
    }

    func keep(_ admission: Admission, _ session: SecretHash, stamp: Hub.Stamp, day: Day) {
        known.withLock { known in
            if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
            known[session] = Known(admission: admission, stamp: stamp, day: day)
        }
    }
}
