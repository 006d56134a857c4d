import Design
import Kernel

/// What the pages say of placements, and of the picture that they make together.
extension PriorityTexts {
    func name(_ question: Question) -> String {
        switch question {
        case .effect: say("Effekt", "Effect")
        case .reach: say("Berører", "Reaches")
        case .hands: say("Hvem bestemmer", "Who decides")
        }
    }

    func asked(_ question: Question) -> String {
        switch question {
        case .effect: say("Hvor stor effekt vil det have?", "How large an effect will it have?")
        case .reach: say("Hvor mange berører det?", "How many does it reach?")
        case .hands: say("I hvis hænder er det?", "In whose hands is it?")
        }
    }

    func effect(_ grade: Grade) -> String {
        switch grade {
        case .least: say("Lille", "Small")
        case .less: say("Ret lille", "Rather small")
        case .more: say("Ret stor", "Rather large")
        case .most: say("Stor", "Large")
        }
    }

    func reach(_ grade: Grade) -> String {
        switch grade {
        case .least: say("Få", "Few")
        case .less: say("Nogle", "Some")
        case .more: say("Mange", "Many")
        case .most: say("Næsten alle", "Nearly all")
        }
    }

    func name(_ hands: Hands) -> String {
        switch hands {
        case .own: say("Vi kan selv", "We can ourselves")
        case .influence: say("Vi kan påvirke", "We can influence")
        case .others: say("Andre bestemmer", "Others decide")
        }
    }

    func choices(_ question: Question) -> [Choice] {
        switch question {
        case .effect: Grade.allCases.map { Choice(String($0.rawValue), effect($0)) }
        case .reach: Grade.allCases.map { Choice(String($0.rawValue), reach($0)) }
        case .hands: Hands.allCases.reversed().map { Choice(String($0.rawValue), name($0)) }
        }
    }

    func words(_ placement: Placement) -> String {
        "\(effect(placement.effect)) · \(reach(placement.reach)) · \(name(placement.hands))"
    }

    var matrixLabels: MatrixDrawing.Labels {
        MatrixDrawing.Labels(
            largeEffect: say("Stor effekt", "Large effect"), smallEffect: say("Lille effekt", "Small effect"),
            few: say("Berører få", "Reaches few"), many: say("Berører mange", "Reaches many"), own: name(.own),
            influence: name(.influence), others: name(.others))
    }

    // MARK: Alone

    func card(_ place: Int, of count: Int) -> String { say("Kort \(place) af \(count)", "Card \(place) of \(count)") }
    var yours: String { say("Dine placeringer", "Your placements") }
    func placed(_ count: Int, of all: Int) -> String {
        say("\(count) af \(all) placeret", "\(count) of \(all) placed")
    }
    var isPlaced: String { say("Placeret", "Placed") }
    var isMissing: String { say("Mangler", "Missing") }
    var placeNext: String { say("Placér det næste", "Place the next") }
    var placeFirst: String { say("Begynd", "Begin") }
    var allPlaced: String {
        say(
            "Du har placeret alle kort. Du kan ændre dem, indtil billedet vises.",
            "You have placed all cards. You can change them until the picture is shown.")
    }
    var nobodySees: String {
        say(
            "Ingen kan se, hvad du placerer: hverken gruppen, lederen eller andre.",
            "Nobody can see what you place: neither the group, the leader nor others.")
    }
    var howFew: String {
        say(
            "Bagefter vises prikker uden navne, og kun for kort, som mindst \(Overlay.fewest) har placeret. Svarer alle ens, kan man se det.",
            "Afterwards dots without names are shown, and only for cards that at least \(Overlay.fewest) have placed. Where all answer alike, that can be seen."
        )
    }
    var saveAndNext: String { say("Gem, og gå videre", "Save, and go on") }
    var allCards: String { say("Alle kort", "All cards") }
    var saved: String { say("Gemt", "Saved") }
    var saving: String { say("Gemmer …", "Saving …") }
    var notSaved: String {
        say(
            "Ikke gemt endnu. Vi prøver igen, så snart der er net.",
            "Not saved yet. We try again as soon as there is a connection.")
    }
    var isOver: String { say("Placeringen er slut.", "The placing is over.") }
    var notYet: String { say("Placeringen er ikke begyndt.", "The placing has not begun.") }
    var tooLate: String { say("Dit svar nåede ikke med", "Your answer came too late") }
    func tooLateAbout(_ step: RoundStep) -> String {
        say(
            "Prioriteringen er nu ved »\(name(step))«. Det, du lige svarede, er ikke gemt; det, du gemte før, tæller med.",
            "The prioritising is now at “\(name(step))”. What you answered just now is not saved; what you saved before counts."
        )
    }
    func progress(begun: Int, done: Int) -> String {
        say(
            "\(begun) har placeret, \(done) af dem alle kort.", "\(begun) have placed, \(done) of them all cards.")
    }
    var tooFewYet: String {
        say(
            "Kort, som færre end \(Overlay.fewest) har placeret, vises ikke.",
            "Cards that fewer than \(Overlay.fewest) have placed are not shown.")
    }
    var waitForGroup: String { say("Gruppen lægger først sit eget bud", "The group lays its own proposal first") }
    var waitForGroupHelp: String {
        say("Siden skifter af sig selv, når det er din tur.", "The page changes by itself when it is your turn.")
    }
    var othersPlace: String { say("De, der er spurgt, placerer nu", "Those who are asked place now") }

