import Kernel
import Logging

/// Writes each event as one object of JSON on a line of its own: `at`, `level`, `message`, then what else is known of it.
public struct JSONLogHandler: LogHandler {
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?
    public var logLevel: Logger.Level

    private let clock: @Sendable () -> Moment
    private let write: @Sendable (_ line: [UInt8]) -> Void

    /// Hummingbird numbers requests in the order in which they come: two numbers would tell how many lie between them,
    /// and so how many went where no trace is left.
    private static let unsaid: Set = ["hb.request.id"]

    /// - Parameter write: takes a line with its end, from any thread.
    public init(
        level: Logger.Level, clock: @escaping @Sendable () -> Moment,
        to write: @escaping @Sendable (_ line: [UInt8]) -> Void
    ) {
        logLevel = level
        self.clock = clock
        self.write = write
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { _, new in new } }
        if let own = event.metadata { all.merge(own) { _, new in new } }
        // The kind alone: what an error says may name people.
        if let error = event.error { all["error"] = "\(type(of: error))" }
        var text = JSONText()
        text.begin("{")
        text.field("at", clock().text)
        text.field("level", event.level.rawValue)
        text.field("message", event.message.description)
        for (key, value) in all.sorted(by: { $0.key < $1.key }) where !Self.unsaid.contains(key) {
            // No second `level` in an object: readers would differ about which one holds.
            text.field(JSONText.heads.contains(key) ? "\(key)_" : key, value)
        }
        text.end("}")
        write(text.bytes + [UInt8(ascii: "\n")])
    }
}
