import CSpawn
import Foundation

/// Another program, run as a child of this one. Foundation's own `Process` read past its memory where many started at
/// once, and brought this program down.
public struct Child: Sendable {
    public let id: pid_t

    /// - Parameters:
    ///   - words: the program's path, then what it is told.
    ///   - environment: all that it knows of this one's.
    ///   - input, output: what it reads and writes; nothing where none is given. It has no other open file of ours.
    /// - Throws: `POSIXError` where it cannot be started.
    public init(_ words: [String], environment: [String: String], input: Int32? = nil, output: Int32? = nil) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (mine, its) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (nil, STDERR_FILENO)] {
            if let mine {
                posix_spawn_file_actions_adddup2(&actions, mine, its)
            } else {
                posix_spawn_file_actions_addopen(&actions, its, "/dev/null", O_RDWR, 0)
            }
        }
        _ = cspawn_close_from(&actions, STDERR_FILENO + 1)
        // Threads of ours hold signals back; the child shall hear them.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let told = words.map { strdup($0) } + [nil]
        let known = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for one in told + known { free(one) } }
        var id: pid_t = 0
        let code = posix_spawn(&id, words[0], &actions, &attributes, told, known)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        self.id = id
    }

    /// Blocks until it has ended. Once only: afterwards the number may be another's.
    /// - Returns: the system's word of how; 0 where all went well.
    @discardableResult
    public func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        return status
    }
}
