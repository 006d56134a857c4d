import Markup
import Testing

struct HTMLTests {
    @Test(arguments: ["<script>", "\" onload=\"x", "' x='", "a & b"])
    func `data never becomes markup`(data: String) {
        let html: HTML = "<p title=\"\(data)\">\(data)</p>"
        #expect(!html.source.contains(data))
    }

    @Test func `markup inside markup is not escaped twice`() {
        let inner: HTML = "<b>\("&")</b>"
        #expect(("<p>\(inner)</p>" as HTML).source == "<p><b>&amp;</b></p>")
    }

    @Test func `markup around an optional text is markup`() {
        let name: String? = "A & B"
        #expect(("<p>\(name.map { "<b>\($0)</b>" })</p>" as HTML).source == "<p><b>A &amp; B</b></p>")
        #expect(("<p>\(name)</p>" as HTML).source == "<p>A &amp; B</p>")
    }

    @Test func `text around an escaped letter is kept`() {
        #expect(("\("a<b>c")" as HTML).source == "a&lt;b&gt;c")
    }
}

struct LinkTests {
    @Test func `data cannot leave its place in a path`() {
        let link: Link = "/units/\("../x?y=1#z")/board"
        #expect(link.text == "/units/..%2Fx%3Fy%3D1%23z/board")
    }

    @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "https://a b", " https://x", "//evil"])
    func `an outside address is the web, mail or telephone`(address: String) {
        #expect(Link(outside: address) == nil)
    }

    @Test(arguments: ["//evil.example", "/\\evil.example", "https://evil.example", "", "/a\nb"])
    func `a way back stays on this site`(path: String) {
        #expect(Link(onThisSite: path) == nil)
    }

    @Test func `each byte that is not plain is written by its two figures`() {
        #expect(("/find/\("Å 5%~a-b_c.d")" as Link).text == "/find/%C3%85%205%25~a-b_c.d")
        #expect(("/\("")/\(7)" as Link).text == "//7")
    }

    @Test func `empty values are left out of a query`() {
        let link = ("/list" as Link).with([("sort", ""), ("q", "æ&b"), ("page", "2")])
        #expect(link.text == "/list?q=%C3%A6%26b&page=2")
    }
}
