import Kernel
import Markup
import Testing

@testable import Design

struct FormTests {
    let form = Form(
        to: "/report", csrf: "c", fields: Fields(["what": "Oil & water"]),
        problems: Problems(FieldProblem.missing, at: "where"), language: .english)

    @Test func `what was typed comes back`() {
        #expect(form.field("what", "What?").html.source.contains("value=\"Oil &amp; water\""))
    }

    @Test func `a problem stands beside its field and names it`() {
        let html = form.field("where", "Where?", hint: "Building and room.").html.source
        #expect(html.contains("aria-describedby=\"where-hint where-problem\" aria-invalid=\"true\""))
        #expect(html.contains("<p class=\"error\" id=\"where-problem\">This is missing.</p>"))
    }

    @Test func `a field without a problem is not marked`() {
        #expect(!form.field("what", "What?").html.source.contains("aria-invalid"))
    }

    @Test func `the summary leads to the fields`() {
        let html = form.html { _ in "x" }.source
        #expect(html.contains("role=\"alert\""))
        #expect(html.contains("<a href=\"#where\">This is missing.</a>"))
    }

    @Test func `a form without problems has no summary`() {
        #expect(!Form(to: "/", csrf: nil, language: .english).html { _ in "x" }.source.contains("role=\"alert\""))
    }

    @Test func `two forms on a page keep their fields apart`() {
        let other = Form(to: "/", csrf: nil, problems: form.problems, idPrefix: "b-", language: .english)
        let html = other.html { "\($0.field("where", "Where?"))" }.source
        #expect(html.contains("<a href=\"#b-where\">"))
        #expect(html.contains("id=\"b-where\" name=\"where\""))
    }

    @Test func `boxes that were ticked come back ticked`() {
        var fields = Fields()
        fields.append("leader", to: "tell")
        let form = Form(to: "/", csrf: nil, fields: fields, language: .english)
        let html = form.field("tell", "Tell", .ticks([Choice("group", "Group"), Choice("leader", "Leader")])).html
            .source
        #expect(html.contains("value=\"leader\" checked"))
        #expect(!html.contains("value=\"group\" checked"))
    }
}
