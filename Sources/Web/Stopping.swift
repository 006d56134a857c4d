import Logging
import ServiceLifecycle
import Synchronization
import UnixSignals

/// That the server has been told to stop: nobody should send it more, and whoever listens to it moves over.
public final class Stopping: Sendable {
    private let moved = Mutex<ClosedRange<Int>?>(nil)

    public init() {}

    public var hasBegun: Bool { moved.withLock { $0 } != nil }

    /// - Parameter lines: how many live lines are open.
    func begin(lines: Int) {
        moved.withLock { $0 = Self.waits(of: lines) }
    }

    /// Milliseconds that a browser waits before it opens its live line anew; nothing where it need not.
    var wait: Int? { moved.withLock { $0 }.map(Int.random(in:)) }

    /// So that some two hundred come back in each second, and all within a minute.
    static func waits(of lines: Int) -> ClosedRange<Int> { 1000...min(max(3000, 5 * lines), 60_000) }
}

/// How the server stops.
public struct Farewell: Sendable {
    /// How long it answers on after it has said that it is not ready: for a balancer to notice.
    let drain: Duration
    /// How long requests under way may take after that.
    let patience: Duration

    public init(drain: Duration = .zero, patience: Duration = .seconds(30)) {
        self.drain = drain
        self.patience = patience
    }
}

extension Site {
    /// Runs the server until a signal says that it is to stop; ends the process at the second one.
    func run(_ server: any Service, _ farewell: Farewell, _ logger: Logger) async throws {
        var configuration = ServiceGroupConfiguration(services: [server], logger: logger)
        configuration.maximumGracefulShutdownDuration = farewell.patience
        let group = ServiceGroup(configuration: configuration)
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        let listening = Task {
            for await signal in signals {
                guard !house.stopping.hasBegun else {
                    logger.warning("Ends at once")
                    house.figures.quietFaults.tell(logger)
                    quit(128 + signal.rawValue)
                }
                logger.notice("Stops", metadata: ["drain": "\(farewell.drain)", "patience": "\(farewell.patience)"])
                house.stopping.begin(lines: house.lines.count)
                Task {
                    try? await Task.sleep(for: farewell.drain)
                    await group.triggerGracefulShutdown()
                }
            }
        }
        let hours = Task { await tellQuietFaults(logger) }
        defer {
            listening.cancel()
            hours.cancel()
            house.figures.quietFaults.tell(logger)
        }
        try await group.run()
    }

    /// At each full hour.
    private func tellQuietFaults(_ logger: Logger) async {
        let hour = 3_600_000
        while true {
            let left = hour - house.clock().milliseconds % hour
            do {
                try await Task.sleep(for: .milliseconds(left))
            } catch {
                return
            }
            house.figures.quietFaults.tell(logger)
        }
    }
}
