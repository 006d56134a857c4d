import Design
import Kernel
import Markup
import Organisation
import Web

/// All that would happen on the day, what is still missing, and the button.
struct PreviewPage {
    let visit: Visit
    let picture: AgreementPicture
    let joining: BodyJoining
    let units: [UnitID: Words]
    /// What speaks against it, beside what is missing.
    let obstacles: Problems
    var problems = Problems.none

    private var text: AgreementTexts { AgreementTexts(language: visit.language) }
    private var names: OrganisationTexts { OrganisationTexts(language: visit.language) }
    private var language: Language { visit.language }
    private var agreement: Agreement { picture.agreement }

    var page: Page {
        let (one, other) = (picture.committee.name.in(language), picture.cooperation.name.in(language))
        return StepFrame(visit: visit, agreement: agreement, step: .preview).page(
            """
            <p><b>\(text.preview(agreement.name.in(language), one, other, agreement.day))</b></p>
            <p>\(text.closing(one, other, agreement.day - 1))</p>
            <div class="columns"><div class="stack">
            \(Sheet(text.members, isPadded: seats.isEmpty) { members })
            \(Sheet(text.elections) { elections })
            </div><div class="stack">
            \(Sheet(text.area) { area })\(Sheet(text.children) { children })
            \(Sheet(text.carryOut) { isReady ? form : missing })
            </div></div>
            """)
    }

    private var isReady: Bool { obstacles.isEmpty }

    /// As they would be; the chair as chosen in the form.
    private var seats: [BodyJoining.JoinedSeat] {
        let chosen = visit.fields["chair"]
        return joining.joined(
            in: BodyID("preview"), chair: chosen.isEmpty ? nil : ID(chosen), visit.house.identities)
    }

    private var members: HTML {
        guard !seats.isEmpty else { return "<p>\(text.nobody)</p>" }
        return DataTable(
            text.members, isCaptionSeen: false,
            columns: [.init(text.name), .init(text.role), .init(text.until), .init(text.hours)],
            rows: seats.map { seat in
                let later = seat.new.starts > agreement.day ? "\(text.comesLater) \(day(seat.new.starts))" : nil
                let notes = [seat.isDemoted ? text.demoted : nil, seat.old.count > 1 ? text.twoSeats : nil, later]
                let origin = names.name(seat.new.origin)
                let role = ([names.name(seat.new.role), origin] + notes.compactMap(\.self)).joined(separator: ", ")
                return .init([
                    "\(seat.name)", "\(role)", "<span class=\"keep\">\(seat.new.ends.map(day) ?? text.noEnd)</span>",
                    "\(seat.new.minutesAWeek.map { Mandate.hours($0, in: language) } ?? "–")",
                ])
            }
        ).html
    }

    private func day(_ day: Day) -> String { day.short(in: language, today: visit.today) }

    private var elections: HTML {
        let elected = seats.filter { $0.new.origin == .elected && $0.new.ends != nil }
        var lines = elected.compactMap { seat in
            seat.new.ends.map { text.termEnds(seat.name, names.name(seat.new.role), $0) }
        }
        if !seats.contains(where: { $0.new.role == .representative }) { lines.append(text.noRepresentative) }
        if !seats.contains(where: { $0.new.role == .chair }) { lines.append(text.noChair) }
        if lines.isEmpty { lines = [text.noElections] }
        return "<ul class=\"stack tight\">\(each: lines, { "<li>\($0)</li>" })</ul>"
    }

    private var area: HTML {
        """
        <ul class="stack tight">\(each: joining.units, { unit in
            "<li>\(units[unit]?.in(language)) \(when: joining.unshared.contains(unit), Badge(text.onlyOne, .soon).html)</li>"
        })</ul>
        """
    }

    private var children: HTML {
        guard !joining.children.isEmpty else { return "<p class=\"meta\">\(text.noChildren)</p>" }
        return """
            <ul class="stack tight">\(each: joining.children, { "<li>\($0.name.in(language))</li>" })</ul>
            """
    }

    private var missing: HTML {
        let lacking = Agreement.missing(picture.texts, files: Set(picture.files.map(\.section)))
        let steps = AgreementStep.allCases.filter { step in
            lacking.contains { $0.step == step.rawValue }
                || step == .basics && obstacles.all.contains { $0.field != "" }
        }
        return """
            \(ProblemSummary(problems, labels: [:], idPrefix: "", language: language))
            <p>\(text.missing)</p><ul class="stack tight">\(each: obstacles.all, { "<li>\($0.problem.explained(in: language))</li>" })</ul>
            <div class="actions">\(each: steps, { Button(text.name($0), to: AgreementPage.link($0, of: agreement.id)).html })</div>
            """
    }

