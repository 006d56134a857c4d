import Design
import Kernel
import Markup
import Storage
import Web

/// The day on which a page shows the organisation: today, or the one that stands in the address as `on`.
public struct AsOf: Sendable {
    public let day: Day
    public let today: Day
    private let language: Language

    /// - Throws: `Refusal.badRequest` where what stands there is no day.
    public init(_ visit: Visit) throws {
        today = visit.today
        language = visit.language
        let text = visit.fields["on"].trimmed
        guard !text.isEmpty else {
            day = today
            return
        }
        guard let day = Day(text) else {
            throw Refusal.badRequest(
                Words(
                    da: "Skriv dagen, organisationen skal vises for, som 2026-03-31.",
                    en: "Write the day for which to show the organisation as 2026-03-31."))
        }
        self.day = day
    }

    public var isToday: Bool { day == today }

    /// The same day on the next page.
    public func link(_ link: Link) -> Link { isToday ? link : link.with([("on", day.text)]) }

    /// What stands at the top of a page that does not show today, with the way back.
    public func banner(backTo here: Link) -> HTML? {
        guard !isToday else { return nil }
        let text = HistoryTexts(language: language)
        return Banner(.soon) {
            """
            <p><b>\(text.shownAs(day, today: today))</b></p><p><a href="\(here)">\(text.backToToday)</a></p>
            """
        }.html
    }

    /// The same on paper, where banners are left out.
    public func about(_ words: String? = nil) -> String? {
        isToday ? words : [words, day.long(in: language)].compactMap(\.self).joined(separator: " · ")
    }

    /// Where another day is chosen.
    public func chooser(to here: Link) -> HTML {
        let text = HistoryTexts(language: language)
        let field = Field(
            "on", text.anotherDay, .day(), value: day.text, isRequired: false, idPrefix: "shown-", language: language)
        return FilterBar(to: here, fields: [field], isNarrowed: !isToday, language: language).html
    }
}

extension Visit {
    /// A page of the organisation on the day that the address names.
    /// - Throws: `Refusal.notFound` where the page is none.
    public func organisationPage(
        _ make: @escaping @Sendable (AsOf, Reader) throws -> Page?
    ) async throws -> Answer {
        let asOf = try AsOf(self)
        let (page, first) = try await read { reader -> (Page?, Day?) in
            if let first = try UnitStore(reader).beginning(), asOf.day < first, !asOf.isToday { return (nil, first) }
            return (try make(asOf, reader), nil)
        }
        if let first { return .page(BeforeBeginningPage(visit: self, first: first).page, status: 404) }
        guard let page else { throw Refusal.notFound }
        return .page(page)
    }
}

/// That there was no organisation yet on the day that was asked for.
struct BeforeBeginningPage {
    let visit: Visit
    let first: Day

    var page: Page {
        let text = HistoryTexts(language: visit.language)
        let here = Link(onThisSite: String(visit.address.prefix { $0 != "?" })) ?? "/organisation"
        return Page(
            title: text.beforeBeginning, section: "organisation",
            content: """
                \(PageHeader(text.beforeBeginning))
                \(EmptyState(text.beganOn(first), text.beganOnHow,
                    firstStep: Button(text.backToToday, to: here, .primary)))
                <p><a href="\(here.with([("on", first.text)]))">\(text.toFirstDay)</a></p>
                """)
    }
}
