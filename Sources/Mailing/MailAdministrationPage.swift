import Design
import Kernel
import Mail
import Markup
import Web

/// What the administrator sees of the queue.
struct MailQueue: Sendable {
    let waiting: Int
    let sent: Int
    let dead: Int
    /// Those that wait next.
    let next: [QueuedMail]
    let givenUp: [QueuedMail]
    /// Whom the mails shown are to.
    let names: [PersonID: String]
}

struct MailAdministrationPage {
    let visit: Visit
    let queue: MailQueue

    private var text: MailAdministrationTexts { MailAdministrationTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.title, section: "administration",
            content: """
                \(Breadcrumbs([(text.administration, "/administration")], language: visit.language))
                \(PageHeader(text.title, about: text.how, actions: test))
                \(settings)
                \(Sheet(text.queue) { numbers })
                \(when: !queue.next.isEmpty, Sheet(text.next, isPadded: false) { waiting }.html)
                \(Sheet(text.givenUp, isPadded: queue.givenUp.isEmpty) { dead })
                """)
    }

    private var test: HTML? {
        guard visit.house.mail != nil else { return nil }
        return PostButton(text.test, to: "/administration/mail/test", csrf: visit.csrf).html
    }

    private var settings: HTML {
        guard let settings = visit.house.mail?.settings else {
            return EmptyState(text.noServer, text.noServerHow).html
        }
        return Sheet(text.settings) {
            Facts([
                (text.server, "\(settings.address)"), (text.from, "\(settings.from.text)"),
                (text.signsIn, "\(settings.user ?? text.doesNot)"),
            ]).html
        }.html
    }

    private var numbers: HTML {
        """
        <ul class="figures"><li>\(Figure("\(queue.waiting)", text.waiting))</li>\
        <li>\(Figure("\(queue.sent)", text.sent))</li><li>\(Figure("\(queue.dead)", text.dead))</li></ul>
        """
    }

    private var waiting: HTML {
        DataTable(
            text.next, isCaptionSeen: false,
            columns: [
                .init(text.person), .init(text.nextTry), .init(text.attempts, isNumber: true), .init(text.problem),
            ],
            rows: queue.next.map { mail in
                .init([name(mail), when(mail.at), "\(mail.attempts)", "\(mail.problem.isEmpty ? "–" : mail.problem)"])
            }
        ).html
    }

    private var dead: HTML {
        guard !queue.givenUp.isEmpty else { return "<p class=\"meta\">\(text.nothingGivenUp)</p>" }
        return """
            <div class="body stack"><p class="meta">\(text.givenUpHow)</p>
            \(when: queue.dead > 1, PostButton(text.allAgain, to: "/administration/mail/again", csrf: visit.csrf).html)</div>
            \(deadTable)
            """
    }

    private var deadTable: HTML {
        DataTable(
            text.givenUp, isCaptionSeen: false,
            columns: [
                .init(text.person), .init(text.when), .init(text.attempts, isNumber: true), .init(text.problem),
                .init(text.again),
            ],
            rows: queue.givenUp.map { mail in
                .init([
                    name(mail), when(mail.at), "\(mail.attempts)", "\(mail.problem)",
                    PostButton(text.again, to: "/administration/mail/\(mail.id)/again", csrf: visit.csrf).html,
                ])
            }
        ).html
    }

    private func name(_ mail: QueuedMail) -> HTML {
        "<a href=\"/people/\(mail.person)\">\(queue.names[mail.person] ?? "–")</a>"
    }

    private func when(_ moment: Moment) -> HTML {
        "\(moment.day.short(in: visit.language, today: visit.today)) \(moment.clock(in: visit.language))"
    }
}
