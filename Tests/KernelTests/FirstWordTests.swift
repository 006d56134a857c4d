import Testing

@testable import Kernel

struct FirstWordTests {
    @Test(arguments: [
        ("", ""), ("  \n ", ""), ("Støj", "Støj"), ("Støj fra\tventilation\r\n", "Støj fra ventilation"),
        ("en to tre", "en to tre"), ("en to tre fire", "en to tre…"),
        ("en\u{A0}to\u{2003}tre\u{3000}fire", "en to tre…"),
    ])
    func `a line begins with the first words, and says that there are more`(text: String, line: String) {
        #expect(text.firstWords(3) == line)
    }

    @Test func `a line has no more than 160 letters, however many bytes each takes`() {
        let (short, long) = (String(repeating: "å", count: 160), String(repeating: "å", count: 161))
        #expect(short.firstWords(3) == short)
        #expect(long.firstWords(3) == short + "…")
        let families = String(repeating: "👨‍👩‍👧", count: 160)
        #expect(families.firstWords(1) == families)
    }
}
