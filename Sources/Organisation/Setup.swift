import Access
import Design
import Journal
import Kernel
import Markup
import Storage
import Web

/// The first page of an empty installation, behind the one-time link that the console prints.
struct SetupRoutes: Sendable {
    /// Fills the empty database with an invented organisation; tells the e-mail and password of its administrator.
    let invent: @Sendable (any Database) async throws -> (email: String, password: String)

    func add(to routes: inout Routes) {
        let door = Who.anyone(because: "nobody can have signed in yet; the link is the key")
        routes.get("/setup/:secret", for: door, show)
        routes.post("/setup/:secret", for: door, begin)
        routes.post("/setup/:secret/invented", for: door, beginInvented)
    }

    private func show(_ visit: Visit) async throws -> Answer {
        try await open(visit)
        return .page(SetupPage(visit: visit).page)
    }

    private func begin(_ visit: Visit) async throws -> Answer {
        try await open(visit)
        return try await visit.orAgain {
            let identities = visit.house.identities
            let founding = try Founding(visit.fields, identities, on: visit.today, in: visit.language)
            let hash = try await Password.hash(founding.password.text)
            let deed = Deed(by: founding.administrator.id, at: visit.moment, identities: identities)
            let (session, link) = (identities.secret(), ReportLink.new(identities))
            let secret = visit.parameters["secret"] ?? ""
            try await visit.write { writer in
                // Once more: somebody else may have begun meanwhile.
                guard try Self.isOpen(secret, at: deed.moment, writer.reader) else { throw Refusal.notFound }
                try writer.apply(founding.change(reportLink: link), deed)
                try writer.apply(SignIn.changedPassword(of: founding.administrator.id, to: hash), deed)
                let end = deed.moment + SignIn.sessionSeconds
                try writer.apply(
                    SignIn.began(SecretHash(of: session), founding.administrator.id, until: end, deed), deed)
                try writer.execute("DELETE FROM one_time_link WHERE person_id IS NULL")
            }
            return .redirect(
                "/organisation", saying: SetupTexts(language: visit.language).founded,
                setting: [Cookie("session", session, seconds: nil)])
        } form: { problems in
            SetupPage(visit: visit, problems: problems).page
        }
    }

    private func beginInvented(_ visit: Visit) async throws -> Answer {
        try await open(visit)
        let account: (email: String, password: String)
        do {
            account = try await invent(visit.house.database)
        } catch {
            // Somebody else may have begun meanwhile; otherwise it is a fault.
            try await open(visit)
            throw error
        }
        try await visit.write { try $0.execute("DELETE FROM one_time_link WHERE person_id IS NULL") }
        return .page(InventedPage(visit: visit, email: account.email, password: account.password).page)
    }

    /// - Throws: `Refusal.notFound` where the link is not the one, or somebody is here already.
    private func open(_ visit: Visit) async throws {
        let secret = visit.parameters["secret"] ?? ""
        guard try await visit.read({ try Self.isOpen(secret, at: visit.moment, $0) }) else { throw Refusal.notFound }
    }

    private static func isOpen(_ secret: String, at moment: Moment, _ reader: Reader) throws -> Bool {
        try SignInStore(reader).isSetupLink(secret, at: moment) && PersonStore(reader).isEmpty()
    }
}

/// An organisation at its beginning: its name, its top unit, its first administrator.
struct Founding: Sendable {
    let name: Words
    let unit: Unit
    let administrator: Person
    let password: ChosenPassword

    /// - Parameter language: in which the first administrator read the page, and goes on reading.
    /// - Throws: all problems with what was written.
    init(_ fields: Fields, _ identities: Identities, on today: Day, in language: Language) throws(Problems) {
        var reading = Reading(fields)
        let danish = reading.text("organisation", limit: 200)
        let english = reading.optionalText("organisation_en", limit: 200)
        let person = reading.text("name", limit: 200)
        let email = reading.text("email", limit: 200).lowercased()
        if !email.isEmpty, !email.isAddress { reading.note(FieldProblem.notAnAddress, at: "email") }
        do {
            password = try ChosenPassword(fields, for: person, email: email)
        } catch {
            for (field, problem) in error.all { reading.note(AnyProblem(problem), at: field) }
            try reading.finish()
            throw error
        }
        try reading.finish()
        name = Words(da: danish, en: english.isEmpty ? danish : english)
        unit = Unit(
            id: identities.random(), code: "1", parent: nil, kind: .organisation, name: name, isLegalEntity: true,
            opens: today)
        administrator = Person(
            id: identities.random(), name: person, email: email, language: language, unit: unit.id, starts: today,
            isAdministrator: true)
    }

