import Foundation
import Kernel

/// What the process takes from the system, so coarsely that no single visitor moves it. There is no figure of the
/// processor's time: beside the requests that are told of, what is left over would be those that are not.
public enum ProcessFigures {
    static let memoryStep = 32 << 20
    static let filesStep = 128

    public static func tell(_ exposition: inout Exposition, started: Moment) {
        exposition.gauge(
            "process_start_time_seconds", "When the program was started, since 1970.",
            [Exposition.Sample(Double(started.milliseconds) / 1000)])
        if let memory = residentMemory() {
            exposition.gauge(
                "process_resident_memory_bytes", "Memory, in whole steps of 32 MiB.", memory.upToStep(of: memoryStep))
        }
        if let files = openFiles() {
            exposition.gauge(
                "process_open_fds", "Open files and connections, in whole steps of 128.", files.upToStep(of: filesStep))
        }
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            exposition.gauge("process_max_fds", "How many files and connections may be open.", limit.rlim_cur)
        }
    }

    private static func residentMemory() -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .ascii) else { return nil }
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return pages.map { $0 * sysconf(Int32(_SC_PAGESIZE)) }
    }

    private static func openFiles() -> Int? {
        try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
}
