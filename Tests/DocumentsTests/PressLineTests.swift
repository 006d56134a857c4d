import Foundation
import TestSupport
import Testing

@testable import Documents

@Suite struct PressLineTests {
    @Test func `nobody has more than two pages in the line, and the others get in`() throws {
        let line = PressLine()
        try line.enter("maja")
        try line.enter("maja")
        #expect(throws: PressProblem.oneHasEnough) { try line.enter("maja") }
        try line.enter("karl")
        #expect(line.count == 3, "who was refused takes no place")
        line.leave("maja")
        try line.enter("maja")
        #expect(throws: PressProblem.oneHasEnough) { try line.enter("maja") }
    }

    @Test func `the line is as long for many as for one, and empty when all have left`() throws {
        let line = PressLine()
        let people = (0..<Press.mostWaiting).map { "person \($0)" }
        for person in people { try line.enter(person) }
        #expect(throws: PressProblem.busy) { try line.enter("one more") }
        for person in people { line.leave(person) }
        #expect(line.count == 0)
        try line.enter("one more")
    }

    @Test func `a job that was dropped is neither made nor waited for`() async throws {
        let job = PressJob([1])
        job.drop()
        await #expect(throws: PressProblem.givenUp) {
            try await withCheckedThrowingContinuation { job.wait($0) }
        }
        #expect(job.begin() == nil)
    }

    /// What makes the pages holds them back until it is told to go on, and says where it laid something down.
    private func held(_ body: (Press, _ folder: URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("held-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = folder.appendingPathComponent("held.py")
        try Data(Self.script.utf8).write(to: script)
        let real = try #require(PressProgram.ofTheCheckout, "bin/test lays a Python into .tools/paper")
        let press = Press(
            PressProgram(
                python: real.python, script: script, publicFolder: folder, publicAddress: "http://localhost"))
        defer { press.close() }
        try await body(press, folder)
    }

    private static let script = """
        import pathlib, socket, struct, sys, tempfile, time
        folder, line = pathlib.Path(sys.argv[1]), socket.socket(fileno=0)
        while head := line.recv(4, socket.MSG_WAITALL):
            page = line.recv(struct.unpack(">I", head)[0], socket.MSG_WAITALL)
            while folder.exists() and not (folder / "go").exists():
                time.sleep(0.01)
            answer = page + b" " + tempfile.mkdtemp(prefix="weasyprint-").encode()
            with (folder / "made").open("ab") as made:
                made.write(page)
            line.sendall(b"y" + struct.pack(">I", len(answer)) + answer)

        """

    @Test(.timeLimit(.minutes(1)))
    func `a page whose caller has gone leaves the line at once and is never made`() async throws {
        try await held { press, folder in
            let first = Task { try await press.pdf(of: Array("A".utf8), for: "maja") }
            while press.line.count < 1 { await Task.yield() }
            let second = Task { try await press.pdf(of: Array("B".utf8), for: "maja") }
            while press.line.count < 2 { await Task.yield() }
            await #expect(throws: PressProblem.oneHasEnough) { try await press.pdf(of: [1], for: "maja") }
            second.cancel()
            await #expect(throws: PressProblem.givenUp) { try await second.value }
            #expect(press.line.count == 1, "the first is still being made")
            let third = Task { try await press.pdf(of: Array("C".utf8), for: "maja") }
            while press.line.count < 2 { await Task.yield() }
            try Data().write(to: folder.appendingPathComponent("go"))
            _ = try await (first.value, third.value)
            let made = try Data(contentsOf: folder.appendingPathComponent("made"))
            #expect(String(decoding: made, as: UTF8.self) == "AC" && press.line.count == 0)
        }
    }

    @Test func `what the process laid down goes with it, also where it is killed`() async throws {
        try await held { press, folder in
            try Data().write(to: folder.appendingPathComponent("go"))
            func laidDown() async throws -> String {
                let answer = String(decoding: try await press.pdf(of: Array("A".utf8)), as: UTF8.self)
                return String(answer.dropFirst(2))
            }
            let files = FileManager.default
            let first = try await laidDown()
            #expect(files.fileExists(atPath: first) && first.contains("/weasyprint-"))
            kill(try #require(press.process), SIGKILL)
            let second = try await laidDown()
            #expect(!files.fileExists(atPath: first) && files.fileExists(atPath: second))
            press.close()
            #expect(!files.fileExists(atPath: second))
            #expect(!files.fileExists(atPath: URL(fileURLWithPath: second).deletingLastPathComponent().path))
        }
    }

    @Test func `the real process removes its folder itself when the server has gone`() throws {
        let real = try #require(PressProgram.ofTheCheckout, "bin/test lays what makes PDF into .tools/paper")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("own-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var ends: [Int32] = [-1, -1]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0)
        let words = [
            real.python.path, "-I", real.script.path, real.publicFolder.path, real.publicAddress, folder.path,
        ]
        let child = try Child(words, environment: ProcessInfo.processInfo.environment, input: ends[1])
        close(ends[1])
        close(ends[0])
        #expect(child.wait() == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
}
