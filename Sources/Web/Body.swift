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
        // Some seconds of one processor otherwise, for a body of the largest size that is nothing but small values.
        guard commas(in: bytes) < FormBody.fieldLimit else { throw UnreadableBody.tooManyFields }
        guard let object = try? JSONDecoder().decode([String: SentValue].self, from: Data(bytes)) else {
            throw UnreadableBody.notJSON
        }
        return Fields(object.mapValues(\.texts).filter { !$0.value.isEmpty })
    }

    /// Those between values, not those in texts.
    private static func commas(in json: [UInt8]) -> Int {
        var count = 0
        var isText = false
        var place = 0
        while place < json.count {
            switch json[place] {
            case UInt8(ascii: "\""): isText.toggle()
            case UInt8(ascii: "\\") where isText: place += 1
            case UInt8(ascii: ",") where !isText: count += 1
            default: break
            }
            place += 1
        }
        return count
    }
}

/// A value as a program sends it, as the texts that a form would have sent.
private struct SentValue: Decodable {
    let texts: [String]

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            texts = []
        } else if let list = try? container.decode([Single].self) {
            texts = list.map(\.text)
        } else {
            texts = [try container.decode(Single.self).text]
        }
    }

    private struct Single: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                text = flag ? "true" : "false"
            } else if let number = try? container.decode(Int.self) {
                text = String(number)
            } else if let number = try? container.decode(Double.self) {
                text = String(number)
            } else {
                text = try container.decode(String.self).replacing("\0", with: "")
            }
        }
    }
}
