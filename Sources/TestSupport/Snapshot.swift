import Foundation
import Kernel

/// A page beside what it was when somebody last looked at it and found it good. That is kept next to the test, in
/// `__Snapshots__`, one file for each page, state and language. `FORKANT_RECORD=1` keeps the pages as they are now:
/// read what changed before you commit it.
public struct Snapshot: CustomStringConvertible {
    public let isAsKept: Bool
    /// What is different, line by line.
    public let description: String

    /// - Parameters:
    ///   - isWhole: with the menu and all else that stands around the page, instead of the page itself.
    ///   - test: the file of the test.
    public init(
        _ reply: Reply, _ name: String, in language: Language, isWhole: Bool = false, beside test: String = #filePath,
        isRecording: Bool = ProcessInfo.processInfo.environment["FORKANT_RECORD"] == "1"
    ) throws {
        let file = Self.folder(beside: test).appendingPathComponent("\(name).\(language.rawValue).html")
        let lines = ["\(reply.status)"] + MarkupLines(of: isWhole ? reply.text : Self.page(reply.text)).lines
        if isRecording { try Self.keep(lines, in: file) }
        guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
            isAsKept = false
            description = "\(file.lastPathComponent) is not there; FORKANT_RECORD=1 keeps the page as it is now"
            return
        }
        let difference = LineDifference(
            from: kept.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init), to: lines)
        isAsKept = difference.isEmpty
        description = "\(file.lastPathComponent) changed:\n\(difference)"
    }

    /// The names of what is kept beside a test, without their languages.
    public static func names(beside test: String = #filePath) throws -> Set<String> {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder(beside: test).path)
        return Set(files.map { String($0.prefix { $0 != "." }) })
    }

    private static func folder(beside test: String) -> URL {
        URL(fileURLWithPath: test).deletingLastPathComponent().appendingPathComponent("__Snapshots__")
    }

    private static func keep(_ lines: [String], in file: URL) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    }

    /// Its title and what is between `<main>` and `</main>`; all of it where there is no such part.
    private static func page(_ document: String) -> String {
        guard let start = document.firstRange(of: "<main"), let end = document.firstRange(of: "</main>"),
            let title = document.firstMatch(of: /<title>[^<]*<\/title>/)
        else { return document }
        return title.output + "\n" + document[start.lowerBound..<end.upperBound]
    }
}

/// Which lines went and which came, each with the two lines around it that stayed.
struct LineDifference: CustomStringConvertible {
    private let lines: [(mark: Character, text: String)]

    init(from old: [String], to new: [String]) {
        let changes = new.difference(from: old)
        var (gone, come): (Set<Int>, Set<Int>) = ([], [])
        for change in changes {
            switch change {
            case .remove(let place, _, _): gone.insert(place)
            case .insert(let place, _, _): come.insert(place)
            }
        }
        var lines: [(Character, String)] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if gone.contains(left) {
                lines.append(("-", old[left]))
                left += 1
            } else if come.contains(right) {
                lines.append(("+", new[right]))
                right += 1
            } else {
                lines.append((" ", old[left]))
                (left, right) = (left + 1, right + 1)
            }
        }
        self.lines = lines
    }

    var isEmpty: Bool { lines.allSatisfy { $0.mark == " " } }

    var description: String {
        var shown: [String] = []
        var last = -1
        for (place, line) in lines.enumerated() {
            let around = lines[max(0, place - 2)...min(place + 2, lines.count - 1)]
            guard around.contains(where: { $0.mark != " " }) else { continue }
            if place > last + 1 { shown.append("  …") }
            shown.append("\(line.mark) \(line.text)")
            last = place
        }
        return shown.joined(separator: "\n")
    }
}
