import Access
import Design
import Kernel
import Storage

/// What a higher feature lays in a plan's parking lot, beside the actions on hold: the plan knows no other feature.
/// Whoever owns it raises the board's topic when it changes.
public struct Parked: Sendable {
    /// Hands in what it must know, and makes of the answers what of it this viewer may see. The second is asked only where
    /// the viewer may read the plan.
    public typealias Owner = @Sendable (_ body: BodyID, _ viewer: Viewer, _ asking: Asking) -> () -> Parked

    let notes: [ParkingLot.Idea]
    let actions: [Button]

    /// - Parameters:
    ///   - notes: in the order in which they lie.
    ///   - actions: what can be done in the lot: lay something there, see all that lies there.
    public init(_ notes: [ParkingLot.Idea], actions: [Button]) {
        self.notes = notes
        self.actions = actions
    }
}