    private var form: HTML {
        let form = Form(
            to: "/agreements/\(agreement.id)/conclusion", csrf: nil, fields: visit.fields, problems: problems,
            language: language)
        let chairs = joining.chairs.map { Choice($0.mandate.id.text, $0.name) }
        return form.html { form in
            """
            <p>\(text.nothingMissing)</p>\(visit.seal)\(form.hidden("seen", joining.seen))
            \(when: chairs.count > 1, form.field("chair", text.chair, .list(chairs), hint: text.chairHint).html)
            \(Button(text.carryOut, .primary))
            """
        }
    }
}

/// Going back to two committees: which day, then who goes where, and only then the button.
struct ReversalPage {
    let visit: Visit
    let picture: AgreementPicture
    /// Nothing until a day is chosen.
    let parting: BodyParting?
    var problems = Problems.none

    private var text: AgreementTexts { AgreementTexts(language: visit.language) }
    private var names: OrganisationTexts { OrganisationTexts(language: visit.language) }
    private var language: Language { visit.language }
    private var here: Link { "/agreements/\(picture.agreement.id)/reversal" }

    var page: Page {
        let name = picture.agreement.name.in(language)
        return Page(
            title: "\(text.reverse): \(name)", section: "organisation",
            content: """
                \(Breadcrumbs([(text.agreements, "/agreements"), (name, "/agreements/\(picture.agreement.id)")], language: language))
                \(PageHeader(text.reverse, about: name))
                \(parting.map(preview) ?? choice)
                """)
    }

    private var choice: HTML {
        let label = ["day": text.firstDayOfTwo]
        let field = Field(
            "day", text.firstDayOfTwo, .day(), value: visit.fields["day"], problem: problems["day"], language: language)
        return """
            <div class="narrow stack"><p>\(text.reverseHow)</p><form class="form" method="get" action="\(here)" novalidate>
            \(ProblemSummary(problems, labels: label, idPrefix: "", language: language))\(field)\(Button(text.look, .primary))</form></div>
            """
    }

    private func preview(_ parting: BodyParting) -> HTML {
        let (one, other) = (parting.committee.name.in(language), parting.cooperation.name.in(language))
        var fields = visit.fields
        for seat in parting.seats where !fields.has("seat-\(seat.mandate.id)") {
            fields["seat-\(seat.mandate.id)"] = parting.suggested(seat.mandate).rawValue
        }
        let form = Form(to: here, csrf: nil, fields: fields, problems: problems, language: language)
        let choices = BodyParting.Destination.allCases.map { Choice($0.rawValue, text.name($0, one, other)) }
        return """
            <p><b>\(text.parting(parting.joint.name.in(language), one, other, parting.day))</b></p>
            <div class="columns"><div>\(form.html { form in
                """
                \(visit.seal)\(form.hidden("day", parting.day.text))\(form.hidden("seen", parting.seen))
                \(each: parting.seats, { seat in
                    form.field("seat-\(seat.mandate.id)", "\(seat.name), \(names.name(seat.mandate.role))", .select(choices)).html
                })
                \(form.field("reason", text.reason, .lines(rows: 3, limit: 2000)))
                <div class="actions">\(Button(text.carryOut, .primary))\(Button(text.chooseAgain, to: here, .quiet))</div>
                """
            })</div>\(Sheet(text.toBeFilled) { vacancies(parting, fields) })</div>
            """
    }

    private func vacancies(_ parting: BodyParting, _ fields: Fields) -> HTML {
        let vacancies = parting.vacancies(parting.destinations(fields))
        let bodies = [parting.committee, parting.cooperation]
        guard !vacancies.isEmpty else {
            return "<p>\(text.nothingToFill)</p><p class=\"meta\">\(text.suggestedOnly)</p>"
        }
        return """
            <p class="meta">\(text.suggestedOnly)</p><ul class="stack tight">\(each: vacancies, { vacancy in
                let body = bodies.first { $0.id == vacancy.body }?.name.in(language) ?? ""
                return "<li>\(text.vacancy(vacancy.kind, names.name(vacancy.role), body))</li>"
            })</ul>
            """
    }
}
