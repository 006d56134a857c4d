import Access
import Design
import Kernel
import Markup
import Reports
import Storage
import Web

/// One of those whom an event struck: everything that is kept of an accident is kept of each by himself or herself.
struct StruckPerson: Sendable, Equatable {
    let report: ID<Report>
    /// Counted from one.
    let number: Int
    /// For those who see all of the accident; nothing where nobody has written it.
    let name: String?
    /// The one whose page this is.
    let isThis: Bool

    static func all(
        of report: Report, _ eyes: AccidentEyes, for viewer: Viewer, on day: Day, _ reader: Reader
    ) throws -> [StruckPerson] {
        let ids = try ReportStore(reader).struck(by: report)
        guard ids.count > 1 else { return [] }
        // A confidential one may have been handed on by itself.
        let handled = try HandledReports(by: viewer, on: day, reader).find(ids, reader)
        let records = try eyes == .whole ? AccidentStore(reader).records(of: ids) : []
        let names = Dictionary(records.map { ($0.report, $0.injured.name) }) { one, _ in one }
        return ids.enumerated().filter { handled[$1] != nil }.map { place, id in
            let name = names[id].flatMap { $0.isEmpty ? nil : $0 }
            return StruckPerson(report: id, number: place + 1, name: name, isThis: id == report.id)
        }
    }
}

/// All whom an event struck, each with the way to what is kept of him or her.
struct PeopleList: Pattern {
    let people: [StruckPerson]
    let language: Language

    private var text: PeopleTexts { PeopleTexts(language: language) }

    var html: HTML { "<p>\(text.struck(people.count))</p><ul>\(each: people, line)</ul>" }

    private func line(_ person: StruckPerson) -> HTML {
        let name = text.person(person.number, person.name)
        guard !person.isThis else { return "<li><b aria-current=\"true\">\(name)</b></li>" }
        return "<li><a href=\"\("/reports/\(person.report)/accident" as Link)\">\(name)</a></li>"
    }
}

/// On the accident's page, where one more can be added.
struct PeoplePart: Pattern {
    let visit: Visit
    let picture: AccidentPicture
    let problems: Problems

    private var text: PeopleTexts { PeopleTexts(language: visit.language) }
    private var path: Link { "/reports/\(picture.report.id)/accident/people" }

    var html: HTML {
        Sheet(text.people) {
            """
            <div class="stack" data-live-part="people">\(when: picture.people.count > 1,
                "\(PeopleList(people: picture.people, language: visit.language))", else: "<p>\(text.one)</p>")</div>\
            \(when: visit.address == path.text, refused)\
            \(when: picture.mayWrite, adding)
            """
        }.html
    }

    private var adding: HTML {
        "<form class=\"inline\" method=\"post\" action=\"\(path)\">\(visit.seal)\(Button(text.add, .plain))</form>"
    }

    private var refused: HTML {
        let told = problems.all.map { $0.problem.explained(in: visit.language) }
        return "\(each: told, { Banner($0, .late).html })"
    }
}

struct PeopleTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var people: String { say("Hvem kom til skade?", "Who was hurt?") }
    var one: String {
        say(
            "Én er skrevet ned. Kom flere til skade, har de hver deres fravær, frist og anmeldelse.",
            "One is written down. Where more were hurt, each has an absence, a deadline and a notification.")
    }
    func struck(_ count: Int) -> String {
        say(
            "\(count) kom til skade. Hver har sit fravær, sin frist og sin anmeldelse.",
            "\(count) were hurt. Each has an absence, a deadline and a notification.")
    }
    func person(_ number: Int, _ name: String?) -> String {
        say("Person \(number)", "Person \(number)") + (name.map { ": \($0)" } ?? "")
    }
    var add: String { say("Endnu en kom til skade", "Another was hurt") }
    var added: String {
        say("Personen er lagt til. Skriv navn og fravær her.", "The person is added. Write the name and absence here.")
    }
}
