import Design
import Journal
import Kernel
import Markup

/// What the journal tells of an action, in sentences.
struct ActionHistory {
    let lines: [JournalLine]
    let people: [PersonID: String]
    let themes: [ThemeID: String]
    let units: [UnitID: Words]
    let today: Day
    let language: Language

    /// Whoever did something, or was put in or out.
    static func people(namedIn lines: [JournalLine]) -> Set<PersonID> {
        var named = Set(lines.compactMap(\.person))
        for line in lines {
            for values in [line.before, line.after] {
                for name in ["responsible", "partners"] {
                    named.formUnion((values[name] ?? "").split(separator: " ").map { PersonID(String($0)) })
                }
            }
        }
        return named
    }

    static func units(namedIn lines: [JournalLine]) -> Set<UnitID> {
        Set(lines.flatMap { [$0.before["unit"], $0.after["unit"]] }.compactMap { $0.map(UnitID.init(_:)) })
    }

    var events: [Timeline.Event] {
        lines.map { line in
            let day = line.day?.short(in: language, today: today) ?? ""
            let clock = line.moment?.clock(in: language) ?? ""
            // What nobody did, the program did by itself.
            let who = line.person.flatMap { people[$0] } ?? "Forkant"
            return Timeline.Event("\(day) \(clock)", tone(line.verb), what: "\(who): \(sentence(line))\(details(line))")
        }
    }

    private var text: ActionTexts { ActionTexts(language: language) }

    private func tone(_ verb: String) -> Badge.Tone {
        switch verb {
        case "closed": .ok
        case "held": .soon
        default: .plain
        }
    }

    private func sentence(_ line: JournalLine) -> String {
        switch line.verb {
        case "created": text.say("lavede indsatsen", "made the action")
        case "changed": text.say("rettede", "changed")
        case "moved": movement(line)
        case "closed": text.say("afsluttede indsatsen", "closed the action")
        case "reopened": text.say("åbnede indsatsen igen", "reopened the action")
        case "judged": judged(line)
        case "shared": text.say("lod andre grupper lære af den", "let other groups learn from it")
        case "unshared": text.say("trak den tilbage fra andre grupper", "withdrew it from other groups")
        case "asked_leader": text.say("spurgte lederen", "asked the leader")
        case "leader_answered": text.say("svarede som leder", "answered as leader")
        case "request_withdrawn":
            text.say("trak spørgsmålet til lederen tilbage", "withdrew the question to the leader")
        case "recurs":
            text.say("lader den komme igen ", "lets it come again ") + rhythm(line)
        case "recurrence_stopped": text.say("den kommer ikke igen", "it does not come again")
        case "came_again": text.say("den er kommet igen", "it has come again")
        case "handed_on": handedOn(line)
        case "rated": text.say("vurderede, hvor slemt det er", "rated how bad it is")
        case "held": text.say("satte indsatsen på hold", "put the action on hold")
        case "said_if_moving": text.say("svarede på, om den bevæger sig", "answered whether it moves")
        case "resumed": text.say("tog indsatsen op igen", "took the action up again")
        case "commented": text.say("skrev en kommentar", "wrote a comment")
        case "attached": text.say("vedhæftede en fil", "attached a file")
        default: line.verb
        }
    }

    private func rhythm(_ line: JournalLine) -> String {
        line.after["rhythm"].flatMap { Rhythm($0) }.map(RecurrenceTexts(language: language).often) ?? ""
    }

    private func handedOn(_ line: JournalLine) -> String {
        let (old, new) = (
            readable("responsible", line.before["responsible"] ?? ""),
            readable("responsible", line.after["responsible"] ?? "")
        )
        return text.say(
            "givet til \(new), fordi \(old) ikke er her mere", "given to \(new), since \(old) is no longer here")
    }

    private func judged(_ line: JournalLine) -> String {
        let lasting = line.after["lasted"].flatMap(Lasting.init(rawValue:))
        return lasting.map(LastingTexts(language: language).sentence) ?? line.verb
    }

    private func movement(_ line: JournalLine) -> String {
        let (from, to) = (stage(line.before), stage(line.after))
        guard from == to else { return text.say("flyttede fra \(from) til \(to)", "moved from \(from) to \(to)") }
        let theme = readable("theme", line.after["theme"] ?? "")
        guard line.before["theme"] != line.after["theme"] else { return text.say("flyttede om", "rearranged") }
        return text.say("flyttede til temaet \(theme)", "moved to the theme \(theme)")
    }

    private func stage(_ values: [String: String]) -> String {
        values["stage"].flatMap(Stage.init(rawValue:)).map(text.name) ?? ""
    }

    private func details(_ line: JournalLine) -> HTML? {
        switch line.verb {
        case "changed":
            let names = Agreement.names.filter { line.before[$0] != line.after[$0] }
            return """
                <dl class="facts">\(each: names, { name in
                    """
                    <dt>\(text.field(name))</dt>\
                    <dd><del>\(readable(name, line.before[name] ?? ""))</del> \
                    <ins>\(readable(name, line.after[name] ?? ""))</ins></dd>
                    """
                })</dl>
                """
        case "held": return line.after["reason"].map { "<p class=\"meta lines\">\($0)</p>" }
        case "attached": return line.after["file"].map { "<p class=\"meta\">\($0)</p>" }
        default: return nil
        }
    }

    private func readable(_ name: String, _ value: String) -> String {
        switch name {
        case "responsible", "partners":
            value.split(separator: " ").map { people[PersonID(String($0))] ?? String($0) }.joined(separator: ", ")
        case "theme": value.isEmpty ? text.noTheme : themes[ThemeID(value)] ?? value
        case "unit": units[UnitID(value)]?.in(language) ?? value
        case "kind": HazardKind(rawValue: value).map(text.name) ?? value
        case "difficulty": Difficulty(rawValue: value).map(text.name) ?? value
        case "due", "follow_up_on": Day(value)?.short(in: language, today: today) ?? value
        default: value
        }
    }
}
