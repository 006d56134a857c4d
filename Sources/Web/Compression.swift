import CZlib

/// Gzip by zlib, for whole bodies of text.
enum Compression {
    /// Smaller than this it costs more than it saves.
    static let least = 1024

    static func pays(_ mediaType: String, _ count: Int) -> Bool {
        guard count >= least else { return false }
        return mediaType.hasPrefix("text/") || mediaType.contains("json") || mediaType.contains("javascript")
            || mediaType.contains("svg")
    }

    /// Nothing where zlib refuses; then the body is sent as it is.
    static func gzip(_ bytes: [UInt8], level: Int32 = 1) -> [UInt8]? {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        let room = Int(deflateBound(&stream, UInt(bytes.count)))
        var isWhole = false
        let packed = [UInt8](unsafeUninitializedCapacity: room) { output, count in
            input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(room)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
            count = room - Int(stream.avail_out)
        }
        return isWhole ? packed : nil
    }
}
