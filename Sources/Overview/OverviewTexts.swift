import ActionPlan
import Kernel

struct OverviewTexts {
    let language: Language

    /// - Parameter hasMore: true where more waits than was counted.
    func greeting(_ name: String, at moment: Moment, count: Int, hasMore: Bool) -> String {
        let first = name.split(separator: " ").first.map(String.init) ?? name
        let hour = Int(moment.clock(in: .english).split(separator: ":").first ?? "12") ?? 12
        let hello =
            switch hour {
            case 5..<10: language.pick(da: "God morgen", en: "Good morning")
            case 10..<12: language.pick(da: "God formiddag", en: "Good morning")
            case 12..<18: language.pick(da: "God eftermiddag", en: "Good afternoon")
            default: language.pick(da: "God aften", en: "Good evening")
            }
        return "\(hello), \(first). \(hasMore ? waitingMore(than: count) : waiting(count))"
    }

    private func waitingMore(than count: Int) -> String {
        language.pick(da: "Mere end \(count) ting venter på dig.", en: "More than \(count) things wait for you.")
    }

    private func waiting(_ count: Int) -> String {
        switch count {
        case 0: language.pick(da: "Intet venter på dig.", en: "Nothing waits for you.")
        case 1: language.pick(da: "Én ting venter på dig.", en: "One thing waits for you.")
        default:
            language.pick(
                da: "\(Self.danish(count)) ting venter på dig.", en: "\(Self.english(count)) things wait for you.")
        }
    }

    private static func danish(_ count: Int) -> String {
        let words = ["", "", "To", "Tre", "Fire", "Fem", "Seks", "Syv", "Otte", "Ni", "Ti", "Elleve", "Tolv"]
        return count < words.count ? words[count] : String(count)
    }

    private static func english(_ count: Int) -> String {
        let words = [
            "", "", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
        ]
        return count < words.count ? words[count] : String(count)
    }

    var title: String { language.pick(da: "I dag", en: "Today") }
    func date(_ day: Day) -> String {
        let long = day.long(in: language)
        let first = long.prefix(1).uppercased() + long.dropFirst()
        return language.pick(da: "\(first) · uge \(day.week)", en: "\(first) · week \(day.week)")
    }
    var needsYou: String { language.pick(da: "Kræver dig nu", en: "Needs you now") }
    var byDay: String { language.pick(da: "det nye først, så efter dag", en: "what is new first, then by day") }
    var nothing: String { language.pick(da: "Du er på forkant", en: "You are ahead") }
    var nothingHow: String {
        language.pick(
            da: "Ingen nye meldinger og ingen frister lige nu. Gå en runde, og spørg, hvad folk har lagt mærke til.",
            en: "No new reports and nothing due right now. Take a walk and ask what people have noticed.")
    }
    var report: String { language.pick(da: "Meld noget", en: "Report something") }
    var overdue: String { language.pick(da: "Overskredet", en: "Overdue") }
    var soon: String { language.pick(da: "Snart", en: "Soon") }
    var missing: String { language.pick(da: "Mangler", en: "Missing") }
    var later: String { language.pick(da: "Venter", en: "Waiting") }
    func later(_ count: Int) -> String { language.pick(da: "Senere (\(count))", en: "Later (\(count))") }
    var allOwn: String { language.pick(da: "Se alle dine indsatser", en: "See all your actions") }
    var allOverdue: String { language.pick(da: "Se alt, der er over tiden", en: "See all that is overdue") }
    var new: String { language.pick(da: "Ny", en: "New") }
    func newReport(_ kind: String) -> String {
        language.pick(da: "Ny melding: \(kind)", en: "New report: \(kind)")
    }
    var confidentialReport: String {
        language.pick(da: "Fortrolig melding", en: "Confidential report")
    }
    var notSeen: String { language.pick(da: "Ingen har set på den endnu.", en: "Nobody has looked at it yet.") }
    func responsible(_ name: String) -> String {
        language.pick(da: "Ansvarlig: \(name)", en: "Responsible: \(name)")
    }
    var yours: String { language.pick(da: "Du er ansvarlig.", en: "You are responsible.") }
    var question: String { language.pick(da: "Spørgsmål", en: "Question") }
    var sinceLast: String { language.pick(da: "Siden sidst", en: "Since last time") }
    var noNews: String {
        language.pick(
            da: "Her står det, når noget sker med det, du har været med i.",
            en: "What happens to things you had a part in is told here.")
    }
    var markRead: String { language.pick(da: "Markér som læst", en: "Mark as read") }
    var unread: String { language.pick(da: "nyt", en: "new") }
    var plan: String { language.pick(da: "Handleplanen", en: "The action plan") }
    var seeBoard: String { language.pick(da: "Se tavlen", en: "See the board") }
    var whomToAsk: String { language.pick(da: "Hvem går jeg til?", en: "Whom do I go to?") }
    var whomToAskHow: String {
        language.pick(
            da: "Din enheds repræsentant, leder og andre, du kan spørge.",
            en: "Your unit's representative, supervisor and others whom you can ask.")
    }
    var startHere: String { language.pick(da: "Kom godt i gang", en: "Get started") }
    var stepImport: String {
        language.pick(da: "Læs enheder og personer ind fra filer", en: "Read in units and people from files")
    }
    var stepGroup: String {
        language.pick(da: "Opret den første arbejdsmiljøgruppe", en: "Create the first working environment group")
    }
    var stepInvite: String {
        language.pick(da: "Giv folk et link, så de kan logge ind", en: "Hand out links to sign in")
    }

    func flaws(_ count: Int) -> String {
        count == 1
            ? language.pick(da: "1 ting skal rettes i dit område.", en: "1 thing must be mended in your area.")
            : language.pick(
                da: "\(count) ting skal rettes i dit område.", en: "\(count) things must be mended in your area.")
    }

    func stage(_ stage: Stage) -> String {
        switch stage {
        case .started: language.pick(da: "Startet", en: "Started")
        case .underWay: language.pick(da: "Godt i gang", en: "Well under way")
        case .atGoal: language.pick(da: "I mål", en: "At the goal")
        case .followUp: language.pick(da: "Opfølgning", en: "Follow-up")
        case .closed: language.pick(da: "Afsluttet", en: "Closed")
        }
    }

    // A group's page.

    var members: String { language.pick(da: "Medlemmer", en: "Members") }
    var allSeats: String { language.pick(da: "Pladser og perioder", en: "Seats and periods") }
    var elections: String { language.pick(da: "Valg", en: "Elections") }
    var area: String { language.pick(da: "Ser efter", en: "Looks after") }
    var latest: String { language.pick(da: "Sidst flyttet", en: "Moved last") }
    var haveAnIdea: String { language.pick(da: "Jeg har en idé", en: "I have an idea") }
    func ideasWaiting(_ count: Int) -> String {
        let number = count >= 99 ? "99+" : String(count)
        return count == 1
            ? language.pick(da: "1 idé venter på jeres svar", en: "1 idea awaits your answer")
            : language.pick(da: "\(number) idéer venter på jeres svar", en: "\(number) ideas await your answer")
    }
    var noActions: String { language.pick(da: "Ingen indsatser på planen endnu.", en: "No actions on the plan yet.") }
    var newAction: String { language.pick(da: "Ny indsats", en: "New action") }
    var board: String { language.pick(da: "Tavle", en: "Board") }
    var list: String { language.pick(da: "Liste", en: "List") }
}
