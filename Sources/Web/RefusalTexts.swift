import Access
import Kernel

/// What is said when a visit is not answered with what it asked for.
enum RefusalTexts {
    static let notFound = Words(
        da: "Siden findes ikke, eller du har ikke adgang til den.", en: "There is no such page, or you may not see it.")
    static let notFoundHelp = Words(
        da: "Har du fået linket af en kollega, så spørg, om du skal have en plads i gruppen. Ellers begynd forfra.",
        en: "If a colleague gave you the link, ask whether you should have a seat in the group. Otherwise start again.")
    static let foreignForm = Words(
        da: "Formularen kom ikke fra en side her. Gå tilbage, genindlæs siden og send igen.",
        en: "The form did not come from a page here. Go back, reload the page and send it again.")
    static let stale = Words(
        da: "En anden nåede at ændre det først. Gå tilbage, genindlæs og se, hvad der er nyt.",
        en: "Somebody else changed it first. Go back, reload and see what is new.")
    static let busy = Words(
        da: "Databasen svarer ikke lige nu. Det, du skrev, står stadig her. Vent lidt, og send igen.",
        en: "The database does not answer right now. What you wrote is still here. Wait a little and send it again.")
    static let away = Words(
        da: "Databasen svarer ikke lige nu. Vent lidt, og prøv igen.",
        en: "The database does not answer right now. Wait a little and try again.")
    static let failure = Words(
        da: "Noget gik galt hos os. Det er noteret. Nævn nummeret, hvis du beder om hjælp.",
        en: "Something went wrong at our end. It has been noted. Give the number if you ask for help.")
    static let full = Words(
        da: "Der er ikke mere plads på serveren. Sig det til administratoren. Det, du skrev, står stadig her.",
        en: "The server is out of space. Tell the administrator. What you wrote is still here.")
    static let signedOut = Words(
        da: "Du er logget ud. Log ind igen for at gå videre.", en: "You are signed out. Sign in again to go on.")
    static let signedOutKept = Words(
        da: "Du blev logget ud, mens du skrev. Intet er tabt: log ind, så kan du sende det.",
        en: "You were signed out while you were writing. Nothing is lost: sign in and you can send it.")
    static let signedInAnew = Words(
        da: "Du er logget ind igen, efter at du åbnede formularen. Intet er tabt: send den herfra.",
        en: "You have signed in again since you opened the form. Nothing is lost: send it from here.")
    static func again(as name: String) -> Words {
        Words(da: "Send igen som \(name)", en: "Send again as \(name)")
    }
    static let filesLeft = Words(
        da: "Billeder og filer kan ikke ligge her. Skal de med, så gå tilbage, og send igen derfra.",
        en: "Pictures and files cannot be kept here. If they are to go along, go back and send it again from there.")
    static let again = Words(da: "Send igen", en: "Send again")
    static let signIn = Words(da: "Log ind", en: "Sign in")
    static let start = Words(da: "Til forsiden", en: "To the front page")

    static func forbidden(_ who: Who) -> Words {
        switch who {
        case .administrator:
            Words(
                da: "Det kan kun administratoren. Spørg din arbejdsmiljøkoordinator, hvem det er.",
                en: "Only the administrator can do that. Ask your working environment coordinator who that is.")
        case .member:
            Words(
                da: "Det kan kun medlemmer af arbejdsmiljøorganisationen. Spørg din arbejdsmiljørepræsentant.",
                en: "Only members of the safety organisation can do that. Ask your safety representative.")
        case .signedIn, .anyone:
            Words(da: "Du har ikke adgang til det.", en: "You may not do that.")
        }
    }

    static func scopeMissing(_ scope: Scope) -> Words {
        Words(
            da: "Nøglen mangler retten \(scope.rawValue).", en: "The token lacks the scope \(scope.rawValue).")
    }

    static func tooMany(_ seconds: Int) -> Words {
        Words(
            da: "Der kom for mange på én gang. Prøv igen om \(seconds / 60) minutter.",
            en: "Too many came at once. Try again in \(seconds / 60) minutes.")
    }

    static func unreadable(_ body: UnreadableBody) -> Words {
        switch body {
        case .tooManyFields:
            Words(da: "Formularen har for mange felter.", en: "The form has too many fields.")
        case .tooLarge:
            Words(
                da: "Det, du sendte, fylder for meget. Gå tilbage, og vælg en mindre fil.",
                en: "What you sent is too large. Go back and choose a smaller file.")
        case .notAForm:
            Words(
                da: "Formularen kom ikke helt frem. Gå tilbage, og send igen.",
                en: "The form did not arrive whole. Go back and send it again.")
        case .notJSON:
            Words(
                da: "Indholdet skal være et JSON-objekt af tekster, tal, ja og nej.",
                en: "The body must be a JSON object of texts, numbers and flags.")
        }
    }
}
