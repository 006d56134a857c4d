import Design
import Kernel
import Markup
import Organisation
import Web

/// Other dates for an election that is called; what has begun is shown and stays.
struct DatesPage {
    let visit: Visit
    let picture: ElectionPicture
    var problems = Problems.none
    /// Somebody else moved the dates meanwhile: both are shown, and the viewer chooses.
    var isConflict = false

    private var text: ElectionTexts { ElectionTexts(language: visit.language) }
    private var organiser: OrganiserTexts { OrganiserTexts(language: visit.language) }
    private var election: Election { picture.election }

    var page: Page {
        let name = picture.body.name.in(visit.language)
        return Page(
            title: "\(organiser.changeDates): \(name)", section: "organisation",
            content: """
                \(Breadcrumbs([(text.election(in: name), "/elections/\(election.id)")], language: visit.language))
                \(PageHeader(organiser.changeDates, about: name))
                \(when: isConflict, conflict)
                <div class="columns">\(form)\(fairness)</div>
                """)
    }

    private var conflict: HTML {
        let days = zip(ElectionDays.fields, election.dates.days).map { field, day in
            (name: label(field), value: "\(day.long(in: visit.language))" as HTML)
        }
        return Banner(.late) { "<b>\(organiser.movedMeanwhile)</b>\(Facts(days))" }.html
    }

    private func label(_ field: String) -> String {
        switch field {
        case "nominations_open": text.nominationsOpen
        case "nominations_end": text.nominationsEnd
        case "voting_starts": text.votingStarts
        case "voting_ends": text.votingEnds
        default: text.termStarts
        }
    }

    private var form: HTML {
        Form(
            to: "/elections/\(election.id)/dates", csrf: nil, fields: fields, problems: problems,
            language: visit.language
        ).html { form in
            """
            \(visit.seal)<input type="hidden" name="seen" value="\(seen)">
            \(each: ElectionDays.fields.enumerated().map { $0 }, { place, field in day(place, field, form) })
            \(form.field("reason", organiser.why, .text(limit: RedatedElection.reasonLimit), hint: organiser.whyDatesHint))
            <div class="actions">\(Button(organiser.changeDates, .primary))\
            \(Button(organiser.leaveIt, to: "/elections/\(election.id)", .quiet))</div>
            """
        }
    }

    private func day(_ place: Int, _ field: String, _ form: Form) -> HTML {
        guard !election.dates.hasPassed(place, on: visit.today) else {
            return Facts([
                (
                    label(field),
                    "\(election.dates.days[place].long(in: visit.language)) <span class=\"meta\">\(organiser.hasBegun)</span>"
                )
            ]).html
        }
        return form.field(field, label(field), .day(earliest: visit.today)).html
    }

    /// After a conflict what the other one wrote has been seen.
    private var seen: String {
        visit.method == .get || isConflict ? election.dates.mark : visit.fields["seen"]
    }

    private var fields: Fields {
        guard visit.method == .get else { return visit.fields }
        let pairs = zip(ElectionDays.fields, election.dates.days.map { [$0.text] })
        return Fields(Dictionary(uniqueKeysWithValues: pairs.map { ($0, $1) }))
    }

    private var fairness: HTML {
        Sheet(organiser.fair) {
            "<ul class=\"stack\">\(each: organiser.fairRules, { "<li>\($0)</li>" })</ul>"
        }.html
    }
}

/// Calling an election off: asked once, with a reason that everybody is told.
struct CancellationPage {
    let visit: Visit
    let picture: ElectionPicture
    var problems = Problems.none

    private var text: ElectionTexts { ElectionTexts(language: visit.language) }
    private var organiser: OrganiserTexts { OrganiserTexts(language: visit.language) }

    var page: Page {
        let name = picture.body.name.in(visit.language)
        let id = picture.election.id
        return Page(
            title: "\(text.callOff): \(name)", section: "organisation",
            content: """
                \(Breadcrumbs([(text.election(in: name), "/elections/\(id)")], language: visit.language))
                \(PageHeader(text.callOff, about: name))
                <p>\(picture.election.state == .voting ? text.callOffHow : organiser.callOffBefore)</p>
                \(form)
                """)
    }

    private var form: HTML {
        let id = picture.election.id
        return Form(
            to: "/elections/\(id)/cancellation", csrf: nil, fields: visit.fields, problems: problems,
            language: visit.language
        ).html { form in
            """
            \(visit.seal)
            \(form.field("reason", organiser.why, .text(limit: RedatedElection.reasonLimit), hint: organiser.whyOffHint))
            <div class="actions">\(Button(text.callOff, .danger))\
            \(Button(organiser.leaveIt, to: "/elections/\(id)", .quiet))</div>
            """
        }
    }
}
