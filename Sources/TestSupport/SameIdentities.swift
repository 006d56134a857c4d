import Kernel
import Synchronization

extension Identities {
    /// The same ids, codes and secrets in every run.
    public static func same() -> Identities {
        let counter = Mutex(UInt64(20_260_105))
        return Identities { count in
            counter.withLock { counter in (0..<count).map { _ in Self.next(&counter) } }
        }
    }

    private static func next(_ counter: inout UInt64) -> UInt8 {
        counter &+= 0x9E37_79B9_7F4A_7C15
        let mixed = (counter ^ (counter >> 30)) &* 0xBF58_476D_1CE4_E5B9
        return UInt8(truncatingIfNeeded: mixed >> 56)
    }
}
