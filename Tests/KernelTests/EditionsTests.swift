import Kernel
import Testing

struct EditionsTests {
    private static let was = ["was_gains": "Før", "was_drawbacks": ""]

    private func settle(_ sent: [String: String], _ current: [String: String]) throws(EditClash) -> Fields {
        try Editions.settled(Fields(Self.was.merging(sent) { $1 }), beside: current)
    }

    @Test func `what only the other one wrote is taken over, and what only I wrote stays`() throws {
        let fields = try settle(["gains": "Før", "drawbacks": "Mine"], ["gains": "Den andens", "drawbacks": ""])
        #expect(fields["gains"] == "Den andens" && fields["drawbacks"] == "Mine")
    }

    @Test func `where both wrote the same field neither text goes away`() throws {
        let clash = #expect(throws: EditClash.self) {
            try settle(["gains": "Mine", "drawbacks": ""], ["gains": "Den andens", "drawbacks": ""])
        }
        #expect(clash?.theirs == ["gains": "Den andens"])
        #expect(clash?.fields["gains"] == "Mine")
    }

    @Test func `two who write the same agree, and a browser's newlines are no change`() throws {
        #expect(
            try settle(["gains": "Begge", "drawbacks": ""], ["gains": "Begge", "drawbacks": ""])["gains"] == "Begge")
        let sent = ["gains": "a\r\nb", "was_gains": "a\r\nb", "drawbacks": ""]
        #expect(try settle(sent, ["gains": "c", "drawbacks": ""])["gains"] == "c")
    }

    @Test func `a form that did not carry what it was made from overwrites`() throws {
        let fields = try Editions.settled(Fields(["gains": "Mine"]), beside: ["gains": "Den andens"])
        #expect(fields["gains"] == "Mine")
    }
}
