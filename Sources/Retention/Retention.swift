import Access
import Jobs
import Kernel
import Storage
import Web

/// How long each kind of data is kept, on which basis, and that it is erased afterwards. Features publish their
/// kinds, and the program's outermost layer gathers them.
public struct Retention: Sendable {
    let kinds: [RetainedKind]
    let key: @Sendable (Settings) -> [UInt8]

    /// - Parameter key: makes the key with which the journal's days are closed.
    public init(of kinds: [RetainedKind], key: @escaping @Sendable (Settings) -> [UInt8]) {
        (self.kinds, self.key) = (kinds, key)
    }

    public static let migrations = RetentionSchema.migrations

    /// Looks each half hour whether it is night.
    public var job: Job {
        Job(
            "retention",
            Words(
                da: "Sletter om natten det, der ikke skal gemmes længere", en: "Erases at night what is kept no longer"),
            every: 1800
        ) { house in
            // The list of jobs tells no more than the page does.
            ToldCounts.told(try await carryingOut(in: house).atNight()) ?? 0
        }
    }

    func carryingOut(in house: House) -> CarryingOut {
        CarryingOut(in: house, kinds, key: key(house.settings))
    }
}
