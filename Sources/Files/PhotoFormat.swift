/// The kinds of picture that cameras and screens make. Known by their first bytes, whatever the file is called:
/// everything else is refused before a decoder sees it.
enum PhotoFormat: Sendable, Equatable {
    case jpeg, png, webp, heic

    init?(of bytes: [UInt8]) {
        func has(_ signature: [UInt8], at place: Int = 0) -> Bool {
            bytes.dropFirst(place).starts(with: signature)
        }
        if has([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if has(Array("RIFF".utf8)), has(Array("WEBP".utf8), at: 8) {
            self = .webp
        } else if has(Array("ftyp".utf8), at: 4), Self.heicBrands.contains(where: { has(Array($0.utf8), at: 8) }) {
            self = .heic
        } else {
            return nil
        }
    }

    private static let heicBrands = ["heic", "heix", "heim", "heis", "mif1"]
}
