import Foundation

/// Text in a header, by RFC 2047: as it is where it is plain, else in encoded words.
enum HeaderText {
    private static let longestWord = 75
    private static let longestLine = 76

    /// - Parameter start: how many signs stand on the first line before it.
    static func encoded(_ text: String, after start: Int) -> String {
        // A line break would begin another header.
        let text = String(text.map { $0.isNewline ? " " : $0 })
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
        if isPlain, start + text.utf8.count <= longestLine { return text }
        var words: [String] = []
        var bytes: [UInt8] = []
        var room = room(start)
        for sign in text.unicodeScalars {
            let more = Array(String(sign).utf8)
            if bytes.count + more.count > room {
                words.append(word(bytes))
                bytes = []
                room = self.room(1)
            }
            bytes += more
        }
        if !bytes.isEmpty || words.isEmpty { words.append(word(bytes)) }
        return words.joined(separator: "\r\n ")
    }

    /// How many bytes of text an encoded word on that line can hold.
    private static func room(_ start: Int) -> Int {
        (min(longestWord, longestLine - start) - "=?utf-8?B??=".count) / 4 * 3
    }

    private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Data(bytes).base64EncodedString())?=" }
}
