import Access
import Design
import Journal
import Kernel
import Markup
import Storage
import Web

/// What the administrator does: users and their links, and the journal. No case content comes with it.
struct AdministrationRoutes: Sendable {
    /// What of the journal its list shows.
    let listed: [Organisation.Listed]

    func add(to routes: inout Routes) {
        routes.get("/administration", for: .administrator, showUsers)
        routes.get("/administration/people/new", for: .administrator, showNewPerson)
        routes.post("/administration/people", for: .administrator, addPerson)
        routes.post("/administration/people/:id/link", for: .administrator, makeLink)
        routes.get("/administration/journal", for: .administrator, showJournal)
    }

    private func showUsers(_ visit: Visit) async throws -> Answer {
        let (text, day) = (visit.fields["q"].trimmed, visit.today)
        let people = try await visit.read { reader in
            try PersonStore(reader).page(named: text, on: day, most: 30).map { person in
                (person, try SignInStore(reader).hasAccount(person.id))
            }
        }
        return .page(UsersPage(visit: visit, people: people).page)
    }

    private func showNewPerson(_ visit: Visit) -> Answer { .page(NewPersonPage(visit: visit).page) }

    private func addPerson(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let fields = visit.fields
            let (deed, identities, today) = (visit.deed, visit.house.identities, visit.today)
            let link = try await visit.once { writer in
                let unit = try UnitStore(writer.reader).find(written: fields["unit"], on: today)
                let person = try Person.written(
                    fields, id: identities.random(), unit: unit,
                    isEmailTaken: try PersonStore(writer.reader).find(email: fields["email"], on: today) != nil,
                    on: today)
                try writer.apply(person.added(), deed)
                return ("/administration" as Link).with([("q", person.name)])
            }
            return .redirect(link, saying: OrganisationTexts(language: visit.language).created)
        } form: { problems in
            NewPersonPage(visit: visit, problems: problems).page
        }
    }

    private func makeLink(_ visit: Visit) async throws -> Answer {
        let id: PersonID = try visit.id()
        let (deed, secret) = (visit.deed, visit.house.identities.secret())
        let person = try await visit.write { writer -> Person in
            guard let person = try PersonStore(writer.reader).find(id, on: deed.day) else { throw Refusal.notFound }
            try writer.apply(SignIn.invited(id, secret: secret, deed), deed)
            return person
        }
        return .page(
            LinkPage(visit: visit, person: person, address: visit.house.settings.publicAddress, secret: secret).page)
    }

    private func showJournal(_ visit: Visit) async throws -> Answer {
        let place = visit.fields["at"].isEmpty ? nil : (visit.fields["at"], visit.fields["after"])
        let listed = listed
        let page = try await visit.read { reader in
            let lines = try JournalStore(reader).page(
                after: place.map { (at: $0.0, id: $0.1) }, most: 51, hasValues: false, where: listed)
            return (lines, try PersonStore(reader).names(of: Set(lines.compactMap(\.person))))
        }
        return .page(JournalPage(visit: visit, lines: page.0, names: page.1).page)
    }
}

struct UsersPage {
    let visit: Visit
    let people: [(person: Person, hasAccount: Bool)]

    private var text: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.administration, section: "administration",
            content: """
                \(PageHeader(text.users, about: text.usersHow, actions: """
                    \(Button(text.importFiles, to: "/import")) \(Button(text.newPerson, to: "/administration/people/new", .primary))
                    \(Button(SignInTexts(language: visit.language).mails, to: "/administration/mail"))
                    \(Button(text.journal, to: "/administration/journal")) \(Button(text.jobs, to: "/administration/jobs"))
                    \(Button(text.retention, to: "/administration/retention"))
                    """))
                \(FilterBar(
                    to: "/administration", search: visit.fields["q"], isNarrowed: !visit.fields["q"].isEmpty,
                    language: visit.language))
                \(when: people.isEmpty, EmptyState(text.noPeople, text.noPeopleHow).html, else: table)
                """)
    }

    private var table: HTML {
        DataTable(
            text.users, isCaptionSeen: false,
            columns: [.init(text.name), .init(text.email), .init(text.access), .init(text.makeLink)],
            rows: people.map { person, hasAccount in
                .init([
                    "<a href=\"/people/\(person.id)\">\(PersonName(person.name))</a>", "\(person.email)",
                    Badge(hasAccount ? text.hasAccount : text.noAccount, hasAccount ? .ok : .plain).html,
                    PostButton(text.makeLink, to: "/administration/people/\(person.id)/link", csrf: visit.csrf).html,
                ])
            }
        ).html
    }
}

struct NewPersonPage {
    let visit: Visit
    var problems = Problems.none

    var page: Page {
        let text = OrganisationTexts(language: visit.language)
        let form = Form(
            to: "/administration/people", csrf: nil, fields: visit.fields, problems: problems, language: visit.language)
        return Page(
            title: text.newPerson, section: "administration",
            content: """
                \(PageHeader(text.newPerson))
                \(form.html { form in
                    """
                    \(visit.seal)
                    \(form.field("name", text.name, .text(limit: 200)))
                    \(form.field("email", text.email, .text(.email, limit: 200)))
                    \(form.field("unit", text.unit, .text(limit: 40), hint: text.unitHint, isRequired: false))
                    \(form.field("administrator", text.isAdministrator, .tick, isRequired: false))
                    \(Button(text.create, .primary))
                    """
                })
                """)
    }
}

/// The one-time link, shown once.
struct LinkPage {
    let visit: Visit
    let person: Person
    let address: String
    let secret: String

    var page: Page {
        let text = OrganisationTexts(language: visit.language)
        return Page(
            title: text.linkMade, section: "administration",
            content: """
                \(PageHeader(text.linkMade, about: text.linkHow(person.name)))
                <p><code class="secret">\(address)/welcome/\(secret)</code></p>
                <p><a href="/administration">\(text.back)</a></p>
                """)
    }
}

struct JournalPage {
    let visit: Visit
    /// One more than is shown, where there are more.
    let lines: [JournalLine]
    let names: [PersonID: String]

    private var text: OrganisationTexts { OrganisationTexts(language: visit.language) }
    private var words: JournalTexts { JournalTexts(language: visit.language) }
    private static let shown = 50

    var page: Page {
        let next = lines.count > Self.shown ? lines[Self.shown - 1] : nil
        let link = next.map { ("/administration/journal" as Link).with([("at", $0.at), ("after", $0.id.text)]) }
        return Page(
            title: text.journal, section: "administration",
            content: """
                \(Breadcrumbs([(text.administration, "/administration")], language: visit.language))
                \(PageHeader(text.journal))
                \(DataTable(
                    text.journal, isCaptionSeen: false,
                    columns: [.init(text.at), .init(text.what), .init(text.who)],
                    rows: lines.prefix(Self.shown).map(row)))
                \(Pager(previous: nil, next: link, language: visit.language))
                """)
    }

    /// What was done and by whom; the values before and after stand with the thing itself, for those who may see it.
    private func row(_ line: JournalLine) -> DataTable.Row {
        let day = line.day?.short(in: visit.language, today: visit.today) ?? line.at
        let clock = line.moment.map { " \($0.clock(in: visit.language))" } ?? ""
        return .init([
            "\(day)\(clock)", "\(words.kind(line.subject.kind)): \(words.verb(line.verb))",
            "\(line.person.flatMap { names[$0] } ?? "–")",
        ])
    }
}
