import CICU
import Foundation
import GRDBSQLite
import Storage

/// The collation `danish`: what ICU says of Danish, and bytes where ICU sees no difference, exactly as PostgreSQL
/// compares with its own collation of that name.
///
/// Unchecked, since an opened collator is only read and ICU allows that from many threads at once.
final class DanishOrder: @unchecked Sendable {
    private let collator: OpaquePointer

    static let shared = DanishOrder()

    private init?() {
        guard let collator = cicu_open("da-DK") else { return nil }
        self.collator = collator
    }

    func install(on handle: OpaquePointer) {
        let context = UnsafeMutableRawPointer(Unmanaged.passUnretained(self).toOpaque())
        sqlite3_create_collation_v2(
            handle, "danish", SQLITE_UTF8, context,
            { context, oneLength, one, otherLength, other in
                guard let context, let one, let other else { return 0 }
                return Unmanaged<DanishOrder>.fromOpaque(context).takeUnretainedValue()
                    .compare(one, oneLength, other, otherLength)
            }, nil)
    }

    private func compare(
        _ one: UnsafeRawPointer, _ oneLength: Int32, _ other: UnsafeRawPointer, _ otherLength: Int32
    ) -> Int32 {
        let order = cicu_compare(
            collator, one.assumingMemoryBound(to: CChar.self), oneLength,
            other.assumingMemoryBound(to: CChar.self), otherLength)
        guard order == 0 else { return order }
        let bytes = memcmp(one, other, Int(min(oneLength, otherLength)))
        return bytes != 0 ? bytes : oneLength - otherLength
    }
}
