import Kernel
import Testing

@testable import Web

struct FormBodyTests {
    private func fields(_ text: String) throws -> [String: [String]] {
        try FormBody.fields(Array(text.utf8)).texts
    }

    @Test func `names and values are decoded, and a name may come twice`() throws {
        #expect(try fields("a=1&a=2&b=r%C3%B8d+gr%c3%b8d&c") == ["a": ["1", "2"], "b": ["rød grød"], "c": [""]])
        #expect(try fields("a=b=c&&=x") == ["a": ["b=c"], "": ["x"]])
        #expect(try fields("") == [:])
    }

    @Test(arguments: [
        ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%+1", "% 1"), ("%-1", "%-1"), ("%41%", "A%"), ("%%41", "%A"),
    ])
    func `a percent sign that encodes nothing stays`(sent: String, read: String) {
        #expect(FormBody.decoded(Array(sent.utf8)[...]) == read)
    }

    @Test func `what is no UTF-8 is replaced and NUL is left out`() {
        #expect(FormBody.decoded(Array("a%FFb%00c".utf8)[...]) == "a\u{FFFD}bc")
    }

    @Test func `too many fields are refused, as many as allowed are not`() throws {
        let most = Array(repeating: "a=1", count: FormBody.fieldLimit).joined(separator: "&")
        #expect(try fields(most)["a"]?.count == FormBody.fieldLimit)
        #expect(throws: UnreadableBody.tooManyFields) { try fields(most + "&b=2") }
    }

    @Test func `what is kept comes back the same`() throws {
        let given = Fields(["æ&=": ["1 %", "\"<'\r\n"], "b": [""]])
        #expect(try fields(FormBody.encoded(given, without: [])) == given.texts)
    }

    @Test func `no body of random bytes is more than it was, nor a failure`() throws {
        var random = Dice(seed: 20_260_105)
        for _ in 0..<500 {
            let bytes = random.bytes(most: 400, of: Array("ab=&%+0fF\u{0}ÿ\r\n".utf8))
            let read = try FormBody.fields(bytes)
            let size = read.texts.reduce(0) { $0 + $1.key.utf8.count + $1.value.reduce(0) { $0 + $1.utf8.count } }
            // A byte that is no UTF-8 may become a replacement character of three.
            #expect(size <= bytes.count * 3)
        }
    }
}

/// The same numbers in every run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) ^ (state << 31)
    }

    mutating func bytes(most: Int, of alphabet: [UInt8]) -> [UInt8] {
        (0..<Int.random(in: 0...most, using: &self)).map { _ in alphabet.randomElement(using: &self) ?? 0 }
    }
}
