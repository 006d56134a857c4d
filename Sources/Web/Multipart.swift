import Kernel

/// Reads `multipart/form-data` piece by piece, as it arrives. A file over the limit is read on and forgotten, so that
/// the fields around it are kept and the sender can be told.
struct Multipart {
    private enum Place {
        case beforeFirst
        case headers
        case content
        case end
    }

    private struct Part {
        var name: String
        var fileName: String?
        var mediaType: String
        var bytes: [UInt8] = []
        var isTooLarge = false
    }

    static let textLimit = 1_000_000
    static let fileLimit = 25 * 1024 * 1024
    static let partLimit = 500
    /// All files of one form together, in memory.
    static let totalLimit = 60 * 1024 * 1024

    private let delimiter: [UInt8]
    private var place = Place.beforeFirst
    private var waiting: [UInt8] = Array("\r\n".utf8)
    private var part: Part?
    private var count = 0
    private var total = 0
    private(set) var fields = Fields()

    init(boundary: String) {
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// The boundary that a content type names.
    static func boundary(of contentType: String) -> String? {
        for parameter in contentType.split(separator: ";").dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, String(pair[0]).trimmed.lowercased() == "boundary" else { continue }
            let value = String(pair[1]).trimmed.trimmingQuotes
            return (1...70).contains(value.utf8.count) ? value : nil
        }
        return nil
    }

    mutating func read(_ bytes: some Collection<UInt8>) throws {
        waiting += bytes
        while try step() {}
    }

    /// - Throws: `UnreadableBody.notAForm` where the body broke off.
    mutating func finish() throws -> Fields {
        guard place == .end else { throw UnreadableBody.notAForm }
        return fields
    }

    /// - Returns: whether there is more to do with what has arrived.
    private mutating func step() throws -> Bool {
        switch place {
        case .end:
            waiting.removeAll()
            return false
        case .beforeFirst, .content:
            guard let cut = waiting.firstRange(of: delimiter) else {
                // The delimiter may have begun at the end of what has arrived.
                let safe = max(0, waiting.count - delimiter.count)
                take(waiting[..<safe])
                waiting.removeFirst(safe)
                return false
            }
            guard waiting.count >= cut.upperBound + 2 else { return false }
            take(waiting[..<cut.lowerBound])
            close()
            let isLast = waiting[cut.upperBound] == UInt8(ascii: "-")
            waiting.removeFirst(isLast ? waiting.count : cut.upperBound + 2)
            place = isLast ? .end : .headers
            return true
        case .headers:
            guard let cut = waiting.firstRange(of: Array("\r\n\r\n".utf8)) else {
                guard waiting.count < 16_384 else { throw UnreadableBody.notAForm }
                return false
            }
            count += 1
            guard count <= Self.partLimit else { throw UnreadableBody.tooManyFields }
            part = Self.part(headers: String(decoding: waiting[..<cut.lowerBound], as: UTF8.self))
            waiting.removeFirst(cut.upperBound)
            place = .content
            return true
        }
    }

    private mutating func take(_ bytes: some Collection<UInt8>) {
        guard part != nil, !bytes.isEmpty else { return }
        let limit = part?.fileName == nil ? Self.textLimit : Self.fileLimit
        total += bytes.count
        if (part?.bytes.count ?? 0) + bytes.count > limit || total > Self.totalLimit {
            part?.isTooLarge = true
            part?.bytes = []
        }
        if part?.isTooLarge == false { part?.bytes += bytes }
    }

    private mutating func close() {
        guard let part else { return }
        self.part = nil
        guard let fileName = part.fileName else {
            fields.append(String(decoding: part.bytes.filter { $0 != 0 }, as: UTF8.self), to: part.name)
            return
        }
        guard !fileName.isEmpty || !part.bytes.isEmpty else { return }
        let upload = Upload(
            name: fileName, mediaType: part.mediaType, bytes: part.bytes, isTooLarge: part.isTooLarge)
        fields.append(upload, to: part.name)
    }

    private static func part(headers: String) -> Part {
        var part = Part(name: "", fileName: nil, mediaType: "application/octet-stream")
        for line in headers.split(whereSeparator: \.isNewline) {
            let pair = line.split(separator: ":", maxSplits: 1)
            guard pair.count == 2 else { continue }
            switch pair[0].lowercased() {
            case "content-type": part.mediaType = String(pair[1]).trimmed.lowercased()
            case "content-disposition":
                for parameter in pair[1].split(separator: ";").dropFirst() {
                    let named = parameter.split(separator: "=", maxSplits: 1)
                    guard named.count == 2 else { continue }
                    let value = String(named[1]).trimmed.trimmingQuotes
                    switch String(named[0]).trimmed.lowercased() {
                    case "name": part.name = value
                    case "filename": part.fileName = value
                    default: break
                    }
                }
            default: break
            }
        }
        return part
    }
}

extension String {
    fileprivate var trimmingQuotes: String {
        count >= 2 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
    }
}
