import Foundation
import Synchronization

/// Where the log goes. Lines of several threads do not mix.
public enum StandardError {
    private static let gate = Mutex(())

    /// What cannot be written, since nobody reads it any more, is lost: a log is no reason to stop.
    public static func write(_ line: [UInt8]) {
        gate.withLock { _ in
            var rest = line[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
                guard count > 0 else {
                    guard count < 0, errno == EINTR else { return }
                    continue
                }
                rest = rest.dropFirst(count)
            }
        }
    }
}
