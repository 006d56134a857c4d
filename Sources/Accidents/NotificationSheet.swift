import Kernel
import Law
import Reports

/// Everything that the authority asks about an accident, in its order. Source: Executive Order 799 of 3 June 2022, annex 1;
/// virk.dk for what EASY asks besides.
struct NotificationSheet: Sendable {
    struct Part: Sendable {
        let title: String
        let lines: [Line]
    }

    struct Line: Sendable, Equatable {
        enum Content: Sendable, Equatable {
            case text(String)
            /// Nobody has written it yet.
            case missing
            /// Written in EASY alone: it is not kept here on purpose.
            case byHand
            /// For other eyes.
            case covered
        }

        let name: String
        let content: Content
    }

    let parts: [Part]
    let language: Language

    /// - Parameters:
    ///   - language: of the sheet, whatever its reader's is.
    ///   - shown: what the group may read of the event, where somebody has said so.
    ///   - notifier: who fills it in.
    init(
        of record: AccidentRecord, _ report: Report, unit: Words, eyes: AccidentEyes,
        shown: GroupText? = nil, notifier: String, on day: Day,
        in language: Language
    ) {
        let text = SheetTexts(language: language)
        let (isWhole, catalogue) = (eyes == .whole, EsawCatalogue.shared)
        func line(_ name: String, _ value: String?) -> Line {
            Line(name: name, content: (value?.isEmpty ?? true) ? .missing : .text(value ?? ""))
        }
        func own(_ name: String, _ value: String?) -> Line {
            isWhole ? line(name, value) : Line(name: name, content: .covered)
        }
        func hand(_ name: String) -> Line { Line(name: name, content: .byHand) }
        func coded(_ variable: EsawVariable) -> Line {
            let code = record.codes[variable].flatMap { catalogue.find($0, of: variable) }
            return line(text.name(of: variable), code?.told(in: language))
        }
        let injured = record.injured
        let event = isWhole ? record.event : shown?.event(of: record) ?? AccidentEvent(time: record.event.time)
        // Who else is named in what somebody wrote freely, no rule can tell: nobody else reads it before it was read through.
        func free(_ name: String, _ value: String) -> Line {
            isWhole || shown != nil ? line(name, value) : Line(name: name, content: .covered)
        }
        var person = [
            own(text.name, injured.name), hand(text.cpr), hand(text.withoutCPR), own(text.job, injured.job),
            own(text.employment, injured.employment.map(text.name(of:))),
            own(text.hired, injured.hired?.long(in: language)), coded(.typeOfInjury), coded(.bodyPart),
            own(text.incapacity, text.name(of: record.incapacity)),
        ]
        if let died = record.died { person.append(line(text.died, died.long(in: language))) }
        let away = record.absences.map(text.told).joined(separator: "; ")
        parts = [
            Part(title: text.person, lines: person),
            Part(
                title: text.firm,
                lines: [hand(text.cvr), line(text.unit, unit.in(language)), own(text.notifier, notifier)]),
            Part(
                title: text.event,
                lines: [
                    free(text.place, event.place), line(text.day, record.happened.long(in: language)),
                    line(text.time, event.time),
                    line(text.outsideHours, report.circumstances.isOutsideHours ? text.wasOutside : text.wasInside),
                    free(text.course, event.course),
                    coded(.deviation), coded(.contactMode), free(text.agent, event.agent), coded(.specificActivity),
                    coded(.workingEnvironment), coded(.workstation),
                ]),
            Part(
                title: text.also,
                lines: [
                    hand(text.income), own(text.daysAway, String(record.lostDays(until: day))),
                    own(text.spells, away.isEmpty ? text.no : away),
                    own(text.compensation, record.mayBeCompensated ? text.yes : text.no),
                ]),
        ]
        self.language = language
    }

    /// What is missing still, by name.
    var missing: [String] { parts.flatMap(\.lines).filter { $0.content == .missing }.map(\.name) }

    func told(_ content: Line.Content) -> String {
        let text = SheetTexts(language: language)
        return switch content {
        case .text(let value): value
        case .missing: text.notWritten
        case .byHand: text.byHand
        case .covered: text.covered
        }
    }

    /// As plain text, to be pasted anywhere.
    var plain: String {
        let text = SheetTexts(language: language)
        let parts = parts.map { part in
            part.title.uppercased() + "\n"
                + part.lines.map { "\($0.name): \(told($0.content))" }.joined(separator: "\n")
        }
        return ([text.sheet] + parts).joined(separator: "\n\n") + "\n"
    }
}
