import Access
import Design
import Documents
import Journal
import Kernel
import Law
import Markup
import Storage
import Web

/// Head count and hours worked, month by month: seen by all, written by the administrator and the area's coordinator.
struct MonthRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/units/:id/months", for: .signedIn) { visit in
            let id: UnitID = try visit.id()
            return try await visit.organisationPage { asOf, reader in try Self.page(id, visit, asOf, reader)?.page }
        }
        routes.post("/units/:id/months", for: .signedIn, record)
    }

    private static func page(
        _ id: UnitID, _ visit: Visit, _ asOf: AsOf, problems: Problems = .none, _ reader: Reader
    ) throws -> MonthsPage? {
        guard let unit = try UnitStore(reader).find(id, on: asOf.day) else { return nil }
        let last = Month(of: asOf.day)
        let first = (0..<11).reduce(last) { month, _ in month.previous }
        return MonthsPage(
            visit: visit, asOf: asOf, unit: unit, months: try MonthStore(reader).latest(of: id, through: last),
            people: try PersonStore(reader).counts(in: id, on: asOf.day),
            yearHours: try MonthStore(reader).hours(under: id, from: first, through: last, on: asOf.day),
            mayChange: try asOf.isToday && MandateRoutes.mayChange(.unit(id), visit.viewer, on: asOf.today, reader),
            problems: problems)
    }

    private func page(_ visit: Visit, problems: Problems) async throws -> Page {
        let id: UnitID = try visit.id()
        let page = try await visit.read { try Self.page(id, visit, AsOf(visit), problems: problems, $0) }
        guard let page else { throw Refusal.notFound }
        return page.page
    }

    private func record(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let id: UnitID = try visit.id()
            let (fields, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
            let link = try await visit.once { writer in
                _ = try Self.record(id, fields, viewer, deed, writer)
                return "/units/\(id)/months"
            }
            return .redirect(link, saying: MonthTexts(language: visit.language).recorded)
        } form: { problems in
            try await page(visit, problems: problems)
        }
    }
}

extension MonthRoutes {
    static func record(
        _ id: UnitID, _ fields: Fields, _ viewer: Viewer, _ deed: Deed, _ writer: Writer
    ) throws -> MonthFigures {
        guard try UnitStore(writer.reader).find(id, on: deed.day) != nil else { throw Refusal.notFound }
        guard try MandateRoutes.mayChange(.unit(id), viewer, on: deed.day, writer.reader) else {
            throw OrganisationRoutes.notYours
        }
        let figures = try MonthFigures.written(fields, unit: id, on: deed.day)
        let old = try MonthStore(writer.reader).find(id, figures.month)
        try writer.apply(figures.recorded(replacing: old), deed)
        return figures
    }
}

struct MonthsPage {
    let visit: Visit
    let asOf: AsOf
    let unit: Unit
    let months: [MonthFigures]
    /// By the register of people, today.
    let people: [Person.Kind: Int]
    let yearHours: Int
    let mayChange: Bool
    let problems: Problems

