import Kernel

/// What is said about board meetings.
struct MeetingTexts {
    let language: Language

    func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var meetings: String { say("Tavlemøder", "Board meetings") }
    var meeting: String { say("Tavlemøde", "Board meeting") }
    var about: String {
        say(
            "Et kvarter foran tavlen: hvad har rykket sig, hvad sidder fast, og hvem tager det næste skridt?",
            "A quarter of an hour at the board: what has moved, what is stuck, and who takes the next step?")
    }

    // MARK: When

    func when(_ next: NextMeeting) -> String {
        let (day, time) = (next.day.long(in: language), next.time.told(in: language))
        return say("\(day) kl. \(time)", "\(day) at \(time)")
    }
    func next(_ next: NextMeeting, leader: String?) -> String {
        let led = leader.map { say(", ledes af \($0)", ", led by \($0)") } ?? ""
        return say("Næste tavlemøde: \(when(next))\(led)", "Next board meeting: \(when(next))\(led)")
    }
    var nextMeeting: String { say("Næste tavlemøde", "Next board meeting") }
    var nothingSet: String { say("I har ikke aftalt tavlemøder", "No board meetings have been agreed") }
    var nothingSetAbout: String {
        say(
            "Aftal en fast dag og et klokkeslæt. Så står det på tavlen, hvornår I mødes næste gang, og hvem der leder.",
            "Agree on a day and a time. The board then says when you meet next, and who leads.")
    }
    var agree: String { say("Aftal tavlemøder", "Agree on board meetings") }
    var change: String { say("Ret aftalen", "Change the agreement") }
    var setting: String { say("Aftalen om tavlemøder", "The agreement on board meetings") }
    var howOften: String { say("Hvor tit?", "How often?") }
    func name(_ rhythm: MeetingRhythm) -> String {
        switch rhythm {
        case .weekly: say("Hver uge", "Every week")
        case .twoWeeks: say("Hver anden uge", "Every two weeks")
        case .fourWeeks: say("Hver fjerde uge", "Every four weeks")
        case .monthly: say("Første gang i måneden", "First of the month")
        }
    }
    var weekday: String { say("Hvilken ugedag?", "Which weekday?") }
    func weekdayName(_ weekday: Int) -> String {
        let danish = ["Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag"]
        let english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
        return say(danish[(weekday - 1) % 5], english[(weekday - 1) % 5])
    }
    /// Within a sentence, where Danish writes it small.
    func weekdayInside(_ weekday: Int) -> String {
        say(weekdayName(weekday).lowercased(), weekdayName(weekday))
    }
    var weekdayHint: String {
        say(
            "Falder mødet på en helligdag, holdes det den næste hverdag.",
            "If it falls on a public holiday, the meeting is held on the next working day.")
    }
    var time: String { say("Klokken?", "What time?") }
    var minutes: String { say("Hvor mange minutter?", "How many minutes?") }
    var place: String { say("Hvor?", "Where?") }
    var whoLeads: String { say("Hvem leder?", "Who leads?") }
    var takeTurns: String { say("I skiftes", "You take turns") }
    var day: String { say("Hvilken dag?", "Which day?") }
    var save: String { say("Gem", "Save") }
    var saved: String { say("Aftalen er gemt og står på tavlen.", "The agreement is saved and stands on the board.") }
    var moveNext: String { say("Flyt det næste møde", "Move the next meeting") }
    var moved: String { say("Det næste tavlemøde er flyttet.", "The next board meeting has been moved.") }
    func movedFrom(_ day: String) -> String { say("Flyttet fra \(day)", "Moved from \(day)") }
    func lasts(_ minutes: Int) -> String { say("\(minutes) minutter", "\(minutes) minutes") }

    // MARK: Held

    var start: String { say("Begynd tavlemødet", "Start the board meeting") }
    var noneRuns: String { say("Intet tavlemøde er i gang", "No board meeting is under way") }
    var noneRunsAbout: String {
        say(
            "Når et møde er slut, står det under Tavlemøder, hvad der rykkede sig.",
            "When a meeting is over, what moved stands under Board meetings.")
    }
    var goToIt: String { say("Gå til mødet", "Go to the meeting") }
    var runsNow: String { say("Tavlemødet er i gang.", "The board meeting is under way.") }
    var runsAlready: String {
        say("Mødet er allerede i gang. Her er det.", "The meeting is under way already. Here it is.")
    }
    var held: String { say("Holdte møder", "Meetings held") }
    var noneHeld: String {
        say(
            "Når I har holdt det første, står det her, hvad der rykkede sig.",
            "When you have held the first, what moved stands here.")
    }
    func movedCount(_ count: Int) -> String {
        switch count {
        case 0: say("intet rykkede sig", "nothing moved")
        case 1: say("1 indsats rykkede sig", "1 action moved")
        default: say("\(count) indsatser rykkede sig", "\(count) actions moved")
        }
    }
    func lasted(_ minutes: Int) -> String { say("\(minutes) min.", "\(minutes) min") }
    func ledBy(_ name: String) -> String { say("ledet af \(name)", "led by \(name)") }
    var endedItself: String {
        say("Ingen afsluttede mødet. Det sluttede af sig selv.", "Nobody ended the meeting. It ended by itself.")
    }
    var older: String { say("Ældre møder", "Older meetings") }

    // MARK: Words of the plan

    var noTheme: String { say("Uden tema", "No theme") }
    var toTheBoard: String { say("Til tavlen", "To the board") }
}

enum MeetingRefusals {
    static let noneRuns = Words(
        da: "Mødet er afsluttet. Se referatet under Tavlemøder.",
        en: "The meeting is over. See its record under Board meetings.")
    static let runs = Words(
        da: "Mødet er ikke afsluttet endnu.", en: "The meeting is not over yet.")
    static let bodyClosed = Words(
        da: "Gruppen er nedlagt og holder ikke flere møder.", en: "The group is closed and meets no more.")
    static let part = Words(
        da: "Det kan de, der ser hele handleplanen. Du ser en del af den.",
        en: "Those who see the whole plan can do that. You see a part of it.")
    static let closed = Words(
        da: "Indsatsen er afsluttet imens.", en: "The action has been closed meanwhile.")
    static let tooManyScreens = Words(
        da: "Der er plads til 20 skærme. Træk en tilbage først.",
        en: "There is room for 20 screens. Withdraw one first.")
}
