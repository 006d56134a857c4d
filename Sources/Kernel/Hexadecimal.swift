extension String {
    /// Bytes as pairs of figures and small letters.
    public init(hexadecimal bytes: some Collection<UInt8>) {
        let figures = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(2 * bytes.count)
        for byte in bytes {
            text.append(figures[Int(byte >> 4)])
            text.append(figures[Int(byte & 15)])
        }
        self.init(decoding: text, as: UTF8.self)
    }
}
