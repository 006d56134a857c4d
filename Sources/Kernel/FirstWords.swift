extension String {
    /// With a full stop, where it ends in a letter or a digit.
    public var ended: String { last.map { $0.isLetter || $0.isNumber } == true ? self + "." : self }

    /// The beginning, cut at a word, for a line in a list.
    public func firstWords(_ count: Int) -> String {
        let words = split(maxSplits: count, omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
        let start = words.prefix(count).joined(separator: " ")
        let line = start.count > 160 ? String(start.prefix(160)) : start
        return words.count > count || line.count < start.count ? line + "…" : line
    }
}
