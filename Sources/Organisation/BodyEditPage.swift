import Access
import Design
import Kernel
import Markup
import Storage
import Web

/// The form with which a body is changed.
struct BodyEditPage {
    let visit: Visit
    let body: Body
    /// To which it can answer.
    let parents: [Body]
    let codes: [UnitID: String]
    let problems: Problems
    /// What somebody else wrote meanwhile.
    let clash: EditClash?

    private var text: BodyTexts { BodyTexts(language: visit.language) }
    private var names: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        let name = body.name.in(visit.language)
        return Page(
            title: text.editing(name), section: "organisation",
            content: """
                \(Breadcrumbs(
                    [(names.organisation, "/organisation"), (name, "/bodies/\(body.id)")], language: visit.language))
                \(PageHeader(text.editing(name), about: names.name(body.kind),
                    actions: Button(text.close(body.kind), to: "/bodies/\(body.id)/closure").html))
                \(clash.map { Meanwhile(nil, clashes: $0.theirs.sorted { $0.key < $1.key }.map { (label($0.key), readable($0.key, $0.value)) }, language: visit.language) })
                <div class="narrow">\(form)</div>
                """)
    }

    private var current: [String: String] { body.written(codes: codes) }

    private var form: HTML {
        let fields = clash?.fields ?? (visit.method == .get ? Fields(current) : visit.fields)
        let form = Form(
            to: "/bodies/\(body.id)/edit", csrf: nil, fields: fields, problems: problems, language: visit.language)
        let kinds = BodyKind.allCases.filter { ($0 == .joint) == (body.kind == .joint) }
        let above = [Choice("", text.nobodyAbove)] + parents.map { Choice($0.id.text, $0.name.in(visit.language)) }
        return form.html { form in
            """
            \(visit.seal)\(Meanwhile.carried(current, form))
            \(form.field("name_da", label("name_da"), .text(limit: 200)))
            \(form.field("name_en", label("name_en"), .text(limit: 200), isRequired: false))
            \(form.field("kind", label("kind"), .select(kinds.map { Choice($0.rawValue, names.name($0)) }), hint: text.kindHint))
            \(form.field("parent", label("parent"), .select(above), hint: text.parentHint, isRequired: false))
            <div class="pair">\(form.field("employer_seats", label("employer_seats"), .number(least: 0, most: 99), isRequired: false))
            \(form.field("employee_seats", label("employee_seats"), .number(least: 0, most: 99), isRequired: false))</div>
            \(form.field("meetings_a_year", label("meetings_a_year"), .number(least: 1, most: 52), isRequired: false))
            \(form.field("units", label("units"), .text(limit: 400), hint: names.coversHint))
            \(form.field("day", text.from, .day(), hint: text.fromHint, isRequired: false))
            <div class="actions">\(Button(text.save, .primary))\(Button(text.cancel, to: "/bodies/\(body.id)", .quiet))</div>
            """
        }
    }

    private func label(_ name: String) -> String {
        switch name {
        case "name_da": names.nameDanish
        case "name_en": names.nameEnglish
        case "kind": names.kind
        case "parent": text.answersTo
        case "employer_seats": text.employerSeats
        case "employee_seats": text.employeeSeats
        case "meetings_a_year": text.meetings
        default: names.covers
        }
    }

    private func readable(_ name: String, _ value: String) -> String {
        switch name {
        case "kind": BodyKind(rawValue: value).map(names.name) ?? value
        case "parent": parents.first { $0.id.text == value }?.name.in(visit.language) ?? text.nobodyAbove
        default: value
        }
    }
}

/// The form with which a body is closed, with what goes with it.
struct BodyClosurePage {
    let visit: Visit
    let body: Body
    let seats: [Seat]
    let unitsLeft: [String]
    let children: [String]
    let problems: Problems

    private var text: BodyTexts { BodyTexts(language: visit.language) }
    private var names: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        let name = body.name.in(visit.language)
        let form = Form(
            to: "/bodies/\(body.id)/closure", csrf: nil, fields: visit.fields, problems: problems,
            language: visit.language)
        let ends = text.mandatesEnd(seats.map { "\($0.name) (\(names.name($0.mandate.role)))" })
        let lines = [ends, text.unitsLeft(unitsLeft.sorted()), text.childrenLeft(children)].compactMap(\.self)
        return Page(
            title: text.closing(name), section: "organisation",
            content: """
                \(Breadcrumbs(
                    [(names.organisation, "/organisation"), (name, "/bodies/\(body.id)")], language: visit.language))
                \(PageHeader(text.closing(name), about: names.name(body.kind)))
                <div class="narrow stack"><p>\(text.closingHow)</p><ul class="stack tight">\(each: lines, { "<li>\($0)</li>" })</ul>
                \(form.html { form in
                    """
                    \(visit.seal)\(form.field("day", text.lastDay, .day()))
                    \(form.field("reason", text.reason, .lines(rows: 3, limit: 2000)))
                    <div class="actions">\(Button(text.closeNow(body.kind), .danger))\(Button(text.cancel, to: "/bodies/\(body.id)", .quiet))</div>
                    """
                })</div>
                """)
    }
}

/// What is known of a body beside its members, as its pages show it: to whom it answers, how many seats each side has,
/// how often it meets, and what took over from what.
public struct BodyFacts: Sendable {
    let body: Body
    let above: Body?
    let children: [Body]
    /// The joint body that took over, or those that it took over from.
    let successor: Words?

    public init(_ body: Body, on day: Day, _ reader: Reader) throws {
        let store = BodyStore(reader)
        self.body = body
        above = try body.parent.flatMap { try store.find($0, on: day) }
        children = try store.children(of: body.id, on: day)
        let heir = try store.joint(takingOver: body.id, from: day)
        successor = try heir.flatMap { try store.find($0, on: day) }?.name
        successorID = heir
    }

    private let successorID: BodyID?
    private static let shown = 30

    /// A list of facts, or nothing where none is known.
    public func html(in language: Language, linking link: (Link) -> Link) -> HTML? {
        let text = BodyTexts(language: language)
        func name(_ body: Body) -> HTML {
            "<a href=\"\(link("/bodies/\(body.id)"))\">\(body.name.in(language))</a>"
        }
        var facts: [(String, HTML)] = []
        if let above { facts.append((text.answersTo, name(above))) }
        if !children.isEmpty {
            let more: HTML? = children.count > Self.shown ? "<div>… \(children.count - Self.shown)</div>" : nil
            let shown = HTML(each: children.prefix(Self.shown)) { "<div>\(name($0))</div>" }
            facts.append((text.below, "\(shown)\(more)"))
        }
        if let seats = text.seats(employer: body.employerSeats, employees: body.employeeSeats) {
            facts.append((text.seatsOfSides, "\(seats)"))
        }
        if let meetings = body.meetingsAYear { facts.append((text.meetings, "\(meetings)")) }
        if let successor, let successorID {
            facts.append(
                (text.becamePart, "<a href=\"\(link("/bodies/\(successorID)"))\">\(successor.in(language))</a>"))
        }
        return facts.isEmpty ? nil : Facts(facts).html
    }
}
