import Kernel
import Organisation

/// What is said to whoever looks after an election, and of what he or she does with it.
struct OrganiserTexts {
    let language: Language

    /// To whoever stands, or is proposed, where it is his or her part to look after elections.
    static let standsOneself = Words(
        da:
            "Du stiller op eller er foreslået ved dette valg. Derfor kan du ikke passe det. Administratoren, en anden koordinator eller sekretariatet kan.",
        en:
            "You stand in this election, or are proposed. So you cannot look after it. The administrator, another coordinator or the secretariat can."
    )
    var standingHow: String {
        language.pick(
            da: "Stiller du op, kan du ikke længere passe dette valg. Så må en anden gøre det.",
            en: "If you stand, you can no longer look after this election. Somebody else must do it then.")
    }
    var changeDates: String { language.pick(da: "Ændr datoerne", en: "Change the dates") }
    var movedMeanwhile: String {
        language.pick(
            da:
                "En anden har ændret datoerne imens. Nu er de sådan her. Dine står i felterne; gem igen, hvis de skal gælde.",
            en:
                "Somebody else has changed the dates meanwhile. This is how they are now. Yours stand in the fields; save again if they are to hold."
        )
    }
    var why: String { language.pick(da: "Hvorfor?", en: "Why?") }
    var whyDatesHint: String {
        language.pick(
            da: "Alle, der kan stemme, får de nye datoer og grunden at vide.",
            en: "Everyone who can vote is told the new dates and the reason.")
    }
    var whyOffHint: String {
        language.pick(da: "Alle, der kan stemme, får den at vide.", en: "Everyone who can vote is told it.")
    }
    var leaveIt: String { language.pick(da: "Lad det være", en: "Leave it") }
    var hasBegun: String {
        language.pick(da: "er begyndt eller forbi og ligger fast", en: "has begun or is over, and stays")
    }
    var fair: String { language.pick(da: "Hvad er rimeligt?", en: "What is fair?") }
    var fairRules: [String] {
        FairNotice.all.map { notice in
            switch notice.field {
            case "nominations_end":
                language.pick(
                    da: "Slutter opstillingen før, end det blev sagt, har folk mindst \(notice.days) dage endnu.",
                    en: "If nominations end earlier than was said, people still have \(notice.days) days at least.")
            case "voting_starts":
                language.pick(
                    da: "Begynder afstemningen før, sker det tidligst om \(notice.days) dage.",
                    en: "If the voting begins earlier, it does so in \(notice.days) days at the earliest.")
            default:
                language.pick(
                    da: "Slutter afstemningen før, sker det tidligst om \(notice.days) dage.",
                    en: "If the voting ends earlier, it does so in \(notice.days) days at the earliest.")
            }
        } + [
            language.pick(
                da: "Der bliver aldrig færre dage til at stille op eller stemme, end det blev sagt.",
                en: "There are never fewer days to stand or to vote than was said."),
            language.pick(
                da: "Det, der er begyndt, ligger fast. Når der stemmes, kan ingen dato ændres.",
                en: "What has begun stays. Once people vote no date can be changed."),
            language.pick(
                da: "Loven sætter ingen frister her. Det er husets egne regler, så ingen bliver overrumplet.",
                en: "The law sets no periods here. These are house rules, so that nobody is taken by surprise."),
        ]
    }
    var redatedSaid: String {
        language.pick(
            da: "Datoerne er ændret, og alle, der kan stemme, har fået besked.",
            en: "The dates are changed, and all who can vote are told.")
    }
    var callOffBefore: String {
        language.pick(
            da: "Alle, der kan stemme, får besked og grunden. Det kan ikke fortrydes.",
            en: "Everyone who can vote is told, with the reason. It cannot be undone.")
    }
    var becauseOf: String { language.pick(da: "Grunden:", en: "The reason:") }

    // MARK: Two sides of a committee

    func committee(_ groups: Int) -> String {
        groups > CallingGround.groupsThatAllSit
            ? language.pick(
                da:
                    "Her er \(groups) grupper. Så vælger arbejdsmiljørepræsentanterne \(CallingGround.seatsOfASide) blandt sig, og arbejdslederne \(CallingGround.seatsOfASide) blandt sig. Det er to valg, et for hver side.",
                en:
                    "There are \(groups) groups. So the safety representatives elect \(CallingGround.seatsOfASide) among themselves, and the leaders \(CallingGround.seatsOfASide). These are two elections, one for each side."
            )
            : language.pick(
                da:
                    "Her er højst \(CallingGround.groupsThatAllSit) grupper. Så sidder alle deres medlemmer i udvalget, og der skal ikke vælges. Giv dem en plads på udvalgets side.",
                en:
                    "There are \(CallingGround.groupsThatAllSit) groups at most. So all their members sit in the committee, and nobody needs to be elected. Give them seats on the committee's page."
            )
    }
    var committeeSource: String {
        language.pick(
            da: "Arbejdsmiljøloven § 6 b; pav.medst.dk 7.3.4", en: "Working Environment Act § 6 b; pav.medst.dk 7.3.4")
    }
    var committeeTitle: String { language.pick(da: "Hvem sidder i udvalget?", en: "Who sits in the committee?") }

    var callLeaders: String { language.pick(da: "Udskriv ledernes valg", en: "Call the leaders' election") }

    // MARK: Afterwards

    var mandates: String { language.pick(da: "Hverv fra dette valg", en: "Mandates from this election") }
    var allSeats: String { language.pick(da: "Se alle pladser", en: "See all seats") }
    var role: String { language.pick(da: "Rolle", en: "Role") }
    var since: String { language.pick(da: "Fra", en: "From") }
    var until: String { language.pick(da: "Til og med", en: "Up to and including") }
    func encouragedAgain(_ day: String) -> String {
        language.pick(
            da: "Lederen, formanden og den, der udskrev valget, bliver mindet om det igen \(day).",
            en: "The leader, the chair and whoever called the election are reminded again on \(day).")
    }
    var bigScreen: String { language.pick(da: "Vis på storskærm", en: "Show on the big screen") }
}
