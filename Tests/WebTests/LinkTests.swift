import Markup
import Testing

struct LinkTests {
    @Test(arguments: [
        "", "x", "//evil.example", "//\u{FE0F}evil.example", "//\u{034F}evil.example", "//\u{0301}evil.example",
        "/\\evil.example", "/a\\b", "/\t/evil.example", "\t//evil.example", "/a b", "/a\r\nSet-Cookie: x", "/\u{0}",
        "https://evil.example", "javascript:alert(1)", "/ø", "/\u{2028}",
    ])
    func `what a browser might read as another site is no link here`(path: String) {
        #expect(Link(onThisSite: path) == nil)
    }

    @Test(arguments: ["/", "/units/a?x=%2F%2Fb", "/a//b", "/reports/1#new"])
    func `a path here is one`(path: String) {
        #expect(Link(onThisSite: path)?.text == path)
    }
}
