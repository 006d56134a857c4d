import Foundation
import TestSupport
import Testing

@testable import Documents

/// The real WeasyPrint, as `bin/test` lays it into the checkout.
@Suite struct PressTests {
    private func press() throws -> Press {
        Press(try #require(PressProgram.ofTheCheckout, "bin/test lays what makes PDF into .tools/paper"))
    }

    private func page(_ content: String) -> [UInt8] {
        Array(
            """
            <!doctype html><html lang="da"><head><meta charset="utf-8"><title>Opslag</title>
            <link rel="stylesheet" href="/static/abc123/forkant.css"></head>
            <body><main class="paper a4">\(content)</main></body></html>
            """.utf8)
    }

    @Test func `a page becomes a tagged PDF that says the same`() async throws {
        let press = try press()
        defer { press.close() }
        let pdf = try await press.pdf(
            of: page(
                "<p class=\"no-print\">Knap</p><h1>Hvem går jeg til?</h1><p>Åse Nør</p><table><tr><th scope=\"col\">Rolle</th></tr></table>"
            ))
        let reading = try PDFReading(pdf)
        #expect(reading.isTagged && reading.pages == 1)
        #expect(reading.text.contains("Hvem går jeg til?") && reading.text.contains("Åse Nør"))
        #expect(!reading.text.contains("Knap"), "the stylesheet leaves it out")
        #expect(reading.facts.contains("H1") && reading.facts.contains("Table") && reading.facts.contains("Opslag"))
        #expect(reading.facts.contains("595.276 x 841.89"))
    }

    @Test func `one process makes one page after the other`() async throws {
        let press = try press()
        defer { press.close() }
        _ = try await press.pdf(of: page("<h1>En</h1>"))
        let first = try #require(press.process)
        _ = try await press.pdf(of: page("<h1>To</h1>"))
        #expect(press.process == first)
    }

    @Test func `where the process has been killed, the next page is made by another`() async throws {
        let press = try press()
        defer { press.close() }
        _ = try await press.pdf(of: page("<h1>En</h1>"))
        let first = try #require(press.process)
        kill(first, SIGKILL)
        let reading = try PDFReading(try await press.pdf(of: page("<h1>To</h1>")))
        #expect(reading.text.contains("To") && press.process != first)
    }

    @Test func `many at once are made one by one`() async throws {
        let press = try press()
        defer { press.close() }
        let texts = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 1...5 {
                group.addTask { try PDFReading(try await press.pdf(of: page("<h1>Ark \(number)</h1>"))).text }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(
            Set(texts.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }) == Set((1...5).map { "Ark \($0)" }))
    }

    @Test func `a page gets no file and no address but what the program hands in`() async throws {
        let press = try press()
        defer { press.close() }
        let secret = FileManager.default.temporaryDirectory.appendingPathComponent("secret-\(UUID()).txt")
        try Data("hemmeligt".utf8).write(to: secret)
        defer { try? FileManager.default.removeItem(at: secret) }
        let (listener, port) = try Self.listening()
        defer { close(listener) }
        let pdf = try await press.pdf(
            of: page(
                """
                <h1>Her</h1><a rel="attachment" href="file://\(secret.path)">fil</a>
                <img alt="" src="http://127.0.0.1:\(port)/picture.png"><link rel="stylesheet" href="http://127.0.0.1:\(port)/a.css">
                <img alt="" src="file://\(secret.path)"><img alt="" src="/static/abc123/../../../etc/passwd">
                """))
        let reading = try PDFReading(pdf)
        #expect(reading.text.contains("Her"))
        #expect(reading.facts.contains("0 embedded files"))
        #expect(accept(listener, nil, nil) == -1 && errno == EAGAIN, "nobody came to the door")
    }

    @Test func `a page that is never answered is given up, and the next is made`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("press-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let real = try #require(PressProgram.ofTheCheckout)
        let silent = folder.appendingPathComponent("silent.py")
        try Data("import time\ntime.sleep(600)\n".utf8).write(to: silent)
        let press = Press(
            PressProgram(
                python: real.python, script: silent, publicFolder: folder, publicAddress: "http://localhost",
                patience: 0.2))
        defer { press.close() }
        await #expect(throws: PressProblem.tooSlow) { try await press.pdf(of: page("<h1>En</h1>")) }
        #expect(press.process == nil, "it was ended")

        // More than may wait are told at once.
        let problems = await withTaskGroup(of: PressProblem?.self) { group in
            for _ in 0..<(Press.mostWaiting + 4) {
                group.addTask {
                    do { _ = try await press.pdf(of: [1]) } catch { return error as? PressProblem }
                    return nil
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(problems.contains(.busy) && problems.contains(.tooSlow))
    }

    @Test func `what is no Python makes no PDF and brings nothing down`() async throws {
        let real = try #require(PressProgram.ofTheCheckout)
        for program in ["/no/such/python", "/bin/false", "/bin/true"] {
            let press = Press(
                PressProgram(
                    python: URL(fileURLWithPath: program), script: real.script, publicFolder: real.publicFolder,
                    publicAddress: "http://localhost"))
            await #expect(throws: PressProblem.broken) { try await press.pdf(of: page("<h1>En</h1>")) }
        }
        #expect(
            PressProgram(beside: FileManager.default.temporaryDirectory, publicAddress: "http://localhost") == nil)
        await #expect(throws: PressProblem.tooLarge) {
            try await Press(real).pdf(of: [UInt8](repeating: 0, count: Press.largestPage + 1))
        }
    }

    private static func listening() throws -> (Int32, UInt16) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { place -> UInt16? in
                guard bind(listener, place, length) == 0, listen(listener, 5) == 0,
                    getsockname(listener, place, &length) == 0
                else { return nil }
                return UInt16(bigEndian: pointer.pointee.sin_port)
            }
        }
        return (listener, try #require(port))
    }
}
