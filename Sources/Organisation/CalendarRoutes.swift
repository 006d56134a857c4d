import Access
import Design
import Documents
import Journal
import Kernel
import Markup
import Storage
import Web

/// When mandates end, in the calendar that people keep anyway: behind a private link that can be withdrawn.
struct CalendarRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/account/calendar", for: .signedIn, show)
        routes.post("/account/calendar", for: .signedIn, make)
        routes.post("/account/calendar/withdrawal", for: .signedIn, withdraw)
        let program = Who.anyone(
            because: "a calendar program has no session: the secret in the address says whose it is")
        routes.get("/calendar/:secret/mandates.ics", for: program) { visit in try await feed(visit, of: nil) }
        routes.get("/calendar/:secret/bodies/:id", for: program) { visit in try await feed(visit, of: try visit.id()) }
    }

    private func show(_ visit: Visit) async throws -> Answer {
        let person = visit.viewer.person
        let made = try await visit.read { try CalendarStore($0).made(person) }
        return .page(CalendarPage(visit: visit, made: made, secret: nil).page)
    }

    /// The link is shown once; a new one makes the old one lead nowhere.
    private func make(_ visit: Visit) async throws -> Answer {
        let (deed, person, secret) = (visit.deed, visit.viewer.person, visit.house.identities.secret())
        try await visit.write { writer in try writer.apply(CalendarLink.made(secret, person, deed), deed) }
        return .page(CalendarPage(visit: visit, made: visit.today, secret: secret).page)
    }

    private func withdraw(_ visit: Visit) async throws -> Answer {
        let (deed, person) = (visit.deed, visit.viewer.person)
        try await visit.write { writer in try writer.apply(CalendarLink.withdrawn(person), deed) }
        return .redirect("/account/calendar", saying: CalendarTexts(language: visit.language).withdrawn)
    }

    private func feed(_ visit: Visit, of body: BodyID?) async throws -> Answer {
        guard let secret = visit.parameters["secret"], secret.utf8.count <= 64 else { throw Refusal.notFound }
        let (today, moment) = (visit.today, visit.moment)
        let calendar = try await visit.read { reader -> ICalendar? in
            guard let person = try CalendarStore(reader).person(secret, on: today), person.isHere(on: today) else {
                return nil
            }
            let text = CalendarTexts(language: person.language)
            let store = CalendarStore(reader)
            guard let body else {
                let ends = try store.ends(of: person.id, from: today, on: today)
                return ICalendar(name: text.own, events: ends.map { text.event($0, isOwn: true) }, made: moment)
            }
            guard let found = try BodyStore(reader).find(body, on: today) else { return nil }
            let ends = try store.ends(in: body, from: today, on: today)
            return ICalendar(
                name: text.ofBody(found.name.in(person.language)), events: ends.map { text.event($0, isOwn: false) },
                made: moment)
        }
        guard let calendar else { throw Refusal.notFound }
        return .file(
            File(
                name: "forkant.ics", mediaType: "text/calendar; charset=utf-8", bytes: calendar.bytes, isShown: true))
    }
}

enum CalendarLink {
    static func made(_ secret: String, _ person: PersonID, _ deed: Deed) -> Change {
        let hash = SecretHash(of: "calendar \(secret)").text
        return Change(
            [
                """
                INSERT INTO calendar_link (hash, person_id, made) VALUES (\(hash), \(person), \(deed.day))
                ON CONFLICT (person_id) DO UPDATE SET hash = \(hash), made = \(deed.day)
                """
            ],
            journal: [JournalEntry(Subject("person", person), "calendar_linked")], raising: [])
    }

    static func withdrawn(_ person: PersonID) -> Change {
        Change(
            ["DELETE FROM calendar_link WHERE person_id = \(person)"],
            journal: [JournalEntry(Subject("person", person), "calendar_unlinked")], raising: [])
    }
}

/// A mandate that ends, with what it is called.
struct MandateEnd: Sendable {
    let mandate: ID<Mandate>
    let role: Role
    let name: String
    let place: Words
    let ends: Day
}

