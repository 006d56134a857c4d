import Files
import Kernel
import Testing

/// Whatever is sent as a photo, it is made anew or refused.
@Suite(.timeLimit(.minutes(10))) struct PhotoFuzzTests {
    private static let originals = [Pictures.jpegWithPosition, Pictures.png, Pictures.webp, Pictures.heic]

    private func develop(_ bytes: [UInt8]) {
        do {
            let photo = try Photo(upload: Upload(name: "a.jpg", mediaType: "image/jpeg", bytes: bytes))
            #expect(photo.bytes.starts(with: [0xFF, 0xD8, 0xFF]))
            #expect(max(photo.width, photo.height) <= Int(Photo.side))
        } catch {
            #expect(error is PhotoProblem)
        }
    }

    @Test(arguments: originals.indices)
    func `changed bytes`(place: Int) {
        var dice = Fixed(seed: 20_261_121 + UInt64(place))
        for _ in 0..<300 {
            var bytes = Self.originals[place]
            for _ in 0..<Int.random(in: 1...8, using: &dice) {
                bytes[Int.random(in: bytes.indices, using: &dice)] = UInt8.random(in: .min ... .max, using: &dice)
            }
            develop(bytes)
        }
    }

    @Test(arguments: originals.indices)
    func `pieces left out, twice, cut off, or of another picture`(place: Int) {
        var dice = Fixed(seed: 9 + UInt64(place))
        for _ in 0..<300 {
            var bytes = Self.originals[place]
            let other = Self.originals.randomElement(using: &dice) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                // The first bytes tell what it is; without them no decoder sees it.
                let start = Int.random(in: min(12, bytes.count)...bytes.count, using: &dice)
                let end = Int.random(in: start...min(bytes.count, start + 60), using: &dice)
                switch Int.random(in: 0...3, using: &dice) {
                case 0: bytes.removeSubrange(start..<end)
                case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
                case 2: bytes.removeSubrange(start...)
                default:
                    bytes.insert(contentsOf: other.suffix(Int.random(in: 0...other.count, using: &dice)), at: start)
                }
            }
            develop(bytes)
        }
    }

    /// The sizes that a picture says of itself, in places where each format keeps them.
    @Test func `a picture that lies about its size`() {
        var dice = Fixed(seed: 10)
        for (original, places) in [
            (Pictures.webp, 26..<30), (Pictures.jpegWithPosition, 521..<525),
        ] {
            for _ in 0..<100 {
                var bytes = original
                for place in places where Bool.random(using: &dice) {
                    bytes[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &dice) ?? 0
                }
                develop(bytes)
            }
        }
    }
}
