import Journal
import Kernel
import Storage

/// One portion on its way out, in one transaction: everything or nothing of it goes.
public struct Erasing {
    public let writer: Writer
    /// The program's own, by nobody.
    public let deed: Deed
    public let journal: JournalErasure

    /// - Parameter key: with which the journal's days are closed.
    public init(_ writer: Writer, _ deed: Deed, key: [UInt8]) {
        (self.writer, self.deed) = (writer, deed)
        journal = JournalErasure(key: key, writer)
    }

    public var reader: Reader { writer.reader }
    public var today: Day { deed.day }
}
