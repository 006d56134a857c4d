import Design
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Who else works on the action just now: only for those who work on its plan, and of them only. Nothing where the
/// action came from something confidential: there, that somebody looks would tell already.
struct PresenceLine {
    let visit: Visit
    let action: ActionID
    let doing: Presence.Doing
    let isUnseen: Bool
    let others: [(name: String, doing: Presence.Doing)]

    init?(
        _ seen: SeenAction, doing: Presence.Doing, _ presence: Presence, _ origins: Origins, _ visit: Visit,
        _ reader: Reader
    ) throws {
        guard try Self.isOffered(seen, origins, visit, reader) else { return nil }
        (self.visit, self.doing, action) = (visit, doing, seen.action.id)
        isUnseen = try Self.isUnseen(visit.viewer.person, reader)
        presence.listen(in: visit.house)
        var people = isUnseen ? [:] : presence.people(at: action, at: visit.moment)
        people[visit.viewer.person] = nil
        let names = try PersonStore(reader).names(of: Set(people.keys))
        others = names.map { ($0.value, people[$0.key] ?? .looking) }.sorted { $0.name < $1.name }
    }

    static func isOffered(_ seen: SeenAction, _ origins: Origins, _ visit: Visit, _ reader: Reader) throws -> Bool {
        guard seen.standing.mayWork, visit.viewer.isSomebody, visit.session != nil else { return false }
        return try !ActionWork.sharing(of: seen.action, origins, reader).isBarred
    }

    static func isUnseen(_ person: PersonID, _ reader: Reader) throws -> Bool {
        try reader.exists("SELECT 1 FROM unseen_person WHERE person_id = \(person)")
    }

    var topics: [Topic] { isUnseen ? [] : [.presence(at: action)] }

    private var text: PresenceTexts { PresenceTexts(language: visit.language) }

    var html: HTML {
        let sign: HTML = """
             data-presence="\("/actions/\(action)/presence" as Link)" data-doing="\(doing.rawValue)" \
            data-csrf="\(visit.csrf)"
            """
        return """
            <div class="needs-script no-print stack tight" aria-live="polite"\(when: !isUnseen, sign)>\
            <div data-live-part="presence">\(each: others, { banner($0.name, $0.doing) })</div></div>
            """
    }

    /// At the foot of the page: that one is seen, and the way out of it.
    var note: HTML {
        let button = PostButton(
            isUnseen ? text.show : text.hide, to: "/presence", csrf: visit.csrf, .quiet,
            hidden: [("unseen", isUnseen ? "" : "on"), ("action", action.text)])
        return """
            <div class="needs-script no-print row"><p class="meta">\(isUnseen ? text.unseen : text.seen)</p>\(button)</div>
            """
    }

    private func banner(_ name: String, _ doing: Presence.Doing) -> HTML {
        Banner(doing == .changing ? .soon : .plain) {
            "<span class=\"row\">\(Face(name))<span>\(text.isHere(name, doing))</span></span>"
        }.html
    }
}

/// What is said of who is here.
struct PresenceTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    func isHere(_ name: String, _ doing: Presence.Doing) -> String {
        switch doing {
        case .looking: say("\(name) er her også.", "\(name) is also here.")
        case .changing: say("\(name) er ved at rette den lige nu.", "\(name) is changing it now.")
        }
    }

    var seen: String {
        say(
            "De, der arbejder på planen, kan se, når du har indsatsen åben. Det gemmes ikke.",
            "Those who work on the plan can see while you have the action open. It is not kept.")
    }
    var unseen: String {
        say(
            "Ingen kan se, når du har en indsats åben, og du ser heller ikke andre.",
            "Nobody can see while you have an action open, and you do not see others.")
    }
    var hide: String { say("Vis mig ikke", "Do not show me") }
    var show: String { say("Vis mig igen", "Show me again") }
    var hidden: String { say("Du vises ikke mere.", "You are no longer shown.") }
    var shown: String { say("Du vises igen.", "You are shown again.") }
}
