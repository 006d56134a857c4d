import Design
import Kernel

/// What is said of whether an action lasted, and of how bad the problem was before and after.
struct LastingTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var title: String { say("Holdt det?", "Did it last?") }
    func title(_ what: String) -> String { say("Holdt det? \(what)", "Did it last? \(what)") }
    var about: String {
        say("Ét spørgsmål, nu da der er gået noget tid.", "One question, now that some time has passed.")
    }
    var lasted: String { say("Holdt det?", "Did it last?") }
    var seen: String { say("Hvad ser I nu?", "What do you see now?") }
    var seenHint: String {
        say("Et par linjer, så andre kan lære af det.", "A line or two, so that others can learn from it.")
    }
    var answer: String { say("Svar", "Answer") }
    var judgeOn: String { say("Hvornår skal vi spørge, om det holdt?", "When shall we ask whether it lasted?") }
    var judgeOnHint: String {
        say(
            "Den ansvarlige bliver spurgt den dag. Virkede det ikke, spørges der ikke.",
            "Whoever is responsible is asked on that day. Nobody is asked where it did not work.")
    }

    func name(_ lasting: Lasting) -> String {
        switch lasting {
        case .yes: say("Ja, det holdt", "Yes, it lasted")
        case .partly: say("Delvist", "In part")
        case .no: say("Nej, det holdt ikke", "No, it did not last")
        }
    }

    func detail(_ lasting: Lasting) -> String {
        switch lasting {
        case .yes: say("Så er der ikke mere at svare på.", "Then there is no more to answer.")
        case .partly: say("Vi spørger igen om noget tid.", "We ask again in some time.")
        case .no: say("Så åbner I den næste indsats herfra.", "Then you open the next action from here.")
        }
    }

    /// In the history, after somebody's name.
    func sentence(_ lasting: Lasting) -> String {
        switch lasting {
        case .yes: say("så, at det holdt", "saw that it lasted")
        case .partly: say("så, at det holdt delvist", "saw that it lasted in part")
        case .no: say("så, at det ikke holdt", "saw that it did not last")
        }
    }

    func said(_ lasting: Lasting) -> String {
        switch lasting {
        case .yes: say("Godt. Så er den helt i mål.", "Good. That settles it.")
        case .partly: say("Noteret. Vi spørger igen.", "Noted. We will ask again.")
        case .no: say("Noteret. Hvad gør I så?", "Noted. What now?")
        }
    }

    func asksOn(_ day: String) -> String { say("Vi spørger \(day).", "We ask on \(day).") }
    var asksNow: String { say("Nu spørger vi.", "We are asking now.") }
    var notLasting: String { say("Det holdt ikke. Hvad gør I så?", "It did not last. What now?") }

    // How bad it is.

    var severity: String { say("Hvor slemt er det?", "How bad is it?") }
    var severityNow: String { say("Hvor slemt er det nu?", "How bad is it now?") }
    var severityHint: String {
        say("1: knap mærkbart. 5: farligt nu.", "1: hardly noticed. 5: dangerous now.")
    }
    var rate: String { say("Gem vurderingen", "Save the rating") }
    var rated: String { say("Vurderingen er gemt.", "The rating is saved.") }
    var beforeAndAfter: String { say("Før og efter", "Before and after") }
    var before: String { say("Før", "Before") }
    var closed: String { say("Afsluttet", "Closed") }
    var when: String { say("Hvornår", "When") }
    func level(_ severity: Severity) -> String {
        say("\(severity.rawValue) af 5", "\(severity.rawValue) of 5") + ": " + name(severity)
    }
    func name(_ severity: Severity) -> String {
        switch severity {
        case .hardlyNoticed: say("knap mærkbart", "hardly noticed")
        case .nuisance: say("generende", "a nuisance")
        case .strain: say("belastende", "a strain")
        case .serious: say("alvorligt", "serious")
        case .dangerous: say("farligt nu", "dangerous now")
        }
    }
    func drawn(_ steps: String) -> String { say("Hvor slemt det er: \(steps).", "How bad it is: \(steps).") }
    var severities: [Choice] { Severity.allCases.map { Choice(String($0.rawValue), String($0.rawValue)) } }

    // A plan's page.

    var pageAbout: String {
        say(
            "Afsluttede indsatser, hvor I endnu ikke har set, om det holdt.",
            "Closed actions of which you have not seen yet whether they lasted.")
    }
    var nothing: String { say("Intet at se efter", "Nothing to look at") }
    var nothingAbout: String {
        say(
            "Når en indsats er afsluttet med virkning, spørges der her, om det holdt.",
            "When an action was closed with an effect, it is asked here whether it lasted.")
    }
    var what: String { say("Indsats", "Action") }
    var responsible: String { say("Ansvarlig", "Responsible") }
    var asked: String { say("Vi spørger", "We ask") }
    var due: String { say("Spørges nu", "Asked now") }
    var setting: String { say("Hvor længe venter vi?", "How long do we wait?") }
    var settingAbout: String {
        say(
            "Gælder indsatser, der afsluttes herefter. En indsats kan få sin egen dag, når den afsluttes.",
            "Holds for actions that are closed from now on. An action can have its own day when it is closed.")
    }
    func months(_ count: Int) -> String {
        say(count == 1 ? "1 måned" : "\(count) måneder", count == 1 ? "1 month" : "\(count) months")
    }
    var save: String { say("Gem", "Save") }
    var saved: String { say("Gemt.", "Saved.") }
}

extension PlanRefusals {
    static let judge = Words(
        da: "Det svarer gruppens medlemmer og dem, der var med, på. Skriv en kommentar, hvis du har set noget.",
        en: "The group's members and those who took part answer that. Write a comment if you have seen something.")
    static let judgedAlready = Words(
        da: "Der er svaret på, om det holdt, eller der er intet at se efter.",
        en: "It has been answered whether it lasted, or there is nothing to look at.")
    static let judgedTooSoon = Words(
        da: "Indsatsen er afsluttet i dag. Om det holdt, kan ses tidligst i morgen.",
        en: "The action was closed today. Whether it lasted can be seen tomorrow at the earliest.")
}
