/// What somebody sent, from a form or from JSON: texts by name, and files. Rules read it into a noun.
public struct Fields: Sendable {
    public private(set) var texts: [String: [String]]
    public private(set) var uploads: [String: [Upload]]

    public init(_ texts: [String: [String]] = [:], uploads: [String: [Upload]] = [:]) {
        self.texts = texts
        self.uploads = uploads
    }

    public init(_ texts: [String: String]) {
        self.init(texts.mapValues { [$0] })
    }

    /// The field's text, empty where nothing was sent.
    public subscript(name: String) -> String {
        get { texts[name]?.first ?? "" }
        set { texts[name] = [newValue] }
    }

    public func all(_ name: String) -> [String] { texts[name] ?? [] }
    public func has(_ name: String) -> Bool { texts[name] != nil }

    public mutating func append(_ text: String, to name: String) { texts[name, default: []].append(text) }
    public mutating func append(_ upload: Upload, to name: String) { uploads[name, default: []].append(upload) }
}

/// A file as it was sent.
public struct Upload: Sendable {
    public let name: String
    public let mediaType: String
    public let bytes: [UInt8]
    /// True where the file was larger than what is taken in; then `bytes` is empty.
    public let isTooLarge: Bool

    public init(name: String, mediaType: String, bytes: [UInt8], isTooLarge: Bool = false) {
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
        self.isTooLarge = isTooLarge
    }
}
