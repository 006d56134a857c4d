import Design
import Kernel
import Law
import Markup
import Organisation
import Web

/// All that is wrong in the viewer's area, each line with what mends it.
struct FlawListPage {
    let visit: Visit
    let asOf: AsOf
    let selection: FlawSelection

    private static let shown = 50
    private static let here: Link = "/safety-organisation"

    private var text: FlawTexts { FlawTexts(language: visit.language) }
    private var roles: OrganisationTexts { OrganisationTexts(language: visit.language) }
    private var law: SizeLaw { visit.house.law.sizes(on: asOf.day) }
    private var flaws: [Flaw] { selection.flaws }
    /// The place of the first line on the page.
    private var first: Int { min(max(Int(visit.fields["from"]) ?? 0, 0), max(flaws.count - 1, 0)) }

    var page: Page {
        Page(
            title: text.title, section: "organisation", topics: [.rights],
            content: """
                \(Breadcrumbs([(roles.organisation, asOf.link("/organisation"))], language: visit.language))
                \(asOf.banner(backTo: "/safety-organisation"))
                \(PageHeader(text.title, about: asOf.about(text.about), actions: actions))
                \(bar)
                \(selection.part.map { _ in Banner(text.inPart).html })
                <div class="stack" data-live-part="flaws">\(when: flaws.isEmpty, nothing, else: rows)\(selection.part.map(rest))</div>
                \(counted)
                \(LawNotes(title: text.rules, rules: rules, language: visit.language))
                """)
    }

    private var actions: HTML {
        """
        \(Button(text.conflicts, to: "/double-roles")) \(Button(text.duties, to: "/duties")) \
        \(Button("CSV", to: ("/safety-organisation.csv" as Link).with(FlawSelection.query(visit.fields)),
            icon: visit.house.assets.icon(.download)))
        """
    }

    private var bar: FilterBar {
        let form = Form(to: "/safety-organisation", csrf: nil, fields: visit.fields, language: visit.language)
        let units = [Choice("", text.whole)] + selection.units.choicesInTree(visit.language, isByCode: true)
        let kinds = [Choice("", text.all)] + Flaw.Kind.allCases.map { Choice($0.rawValue, text.name($0)) }
        let day = Field(
            "on", text.anotherDay, .day(), value: asOf.isToday ? "" : asOf.day.text,
            isRequired: false, language: visit.language)
        return FilterBar(
            to: "/safety-organisation",
            fields: [
                form.field("unit", roles.unit, .select(units)),
                form.field("kind", text.kind, .select(kinds)), day,
            ],
            isNarrowed: FlawSelection.isNarrowed(visit.fields) || !asOf.isToday, language: visit.language)
    }

    private var nothing: HTML {
        if selection.part != nil { return "<p>\(text.nothingInPart)</p>" }
        return FlawSelection.isNarrowed(visit.fields)
            ? "<p>\(text.nothingFound)</p>" : EmptyState(text.nothing, text.nothingHow).html
    }

    private var rows: HTML {
        if selection.part != nil { return "<p>\(text.countInPart(flaws.count))</p>\(each: kinds(flaws[...]), sheet)" }
        let shown = flaws.dropFirst(first).prefix(Self.shown)
        return """
            <p>\(text.count(flaws.count))</p>\(each: kinds(shown), sheet)\(pager(shown.count))
            """
    }

    /// Where the rest of a large area stands.
    private func rest(_ part: AreaPart) -> HTML {
        let (fields, language) = (visit.fields, visit.language)
        let here = Self.here.with(FlawSelection.query(fields))
        let kind = Self.here.with([("kind", fields["kind"]), ("on", fields["on"].trimmed)])
        let isFirst = visit.fields["after"].isEmpty
        return """
            \(when: !part.larger.isEmpty, Sheet(text.largerParts) {
                """
                <ul class="stack tight">\(each: part.larger, { unit in
                    "<li><a href=\"\(kind.with([("unit", unit.code)]))\">\(unit.name.in(language))</a> <small class=\"meta\">\(unit.code)</small></li>"
                })</ul>
                """
            }.html)
            \(when: selection.hidesWithoutArea && isFirst, """
                <p><a href="\(asOf.link(Self.here.with([("kind", Flaw.Kind.withoutArea.rawValue)])))">\(text.withoutAreaApart)</a></p>
                """)
            \(Pager(
                previous: isFirst ? nil : here, next: part.next.map { here.with([("after", $0.text)]) },
                language: language))
            """
    }

    /// What is wrong kind by kind, as the list is ordered: the rule of a kind is told once, and not at every place.
    private func kinds(_ flaws: ArraySlice<Flaw>) -> [[Flaw]] {
        var (order, kinds): ([Flaw.Kind], [Flaw.Kind: [Flaw]]) = ([], [:])
        for flaw in flaws {
            if kinds[flaw.kind] == nil { order.append(flaw.kind) }
            kinds[flaw.kind, default: []].append(flaw)
        }
        return order.compactMap { kinds[$0] }
    }

    private func sheet(_ flaws: [Flaw]) -> HTML {
        let asOf = asOf
        return Sheet(text.name(flaws[0].kind), aside: "\(flaws.count)") {
            FlawList(
                flaws, for: selection.mender, namesPlaces: true, hasButtons: asOf.isToday, language: visit.language
            ) { asOf.link($0) }.html
        }.html
    }

    private func pager(_ count: Int) -> Pager {
        let here = Self.here.with(FlawSelection.query(visit.fields))
        let before = first > 0 ? here.with([("from", String(max(first - Self.shown, 0)))]) : nil
        let after = first + count < flaws.count ? here.with([("from", String(first + count))]) : nil
        return Pager(
            previous: before, next: after, about: text.shown(first + 1, first + count, of: flaws.count),
            language: visit.language)
    }

    /// How many the employers have, and by which number.
    private var counted: HTML {
        let employers = selection.survey.employers
        guard !employers.isEmpty else { return .nothing }
        return Disclosure(text.howMany) {
            """
            <ul class="stack tight">\(each: employers.prefix(200), { employer in
                "<li><a href=\"\(asOf.link("/units/\(employer.unit.id)"))\">\(employer.unit.name.in(visit.language))</a>: \(text.says(employer.headCount)). \(text.name(law.level(of: employer.headCount.number)))</li>"
            })</ul><p class="meta">\(text.counting)</p>
            """
        }.html
    }

    private var rules: [LawRule] {
        [law.none, law.oneLevel, law.twoLevels, law.group, law.committee, law.coverage] + law.counting
            + [law.agreement, law.coDetermination]
    }
}
