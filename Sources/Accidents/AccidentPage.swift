import Design
import Kernel
import Markup
import Reports
import Web

/// An accident: whether it must be notified, who was away when, the sheet for the authority, and what was sent.
struct AccidentPage {
    let visit: Visit
    let picture: AccidentPicture
    var problems = Problems.none

    private var language: Language { visit.language }
    private var text: AccidentTexts { AccidentTexts(language: language) }
    private var forms: FormTexts { FormTexts(language: language) }
    private var path: Link { "/reports/\(picture.report.id)/accident" }

    var page: Page {
        Page(
            title: text.accident, section: "reports", topics: [.report(picture.report.id), .accidentRule],
            scripts: ["js/copy.js"],
            content: """
                \(Breadcrumbs([(text.reports, "/reports"), (text.report, "/reports/\(picture.report.id)")], language: language))\
                \(PageHeader(text.accident, about: about, actions: actions))\
                \(when: picture.eyes == .blacked, "\(Banner(picture.showsSheet ? forms.blackedAbout : forms.notSentYet))")\
                <div data-live-part="duty">\(DutySheet(visit: visit, picture: picture, isGuest: false))</div>\
                \(when: picture.mayWrite || picture.people.count > 1, "\(PeoplePart(visit: visit, picture: picture, problems: problems))")\
                \(when: picture.mayWrite, "\(AbsencePart(visit: visit, picture: picture, problems: problems))")\
                <div data-live-part="sheet">\(when: picture.showsSheet, "\(sheet)")</div>\
                \(when: picture.mayWrite && picture.hasGroup && picture.record != nil, "\(GroupTextPart(visit: visit, picture: picture))")\
                \(SendingPart(visit: visit, picture: picture, problems: problems))
                """)
    }

    private var about: String {
        let day = picture.happened?.long(in: language)
        return [picture.unit.in(language), day].compactMap { $0 }.joined(separator: " · ")
    }

    private var actions: HTML? {
        guard picture.mayWrite else { return nil }
        return """
            \(Button(picture.record == nil ? forms.fillIn : forms.change, to: "/reports/\(picture.report.id)/accident/edit"))\
            \(Button(forms.chooseCodes, to: "/reports/\(picture.report.id)/accident/codes"))
            """
    }

    private var sheet: HTML {
        guard let record = picture.record else { return .nothing }
        let sheet = NotificationSheet(
            of: record, picture.report, unit: picture.unit, eyes: picture.eyes, shown: picture.shown,
            notifier: visit.viewer.name,
            on: visit.today, in: language)
        return SheetPart(sheet: sheet, path: path, forms: forms).html
    }
}

/// The sheet on the screen, each field ready to be copied.
struct SheetPart: Pattern {
    let sheet: NotificationSheet
    let path: Link
    let forms: FormTexts

    var html: HTML {
        let text = SheetTexts(language: sheet.language)
        return Sheet(text.sheet) {
            """
            <p class="meta">\(text.sheetAbout)</p>\
            <div class="actions">\(Button(forms.asPaper, to: paper))\(Button(forms.asText, to: plain))</div>\
            \(each: sheet.parts, part)
            """
        }.html
    }

    private var paper: Link { Link(onThisSite: path.text + "/paper") ?? path }
    private var plain: Link { Link(onThisSite: path.text + "/text") ?? path }

    private func part(_ part: NotificationSheet.Part) -> HTML {
        "<h3>\(part.title)</h3>\(Facts(part.lines.map { ($0.name, value($0)) }))"
    }

    private func value(_ line: NotificationSheet.Line) -> HTML {
        guard case .text(let value) = line.content else {
            return "<span class=\"meta\">\(sheet.told(line.content))</span>"
        }
        return """
            <span class="lines" data-copied="\(forms.copied)">\(value)</span> \
            <button type="button" class="button quiet" data-copy hidden aria-label="\(forms.copy(line.name))">\(forms.copy)</button>
            """
    }
}

/// The sheet on A4, and so as PDF. In Danish, since the authority reads it; the English one is for those who do not.
struct SheetOnPaper {
    let visit: Visit
    let sheet: NotificationSheet
    let picture: AccidentPicture

    var page: Page {
        let text = SheetTexts(language: sheet.language)
        let title = "\(text.sheet) \(picture.happened?.text ?? "")".trimmed
        return Page(
            title: title, surroundings: .paper(.a4), section: "reports", scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: "/reports/\(picture.report.id)/accident", others: other).html)\
                <div lang="\(sheet.language.rawValue)" class="stack"><header><h1>\(text.sheet)</h1>\
                <p class="meta">\(picture.unit.in(sheet.language))</p></header>\
                \(each: sheet.parts, part)</div>
                """)
    }

    private var other: HTML {
        let other = sheet.language.other
        let name = FormTexts(language: sheet.language).otherLanguage
        let link = ("/reports/\(picture.report.id)/accident/paper" as Link).with([("in", other.rawValue)])
        return "\(Button(name, to: link, .quiet))"
    }

    private func part(_ part: NotificationSheet.Part) -> HTML {
        "<section><h2>\(part.title)</h2>\(Facts(part.lines.map { ($0.name, value($0)) }))</section>"
    }

    /// What is written in EASY alone, or by nobody yet, has room for a pen.
    private func value(_ line: NotificationSheet.Line) -> HTML {
        switch line.content {
        case .text(let value): "<span class=\"lines\">\(value)</span>"
        case .covered: "\(sheet.told(line.content))"
        case .byHand, .missing: "<div class=\"writing\"><span class=\"unseen\">\(sheet.told(line.content))</span></div>"
        }
    }
}
