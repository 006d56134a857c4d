import Foundation
import Kernel

/// The process that makes PDF, and the line to it. Used by one thread at a time.
final class PressWorker {
    private let child: Child
    private let line: Int32
    private let patience: Double
    /// What the library lays down meanwhile, which it cannot remove itself where it is killed.
    private let folder: URL
    private(set) var pages = 0

    var id: Int32 { child.id }

    /// - Throws: `PressProblem.broken` where the process cannot be started.
    init(_ program: PressProgram) throws(PressProblem) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw .broken
        }
        defer { close(ends[1]) }
        line = ends[0]
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("forkant-press-\(UUID().uuidString)")
        patience = program.patience
        let words = [
            program.python.path, "-I", program.script.path, program.publicFolder.path, program.publicAddress,
            folder.path,
        ]
        // Of the server's environment, which holds secrets, only what finding libraries and fonts takes.
        let environment = ProcessInfo.processInfo.environment.filter { ["HOME", "LANG", "PATH"].contains($0.key) }
            .merging(["TMPDIR": folder.path]) { $1 }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            child = try Child(words, environment: environment, input: ends[1])
        } catch {
            close(line)
            try? FileManager.default.removeItem(at: folder)
            throw .broken
        }
    }

    func end() {
        close(line)
        kill(child.id, SIGKILL)
        child.wait()
        try? FileManager.default.removeItem(at: folder)
    }

    /// - Throws: `PressProblem`
    func pdf(of page: [UInt8]) throws(PressProblem) -> [UInt8] {
        let deadline = ContinuousClock.now + .seconds(patience)
        pages += 1
        try send(Self.bytes(of: page.count) + page, by: deadline)
        let head = try receive(5, by: deadline)
        let count = head.dropFirst().reduce(0) { $0 << 8 | Int($1) }
        guard count <= Self.largestAnswer else { throw .broken }
        let answer = try receive(count, by: deadline)
        guard head[0] == UInt8(ascii: "y") else { throw .refused }
        return answer
    }

    private static let largestAnswer = 64 << 20

    private static func bytes(of count: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
    }

    private func send(_ bytes: [UInt8], by deadline: ContinuousClock.Instant) throws(PressProblem) {
        var sent = 0
        while sent < bytes.count {
            try wait(for: POLLOUT, by: deadline)
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.send(line, $0.baseAddress, $0.count, Self.atOnce)
            }
            if count > 0 { sent += count } else if !Self.mayGoOn { throw .broken }
        }
    }

    private func receive(_ count: Int, by deadline: ContinuousClock.Instant) throws(PressProblem) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var received = 0
        while received < count {
            try wait(for: POLLIN, by: deadline)
            let part = bytes[received...].withUnsafeMutableBytes {
                recv(line, $0.baseAddress, $0.count, Self.atOnce)
            }
            guard part != 0 else { throw .broken }
            if part > 0 { received += part } else if !Self.mayGoOn { throw .broken }
        }
        return bytes
    }

    private func wait(for event: Int32, by deadline: ContinuousClock.Instant) throws(PressProblem) {
        let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
        guard left > 0 else { throw .tooSlow }
        var place = pollfd(fd: line, events: Int16(event), revents: 0)
        let count = poll(&place, 1, Int32(min(left, 1000).rounded(.up)))
        if count < 0, errno != EINTR { throw .broken }
    }

    /// Never waiting inside, and without the signal that would end the server where the process has gone.
    private static let atOnce = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
    private static var mayGoOn: Bool { errno == EAGAIN || errno == EINTR }
}