    private var text: MonthTexts { MonthTexts(language: visit.language) }
    private var names: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        let name = unit.name.in(visit.language)
        return Page(
            title: "\(text.title): \(name)", section: "organisation",
            content: """
                \(Breadcrumbs(
                    [(names.organisation, asOf.link("/organisation")), (name, asOf.link("/units/\(unit.id)"))],
                    language: visit.language))
                \(asOf.banner(backTo: "/units/\(unit.id)/months"))
                \(PageHeader(text.title, about: asOf.about("\(name) · \(unit.code)")))
                <div class="columns"><div class="stack">
                \(Sheet(text.title, isPadded: false) {
                    when(months.isEmpty, EmptyState(text.none, text.noneHow).html, table)
                })</div>
                <div class="stack">\(Sheet(asOf.isToday ? text.today : text.then) { figures })
                \(when: mayChange, Sheet(text.write) { form }.html)
                \(asOf.chooser(to: "/units/\(unit.id)/months"))</div></div>
                """)
    }

    private func when(_ condition: Bool, _ one: HTML, _ other: HTML) -> HTML { condition ? one : other }

    private var figures: HTML {
        """
        <div class="figures">\(each: Person.Kind.allCases, { kind in
            Figure("\(people[kind] ?? 0)", ChangeTexts(language: visit.language).name(kind, isMany: people[kind] != 1)).html
        })\(Figure("\(yearHours)", text.yearHours))</div>
        """
    }

    /// Most units have nobody to write there.
    private var showsFew: Bool { months.contains { $0.fewHours != nil } }

    private var table: HTML {
        DataTable(
            text.title, isCaptionSeen: false,
            columns: [.init(text.month), .init(text.headCount, isNumber: true), .init(text.hours, isNumber: true)]
                + (showsFew ? [.init(text.fewHours, isNumber: true)] : []),
            rows: months.map { figures in
                .init([
                    "\(figures.month.text)", "\(figures.headCount.map { "\($0)" } ?? "–")",
                    "\(figures.hours.map { "\($0)" } ?? "–")", "\(figures.fewHours.map { "\($0)" } ?? "–")",
                ])
            }
        ).html
    }

    private var form: HTML {
        let rule = visit.house.law.sizes(on: visit.today).fewHours.words.in(visit.language)
        let form = Form(
            to: "/units/\(unit.id)/months", csrf: nil, fields: visit.fields, problems: problems,
            language: visit.language)
        return form.html { form in
            """
            \(visit.seal)\(form.field("month", text.month, .text(limit: 7), hint: text.monthHint))
            \(form.field("head_count", text.headCount, .text(limit: 12), hint: text.headCountHint, isRequired: false))
            \(form.field("hours", text.hours, .text(limit: 12), hint: text.hoursHint, isRequired: false))
            \(form.field("few_hours", text.fewHours, .text(limit: 12), hint: text.fewHoursHint(rule), isRequired: false))
            \(Button(text.save, .primary))
            """
        }
    }
}

struct MonthTexts {
    let language: Language

    var title: String { language.pick(da: "Antal og timer", en: "Head count and hours") }
    var today: String { language.pick(da: "I dag, i enheden selv", en: "Today, in the unit itself") }
    var then: String { language.pick(da: "Den dag, i enheden selv", en: "On that day, in the unit itself") }
    var none: String { language.pick(da: "Ingen tal endnu", en: "No figures yet") }
    var noneHow: String {
        language.pick(
            da:
                "Skriv hver måned, hvor mange der arbejdede her, og hvor mange timer. Ulykker måles i forhold til timerne.",
            en: "Write each month how many worked here, and how many hours. Accidents are measured against the hours.")
    }
    var month: String { language.pick(da: "Måned", en: "Month") }
    var monthHint: String {
        language.pick(
            da: "F.eks. 2026-03. Står der tal i forvejen, bliver de erstattet.",
            en: "Such as 2026-03. Figures that stand there are replaced.")
    }
    var headCount: String { language.pick(da: "Antal ansatte", en: "Head count") }
    var headCountHint: String {
        language.pick(da: "Alle, der var ansat, også på deltid.", en: "Everyone employed, part-time too.")
    }
    var hours: String { language.pick(da: "Arbejdstimer", en: "Hours worked") }
    var hoursHint: String { language.pick(da: "Hele timer i måneden.", en: "Whole hours in the month.") }
    var fewHours: String { language.pick(da: "Heraf få timer", en: "Of these few hours") }
    func fewHoursHint(_ rule: String) -> String {
        language.pick(
            da: "\(rule) Hvor mange arbejder færre, i snit over tre måneder? Står her intet, tæller alle med.",
            en: "\(rule) How many work fewer, on average over three months? Where nothing stands here, all count.")
    }
    var fewHoursColumn: String {
        language.pick(
            da:
                "Hvor mange af dem der på kontor, i administration eller i butik arbejder for få timer til at tælle med.",
            en: "How many of them work too few hours in offices, administration or shops to be counted.")
    }
    var yearHours: String {
        language.pick(da: "timer på tolv måneder, med alt herunder", en: "hours in twelve months, with all below")
    }
    var write: String { language.pick(da: "Skriv tal", en: "Write figures") }
    var save: String { language.pick(da: "Gem", en: "Save") }
    var recorded: String { language.pick(da: "Tallene er gemt.", en: "The figures are kept.") }
}
