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
    ///   - notifier: who fills it in.
    init(
        of record: AccidentRecord, _ report: Report, unit: Words, eyes: AccidentEyes, notifier: String, on day: Day,
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
        let event = isWhole ? record.event : record.event.blacked(for: injured.name, text.covered)
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
                    line(text.place, event.place), line(text.day, record.happened.long(in: language)),
                    line(text.time, event.time),
                    line(text.outsideHours, report.circumstances.isOutsideHours ? text.wasOutside : text.wasInside),
                    line(text.course, event.course),
                    coded(.deviation), coded(.contactMode), line(text.agent, event.agent), coded(.specificActivity),
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

extension AccidentEvent {
    /// The same with each word of a name covered, also with an s after it. Who else is named in it stands there still.
    func blacked(for name: String, _ cover: String) -> AccidentEvent {
        let parts = Set(name.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 1 })
        let names = parts.union(parts.map { $0 + "s" })
        func blacked(_ text: String) -> String {
            var (result, word) = ("", "")
            func end() {
                result += names.contains(word.lowercased()) ? cover : word
                word = ""
            }
            for letter in text {
                if letter.isLetter {
                    word.append(letter)
                } else {
                    end()
                    result.append(letter)
                }
            }
            end()
            return result
        }
        return AccidentEvent(
            time: time, place: blacked(place), course: blacked(course), agent: blacked(agent))
    }
}
