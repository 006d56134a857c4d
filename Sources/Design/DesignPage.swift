import Kernel
import Markup

/// Every pattern on one page, to be looked at and tested. Its words are invented, as are its people.
public struct DesignPage: Sendable {
    let language: Language
    let assets: Assets
    let here: Link

    /// - Parameter here: where the page is shown.
    public init(language: Language, assets: Assets, here: Link = "/design") {
        self.language = language
        self.assets = assets
        self.here = here
    }

    public var html: HTML {
        Shell(
            language: language, assets: assets, here: here, menu: menu, viewerName: "Maja Holm", account: "/me",
            scope: .init("AMG Laboratorier", subtitle: say("Grøn Kemi", "Green Chemistry"), to: "/scope"),
            primary: (say("Meld noget", "Report something"), "/report"), csrf: "sample",
            said: say("Indsatsen er gemt.", "The action was saved.")
        ).page(say("Mønstre", "Patterns"), isWide: true, scripts: ["js/board.js", "js/photo.js"]) {
            "\(header)\(each: sections, section)"
        }
    }

    func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    private var menu: [MenuItem] {
        [
            MenuItem(.sun, say("I dag", "Today"), to: "/", count: 4, isCurrent: true),
            MenuItem(.kanban, say("Handleplan", "Action plan"), to: "/plan", count: 17),
            MenuItem(.users, say("Møder", "Meetings"), to: "/meetings"),
            MenuItem(.clipboardList, say("Kortlægning", "Assessments"), to: "/assessments"),
            MenuItem(.calendarDays, say("Årshjul", "Year wheel"), to: "/wheel"),
            MenuItem(.network, say("Organisation", "Organisation"), to: "/organisation"),
            MenuItem(.graduationCap, say("Læring", "Learning"), to: "/learning"),
            MenuItem(.chartColumn, say("Indblik", "Insight"), to: "/insight"),
        ]
    }

    private var header: HTML {
        """
        \(Breadcrumbs([(say("Danmark", "Denmark"), "/"), (say("Grøn Kemi", "Green Chemistry"), "/u")], language: language))\
        \(PageHeader(
            say("God morgen, Maja. Fire ting venter på jer.", "Good morning, Maja. Four things wait for you."),
            about: say("Lørdag 21. november · uge 47", "Saturday 21 November · week 47"), actions: headerActions))
        """
    }

    private var headerActions: HTML {
        """
        \(Button(say("Print til væggen", "Print for the wall"), to: "#board", icon: assets.icon(.printer)))\
        \(Button(say("Ny indsats", "New action"), to: "#form", .primary, icon: assets.icon(.plus)))
        """
    }

    private var sections: [(name: String, sample: HTML)] {
        let samples = DesignSamples(language: language, assets: assets)
        return [
            (say("I dag", "Today"), samples.today),
            (say("Tavlen", "The board"), samples.board),
            (say("Liste", "List"), samples.list),
            (say("Formular", "Form"), samples.form),
            (say("Knapper og tilstande", "Buttons and states"), samples.buttons),
            (say("Beskeder", "Messages"), samples.banners),
            (say("Forløb", "Courses of events"), samples.courses),
            (say("Indlæsning", "Import"), samples.imports),
            (say("Tomt", "Empty"), samples.empty),
            (say("Plakat", "Poster"), samples.poster),
        ]
    }

    private func section(name: String, sample: HTML) -> HTML {
        "<section class=\"pattern\"><h2>\(name)</h2>\(sample)</section>"
    }
}
