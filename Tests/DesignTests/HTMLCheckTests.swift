import Markup
import MarkupTesting
import Testing

struct HTMLCheckTests {
    static let faults: [(markup: HTML, problem: String)] = [
        ("<ul><li>x</ul>", "</ul> closes <li>"),
        ("<p>x", "<p> is left open"),
        ("x</p>", "</p> closes nothing"),
        ("<p", "a tag is never finished"),
        ("<p class=x>y</p>", "class of <p> has no quotes"),
        ("<a href=\"/\"class=\"x\">y</a>", "href of <a> runs into c"),
        ("<p id=\"a\" id=\"b\">y</p>", "id stands twice in <p>"),
        ("<p id=\"a\"></p><p id=\"a\"></p>", "the id a stands twice"),
        ("<input name=\"x\">", "the field x has no label"),
        ("<label for=\"y\">Y</label>", "for points to y, which is nowhere"),
        ("<p style=\"x\"></p>", "<p> carries a style"),
        ("<p onclick=\"x\"></p>", "<p> carries a script in onclick"),
        ("<a href=\"javascript:x\">y</a>", "<a> leads to a script"),
        ("<script>x</script>", "a script stands in the page"),
        ("<style>x</style>", "a style stands in the page"),
        ("<img src=\"x\">", "a picture has no words"),
    ]

    @Test(arguments: HTMLCheckTests.faults.indices)
    func `a fault is found`(index: Int) {
        let (markup, problem) = Self.faults[index]
        #expect(HTMLCheck(markup).problems.contains(problem))
    }

    @Test func `a sound page has no faults`() {
        let page: HTML = """
            <!doctype html><html lang="da"><head><meta charset="utf-8"></head><body><label for="a">A</label>
            <input id="a" name="a" required><label>B <select name="b"><option>1 > 0</option></select></label>
            <p title="a > b">x<br>y</p><svg><use href="#x"/></svg><img src="x" alt=""></body></html>
            """
        #expect(HTMLCheck(page).problems == [])
    }
}
