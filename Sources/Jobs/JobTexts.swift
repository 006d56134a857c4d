import Kernel

struct JobTexts {
    let language: Language

    var administration: String { language.pick(da: "Administration", en: "Administration") }
    var jobs: String { language.pick(da: "Opgaver, programmet selv udfører", en: "What the program does by itself") }
    var about: String {
        language.pick(
            da: "Hver opgave udføres ét sted ad gangen, også når der er flere servere. Går en server ned midt i en, "
                + "tager en anden over.",
            en: "Each job is done in one place at a time, also where there are several servers. If a server goes down "
                + "in the middle of one, another takes over.")
    }
    var job: String { language.pick(da: "Opgave", en: "Job") }
    var last: String { language.pick(da: "Sidst udført", en: "Last run") }
    var next: String { language.pick(da: "Næste gang", en: "Next run") }
    var now: String { language.pick(da: "Nu", en: "Now") }
    var runNow: String { language.pick(da: "Udfør nu", en: "Run now") }
    var never: String { language.pick(da: "Aldrig", en: "Never") }
    var soon: String { language.pick(da: "Om lidt", en: "In a moment") }
    var running: String { language.pick(da: "I gang", en: "Under way") }
    var runs: String { language.pick(da: "De seneste gange", en: "The latest runs") }
    var noRuns: String {
        language.pick(
            da: "Ingen opgave er udført endnu. De første går i gang få sekunder efter, at serveren er startet.",
            en: "No job has run yet. The first begin some seconds after the server's start.")
    }
    var started: String { language.pick(da: "Begyndt", en: "Started") }
    var outcome: String { language.pick(da: "Udfald", en: "Outcome") }
    var did: String { language.pick(da: "Antal", en: "Count") }
    var server: String { language.pick(da: "Server", en: "Server") }

    func name(of outcome: Outcome) -> String {
        switch outcome {
        case .done: language.pick(da: "Udført", en: "Done")
        case .failed: language.pick(da: "Gik galt", en: "Failed")
        case .abandoned: language.pick(da: "Afbrudt", en: "Broken off")
        }
    }

    func hurried(_ job: String) -> String {
        language.pick(da: "Udføres om få sekunder: \(job)", en: "Will be run in some seconds: \(job)")
    }
}
