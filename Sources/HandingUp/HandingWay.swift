import ActionPlan
import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// The whole way of an action that was handed up: to whom, what they answered, and how it ended. Of the action above it tells
/// title, stage, body and outcome, to whoever reads the one below.
struct HandingWay {
    private struct Above {
        let action: Action
        let closure: Closure?
        /// The viewer may read it as a whole.
        let isOpen: Bool
    }

    let steps: [Handing]
    private let bodies: [BodyID: Words]
    private let people: [PersonID: String]
    private let above: [ActionID: Above]
    private let today: Day
    private let language: Language

    init(of action: ActionID, _ visit: Visit, _ reader: Reader) throws {
        steps = try HandingStore(reader).way(of: action)
        bodies = try BodyStore(reader).names(of: Set(steps.flatMap { [$0.from, $0.to] }))
        people = try PersonStore(reader).names(of: Set(steps.flatMap { [$0.by, $0.answer?.by].compactMap { $0 } }))
        var above: [ActionID: Above] = [:]
        for id in steps.compactMap(\.taken) {
            guard let action = try ActionStore(reader).find(id) else { continue }
            let closure = try ActionStore(reader).closures(of: id).first { $0.reopenedAt == nil }?.closure
            let seen = try SeenAction.within(id, for: visit.viewer, reader)
            above[id] = Above(action: action, closure: closure, isOpen: seen != nil)
        }
        self.above = above
        (today, language) = (visit.today, visit.language)
    }

    private var text: HandingTexts { HandingTexts(language: language) }

    var sheet: Sheet { Sheet(text.theWay) { Timeline(events).html } }

    var events: [Timeline.Event] { steps.flatMap { [handed($0), answered($0)].compactMap { $0 } } }

    private func handed(_ step: Handing) -> Timeline.Event {
        let who = step.by.flatMap { people[$0] } ?? ""
        return Timeline.Event(
            day(step.at),
            what: """
                <a href="\(step.link)">\(text.gave(name(step.from), to: name(step.to)))</a> <small>\(who)</small>\
                <p class="lines">\(step.asked)</p>
                """)
    }

    private func answered(_ step: Handing) -> Timeline.Event? {
        guard let answer = step.answer else { return nil }
        let who = answer.by.flatMap { people[$0] } ?? ""
        let (when, body) = (day(answer.at), name(step.to))
        switch step.state {
        case .open, .passedOn: return nil
        case .withdrawn: return Timeline.Event(when, what: "\(text.tookBack) <small>\(who)</small>")
        case .sentBack:
            return Timeline.Event(
                when, .soon,
                what: """
                    \(text.gaveBack(body)) <small>\(who)</small><p class="lines">\(answer.reason)</p>\
                    \(when: !answer.advice.isEmpty, "<p class=\"lines\"><b>\(text.advice)</b> \(answer.advice)</p>")
                    """)
        case .taken, .done:
            return Timeline.Event(when, .ok, what: "\(text.tookOn(body)) <small>\(who)</small>\(outcome(step))")
        }
    }

    private func outcome(_ step: Handing) -> HTML? {
        guard let above = step.taken.flatMap({ self.above[$0] }) else { return nil }
        let title: HTML =
            above.isOpen
            ? "<a href=\"\("/actions/\(above.action.id)" as Link)\">\(above.action.agreed.what)</a>"
            : "\(above.action.agreed.what)"
        let effect = above.closure.map { "<p>\(text.name($0.effect))</p><p class=\"lines\">\($0.done)</p>" as HTML }
        return "<p>\(title) \(Badge(text.name(above.action.stage), above.action.isOpen ? .plain : .ok))</p>\(effect)"
    }

    private func name(_ body: BodyID) -> String { bodies[body]?.in(language) ?? "" }
    private func day(_ moment: Moment) -> String { moment.day.short(in: language, today: today) }
}

/// On an action's page: the way it went, the help that is sought, and the way to both.
struct HandingSheet {
    let visit: Visit
    let seen: SeenAction
    let way: HandingWay
    let helps: [ExpertHelp]
    let names: [PersonID: String]

    /// Nothing where it was never handed up, no help was sought, and the viewer can do neither.
    init?(visit: Visit, seen: SeenAction, _ reader: Reader) throws {
        way = try HandingWay(of: seen.action.id, visit, reader)
        helps = try HelpStore(reader).help(for: seen.action.id)
        guard !way.steps.isEmpty || !helps.isEmpty || seen.standing.mayWork && seen.action.isOpen else { return nil }
        names = try PersonStore(reader).names(of: Set(helps.map(\.seeker)))
        (self.visit, self.seen) = (visit, seen)
    }

    private var text: HandingTexts { HandingTexts(language: visit.language) }

    var html: HTML {
        """
        \(when: !way.steps.isEmpty, "\(way.sheet)")\(when: !helps.isEmpty, "\(help)")\
        \(when: seen.standing.mayWork && seen.action.isOpen, unsolved)
        """
    }

    private var unsolved: HTML {
        "<p class=\"no-print\"><a href=\"\("/actions/\(seen.action.id)/unsolved" as Link)\">\(text.cannotSolve)</a></p>"
    }

    private var help: Sheet {
        Sheet(text.expertHelp, isPadded: false) {
            TaskRows(
                helps.map { help in
                    TaskRow(
                        help.need, to: "/expert-help/\(help.id)",
                        detail: text.helpDetail(help, seeker: names[help.seeker] ?? ""),
                        badge: text.badge(help, visit.today),
                        when: help.by.short(in: visit.language, today: visit.today))
                }
            ).html
        }
    }
}
