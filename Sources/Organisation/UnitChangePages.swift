import Access
import Design
import Kernel
import Markup
import Storage
import Web

/// A change of one unit that is one form.
struct UnitChangePage {
    let visit: Visit
    let unit: Unit
    let kind: UnitChangeForm
    /// Only where it is split.
    let parts: UnitParts?
    let problems: Problems

    private var text: ChangeTexts { ChangeTexts(language: visit.language) }
    private var names: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        let name = unit.name.in(visit.language)
        let form = Form(
            to: "/units/\(unit.id)/\(kind.rawValue)", csrf: nil, fields: fields, problems: problems,
            language: visit.language)
        return Page(
            title: "\(text.title(kind)): \(name)", section: "organisation",
            content: """
                \(Breadcrumbs(
                    [(names.organisation, "/organisation"), (name, "/units/\(unit.id)"),
                    (text.history, "/units/\(unit.id)/changes")], language: visit.language))
                \(PageHeader(text.title(kind), about: "\(name) · \(unit.code)" as String))
                <p>\(text.how(kind))</p>
                \(form.html { form in "\(visit.seal)\(questions(form))\(Button(text.carryOut, .primary))" })
                """)
    }

    /// A name is mended, not written anew.
    private var fields: Fields {
        guard kind == .name, visit.method == .get else { return visit.fields }
        return Fields(["name_da": unit.name.danish, "name_en": unit.name.english, "kind": unit.kind.rawValue])
    }

    private func questions(_ form: Form) -> HTML {
        let kinds = Unit.Kind.allCases.map { Choice($0.rawValue, names.name($0)) }
        let naming: HTML = """
            \(form.field("name_da", names.nameDanish, .text(limit: 200)))
            \(form.field("name_en", names.nameEnglish, .text(limit: 200), isRequired: false))
            \(form.field("kind", names.kind, .select(kinds)))
            """
        let day = form.field(
            "day", kind == .closure ? text.lastDay : text.from, .day(), hint: text.fromHint, isRequired: kind != .name)
        let reason = form.field("reason", text.reason, .lines(rows: 3, limit: 2000), hint: text.reasonHint)
        switch kind {
        case .name: return "\(naming)\(day)"
        case .move:
            return "\(form.field("parent", text.newParent, .text(limit: 200), hint: names.unitHint))\(day)\(reason)"
        case .closure: return "\(day)\(reason)"
        case .split:
            return """
                \(form.field("code", names.code, .text(limit: 40), hint: names.codeHint))\(naming)\(day)
                \(along(form))\(reason)
                """
        }
    }

    private func along(_ form: Form) -> HTML {
        guard let parts else { return .nothing }
        func ticks(_ name: String, _ label: String, _ choices: [Choice]) -> HTML {
            choices.isEmpty ? .nothing : form.field(name, label, .ticks(choices), isRequired: false).html
        }
        return """
            \(ticks("people", text.peopleAlong, parts.people.map { Choice($0.id.text, $0.name) }))
            \(ticks("children", text.unitsAlong, parts.children.map { Choice($0.id.text, $0.name.in(visit.language)) }))
            \(ticks("bodies", text.bodiesAlong, parts.bodies.map { Choice($0.id.text, $0.name.in(visit.language)) }))
            """
    }
}

/// What happened to a unit and what is planned, and where the administrator changes it.
struct UnitHistoryPage {
    let visit: Visit
    let asOf: AsOf
    let unit: Unit
    let changes: [OrganisationChange]
    let units: [UnitID: Words]
    private let versions: [UnitVersion]

    private var text: ChangeTexts { ChangeTexts(language: visit.language) }
    private var names: OrganisationTexts { OrganisationTexts(language: visit.language) }

    init?(_ id: UnitID, visit: Visit, asOf: AsOf, _ reader: Reader) throws {
        guard let unit = try UnitStore(reader).find(id, on: asOf.day) else { return nil }
        self.visit = visit
        self.asOf = asOf
        self.unit = unit
        changes = try ChangeStore(reader).changes(of: id)
        units = try UnitStore(reader).names(
            of: Set(changes.flatMap { [$0.unit, $0.other].compactMap(\.self) }), on: asOf.day)
        versions = try UnitStore(reader).versions(of: id)
    }

    var page: Page {
        let (name, language) = (unit.name.in(visit.language), visit.language)
        let here: Link = "/units/\(unit.id)/changes"
        return Page(
            title: "\(text.history): \(name)", section: "organisation", topics: [.rights],
            content: """
                \(Breadcrumbs(
                    [(names.organisation, asOf.link("/organisation")), (name, asOf.link("/units/\(unit.id)"))],
                    language: language))
                \(asOf.banner(backTo: here))
                \(PageHeader(text.history, about: asOf.about(life),
                    actions: visit.viewer.isAdministrator && asOf.isToday ? actions : nil))
                \(when: changes.isEmpty, EmptyState(text.noHistory, text.noHistoryHow).html, else: table)
                \(when: changes.contains(where: \.asksForProximity), "<p class=\"meta\">\(text.proximity)</p>")
                """)
    }

