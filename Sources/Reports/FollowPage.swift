import Design
import Kernel
import Markup
import Web

/// Asks for the code.
struct FollowPage {
    let visit: Visit
    var problems = Problems.none

    private var text: ReportTexts { ReportTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.follow, surroundings: .plain,
            content: Form(to: "/follow", csrf: visit.csrf, problems: problems, language: visit.language).html { form in
                """
                \(form.field("code", text.code, .text(limit: 40, completes: "off"), hint: text.followAbout))
                \(Button(text.showReport, .primary, isFull: true))
                """
            })
    }
}

/// What the reporter sees of a report: what was written, what became of it, and the conversation.
struct FollowedReportPage {
    let visit: Visit
    let picture: ReportPicture
    /// By the code, from anywhere; or signed in, as the one who reported.
    let isByCode: Bool
    var problems = Problems.none

    private var text: ReportTexts { ReportTexts(language: visit.language) }
    private var report: Report { picture.report }

    var page: Page {
        Page(
            title: text.name(of: report.kind), surroundings: isByCode ? .plain : .app, section: "reports",
            topics: isByCode ? [] : [.report(report.id)], content: content)
    }

    private var content: HTML {
        let parts = ReportParts(picture: picture, visit: visit)
        return """
            \(when: !isByCode, "\(PageHeader(text.name(of: report.kind)))")
            <p class="meta" data-live-part="head">\(parts.badge) \(picture.unit?.name.in(visit.language))</p>
            \(readers)\(Sheet(text.whatHappened) { "\(parts.liveTimeline)" })
            \(Sheet(text.youWrote) { "\(parts.words)\(place)\(parts.photos(photoLink))" })
            \(Sheet(text.conversation) { "\(parts.liveThread(isReporter: true))\(answer)" })
            \(when: isByCode, "\(end)")
            """
    }

    /// Who reads it, as was promised; it may have been handed on since.
    private var readers: HTML {
        let names = picture.trust.readers.compactMap { picture.names[$0] }
        guard !names.isEmpty else { return .nothing }
        return "<p class=\"meta\">\(ConfidenceTexts(language: visit.language).isReadBy(names))</p>"
    }

    private var place: HTML {
        report.place.isEmpty ? .nothing : "<p class=\"meta\">\(text.placeFact): \(report.place)</p>"
    }

    private func photoLink(_ number: Int) -> Link {
        isByCode ? "/follow/photos/\(number)" : "/reports/\(report.id)/photos/\(number)"
    }

    private var answer: HTML {
        Form(
            to: isByCode ? "/follow/messages" : "/reports/\(report.id)/messages", csrf: nil,
            fields: problems.isEmpty ? Fields() : visit.fields, problems: problems, language: visit.language
        ).html { form in
            """
            \(visit.seal)\(form.field("text", text.answer, .lines(rows: 3, limit: ReportMessage.limit)))
            \(Button(text.send))
            """
        }
    }

    private var end: PostButton { PostButton(text.endFollowing, to: "/follow/end", csrf: visit.csrf, .quiet) }
}
