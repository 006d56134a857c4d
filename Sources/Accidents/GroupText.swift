import Journal
import Kernel
import Reports
import Storage

/// What the group may read of an event: written or read through by somebody who sees all of it, with no one named.
struct GroupText: Sendable, Equatable {
    let place: String
    let course: String
    let agent: String
    let day: Day
    let by: PersonID

    /// As the group reads it. The injured person's name is covered once more: it may have been filled in afterwards.
    func event(of record: AccidentRecord) -> AccidentEvent {
        func covered(_ text: String) -> String { NamesInText.covered(text, [record.injured.name]) }
        return AccidentEvent(
            time: record.event.time, place: covered(place), course: covered(course), agent: covered(agent))
    }
}

/// What somebody wrote for the group to read.
struct NewGroupText: Sendable {
    let place: String
    let course: String
    let agent: String

    /// - Parameter names: of people near it. What looks like a name needs a word from whoever sends it that it is none.
    /// - Throws: `Problems`
    init(_ fields: Fields, injured: [String], knowing names: [String]) throws(Problems) {
        var reading = Reading(fields)
        place = reading.optionalText("place", limit: AccidentDetails.lineLimit)
        course = reading.text("course", limit: AccidentDetails.courseLimit)
        agent = reading.optionalText("agent", limit: AccidentDetails.lineLimit)
        let texts = [("place", place), ("course", course), ("agent", agent)]
        for (field, text) in texts where NamesInText.covered(text, injured) != text {
            reading.note(GroupTextProblem.namesInjured, at: field)
        }
        if !reading.isTicked("read") {
            for (field, text) in texts {
                let words = NamesInText.likely(in: text, knowing: names)
                if !words.isEmpty { reading.note(GroupTextProblem.looksLikeNames(words), at: field) }
            }
        }
        try reading.finish()
    }

    func saved(of report: ID<Report>, by person: PersonID, on day: Day, topics: [Topic]) -> Change {
        Change(
            [
                """
                INSERT INTO accident_group_text (report_id, place, course, agent, day, person_id)
                VALUES (\(report), \(place), \(course), \(agent), \(day), \(person))
                ON CONFLICT (report_id) DO UPDATE SET place = excluded.place, course = excluded.course,
                agent = excluded.agent, day = excluded.day, person_id = excluded.person_id
                """
            ],
            // Never a word of it: the journal keeps everything.
            journal: [JournalEntry(.accident(report), "shown_to_group")], raising: topics + [.report(report)])
    }
}

enum GroupTextProblem: Problem, Equatable {
    case namesInjured
    case looksLikeNames([String])

    func explained(in language: Language) -> String {
        switch self {
        case .namesInjured:
            language.pick(da: "Her står den skadelidtes navn.", en: "The injured person is named here.")
        case .looksLikeNames(let words):
            language.pick(
                da:
                    "Ligner navne: \(words.joined(separator: ", ")). Skriv dem om, eller sæt kryds i, at de ikke er det.",
                en:
                    "These look like names: \(words.joined(separator: ", ")). Rephrase them, or tick that they are none."
            )
        }
    }
}

struct GroupTextStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    func find(of report: ID<Report>) throws -> GroupText? {
        try reader.first(
            "SELECT place, course, agent, day, person_id FROM accident_group_text WHERE report_id = \(report)"
        ) { row in
            GroupText(place: try row[0], course: try row[1], agent: try row[2], day: try row[3], by: try row[4])
        }
    }
}
