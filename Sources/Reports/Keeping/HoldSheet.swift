import Design
import Kernel
import Markup
import Web

/// On the page of a report, for those who handle it: whether it is kept longer than others, until when and why.
struct HoldSheet {
    let visit: Visit
    let picture: ReportPicture

    private var text: HoldTexts { HoldTexts(language: visit.language) }

    var html: HTML {
        Sheet(text.keeping) {
            """
            \(when: picture.hold == nil, "<p class=\"meta\">\(text.likeOthers)</p>", else: hold)\
            <div class="actions">\(Button(
                picture.hold == nil ? text.keepLonger : text.change, to: "/reports/\(picture.report.id)/hold", .quiet))\
            \(when: picture.hold != nil, end)</div>
            """
        }.html
    }

    private var hold: HTML {
        guard let hold = picture.hold else { return .nothing }
        return Facts([
            (text.until, "\(hold.until.long(in: visit.language))"), (text.reason, "\(hold.reason)"),
            (text.decidedBy, "\(picture.names[hold.by] ?? "–"), \(hold.day.long(in: visit.language))"),
        ]).html
    }

    private var end: HTML {
        PostButton(text.end, to: "/reports/\(picture.report.id)/hold/end", csrf: visit.csrf, .quiet).html
    }
}
