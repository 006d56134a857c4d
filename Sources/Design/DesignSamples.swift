import Kernel
import Markup

/// What the patterns are filled with on the design page.
struct DesignSamples {
    let language: Language
    let assets: Assets

    func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var today: HTML {
        """
        <div class="columns">\(waiting)<div class="stack loose">\(duties)\(numbers)</div></div>
        """
    }

    private var waiting: Sheet {
        Sheet(say("Kræver jer nu", "Needs you now"), aside: "\(say("efter frist", "by due date"))", isPadded: false) {
            let rows = [
                TaskRow(
                    say("Arbejdsulykke i laboratorium 2 skal anmeldes", "Accident in laboratory 2 must be notified"),
                    to: "/reports/1",
                    detail: say("Fravær fra 5. november. Frist: 14 dage.", "Absence since 5 November. Due in 14 days."),
                    badge: Badge(say("Overskredet", "Overdue"), .late), when: say("19. nov.", "19 Nov"),
                    distance: say("i forgårs", "two days ago")),
                TaskRow(
                    say("Ny melding: glat gulv ved nødbruseren", "New report: slippery floor by the emergency shower"),
                    to: "/reports/2",
                    detail: say("Nærved-hændelse med foto. Ingen har set på den.", "Near miss with a photo. Unread."),
                    badge: Badge(say("Snart", "Soon"), .soon), when: say("22. nov.", "22 Nov"),
                    distance: say("i morgen", "tomorrow")),
                TaskRow(
                    say("Opmærksomhedspunkt: alenearbejde", "Attention point: lone work"), to: "/points/1",
                    detail: say("Svaret kommer på jeres næste møde.", "The answer comes at your next meeting."),
                    badge: Badge(say("Venter", "Waiting")), when: say("8. dec.", "8 Dec")),
            ]
            return TaskRows(rows).html
        }
    }