    func change(reportLink: String) -> Change {
        Change(
            [
                """
                INSERT INTO organisation (id, name_da, name_en) VALUES (1, \(name.danish), \(name.english))
                """
            ],
            journal: [JournalEntry(Subject("organisation", "1"), "founded", after: ["name": name.danish])],
            raising: [.rights]
        ) + unit.added(reportLink: reportLink) + administrator.added()
    }
}

/// Hands a problem on whose kind is not known here.
private struct AnyProblem: Problem {
    let problem: any Problem
    init(_ problem: any Problem) { self.problem = problem }
    func explained(in language: Language) -> String { problem.explained(in: language) }
}

struct SetupTexts {
    let language: Language

    var title: String { language.pick(da: "Velkommen til Forkant", en: "Welcome to Forkant") }
    var about: String {
        language.pick(
            da: "Alt det, nogen lægger mærke til, bliver til en linje på én levende handleplan. Begynd her.",
            en: "Everything that anyone notices becomes a line on one living action plan. Begin here.")
    }
    var invented: String { language.pick(da: "Prøv en opfundet organisation", en: "Try an invented organisation") }
    var inventedHow: String {
        language.pick(
            da: "Et universitet med 400 ansatte, grupper, meldinger og indsatser. Til at lære Forkant at kende.",
            en: "A university of 400 employees with groups, reports and actions. To get to know Forkant.")
    }
    var own: String { language.pick(da: "Start jeres egen", en: "Start your own") }
    var organisation: String { language.pick(da: "Organisationens navn", en: "The organisation's name") }
    var organisationEnglish: String {
        language.pick(da: "Navnet på engelsk", en: "The name in English")
    }
    var name: String { language.pick(da: "Dit navn", en: "Your name") }
    var nameHint: String {
        language.pick(da: "Du bliver den første administrator.", en: "You become the first administrator.")
    }
    var begin: String { language.pick(da: "Begynd", en: "Begin") }
    var founded: String {
        language.pick(
            da: "Organisationen er oprettet. Læs nu enheder og personer ind, eller opret dem her.",
            en: "The organisation is there. Now read in units and people, or create them here.")
    }
    var ready: String {
        language.pick(da: "Den opfundne organisation er klar", en: "The invented organisation is ready")
    }
    var readyHow: String {
        language.pick(da: "Log ind med disse. De vises kun nu.", en: "Sign in with these. They are shown only now.")
    }
}

struct SetupPage {
    let visit: Visit
    var problems = Problems.none

    private var text: SetupTexts { SetupTexts(language: visit.language) }
    private var signIn: SignInTexts { SignInTexts(language: visit.language) }
    private var secret: String { visit.parameters["secret"] ?? "" }

    var page: Page {
        let form = Form(
            to: "/setup/\(secret)", csrf: nil, fields: visit.fields, problems: problems, language: visit.language)
        return Page(
            title: text.title, surroundings: .plain,
            content: """
                <p>\(text.about)</p>
                \(Sheet(text.invented) {
                    """
                    <p>\(text.inventedHow)</p>
                    <form method="post" action="/setup/\(secret)/invented">\(Button(text.invented, .plain))</form>
                    """
                })
                \(Sheet(text.own) {
                    form.html { form in
                        """
                        \(form.field("organisation", text.organisation, .text(limit: 200, completes: "organization")))
                        \(form.field("organisation_en", text.organisationEnglish, isRequired: false))
                        \(form.field("name", text.name, .text(completes: "name"), hint: text.nameHint))
                        \(form.field("email", signIn.email, .text(.email, completes: "username")))
                        \(form.field("password", signIn.password, .text(.password, completes: "new-password"), hint: signIn.passwordHint))
                        \(form.field("again", signIn.passwordAgain, .text(.password, completes: "new-password")))
                        \(Button(text.begin, .primary))
                        """
                    }
                })
                """)
    }
}

struct InventedPage {
    let visit: Visit
    let email: String
    let password: String

    var page: Page {
        let text = SetupTexts(language: visit.language)
        let signIn = SignInTexts(language: visit.language)
        return Page(
            title: text.ready, surroundings: .plain,
            content: """
                <p>\(text.readyHow)</p>
                <dl class="facts"><dt>\(signIn.email)</dt><dd><code>\(email)</code></dd>
                <dt>\(signIn.password)</dt><dd><code>\(password)</code></dd></dl>
                \(Button(signIn.title, to: "/signin", .primary, isFull: true))
                """)
    }
}
