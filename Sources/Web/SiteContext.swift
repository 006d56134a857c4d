import Hummingbird
import Logging
import NIOCore

/// What Hummingbird carries along with a request: besides its own things, where the call came from.
public struct SiteContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    let address: String
    let telling = Telling()

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