    private var duties: Sheet {
        let all: [(String, Badge)] = [
            (say("APV, hvert tredje år", "Assessment, every third year"), Badge(say("Opfyldt", "Met"), .ok)),
            (say("Supplerende uddannelse", "Supplementary training"), Badge(say("1,5 dag", "1.5 days"), .soon)),
            (say("Kemisk risikovurdering", "Chemical risk assessment"), Badge(say("3 mangler", "3 missing"), .late)),
        ]
        return Sheet(say("Pligter", "Duties"), aside: "<a href=\"/duties\">\(say("Alle 14", "All 14"))</a>") {
            "\(each: all, { "<div class=\"duty\"><span>\($0.0)</span>\($0.1)</div>" })"
        }
    }

    private var numbers: Sheet {
        let figures = [
            Figure("17", say("indsatser i gang", "actions under way")),
            Figure("1,2", unit: "LTIF", say("ulykker pr. mio. timer", "injuries per million hours")),
        ]
        return Sheet(say("Året indtil nu", "The year so far")) {
            """
            <div class="figures">\(figures)</div>\
            \(PersonName("Jonas Riis", detail: say("leder næste tavlemøde", "leads the next board meeting")))
            """
        }
    }

    var board: HTML {
        "<div id=\"board\">\(wall)</div>\(parked)"
    }

    private var wall: Board {
        let stages = [
            Board.Stage("started", say("Startet", "Started")),
            Board.Stage("under-way", say("Godt i gang", "Well under way")),
            Board.Stage("at-goal", say("I mål", "At the goal")),
            Board.Stage("follow-up", say("Opfølgning", "Follow-up")),
            Board.Stage("closed", say("Afsluttet", "Closed")),
        ]
        let themes = [
            Board.Theme("stress", say("Forebyggelse af stress", "Preventing stress")),
            Board.Theme("chemistry", say("Kemi og orden", "Chemistry and order")),
            Board.Theme("move", say("Opfølgning på flytning", "After the move")),
        ]
        return Board(
            say("Handleplan som tavle", "The action plan as a board"), stages: stages, themes: themes, notes: notes,
            csrf: "sample", language: language)
    }

    private var notes: [Note] {
        [
            note("1", say("Aftal, hvad der ikke haster", "Agree on what can wait"), "Maja Holm", "under-way", "stress"),
            note("2", say("Fast punkt på teammøder", "Item at team meetings"), "Jonas Riis", "at-goal", "stress"),
            note("3", say("Spildbakker i stinkskabe", "Spill trays in hoods"), "Ali Kaya", "started", "chemistry"),
            note("4", say("Nye etiketter: virker det?", "Do new labels work?"), "Eva Nør", "started", "chemistry"),
            note("5", say("Lys ved arbejdsborde", "Light at the desks"), "Sara Lund", "follow-up", "move"),
        ]
    }

    private func note(_ id: String, _ title: String, _ owner: String, _ stage: String, _ theme: String) -> Note {
        Note(
            id: id, title, to: "/actions/\(id)", owner: owner, due: id == "1" ? say("12. dec.", "12 Dec") : nil,
            badge: id == "3" ? Badge(say("Overskredet", "Overdue"), .late) : nil, stage: stage, theme: theme,
            version: 3, move: "/actions/\(id)/stage")
    }

    private var parked: ParkingLot {
        ParkingLot(
            say("Parkeringsplads", "Parking lot"),
            about: say("Idéer på hold. Tag gerne en.", "Ideas on hold. Take one."),
            actions: [Button(say("Giv en idé", "Give an idea"), to: "/idea")],
            [
                .init(
                    say("Fast stilletime før frokost", "A quiet hour before lunch"), to: "/ideas/1",
                    support: say("5 støtter", "5 support it")),
                .init(say("Gåmøder om fredagen", "Walking meetings on Fridays"), to: "/ideas/2"),
            ])
    }

    var list: HTML {
        """
        \(Tabs(say("Handleplan", "Action plan"), [
            .init(say("Tavle", "Board"), to: "#board"), .init(say("Liste", "List"), to: "#list", count: 17, isCurrent: true),
            .init(say("Idéer", "Ideas"), to: "#ideas", count: 3),
        ]))\
        \(FilterBar(
            to: "/design", search: "", fields: [theme], isNarrowed: true, language: language))\
        <section class="sheet" data-live-part="list">\(actions)</section>\
        \(Pager(previous: nil, next: "/design?after=17", about: say("1–3 af 17", "1–3 of 17"), language: language))
        """
    }

    private var theme: Field {
        let choices = [Choice("all", say("Alle", "All")), Choice("chemistry", say("Kemi", "Chemistry"))]
        return Field("of", say("Tema", "Theme"), .select(choices), value: "all", language: language)
    }

    private var actions: DataTable {
        DataTable(
            say("Indsatser", "Actions"),
            columns: [
                .init(say("Indsats", "Action")), .init(say("Ansvarlig", "Responsible")),
                .init(say("Frist", "Due"), sort: "/design?sort=due", order: .ascending),
                .init(say("Timer", "Hours"), isNumber: true),
            ],
            rows: [
                .init([
                    "<a href=\"/actions/3\">\(say("Spildbakker i alle stinkskabe", "Spill trays in all fume hoods"))</a>",
                    PersonName("Ali Kaya").html, "\(say("3. dec.", "3 Dec"))", "12",
                ]),
                .init([
                    "<a href=\"/actions/5\">\(say("Lys ved arbejdsborde", "Light at the desks"))</a>",
                    PersonName("Sara Lund").html, "\(say("12. dec.", "12 Dec"))", "4",
                ]),
            ])
    }

    var buttons: HTML {
        """
        <div class="actions">\(Button(say("Gem", "Save")))\(Button(say("Se alt", "See all"), to: "#"))\
        \(Button(say("Slet", "Delete"), .danger, icon: assets.icon(.trash2)))\(Button(say("Senere", "Later"), .quiet))\
        \(Dialog("sure", say("Luk indsatsen?", "Close the action?"), opener: say("Luk", "Close"), language: language) {
            "<p>\(say("Den kan åbnes igen.", "It can be opened again."))</p>"
        })</div>\
        <div class="row">\(Badge(say("Opfyldt", "Met"), .ok))\(Badge(say("Snart", "Soon"), .soon))\
        \(Badge(say("Overskredet", "Overdue"), .late))\(Badge(say("Venter", "Waiting")))</div>\
        <div class="row">\(faces.map { Face($0, isNamed: false) })</div>
        """
    }

    private var faces: [String] {
        ["Maja Holm", "Jonas Riis", "Sara Lund", "Ali Kaya", "Eva Nør", "Åse Bæk", "Øjvind Dam", "Ida", "Per Due Elm"]
    }

    var banners: HTML {
        """
        \(Banner(say("Mødet er indkaldt.", "The meeting has been called."), .ok))\
        \(Banner(say("Nyhedsbrevet sendes i morgen.", "The letter is sent tomorrow.")))\
        \(Banner(say("Uddannelsen skal være taget inden nytår.", "The course is due by the New Year."), .soon))\
        \(Banner(say("Fristen for anmeldelse er overskredet.", "The notification is overdue."), .late))\
        \(Disclosure(say("Hvorfor er det en pligt?", "Why is this a duty?")) {
            "<p>\(say("Loven siger, hvornår en ulykke skal anmeldes.", "The law says when an accident is notified."))</p>"
        })\
        \(Meanwhile("Maja Holm", clashes: [(say("Formål", "Purpose"), say("Hendes tekst", "Her text"))], language: language))\
        \(SourcedRules(say("Hvad loven siger", "What the law says"), [
            SourcedRule(
                Words(da: "Valg holdes hvert andet år.", en: "Elections are held every other year."),
                source: Words(da: "at.dk", en: "at.dk"), isRead: false)
        ], language: language))
        """
    }

    var courses: HTML {
        """
        \(Steps([say("Kortlæg", "Map"), say("Vurdér", "Judge"), say("Planlæg", "Plan")], current: 1, language: language))\
        <div class="columns even">\(Sheet(say("Historik", "History")) { history.html })\
        \(Sheet(say("Samtale", "Conversation")) { talk.html })</div>
        """
    }

    private var history: Timeline {
        Timeline([
            .init(say("3. nov.", "3 Nov"), .ok, what: "\(say("Meldt af en studerende", "Reported by a student"))"),
            .init(say("5. nov.", "5 Nov"), .late, what: "\(say("Fravær begyndte", "Absence began"))"),
            .init(say("7. nov.", "7 Nov"), what: "\(say("Gulvet fik en måtte", "The floor got a mat"))"),
        ])
    }

    private var talk: Thread {
        Thread(
            [
                .init(
                    by: say("Arbejdsmiljøgruppen", "The group"), say("i går", "yesterday"),
                    say("Tak. Hvornår på dagen skete det?", "Thank you. When in the day did it happen?")),
                .init(by: "", say("i dag", "today"), say("Lige før lukketid.", "Just before closing."), isOwn: true),
            ], language: language)
    }

    var imports: HTML {
        let table = DataTable(
            say("Det ændrer indlæsningen", "What the import changes"), isCaptionSeen: false, asCards: false,
            columns: [.init(say("Nr.", "No.")), .init(say("Navn", "Name")), .init(say("Enhed", "Unit"))],
            rows: [
                .init(["1001", "Ida Ravn", "\(say("Ny", "New"))"], .added),
                .init(["1002", "Per Due", "<mark>Kemi</mark> → Fysik"], .changed),
                .init(["1003", "Bo Elm", "\(say("Slutter", "Leaves"))"], .gone),
                .init(["1004", "", "\(say("Navnet mangler", "The name is missing"))"], .wrong),
            ])
        return Sheet(say("4 rækker", "4 rows"), isPadded: false) { table.html }.html
    }

    var empty: HTML {
        EmptyState(
            say("Ingen møder endnu", "No meetings yet"),
            say("Her kommer gruppens møder, dagsordener og referater.", "The group's meetings and minutes come here."),
            icon: assets.icon(.calendarDays, isLarge: true),
            firstStep: Button(say("Lav en mødeplan", "Plan the meetings"), to: "/meetings/new", .primary)
        ).html
    }

    var poster: HTML {
        Poster(
            say("Så du noget?", "Did you see something?"),
            say("Meld det på et halvt minut. Du behøver ikke skrive dit navn.", "Report it in half a minute."),
            drawing: assets.icon(.qrCode, isLarge: true), foot: "AMG Laboratorier · forkant.example/r/lab2"
        ).html
    }
}
