import Kernel
import Synchronization

/// Chance that falls the same way for the same seed.
public final class Dice: Sendable {
    private let state: Mutex<UInt64>

    public init(seed: Int) {
        state = Mutex(UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    }

    /// SplitMix64.
    private func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// From nought up to, not including, the bound.
    public func below(_ bound: Int) -> Int {
        Int(next() % UInt64(max(bound, 1)))
    }

    public func one<Element>(of elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// True in so many of a hundred cases.
    public func falls(_ percent: Int) -> Bool {
        below(100) < percent
    }

    /// Ids that are the same for the same seed.
    public var identities: Identities {
        Identities { count in (0..<count).map { _ in UInt8(truncatingIfNeeded: self.next() >> 24) } }
    }
}
