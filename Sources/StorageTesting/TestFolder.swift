import Foundation

/// Where a run keeps its databases: in memory where the system offers that.
public enum TestFolder {
    private static let beginning = "forkant-test-"

    /// Removed when the process ends, or by the next run when it was killed.
    public static let ofThisRun: URL = {
        let memory = URL(filePath: "/dev/shm")
        let place =
            FileManager.default.isWritableFile(atPath: memory.path) ? memory : FileManager.default.temporaryDirectory
        removeLeftovers(in: place)
        let folder = place.appending(path: beginning + String(getpid()))
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: TestFolder.ofThisRun) }
        return folder
    }()

    /// A path in it that nothing has.
    public static func newPath(_ ending: String) -> String {
        ofThisRun.appending(path: UUID().uuidString + "." + ending).path
    }

    private static func removeLeftovers(in place: URL) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        for name in names where name.hasPrefix(beginning) {
            guard let process = Int32(name.dropFirst(beginning.count)), !isAlive(process) else { continue }
            try? FileManager.default.removeItem(at: place.appending(path: name))
        }
    }

    static func isAlive(_ process: Int32) -> Bool {
        kill(process, 0) == 0 || errno == EPERM
    }
}
