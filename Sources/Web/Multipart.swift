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

    /// A longer text is cut here, so that it comes back with its form and the rules can refuse it.
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
    private var texts = 0
    private(set) var fields = Fields()

    init(boundary: String) {
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// The boundary that a content type names.
    static func boundary(of contentType: String) -> String? {
        let value = HeaderParameters(contentType)["boundary"] ?? ""
        return (1...70).contains(value.utf8.count) ? value : nil
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
                try take(waiting[..<safe])
                waiting.removeFirst(safe)
                return false
            }
            guard waiting.count >= cut.upperBound + 2 else { return false }
            try take(waiting[..<cut.lowerBound])
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

    private mutating func take(_ bytes: ArraySlice<UInt8>) throws {
        guard let part, !part.isTooLarge, !bytes.isEmpty else { return }
        guard part.fileName != nil else {
            texts += bytes.count
            guard texts <= Body.limit else { throw UnreadableBody.tooLarge }
            self.part?.bytes += bytes.prefix(Self.textLimit - part.bytes.count)
            return
        }
        if part.bytes.count + bytes.count > Self.fileLimit || total + bytes.count > Self.totalLimit {
            total -= part.bytes.count
            self.part?.isTooLarge = true
            self.part?.bytes = []
        } else {
            total += bytes.count
            self.part?.bytes += bytes
        }
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
        for line in headers.split(separator: "\r\n" as Character) {
            let pair = line.split(separator: ":", maxSplits: 1)
            guard pair.count == 2 else { continue }
            switch pair[0].lowercased() {
            case "content-type": part.mediaType = String(pair[1]).trimmed.lowercased()
            case "content-disposition":
                let parameters = HeaderParameters(String(pair[1]))
                part.name = parameters["name"].map(unescaped) ?? ""
                part.fileName = parameters["filename"].map(unescaped)
            default: break
            }
        }
        return part
    }

    /// Browsers write a quote or a line break in a name as percent signs, and nothing else.
    private static func unescaped(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "%")) else { return name.replacing("\0", with: "") }
        return name.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
            .replacing("\0", with: "")
    }
}
