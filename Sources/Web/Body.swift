import Foundation
import Hummingbird
import Kernel
import NIOCore

/// Reads what was sent into fields, whatever form it has.
enum Body {
    /// Text forms and JSON.
    static let limit = 4 * 1024 * 1024
    /// More than this is not even read to its end.
    static let uploadLimit = 256 * 1024 * 1024

    static func fields(of request: Request) async throws -> Fields {
        let contentType = request.headers[.contentType] ?? ""
        switch contentType.split(separator: ";").first.map({ String($0).trimmed.lowercased() }) {
        case "multipart/form-data":
            return try await multipart(request, contentType)
        case "application/json", "application/problem+json":
            return try json(try await collected(request))
        case "application/x-www-form-urlencoded":
            return try FormBody.fields(try await collected(request))
        default:
            guard try await collected(request).isEmpty else { throw UnreadableBody.notAForm }
            return Fields()
        }
    }

    private static func collected(_ request: Request) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in request.body {
            guard bytes.count + piece.readableBytes <= limit else { throw UnreadableBody.tooLarge }
            bytes += piece.readableBytesView
        }
        return bytes
    }

    private static func multipart(_ request: Request, _ contentType: String) async throws -> Fields {
        guard let boundary = Multipart.boundary(of: contentType) else { throw UnreadableBody.notAForm }
        var reader = Multipart(boundary: boundary)
        var total = 0
        for try await piece in request.body {
            total += piece.readableBytes
            guard total <= uploadLimit else { throw UnreadableBody.tooLarge }
            try reader.read(piece.readableBytesView)
        }
        return try reader.finish()
    }

    /// An object of texts, numbers, flags and lists of these, as the fields of a form.
    static func json(_ bytes: [UInt8]) throws -> Fields {
        guard !bytes.isEmpty else { return Fields() }
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
            throw UnreadableBody.notJSON
        }
        var fields = Fields()
        for (name, value) in object {
            for one in value as? [Any] ?? [value] {
                if one is NSNull { continue }
                guard let text = plain(one) else { throw UnreadableBody.notJSON }
                fields.append(text, to: name)
            }
        }
        return fields
    }

    private static func plain(_ value: Any) -> String? {
        switch value {
        case let text as String: text.replacingOccurrences(of: "\0", with: "")
        case let flag as Bool: flag ? "true" : "false"
        case let number as NSNumber: number.stringValue
        default: nil
        }
    }
}
