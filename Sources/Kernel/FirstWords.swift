extension String {
    /// With a full stop, where it ends in a letter or a digit.
    public var ended: String { last.map { $0.isLetter || $0.isNumber } == true ? self + "." : self }

    /// The beginning, cut at a word, for a line in a list.
    public func firstWords(_ count: Int) -> String {
        let words = unicodeScalars.split(maxSplits: count, omittingEmptySubsequences: true) { $0.isSpace }
        let start = words.prefix(count).map { String($0) }.joined(separator: " ")
        // Each letter takes a byte or more: of few bytes none need be counted.
        let isLong = start.utf8.count > 160 && start.count > 160
        let hasMore = words.count > count && !words[count].allSatisfy(\.isSpace)
        return isLong ? start.prefix(160) + "…" : hasMore ? start + "…" : start
    }
}

extension Unicode.Scalar {
    /// As `Character.isWhitespace`, which looks up what nearly every letter is.
    fileprivate var isSpace: Bool { isASCII ? self == " " || (9...13).contains(value) : properties.isWhitespace }
}
