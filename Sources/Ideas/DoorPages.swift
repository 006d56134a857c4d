import Design
import Kernel
import Markup
import Web

/// What can be said at a unit's own link.
struct DoorTabs {
    let visit: Visit

    var html: HTML {
        let text = IdeaTexts(language: visit.language)
        let secret = visit.parameters["link"] ?? ""
        return Tabs(
            text.atTheDoor,
            [
                .init(text.reportSomething, to: "/r/\(secret)"),
                .init(text.haveAnIdea, to: "/r/\(secret)/idea", isCurrent: true),
            ]
        ).html
    }
}

/// Says that it has arrived, and where what becomes of it can be seen.
struct ThanksPage {
    let visit: Visit
    let asked: AskedPlace

    private var text: IdeaTexts { IdeaTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.thanks, surroundings: .plain,
            content: """
                <p>\(text.thanksAbout)</p>\
                \(Button(text.giveAnother, to: again, .quiet))
                """)
    }

    private var again: Link { asked.door.with([("body", asked.body), ("unit", asked.unit)]) }
}

/// Where a link leads nowhere any more, or no body looks after the unit: says so, and keeps what was written in sight.
struct NoIdeasPage {
    let visit: Visit
    let asked: AskedPlace

    private var text: IdeaTexts { IdeaTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.nowhere, surroundings: asked.secret == nil ? .app : .plain, section: "plan",
            content: """
                \(when: asked.secret == nil, PageHeader(text.nowhere).html)\
                <p>\(asked.secret == nil ? text.nobodyLooksAfter : text.linkIsOld)</p><p>\(text.nowhereHelp)</p>\
                \(when: !typed.isEmpty, "\(yours)")
                """)
    }

    private var typed: [String] { ["what", "why"].map { visit.fields[$0].trimmed }.filter { !$0.isEmpty } }

    private var yours: Sheet {
        Sheet(text.youWrote) { "\(each: typed.map { "<p class=\"lines\">\($0)</p>" as HTML }, { $0 })" }
    }
}
