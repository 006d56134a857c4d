import Crypto
import Foundation
import Kernel
import Markup

/// The stylesheet, scripts, icons and fonts, read once at start. Their address carries a digest of them all, so that
/// a browser may keep them for a year and still never show an old one.
public struct StaticFiles: Sendable {
    struct Held: Sendable {
        let mediaType: String
        let bytes: [UInt8]
        let packed: [UInt8]?
    }

    public let digest: String
    private let held: [String: Held]
    private let links: [String: Link]

    /// - Throws: what the file system says where the folder cannot be read.
    public init(folder: URL) throws {
        var held: [String: Held] = [:]
        var hash = SHA256()
        let root = folder.standardizedFileURL.path + "/"
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        for case let file as URL in files.sorted(by: { "\($0)" < "\($1)" }) {
            let path = String(file.standardizedFileURL.path.dropFirst(root.count))
            guard let mediaType = Self.mediaTypes[file.pathExtension], let data = try? Data(contentsOf: file) else {
                continue
            }
            hash.update(data: Data(path.utf8))
            hash.update(data: data)
            let bytes = [UInt8](data)
            let pays = Compression.pays(mediaType, bytes.count)
            held[path] = Held(
                mediaType: mediaType, bytes: bytes, packed: pays ? Compression.gzip(bytes, level: 9) : nil)
        }
        self.held = held
        let digest = String(hexadecimal: Array(hash.finalize().prefix(6)))
        self.digest = digest
        links = Dictionary(uniqueKeysWithValues: held.keys.map { ($0, "/static/\(digest)/" + $0) })
            .compactMapValues(Link.init(onThisSite:))
    }

    public func link(_ name: String) -> Link { links[name] ?? "/" }

    func file(_ path: String) -> Held? { held[path] }

    private static let mediaTypes = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "woff2": "font/woff2", "png": "image/png", "txt": "text/plain; charset=utf-8",
        "webmanifest": "application/manifest+json",
    ]
}