    private var life: String {
        let (language, today) = (visit.language, visit.today)
        let opened = "\(unit.name.in(language)) · \(text.opened) \(unit.opens.short(in: language, today: today))"
        return unit.closes.map { "\(opened) · \(text.lastDay) \($0.short(in: language, today: today))" } ?? opened
    }

    private var actions: HTML {
        """
        \(Button(text.merge, to: "/units/\(unit.id)/merger"))
        \(each: UnitChangeForm.allCases, { Button(text.title($0), to: "/units/\(unit.id)/\($0.rawValue)").html })
        """
    }

    private func told(_ change: OrganisationChange) -> String {
        let names =
            change.unit == unit.id
            ? UnitVersion.names(versions, around: change.day) : (units[change.unit], units[change.unit])
        return text.told(
            ToldChange(
                change, on: visit.today, names: names, other: change.other.flatMap { units[$0] }, in: visit.language))
    }

    /// To come, or called back.
    private func state(_ change: OrganisationChange) -> HTML? {
        if change.recalled != nil { return Badge(RecallTexts(language: visit.language).isRecalled).html }
        return change.day > visit.today ? Badge(text.planned, .soon).html : nil
    }

    private func mayRecall(_ change: OrganisationChange) -> Bool {
        visit.viewer.isAdministrator && asOf.isToday && change.recalled == nil && change.day > visit.today
    }

    private func callBack(_ change: OrganisationChange) -> HTML {
        " \(Button(RecallTexts(language: visit.language).callBack, to: "/changes/\(change.id)/recall", .quiet))"
    }

    private var table: HTML {
        DataTable(
            text.history, isCaptionSeen: false,
            columns: [.init(text.when), .init(text.what), .init(text.why), .init("")],
            rows: changes.map { change in
                let link = ("/units/\(unit.id)" as Link).with([("on", (change.day - 1).text)])
                return .init([
                    """
                    \(change.day.short(in: visit.language, today: visit.today)) \
                    \(state(change))
                    """,
                    """
                    \(told(change)) \
                    \(when: change.asksForProximity, Badge(text.asksForProximity).html)
                    """,
                    "\(change.reason)",
                    """
                    \(when: change.day > unit.opens && change.recalled == nil, "<a href=\"\(link)\">\(text.show)</a>")\
                    \(when: mayRecall(change), callBack(change))
                    """,
                ])
            }
        ).html
    }
}

/// Seats that wait for an election or an appointment since the organisation changed.
struct DutiesPage {
    let visit: Visit
    let duties: [(duty: SeatDuty, place: NamedPlace?, mayAnswer: Bool)]
    let problems: Problems

    private var text: ChangeTexts { ChangeTexts(language: visit.language) }
    private var names: OrganisationTexts { OrganisationTexts(language: visit.language) }

    init(_ duties: [SeatDuty], visit: Visit, problems: Problems = .none, _ reader: Reader) throws {
        self.visit = visit
        self.problems = problems
        self.duties = try duties.map { duty in
            (
                duty, try NamedPlace(duty.place, on: max(duty.day, visit.today), reader),
                try MandateRoutes.mayChange(duty.place, visit.viewer, on: visit.today, reader)
            )
        }
    }

    var page: Page {
        Page(
            title: text.duties, section: "organisation", topics: [.rights],
            content: """
                \(Breadcrumbs([(names.organisation, "/organisation")], language: visit.language))
                \(PageHeader(text.duties, about: text.dutiesAbout))
                \(when: duties.isEmpty, EmptyState(text.noWaiting, text.noWaitingHow).html, else: list)
                """)
    }

    private var list: HTML {
        HTML(each: duties) { duty, place, mayAnswer in
            Sheet(
                text.name(duty.kind, names.name(duty.role)),
                aside: "\(text.when.lowercased()) \(duty.day.short(in: visit.language, today: visit.today))"
            ) {
                """
                <p><a href="\(duty.place.link)">\(place?.name.in(visit.language))</a></p>
                \(when: mayAnswer, form(duty))
                """
            }.html
        }
    }

    private func form(_ duty: SeatDuty) -> HTML {
        let form = Form(
            to: "/duties/\(duty.id)/answer", csrf: nil, problems: problems, idPrefix: "\(duty.id)-",
            language: visit.language)
        return form.html { form in
            """
            \(visit.seal)\(form.field("answer", text.answer, .text(limit: 1000), isRequired: false))
            \(Button(text.notNeeded, .plain))
            """
        }
    }
}
