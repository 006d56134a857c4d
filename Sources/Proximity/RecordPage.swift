import Design
import Files
import Kernel
import Law
import Markup
import Organisation
import Web

/// A record with all that stands in it.
struct RecordPicture: Sendable {
    let record: ProximityRecord
    let unit: Words
    let assessments: [Criterion: String]
    let changes: [(change: OrganisationChange, told: Words)]
    let files: [StoredFile]
    let versions: [ProximityRecord]
    let writer: String?
    let mayChange: Bool
}

/// A record as it is read.
struct RecordPage {
    let visit: Visit
    let picture: RecordPicture

    private var text: ProximityTexts { ProximityTexts(language: visit.language) }
    private var language: Language { visit.language }

    var page: Page {
        let (record, name) = (picture.record, picture.unit.in(language))
        return Page(
            title: text.title(name), section: "organisation", topics: [.proximity, .rights],
            content: """
                \(Breadcrumbs([(name, "/units/\(record.unit)"), (text.proximity, "/units/\(record.unit)/proximity")], language: language))
                \(PageHeader(text.title(name), about: "\(text.version(record.version)) · \(record.day.long(in: language))", actions: actions))
                \(picture.versions.first.flatMap { latest in
                    record.isLatest ? nil : Banner(.soon) { "<p>\(text.newer) <a href=\"/proximity/\(latest.id)\">\(text.version(latest.version))</a></p>" }.html
                })
                <div class="columns"><div class="stack">\(RecordBody(picture: picture, language: language))</div>
                <div class="stack">\(Sheet(text.proximity) { RecordFacts(picture: picture, language: language).html })
                \(when: !picture.files.isEmpty, Sheet(text.files) { files }.html)
                \(when: picture.versions.count > 1, Sheet(text.versions) { versions }.html)
                \(SourcedRules(text.law, visit.house.law.committees(on: visit.today).proximity.map(\.sourced), language: language))</div></div>
                """)
    }

    private var actions: HTML {
        """
        \(Button(text.paper, to: "/proximity/\(picture.record.id)/paper"))
        \(when: picture.mayChange && picture.record.isLatest, Button(text.correct, to: "/proximity/\(picture.record.id)/edit").html)
        """
    }

    private var files: HTML {
        """
        <ul class="stack tight">\(each: picture.files, { "<li><a href=\"/proximity/\(picture.record.id)/files/\($0.id)\">\($0.name)</a></li>" })</ul>
        """
    }

    private var versions: HTML {
        """
        <ul class="stack tight">\(each: picture.versions, { version in
            "<li><a href=\"/proximity/\(version.id)\">\(text.version(version.version))</a> <small class=\"meta\">\(version.writtenAt.day.short(in: language, today: visit.today))</small></li>"
        })</ul>
        """
    }
}

/// The facts of a record.
struct RecordFacts {
    let picture: RecordPicture
    let language: Language

    var html: HTML {
        let (text, record) = (ProximityTexts(language: language), picture.record)
        var facts: [(String, HTML)] = [
            (text.unit, "\(picture.unit.in(language))"), (text.day, "\(record.day.long(in: language))"),
            (text.occasion, "\(text.name(record.occasion))"),
        ]
        if !picture.changes.isEmpty {
            let lines = HTML(each: picture.changes) { change, told in
                "<div>\(change.day.long(in: language)): \(told.in(language))</div>"
            }
            facts.append((text.changes, lines))
        }
        facts += [
            (text.employees, "\(record.employees)"), (text.units, "\(record.units)"),
            (text.groups, "\(record.groups)"), (text.members, "\(record.members)"),
            (text.decidedBy, "\(record.decidedBy)"),
            (text.participants, "<span class=\"lines\">\(record.participants)</span>"),
        ]
        if let writer = picture.writer {
            facts.append((text.writtenBy, "\(writer), \(record.writtenAt.day.long(in: language))"))
        }
        return Facts(facts).html
    }
}

/// What was assessed, and what was concluded.
struct RecordBody: Pattern {
    let picture: RecordPicture
    let language: Language

    var html: HTML {
        let text = ProximityTexts(language: language)
        return """
            \(each: Criterion.allCases, { criterion in
                """
                <section class="stack tight"><h2>\(text.name(criterion))</h2><p class="lines">\(picture.assessments[criterion])</p></section>
                """
            })
            <section class="stack tight"><h2>\(text.conclusion)</h2><p><b>\(text.people(picture.record.groups, picture.record.members))</b></p>
            <p class="lines">\(picture.record.conclusion)</p></section>
            """
    }
}

/// A record on paper, as it is shown to the authority.
struct RecordPaper {
    let visit: Visit
    let picture: RecordPicture

    var page: Page {
        let (text, language) = (ProximityTexts(language: visit.language), visit.language)
        let title = text.title(picture.unit.in(language))
        return Page(
            title: title, surroundings: .paper(.a4), scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: "/proximity/\(picture.record.id)").html)
                <article class="stack"><h1>\(title)</h1><p class="meta">\(text.version(picture.record.version))</p>\
                \(RecordFacts(picture: picture, language: language).html)\(RecordBody(picture: picture, language: language))</article>
                """)
    }
}
