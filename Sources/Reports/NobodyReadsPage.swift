import Design
import Kernel
import Markup
import Web

/// Where a link leads nowhere any more, or nobody is seated who would read: says so, and where else to go.
struct NobodyReadsPage {
    let visit: Visit

    private var text: ReportTexts { ReportTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.closedTitle, surroundings: .plain,
            content: """
                <p>\(text.closedLink)</p><p>\(text.closedHelp)</p>
                <p>\(Button(text.signInAndReport, to: "/report"))</p>
                """)
    }
}
