import Documents
import Kernel
import Markup
import Testing

struct QRCodeTests {
    @Test func `a short text makes the smallest code, and more text a larger one`() throws {
        #expect(try QRCode(text: "Maja").width == 21)
        #expect(try QRCode(text: String(repeating: "a", count: 2331)).width == 177)
    }

    @Test func `too much text and no text are refused`() {
        #expect(throws: QRCodeProblem.tooLong(bytes: 2332)) { try QRCode(text: String(repeating: "a", count: 2332)) }
        #expect(throws: QRCodeProblem.empty) { try QRCode(text: "") }
    }

    @Test func `the drawing has a label, a quiet zone, and its own black and white`() throws {
        let svg = try QRCode(text: "https://eksempel.dk/r/7").svg(label: "Meld en \"nærved\" <ulykke>").source
        #expect(svg.contains("viewBox=\"0 0 33 33\" role=\"img\""))
        #expect(svg.contains("aria-label=\"Meld en &quot;nærved&quot; &lt;ulykke&gt;\""))
        #expect(svg.contains("<rect width=\"33\" height=\"33\" fill=\"#fff\"/><path fill=\"#000\" d=\"M4 4h7v1h-7z"))
        #expect(svg.ranges(of: "<path").count == 1)
    }

    @Test func `the same text makes the same code, another text another`() throws {
        #expect(try QRCode(text: "a").svg(label: "") == QRCode(text: "a").svg(label: ""))
        #expect(try QRCode(text: "a").svg(label: "") != QRCode(text: "b").svg(label: ""))
    }
}
