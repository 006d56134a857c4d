import Hummingbird
import Logging
import NIOCore

/// What Hummingbird carries along with a request: besides its own things, where the call came from.
public struct SiteContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    let address: String
    let telling = Telling()
    private let channel: any Channel

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? ""
        channel = source.channel
    }

    /// From now on so little waits for this reader: what is said later is better than what was said long ago, and whoever
    /// takes nothing shall hold little of our memory, nor of the system's.
    func holdLittle() async {
        guard channel.remoteAddress != nil else { return }
        try? await channel.setOption(.socketOption(.so_sndbuf), value: 8_192).get()
        try? await channel.setOption(.writeBufferWaterMark, value: .init(low: 1, high: 4_096)).get()
    }

    /// Ends the connection in a moment: to a reader who takes nothing, the last word would wait for ever.
    func endSoon() {
        guard channel.remoteAddress != nil else { return }
        channel.eventLoop.scheduleTask(in: .seconds(3)) { [channel] in channel.close(promise: nil) }
    }
}
