import CMemory

/// How the program takes memory from the system.
enum Allocation {
    private static let piece: Int32 = 4 << 20
    private static let most: Int32 = 8 << 20

    /// Keeps what one page has freed for the next. By itself the C library gives every larger piece back at once, and
    /// the system clears it anew for the next page: that cost a quarter to a third of the processor's time for a page.
    static func keepsFreed() {
        cmemory_keep_freed(piece, most)
    }
}
