import Foundation
import Kernel
import Logging
import Synchronization
import Testing

@testable import Telemetry

/// What the log says is one object on one line, whatever it is about.
struct JSONLogHandlerTests {
    private let lines = Lines()

    private final class Lines: Sendable {
        private let bytes = Mutex<[[UInt8]]>([])
        var all: [[UInt8]] { bytes.withLock { $0 } }
        func add(_ line: [UInt8]) { bytes.withLock { $0.append(line) } }
    }

    private struct Personal: Error, CustomStringConvertible {
        let description = "Maja Lund is ill"
    }

    private var logger: Logger {
        let lines = lines
        return Logger(label: "test") { _ in
            JSONLogHandler(level: .info, clock: { Moment(milliseconds: 1_796_000_000_123) }, to: lines.add)
        }
    }

    private func object(_ line: [UInt8]?) throws -> [String: Any] {
        let line = try #require(line)
        #expect(line.last == UInt8(ascii: "\n") && line.filter { $0 == UInt8(ascii: "\n") }.count == 1)
        return try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    }

    @Test func `a line says when, how grave and what, and then the rest`() throws {
        logger.notice("Stops", metadata: ["drain": "5 s", "tries": .stringConvertible(3), "all": ["b", "a"]])
        let text = String(decoding: try #require(lines.all.first), as: UTF8.self)
        #expect(
            text
                == #"{"at":"2026-11-30T00:53:20.123Z","level":"notice","message":"Stops","all":["b","a"],"drain":"5 s","tries":3}"#
                + "\n")
    }

    @Test(arguments: [
        "\"}\n{\"level\":\"error\"}", "\\", "\\\"", "\r\n\t", "\0\u{1}\u{8}\u{C}\u{1F}\u{7F}\u{85}\u{9B}31m",
        "\u{2028}\u{2029}\u{202E}drow\u{2066}\u{FEFF}", "æøå 🏳️‍🌈 e\u{301}", "\u{FFFE}\u{10FFFF}", "",
    ])
    func `whatever a text holds, it is read back as it was`(text: String) throws {
        logger.notice("\(text)", metadata: ["\(text) key": "\(text)", "inside": ["\(text)": ["\(text)"]]])
        let object = try object(lines.all.first)
        #expect(object["message"] as? String == text)
        #expect(object["\(text) key"] as? String == text)
        #expect((object["inside"] as? [String: [String]]) == [text: [text]])
    }

    @Test func `a terminal obeys nothing that a line holds`() throws {
        logger.notice("\u{1B}[2J\u{9B}1m\u{7F}\u{202E}")
        let line = try #require(lines.all.first).dropLast()
        let text = String(decoding: line, as: UTF8.self)
        #expect(text.contains(#"\u001b[2J\u009b1m\u007f\u202e"#))
    }

    @Test func `halves of letters become the mark of what cannot be read`() throws {
        let halves = String(decoding: [0xD83D, 0x61, 0xDC00] as [UInt16], as: UTF16.self)
        let broken = String(decoding: [0xC3, 0x28, 0xED, 0xA0, 0x80, 0xFF] as [UInt8], as: UTF8.self)
        logger.notice("\(halves)", metadata: ["broken": "\(broken)"])
        let object = try object(lines.all.first)
        #expect(object["message"] as? String == "\u{FFFD}a\u{FFFD}")
        #expect((object["broken"] as? String)?.hasPrefix("\u{FFFD}(") == true)
    }

    @Test func `thousands of texts of all letters are read back as they were`() throws {
        var seed = UInt64(20_261_130)
        func next(_ below: UInt32) -> UInt32 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt32(truncatingIfNeeded: seed >> 33) % below
        }
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<next(20) {
                let limits: [UInt32] = [0x30, 0x100, 0x3000, 0x110000]
                if let scalar = Unicode.Scalar(next(limits[Int(next(4))])) { text.unicodeScalars.append(scalar) }
            }
            logger.notice("\(text)", metadata: ["x\(text)": "\(text)"])
            let object = try object(lines.all.last)
            #expect(Array((object["message"] as? String ?? "?").unicodeScalars) == Array(text.unicodeScalars))
        }
    }

    @Test func `what else is known never passes for what every line has`() throws {
        logger.notice("true", metadata: ["message": "false", "at": "never", "level": "none"])
        let text = String(decoding: try #require(lines.all.first), as: UTF8.self)
        let object = try object(lines.all.first)
        #expect(object["message"] as? String == "true" && object["level"] as? String == "notice")
        #expect(object["message_"] as? String == "false")
        #expect(text.ranges(of: "\"at\":").count == 1)
    }

    @Test func `neither the order of requests nor what an error says is told`() throws {
        var logger = logger
        logger[metadataKey: "hb.request.id"] = "a0b1-17"
        logger.log(level: .error, "Failed", error: Personal())
        let text = String(decoding: try #require(lines.all.first), as: UTF8.self)
        #expect(!text.contains("a0b1") && !text.contains("Maja") && text.contains("Personal"))
    }

    @Test func `a long text is cut, and what is graver than asked for is all that is said`() throws {
        logger.notice("\(String(repeating: "å", count: 1_000_000))")
        #expect((try object(lines.all.first)["message"] as? String)?.count == JSONText.longest + 1)
        logger.debug("quiet")
        #expect(lines.all.count == 1)
    }
}
