import Design
import Kernel
import Markup
import Web

/// Who handles a confidential report, from whom it is kept, and how it went from one to another: as the handlers see it.
struct CaseSheet {
    let visit: Visit
    let picture: ReportPicture

    private var text: ConfidenceTexts { ConfidenceTexts(language: visit.language) }
    private var trust: CaseTrust { picture.trust }

    var html: HTML {
        """
        \(Sheet(text.whoHandles) {
            """
            \(when: trust.handlers.isEmpty, "<p>\(text.byOffice)</p>", else: "\(Facts(facts))")\(when: trust.handlers.count == 1, "<p>\(text.onlyYou)</p>")\
            \(when: mayPassOn, "<div class=\"actions\">\(handOn)</div>")
            """
        })
        \(when: !trust.passings.isEmpty, "\(passings)")
        """
    }

    private var mayPassOn: Bool { trust.mayPassOn(visit.viewer.person) }
    private var handOn: Button { Button(text.handOn, to: "/reports/\(picture.report.id)/handover") }

    private var facts: [(name: String, value: HTML)] {
        let readers = trust.handlers.filter { $0.duty == .handler }
        let deputies = trust.handlers.filter { $0.duty == .deputy }
        var facts: [(name: String, value: HTML)] = [(text.handlers, "\(names(readers.map(\.person)))")]
        if !deputies.isEmpty { facts.append((text.deputy, "\(deputies.map(deputy).joined(separator: ", "))")) }
        if !trust.keptFrom.isEmpty { facts.append((text.keptFromFact, "\(names(trust.keptFrom))")) }
        return facts
    }

    private func deputy(_ one: CaseHandler) -> String {
        one.reads ? text.readsToo(name(one.person)) : name(one.person)
    }

    private var passings: Sheet {
        Sheet(text.passings) {
            "\(Timeline(trust.passings.map { Timeline.Event(day($0.day), what: what($0)) }))"
        }
    }

    private func what(_ passing: CasePassing) -> HTML {
        """
        \(text.told(passing.way, from: passing.giver.map(name), to: name(passing.taker), stays: passing.stays))\
        \(when: !passing.reason.isEmpty, "<p class=\"lines\">\(passing.reason)</p>")
        """
    }

    private func names(_ people: [PersonID]) -> String { people.map(name).joined(separator: ", ") }
    private func name(_ person: PersonID) -> String { picture.names[person] ?? "–" }
    private func day(_ day: Day) -> String { day.short(in: visit.language, today: visit.today) }
}
