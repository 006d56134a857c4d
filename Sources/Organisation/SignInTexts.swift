import Kernel

struct SignInTexts {
    let language: Language

    var title: String { language.pick(da: "Log ind", en: "Sign in") }
    var email: String { language.pick(da: "E-mail", en: "E-mail") }
    var password: String { language.pick(da: "Adgangskode", en: "Password") }
    var passwordAgain: String { language.pick(da: "Adgangskoden igen", en: "The password again") }
    var passwordHint: String {
        language.pick(
            da: "Mindst \(Password.least) tegn. Tre tilfældige ord er gode og lette at huske.",
            en: "At least \(Password.least) characters. Three random words are good and easy to remember.")
    }
    var stay: String { language.pick(da: "Bliv logget ind på denne enhed", en: "Stay signed in on this device") }
    var report: String { language.pick(da: "Vil du melde noget?", en: "Do you want to report something?") }
    var reportHow: String {
        language.pick(
            da: "Det kræver ikke login. Scan QR-koden på jeres opslag, eller følg en melding med din kode.",
            en: "You need not sign in. Scan the QR code on your notice board, or follow a report with your code.")
    }
    var follow: String { language.pick(da: "Følg en melding", en: "Follow a report") }
    var choosePassword: String { language.pick(da: "Vælg din adgangskode", en: "Choose your password") }
    func welcome(_ name: String) -> String {
        language.pick(da: "Velkommen, \(name).", en: "Welcome, \(name).")
    }
    var save: String { language.pick(da: "Gem", en: "Save") }
    var passwordSaved: String {
        language.pick(da: "Din adgangskode er gemt.", en: "Your password has been saved.")
    }
    var signedOut: String { language.pick(da: "Du er logget ud.", en: "You are signed out.") }
    var signedOutEverywhere: String {
        language.pick(da: "Du er logget ud alle steder.", en: "You are signed out everywhere.")
    }
    var again: String { language.pick(da: "Du er logget ind igen", en: "You are signed in again") }
    var againHow: String {
        language.pick(da: "Det, du skrev, ligger klar. Send det nu.", en: "What you wrote is ready. Send it now.")
    }
    var send: String { language.pick(da: "Send", en: "Send") }
    var account: String { language.pick(da: "Din konto", en: "Your account") }
    var currentPassword: String { language.pick(da: "Nuværende adgangskode", en: "Current password") }
    var newPassword: String { language.pick(da: "Ny adgangskode", en: "New password") }
    var changePassword: String { language.pick(da: "Skift adgangskode", en: "Change password") }
    var everywhere: String { language.pick(da: "Log ud alle steder", en: "Sign out everywhere") }
    var everywhereHow: String {
        language.pick(
            da: "Har du mistet en telefon eller glemt at logge ud et sted, så luk alle dine sessioner her.",
            en: "If you lost a phone or forgot to sign out somewhere, end all your sessions here.")
    }
    var yourMandates: String { language.pick(da: "Dine hverv", en: "Your mandates") }
    var noMandates: String {
        language.pick(
            da: "Du har ingen hverv lige nu. Du kan se din enheds handleplan og melde det, du ser.",
            en: "You hold no mandates now. You can see your unit's action plan and report what you see.")
    }
    var handovers: String { language.pick(da: "Ny i hvervet", en: "New in the mandate") }
    var time: String { language.pick(da: "Tid til opgaven", en: "Time for the task") }
    var mails: String { language.pick(da: "Mails", en: "Mails") }
    var yourData: String { language.pick(da: "Det ved vi om dig", en: "What we know about you") }
    var name: String { language.pick(da: "Navn", en: "Name") }
    var phone: String { language.pick(da: "Telefon", en: "Phone") }
    var unit: String { language.pick(da: "Enhed", en: "Unit") }
    var dataFrom: String {
        language.pick(
            da: "Oplysningerne kommer fra personalesystemet. Er noget forkert, så sig det til administratoren.",
            en: "These come from the personnel system. If something is wrong, tell the administrator.")
    }
}
