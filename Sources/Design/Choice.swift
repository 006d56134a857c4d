/// One of several to choose from.
public struct Choice: Sendable {
    public let value: String
    let title: String
    let detail: String?

    public init(_ value: String, _ title: String, detail: String? = nil) {
        self.value = value
        self.title = title
        self.detail = detail
    }
}
