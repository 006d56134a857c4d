import Kernel
import Testing

@testable import Web

struct JSONBodyTests {
    private func fields(_ json: String) throws -> [String: [String]] {
        try Body.json(Array(json.utf8)).texts
    }

    @Test func `texts, numbers, flags and lists become fields`() throws {
        let read = try fields(#"{"a":"rød","n":1,"z":0,"m":-2.5,"t":true,"f":false,"l":["x",2,true],"none":null}"#)
        #expect(
            read == [
                "a": ["rød"], "n": ["1"], "z": ["0"], "m": ["-2.5"], "t": ["true"], "f": ["false"],
                "l": ["x", "2", "true"],
            ])
    }

    @Test func `an empty body is no field, and NUL is left out`() throws {
        #expect(try fields("") == [:])
        #expect(try fields(#"{"a":"x\u0000y"}"#) == ["a": ["xy"]])
    }

    @Test(arguments: [
        #"{"a":{"b":1}}"#, #"{"a":[[1]]}"#, #"{"a":[{"b":1}]}"#, "[]", "1", "\"a\"", "{", "{\"a\":}", "\u{FEFF}",
        "null",
    ])
    func `anything nested, and anything that is no object, is refused`(json: String) {
        #expect(throws: UnreadableBody.notJSON) { try fields(json) }
    }

    @Test func `deep nesting is refused without a crash`() {
        for depth in [100, 1000, 100_000] {
            let deep = "{\"a\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
            #expect(throws: UnreadableBody.notJSON) { try fields(deep) }
        }
    }

    @Test func `half a surrogate, huge numbers and random bytes crash nothing`() {
        for odd in [#"{"a":"\ud800"}"#, #"{"a":1e999}"#, #"{"a":123456789012345678901234567890}"#, "{\"a\":\"\u{1}\"}"]
        {
            _ = try? fields(odd)
        }
        var random = Dice(seed: 99)
        for _ in 0..<500 {
            let bytes = random.bytes(most: 60, of: Array("{}[]\",:0e-.\\u tfn".utf8))
            if let read = try? Body.json(bytes) { #expect(read.texts.count <= bytes.count) }
        }
    }
}
