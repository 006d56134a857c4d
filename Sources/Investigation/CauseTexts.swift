import Kernel

/// What is said of causes.
struct CauseTexts {
    let language: Language

    func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var causes: String { say("Hvorfor skete det?", "Why did it happen?") }
    var causesHint: String {
        say(
            "Spørg hvorfor, og så hvorfor igen, gerne fem gange. Et svar kan have flere hvorfor'er. Spørg ikke, hvis skyld det var.",
            "Ask why, and then why again, five times if you can. An answer may have several whys. Do not ask whose fault it was."
        )
    }
    var noCauses: String { say("Ingen årsager endnu.", "No causes yet.") }
    var event: String { say("Det skete", "It happened") }
    func label(_ depth: Int) -> String { say("Hvorfor \(depth + 1)", "Why \(depth + 1)") }
    var root: String { say("grundårsag", "root cause") }
    func rootLabel(_ depth: Int) -> String { "\(label(depth)): \(root)" }
    var cause: String { say("Fordi …", "Because …") }
    var answers: String { say("Svar på hvorfor:", "Answers why:") }
    var theEvent: String { say("Selve hændelsen", "The event itself") }
    var bone: String { say("Hvor hører det til?", "Where does it belong?") }
    var boneAsAbove: String { say("Som det, den svarer på", "As what it answers") }
    var addCause: String { say("Tilføj årsag", "Add cause") }
    var editCause: String { say("Ret årsag", "Edit cause") }
    var askWhy: String { say("Hvorfor?", "Why?") }
    func askWhy(_ what: String) -> String { say("Hvorfor? \(what)", "Why? \(what)") }
    func answering(_ what: String) -> String { say("Svarer på: \(what)", "Answers: \(what)") }
    var removal: String {
        say(
            "Det, der svarer på årsagen, bliver stående og svarer så på det over den.",
            "What answers the cause stays, and then answers what is above it.")
    }
    var chains: String { say("Kæder af hvorfor", "Chains of whys") }
    var chainsTitle: String {
        say("Hændelsen og dens årsager, hvorfor for hvorfor", "The event and its causes, why by why")
    }
    var fishbone: String { say("Fiskeben", "Fishbone") }
    var fishboneTitle: String { say("De samme årsager som fiskeben", "The same causes as a fishbone") }
    var fishboneList: String { say("Årsager efter side", "Causes by side") }
    var unsorted: String { say("Ikke sat på et ben", "On no bone") }
    func more(_ count: Int) -> String { say("og \(count) til", "and \(count) more") }

    func name(_ bone: Bone) -> String {
        switch bone {
        case .people: say("Mennesker og instruktion", "People and instruction")
        case .task: say("Opgave og metode", "Task and method")
        case .equipment: say("Udstyr og maskiner", "Equipment and machines")
        case .substances: say("Stoffer og materialer", "Substances and materials")
        case .surroundings: say("Omgivelser og indretning", "Surroundings and layout")
        case .organisation: say("Organisering og planlægning", "Organisation and planning")
        }
    }
}
