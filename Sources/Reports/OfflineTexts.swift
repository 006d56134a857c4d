import Kernel

/// What the form says about the device that it is on: without network, drafts, and what waits there.
struct OfflineTexts {
    let language: Language

    /// On the copy that a phone keeps of the form for one's own unit: it does not know who reads there.
    var areConfidential: String {
        language.pick(
            da: """
                Krænkende adfærd og psykiske ulykker er fortrolige. Er der en, som ikke må læse det, så vent, til der er net.
                """,
            en: """
                Offensive behaviour and psychological accidents are confidential. If a certain person must not read it, wait \
                until there is a network.
                """)
    }

    var camera: String { language.pick(da: "Tag et foto", en: "Take a photo") }
    var choose: String { language.pick(da: "Vælg fotos", en: "Choose photos") }
    var restored: String {
        language.pick(da: "Vi har hentet det frem, som du skrev.", en: "What you wrote has been brought back.")
    }
    var beginAnew: String { language.pick(da: "Begynd forfra", en: "Begin anew") }
    var missing: String {
        language.pick(
            da: "Udfyld feltet, så kan det sendes, når der er net.",
            en: "Fill in the field, and it can be sent when there is a network.")
    }

    var keptOnPhone: String {
        language.pick(
            da: "Gemt på telefonen. Den sendes, når der er net.",
            en: "Kept on the phone. It is sent when there is a network.")
    }
    var keptHere: String {
        language.pick(
            da: "Gemt på denne enhed. Den sendes, når siden står åben og der er net.",
            en: "Kept on this device. It is sent when this page is open and there is a network.")
    }
    var unreachable: String {
        language.pick(
            da: "Der er ingen forbindelse. Intet er sendt, og det, du skrev, står her endnu.",
            en: "There is no connection. Nothing was sent, and what you wrote still stands here.")
    }
    var keepHere: String {
        language.pick(da: "Gem på denne enhed, og send senere", en: "Keep on this device and send later")
    }
    var full: String {
        language.pick(
            da: "Browseren kan ikke gemme det. Lad siden stå åben, og prøv igen.",
            en: "The browser cannot keep it. Leave the page open and try again.")
    }

    var waiting: String { language.pick(da: "Venter på at blive sendt", en: "Waiting to be sent") }
    var waitingAbout: String {
        language.pick(
            da: "Det ligger kun på denne enhed. Enhver, der åbner browseren her, kan se det, indtil det er sendt.",
            en: "This is on this device only. Whoever opens the browser here can see it until it is sent.")
    }
    var signedOut: String {
        language.pick(
            da: "Den sendes, når du er logget ind som den, der skrev den.",
            en: "It is sent when you are signed in as the one who wrote it.")
    }
    var signIn: String { language.pick(da: "Log ind", en: "Sign in") }
    var refused: String { language.pick(da: "Den kunne ikke tages imod.", en: "It could not be taken in.") }
    var sendNow: String { language.pick(da: "Send nu", en: "Send now") }
    var mend: String { language.pick(da: "Ret den", en: "Mend it") }
    var remove: String { language.pick(da: "Fjern", en: "Remove") }
    var removeSure: String { language.pick(da: "Fjern den for altid", en: "Remove it for good") }
    /// `{count}` is put in by the script.
    var photoCount: String { language.pick(da: "Fotos: {count}", en: "Photos: {count}") }

    var sent: String { language.pick(da: "Det, der ventede, er sendt.", en: "What waited has been sent.") }
    var sentCode: String {
        language.pick(da: "Det, der ventede, er sendt. Din kode:", en: "What waited has been sent. Your code:")
    }
    var seenCode: String { language.pick(da: "Jeg har skrevet koden ned", en: "I have written the code down") }

    var onThisDevice: String { language.pick(da: "På denne enhed", en: "On this device") }
    func onThisDeviceAbout(keepsForms: Bool) -> String {
        let form = language.pick(
            da: "En telefon gemmer den tomme formular, så den kan åbnes uden net.",
            en: "A phone keeps the empty form, so that it opens without a network.")
        let words = language.pick(
            da: """
                Det, du skriver, er kun i dette vindue, til du lukker det; af det fortrolige gemmes intet. Kan det ikke \
                sendes, ligger det her i browseren, til det er sendt. På en fælles computer kan andre se, at siden har \
                været åbnet.
                """,
            en: """
                What you write is in this window only, until you close it; nothing is kept of what is confidential. What \
                cannot be sent stays in this browser until it is sent. On a shared computer others can see that the page \
                was opened.
                """)
        return keepsForms ? "\(form) \(words)" : words
    }
    var forget: String { language.pick(da: "Glem alt på denne enhed", en: "Forget everything on this device") }
    var forgotten: String {
        language.pick(da: "Her er intet gemt længere.", en: "Nothing is kept here any longer.")
    }
}
