import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import NIOEmbedded
import Organisation
import Web

/// What the site answered.
public struct Reply: Sendable {
    public let status: Int
    public let headers: HTTPFields
    public let body: [UInt8]

    public init(status: Int, headers: HTTPFields, body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    public var text: String { String(decoding: body, as: UTF8.self) }
    public var location: String? { headers[.location] }
    /// The value of a cookie that the answer sets.
    public func cookie(_ name: String) -> String? {
        headers[values: .setCookie].first { $0.hasPrefix("\(name)=") }.map { cookie in
            String(cookie.dropFirst(name.count + 1).prefix { $0 != ";" })
        }
    }
    /// The sentence that the next page says.
    public var said: String? {
        headers[values: .setCookie].first { $0.hasPrefix("said=") }.flatMap { cookie in
            Data(base64Encoded: String(cookie.dropFirst(5).prefix { $0 != ";" })).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }
}

/// Requests through the whole site, without a socket.
extension Workplace {
    public func get(_ path: String, as person: Person? = nil, headers: HTTPFields = [:]) async throws -> Reply {
        try await call(.get, path, as: person, headers: headers)
    }

    /// Sends a form as a page of the person's own session would.
    public func post(
        _ path: String, as person: Person? = nil, _ fields: [String: String] = [:], uploads: [String: Upload] = [:],
        headers: HTTPFields = [:]
    ) async throws -> Reply {
        var fields = fields
        if let person, fields["csrf"] == nil { fields["csrf"] = proof(of: person) }
        var headers = headers
        let body: [UInt8]
        if uploads.isEmpty {
            headers[.contentType] = "application/x-www-form-urlencoded"
            body = Array(fields.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }.joined(separator: "&").utf8)
        } else {
            headers[.contentType] = "multipart/form-data; boundary=edge"
            body = Self.multipart(fields, uploads)
        }
        return try await call(.post, path, as: person, headers: headers, body: body)
    }

    /// What a program asks, with a token.
    public func api(
        _ method: HTTPRequest.Method, _ path: String, token: String?, json: String? = nil
    ) async throws -> Reply {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let token { headers[.authorization] = "Bearer \(token)" }
        return try await call(method, path, headers: headers, body: Array((json ?? "").utf8))
    }

    public func proof(of person: Person) -> String {
        house.settings.formProof(Self.session(of: person))
    }

    public func call(
        _ method: HTTPRequest.Method, _ path: String, as person: Person? = nil, headers: HTTPFields = [:],
        body: [UInt8] = []
    ) async throws -> Reply {
        var headers = headers
        if let person { headers[.cookie] = "session=session of \(person.id)" }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "localhost:8080", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let context = SiteContext(
            source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger))
        let response = try await responder.respond(to: request, context: context)
        let collected = Collected()
        try await response.body.write(Collector(collected: collected))
        return Reply(status: response.status.code, headers: response.headers, body: collected.bytes)
    }

    /// What an answer says first that goes on for as long as the reader stays.
    public func firstWords(of path: String, as person: Person, headers: HTTPFields = [:]) async throws -> String {
        var headers = headers
        headers[.cookie] = "session=session of \(person.id)"
        let request = Request(
            head: HTTPRequest(
                method: .get, scheme: "http", authority: "localhost:8080", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
        let context = SiteContext(
            source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger))
        let response = try await responder.respond(to: request, context: context)
        let collected = Collected()
        do {
            try await response.body.write(Hurried(collected: collected))
        } catch is Gone {}
        return String(decoding: collected.bytes, as: UTF8.self)
    }

    /// A reader who leaves after the first words.
    private struct Hurried: ResponseBodyWriter {
        let collected: Collected
        mutating func write(_ buffer: ByteBuffer) async throws {
            collected.bytes += buffer.readableBytesView
            throw Gone()
        }
        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    private struct Gone: Error {}

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private static func multipart(_ fields: [String: String], _ uploads: [String: Upload]) -> [UInt8] {
        var body: [UInt8] = []
        for (name, value) in fields {
            body += Array("--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for (name, upload) in uploads {
            let head = "--edge\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(upload.name)\"\r\n"
            body += Array((head + "Content-Type: \(upload.mediaType)\r\n\r\n").utf8) + upload.bytes + Array("\r\n".utf8)
        }
        return body + Array("--edge--\r\n".utf8)
    }

    private final class Collected {
        var bytes: [UInt8] = []
    }

    private struct Collector: ResponseBodyWriter {
        let collected: Collected
        mutating func write(_ buffer: ByteBuffer) async throws { collected.bytes += buffer.readableBytesView }
        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