struct CalendarStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    func person(_ secret: String, on day: Day) throws -> Person? {
        let hash = SecretHash(of: "calendar \(secret)").text
        let id: PersonID? = try reader.value("SELECT person_id FROM calendar_link WHERE hash = \(hash)")
        return try id.flatMap { try PersonStore(reader).find($0, on: day) }
    }

    func made(_ person: PersonID) throws -> Day? {
        try reader.value("SELECT made FROM calendar_link WHERE person_id = \(person)")
    }

    func ends(of person: PersonID, from first: Day, on day: Day) throws -> [MandateEnd] {
        try ends("mandate.person_id = \(person)", from: first, on: day)
    }

    func ends(in body: BodyID, from first: Day, on day: Day) throws -> [MandateEnd] {
        try ends("mandate.body_id = \(body)", from: first, on: day)
    }

    private func ends(_ condition: SQL, from first: Day, on day: Day) throws -> [MandateEnd] {
        try reader.rows(
            """
            SELECT mandate.id, mandate.role, person.name, COALESCE(body.name_da, version.name_da),
            COALESCE(body.name_en, version.name_en), mandate.ends
            FROM mandate JOIN person ON person.id = mandate.person_id
            LEFT JOIN body ON body.id = mandate.body_id
            LEFT JOIN unit_version AS version ON version.unit_id = mandate.unit_id AND version.starts <= \(day)
            AND (version.ends IS NULL OR version.ends >= \(day))
            WHERE \(condition) AND mandate.ends >= \(first) ORDER BY mandate.ends, mandate.id LIMIT 500
            """
        ) { row in
            try MandateEnd(
                mandate: row[0], role: row[1], name: row[2], place: Words(da: row[3], en: row[4]), ends: row[5])
        }
    }
}

struct CalendarTexts {
    let language: Language

    var title: String { language.pick(da: "Hverv i kalenderen", en: "Mandates in the calendar") }
    var how: String {
        language.pick(
            da:
                "Et privat link, som din kalender kan læse: den dag, dine hverv slutter. Del det ikke. Træk det tilbage, hvis andre har fået det.",
            en:
                "A private link that your calendar can read: the day your mandates end. Do not share it. Withdraw it if others have got it."
        )
    }
    var make: String { language.pick(da: "Lav et link", en: "Make a link") }
    var makeNew: String { language.pick(da: "Lav et nyt link", en: "Make a new link") }
    var withdraw: String { language.pick(da: "Træk linket tilbage", en: "Withdraw the link") }
    var withdrawn: String { language.pick(da: "Linket virker ikke længere.", en: "The link no longer works.") }
    var onlyNow: String {
        language.pick(
            da: "Linket vises kun nu. Et ældre link virker ikke længere.",
            en: "The link is shown only now. An older one no longer works.")
    }
    var ownLink: String { language.pick(da: "Dine egne hverv", en: "Your own mandates") }
    func bodyLink(_ name: String) -> String { language.pick(da: "Alle i \(name)", en: "Everyone in \(name)") }
    func thereIsOne(_ day: String) -> String {
        language.pick(da: "Du fik et link \(day). Det virker.", en: "You were given a link on \(day). It works.")
    }
    var none: String { language.pick(da: "Du har intet link.", en: "You have no link.") }
    var own: String { language.pick(da: "Mine hverv slutter", en: "My mandates end") }
    func ofBody(_ name: String) -> String {
        language.pick(da: "Hverv, der slutter: \(name)", en: "Mandates that end: \(name)")
    }

    func event(_ end: MandateEnd, isOwn: Bool) -> ICalendar.Event {
        let role = OrganisationTexts(language: language).name(end.role)
        let place = end.place.in(language)
        let title =
            isOwn
            ? language.pick(da: "Dit hverv som \(role) slutter", en: "Your mandate as \(role) ends")
            : language.pick(da: "\(end.name) slutter som \(role)", en: "\(end.name) ends as \(role)")
        return ICalendar.Event(id: "mandate-\(end.mandate)", day: end.ends, title: title, about: place)
    }
}

struct CalendarPage {
    let visit: Visit
    let made: Day?
    /// Only right after it was made.
    let secret: String?

    private var text: CalendarTexts { CalendarTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.title,
            content: """
                \(Breadcrumbs([(SignInTexts(language: visit.language).account, "/account")], language: visit.language))
                \(PageHeader(text.title, about: text.how))
                \(secret.map(links) ?? "<p>\(state)</p>")
                <div class="row">\(PostButton(made == nil ? text.make : text.makeNew, to: "/account/calendar", csrf: visit.csrf, .primary))
                \(when: made != nil, PostButton(text.withdraw, to: "/account/calendar/withdrawal", csrf: visit.csrf).html)</div>
                """)
    }

    private var state: String {
        made.map { text.thereIsOne($0.short(in: visit.language, today: visit.today)) } ?? text.none
    }

    private func links(_ secret: String) -> HTML {
        let address = visit.house.settings.publicAddress
        return """
            <p>\(text.onlyNow)</p><dl class="facts"><dt>\(text.ownLink)</dt>
            <dd><code class="secret">\(address)/calendar/\(secret)/mandates.ics</code></dd>
            \(each: bodies, { body in
                "<dt>\(text.bodyLink(body.bodyName.in(visit.language)))</dt><dd><code class=\"secret\">\(address)/calendar/\(secret)/bodies/\(body.body)</code></dd>"
            })</dl>
            """
    }

    private var bodies: [HeldMandate] {
        var known: Set<BodyID> = []
        return visit.viewer.mandates.filter { known.insert($0.body).inserted }
    }
}
