import Design
import Kernel
import Markup
import Web

/// Says that it has arrived, and shows the code for the only time.
struct ThanksPage {
    let visit: Visit
    let sender: ReportSender
    let code: ReportCode
    /// Where one more can be reported.
    let again: Link

    private var text: ReportTexts { ReportTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.thanks, surroundings: .plain,
            content: """
                \(when: sender.person == nil, codeToKeep, else: named)
                \(Button(text.reportMore, to: again, .quiet))
                """)
    }

    private var codeToKeep: HTML {
        """
        <section class="stack"><h2>\(text.yourCode)</h2><p class="code">\(code.text)</p><p>\(text.keepCode)</p>\
        <p>\(text.howToFollow(address))</p>\(Button(text.followHere, to: "/follow"))</section>
        """
    }

    private var named: HTML {
        """
        <p>\(text.thanksNamed)</p>\(Button(text.myReports, to: "/reports/mine"))
        """
    }

    /// Without the scheme, as people type it.
    private var address: String {
        let address = visit.house.settings.publicAddress
        return String(address.drop { $0 != "/" }.dropFirst(2)) + "/follow"
    }
}
