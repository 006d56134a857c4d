import Access
import Design
import Kernel
import Markup
import Web

/// Puts the menu and everything else that all pages share around a page.
public struct MenuFrame: Web.Frame {
    let assets: Assets

    public init(assets: Assets) {
        self.assets = assets
    }

    public func document(_ page: Page, for visit: Visit) -> HTMLDocument {
        switch page.surroundings {
        case .app where visit.viewer.isSomebody: HTMLDocument(app(page, visit))
        case .app, .plain: HTMLDocument(plain(page, visit))
        case .paper(let paper):
            HTMLDocument(
                PaperShell(language: visit.language, assets: assets, kind: paper.rawValue)
                    .page(page.title, scripts: page.scripts) { page.content })
        case .screen:
            HTMLDocument(
                ScreenShell(language: visit.language, assets: assets, live: LiveAddress.link(page.topics, for: visit))
                    .page(page.title, scripts: page.scripts) { page.content })
        }
    }

    private func app(_ page: Page, _ visit: Visit) -> HTML {
        let text = MenuTexts(language: visit.language)
        let viewer = visit.viewer
        let shell = Shell(
            language: visit.language, assets: assets, here: here(visit), menu: menu(page, visit),
            viewerName: viewer.name, account: "/account",
            scope: viewer.mainBody.map { Shell.Scope($0.bodyName.in(visit.language), to: "/bodies/\($0.body)") },
            primary: (text.report, "/report"), csrf: visit.csrf, said: visit.said,
            live: LiveAddress.link(page.topics, for: visit))
        return shell.page(
            page.title, isWide: page.isWide, scripts: page.scripts, shortcuts: page.shortcuts
        ) { page.content }
    }

    private func plain(_ page: Page, _ visit: Visit) -> HTML {
        let shell = PlainShell(
            language: visit.language, assets: assets, here: here(visit), organisation: nil, csrf: visit.csrf,
            said: visit.said)
        return shell.page(page.title, scripts: page.scripts) { page.content }
    }

    /// Where to come back to after a change of language: only a page that was asked for can be shown again.
    private func here(_ visit: Visit) -> Link {
        (visit.method == .get ? Link(onThisSite: visit.address) : nil) ?? "/"
    }

    private func menu(_ page: Page, _ visit: Visit) -> [MenuItem] {
        let text = MenuTexts(language: visit.language)
        let counts = visit.menuCounts
        var items = [
            MenuItem(
                .sun, text.today, to: "/", counted: text.unread, hasNews: counts["today", default: 0] > 0,
                isCurrent: page.section == "today"),
            MenuItem(
                .clipboardList, text.plan, to: "/plan", count: counts["plan"], counted: text.overdue,
                isCurrent: page.section == "plan"),
            MenuItem(
                .flag, text.reports, to: "/reports", count: counts["reports"], counted: text.waiting,
                isCurrent: page.section == "reports"),
            MenuItem(.network, text.organisation, to: "/organisation", isCurrent: page.section == "organisation"),
        ]
        if let home = visit.viewer.home {
            items.append(
                MenuItem(.users, text.whomToAsk, to: "/units/\(home)", isCurrent: page.section == "own-unit"))
        }
        if visit.viewer.isAdministrator {
            items.append(
                MenuItem(
                    .settings, text.administration, to: "/administration", isCurrent: page.section == "administration"))
        }
        return items
    }
}

struct MenuTexts {
    let language: Language

    var today: String { language.pick(da: "I dag", en: "Today") }
    var plan: String { language.pick(da: "Handleplan", en: "Action plan") }
    var reports: String { language.pick(da: "Meldinger", en: "Reports") }
    var organisation: String { language.pick(da: "Organisation", en: "Organisation") }
    var whomToAsk: String { language.pick(da: "Hvem går jeg til?", en: "Whom do I go to?") }
    var administration: String { language.pick(da: "Administration", en: "Administration") }
    var unread: String { language.pick(da: "ulæst nyt", en: "unread news") }
    var overdue: String { language.pick(da: "overskredet", en: "overdue") }
    var waiting: String { language.pick(da: "som ingen har læst", en: "that nobody has read") }
    var report: String { language.pick(da: "Meld noget", en: "Report something") }
}
