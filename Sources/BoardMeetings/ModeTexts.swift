import Kernel

/// What is said on the meeting's own screen.
struct ModeTexts {
    let language: Language

    func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    func place(_ number: Int, of count: Int) -> String {
        say("Tema \(number) af \(count)", "Theme \(number) of \(count)")
    }
    var previous: String { say("Forrige tema", "Previous theme") }
    var next: String { say("Næste tema", "Next theme") }
    var themes: String { say("Temaer", "Themes") }
    var nothingHere: String { say("Her hænger ingen sedler.", "No notes hang here.") }
    var emptyPlan: String {
        say(
            "Planen er tom. Lav den første indsats på tavlen.", "The plan is empty. Make the first action on the board."
        )
    }
    var isNew: String { say("Ny", "New") }
    func from(_ stage: String) -> String { say("Fra \(stage)", "From \(stage)") }
    var resumed: String { say("Taget op igen", "Taken up again") }
    var newOwner: String { say("Ny ansvarlig", "New owner") }
    var overdue: String { say("Overskredet", "Overdue") }
    var still: String { say("Står stille", "Standing still") }
    var done: String { say("Klar til at lukkes", "Ready to be closed") }
    var onHold: String { say("På hold", "On hold") }
    func by(_ day: String) -> String { say("senest \(day)", "by \(day)") }
    func lookAgain(_ day: String) -> String { say("se igen \(day)", "look again \(day)") }
    var marks: String {
        say("En streg i kanten: rykket siden sidst.", "A bar at the edge: moved since last time.")
    }

    // MARK: Deeds

    func chosen(_ what: String) -> String { say("Valgt: \(what)", "Chosen: \(what)") }
    func forward(_ stage: String) -> String { say("Frem til \(stage)", "On to \(stage)") }
    func back(_ stage: String) -> String { say("Tilbage til \(stage)", "Back to \(stage)") }
    var hold: String { say("Sæt på hold", "Put on hold") }
    var reason: String { say("Hvorfor venter den?", "Why does it wait?") }
    var lookAgainOn: String { say("Hvornår ser I på den igen?", "When will you look at it again?") }
    var markDone: String { say("Gjort: luk den efter mødet", "Done: close it after the meeting") }
    var unmarkDone: String { say("Ikke gjort alligevel", "Not done after all") }
    var closeNow: String { say("Luk den nu", "Close it now") }
    var undo: String { say("Fortryd flytningen", "Undo the move") }
    var note: String { say("Skriv en sætning om temaet", "Write a sentence about the theme") }
    var text: String { say("Hvad blev sagt?", "What was said?") }
    var saveNote: String { say("Gem sætningen", "Save the sentence") }
    var noted: String { say("Sætningen er gemt til referatet.", "The sentence is kept for the record.") }
    var marked: String { say("Den står til lukning efter mødet.", "It is to be closed after the meeting.") }
    var unmarked: String { say("Den står ikke længere til lukning.", "It is no longer to be closed.") }
    var end: String { say("Afslut mødet", "End the meeting") }
    var lookOn: String {
        say("Du kigger med. Gruppens medlemmer flytter sedlerne.", "You look on. The group's members move the notes.")
    }

    // MARK: Clock

    var pause: String { say("Stands uret", "Stop the clock") }
    var resume: String { say("Sæt uret i gang", "Start the clock") }
    var left: String { say("Tid tilbage", "Time left") }
    func minutesLeft(_ seconds: Int) -> String {
        let minutes = (abs(seconds) + 59) / 60
        return seconds > 0
            ? say("\(minutes) min. tilbage", "\(minutes) min left") : say("\(minutes) min. over", "\(minutes) min over")
    }
    var stands: String { say("Uret står", "The clock stands") }
    var fiveLeft: String { say("Fem minutter tilbage.", "Five minutes left.") }
    var oneLeft: String { say("Et minut tilbage.", "One minute left.") }
    var over: String { say("Tiden er gået.", "The time is up.") }

    // MARK: Keys

    var keys: String { say("Taster", "Keys") }
    var allKeys: [(key: String, meaning: String)] {
        [
            ("PgDn", say("Næste tema (også → og j)", "Next theme (also → and j)")),
            ("PgUp", say("Forrige tema (også ← og k)", "Previous theme (also ← and k)")),
            ("1–9", say("Vælg en seddel (også ↑ og ↓)", "Choose a note (also ↑ and ↓)")),
            ("f", say("Flyt den frem", "Move it on")), ("b", say("Flyt den tilbage", "Move it back")),
            ("h", hold), ("d", say("Gjort, eller ikke alligevel", "Done, or not after all")), ("u", undo),
            ("t", note), ("c", say("Stands uret, eller sæt det i gang", "Stop the clock, or start it")), ("e", end),
        ]
    }
}
