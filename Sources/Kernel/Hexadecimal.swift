extension String {
    /// Bytes as pairs of figures and small letters.
    public init(hexadecimal bytes: some Collection<UInt8>) {
        self.init(unsafeUninitializedCapacity: 2 * bytes.count) { text in
            var place = 0
            for byte in bytes {
                text[place] = Self.figure(byte >> 4)
                text[place + 1] = Self.figure(byte & 15)
                place += 2
            }
            return place
        }
    }

    private static func figure(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