    // MARK: Together

    var picture: String { say("Billedet", "The picture") }
    var proposalPicture: String { say("Gruppens eget bud", "The group's own proposal") }
    func pictureTold(_ told: String) -> String {
        say(
            "Kortenes plads efter effekt, hvor mange de berører, og hvem der bestemmer. \(told)",
            "Where the cards lie by effect, by how many they reach, and by who decides. \(told)")
    }
    var nothingPlaced: String { say("Intet er placeret.", "Nothing is placed.") }
    var number: String { say("Nr.", "No.") }
    var theCard: String { say("Kort", "Card") }
    var unity: String { say("Enighed", "Agreement") }
    var priority: String { say("Prioritet", "Priority") }
    var order: String { say("Rækkefølge", "Order") }
    func name(_ order: CardOrder) -> String {
        switch order {
        case .laid: say("Som lagt ud", "As laid out")
        case .priority: say("Højest prioritet først", "Highest priority first")
        case .agreement: say("Mest uenige først", "Least agreed first")
        }
    }
    func name(_ unity: Unity) -> String {
        switch unity {
        case .together: say("Enige", "Agreed")
        case .nearly: say("Næsten enige", "Nearly agreed")
        case .apart: say("Uenige", "Divided")
        }
    }
    func badge(_ unity: Unity) -> Badge {
        switch unity {
        case .together: Badge(name(unity), .ok)
        case .nearly: Badge(name(unity))
        case .apart: Badge(name(unity), .soon)
        }
    }
    func disputed(_ questions: [Question]) -> String {
        let names = questions.map { name($0).lowercased() }.joined(separator: ", ")
        return say("I ser forskelligt på: \(names).", "You see differently: \(names).")
    }
    var tooFew: String {
        say(
            "Færre end \(Overlay.fewest) har placeret kortet, så deres prikker vises ikke.",
            "Fewer than \(Overlay.fewest) placed the card, so their dots are not shown.")
    }
    func inTheMiddle(_ placement: Placement) -> String {
        say("Midt i det, alle svarede: \(words(placement))", "In the middle of all answers: \(words(placement))")
    }
    func proposed(_ placement: Placement) -> String {
        say("Gruppens bud: \(words(placement))", "The group's proposal: \(words(placement))")
    }
    func agreed(_ placement: Placement) -> String {
        say("Gruppen lagde det: \(words(placement))", "The group laid it: \(words(placement))")
    }
    var allPlacements: String { say("Alle placeringer", "All placements") }
    var placement: String { say("Placering", "Placement") }
    var howMany: String { say("Antal", "Number") }
    var dot: String { say("Et svar", "One answer") }
    var proposalMark: String { say("Gruppens bud", "The group's proposal") }
    var agreedMark: String { say("Hvor gruppen lagde det", "Where the group laid it") }
    var layIt: String { say("Læg kortet", "Lay the card") }
    func layIt(_ title: String) -> String { say("Læg kortet: \(title)", "Lay the card: \(title)") }
    var laidNow: String { say("Kortet er lagt.", "The card is laid.") }
    func look(at about: PriorityCard.About) -> String {
        switch about {
        case .idea: say("Se idéen", "See the idea")
        case .action, .own: say("Se indsatsen", "See the action")
        }
    }
    var choose: String { say("Vælg", "Choose") }
    var takeUpOrPark: String { say("Tag idéen op, eller læg den til side", "Take the idea up, or put it aside") }

    func name(_ fate: KnownCard.Fate) -> String? {
        switch fate {
        case .asItWas: nil
        case .onHold: say("På hold", "On hold")
        case .closed: say("Afsluttet", "Closed")
        case .takenUp: say("Taget op", "Taken up")
        case .done: say("Gennemført", "Done")
        case .declined: say("Sagt nej til", "Declined")
        case .gone: say("Findes ikke længere", "No longer there")
        }
    }

    // MARK: Afterwards

    var board: String { say("Tavlen", "The board") }
    var layBoard: String { say("Læg tavlens sedler i den rækkefølge", "Lay the board's notes in that order") }
    var layBoardHint: String {
        say(
            "Sedlerne bliver i deres felter. I hvert felt kommer de prioriterede først.",
            "The notes stay in their fields. In each field what is prioritised comes first.")
    }
    var boardIsLaid: String {
        say("Tavlens sedler ligger i den rækkefølge.", "The board's notes lie in that order.")
    }
    var layBoardBack: String { say("Fortryd: læg sedlerne tilbage", "Undo: lay the notes back") }
    var boardLaidNow: String { say("Sedlerne er lagt i rækkefølge.", "The notes are laid in order.") }
    var boardLaidBackNow: String {
        say(
            "Sedlerne er lagt tilbage. De, der er flyttet siden, blev hængende.",
            "The notes are laid back. Those that were moved since stayed where they hang.")
    }
    var print: String { say("Til papir", "For paper") }
    func onAction(_ rank: Int, of count: Int) -> String {
        say("Nr. \(rank) af \(count)", "No. \(rank) of \(count)")
    }
    var whatFollows: String { say("Hvad nu?", "What now?") }
    var whatFollowsAbout: String {
        say(
            "Tag de idéer op, I vil arbejde med først. Tilbyd de andre til kolleger, der selv vil gå videre, og læg resten til side med en grund.",
            "Take up the ideas that you want to work on first. Offer the others to colleagues who would like to go on with them, and put the rest aside with a reason."
        )
    }
}
