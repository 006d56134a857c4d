import ActionPlan
import Kernel

/// What people at an invented university notice and agree upon, and what came of it. Danish, as most of them write.
struct InventedMatter {
    let theme: String
    let kind: HazardKind
    let what: String
    let why: String
    let how: String
    /// What was done, where it came so far.
    let done: String
    /// What was learned, whether it helped or not.
    let learned: String

    private init(
        _ theme: String, _ kind: HazardKind, _ what: String, why: String, how: String, done: String, learned: String
    ) {
        self.theme = theme
        self.kind = kind
        self.what = what
        self.why = why
        self.how = how
        self.done = done
        self.learned = learned
    }

    static let themes = [order, noise, stress, newcomers, moving, bodies]

    private static let order = "Kemi og orden"
    private static let noise = "Støj og lys"
    private static let stress = "Forebyggelse af stress"
    private static let newcomers = "Ny i gruppen"
    private static let moving = "Flytning og byggeri"
    private static let bodies = "Løft og skærm"

    static let all = chemistry + surroundings + minds + starts + sites + lifting

    private static let chemistry = [
        InventedMatter(
            order, .chemical, "Spildbakker i alle stinkskabe", why: "To gange er et opløsningsmiddel løbet ud.",
            how: "Laboranten køber ind, og hver gruppe sætter dem op selv.",
            done: "32 bakker er sat op. To skabe var for smalle og fik en måtte i stedet.",
            learned: "Mål skabene først. Den smalle model koster det samme."),
        InventedMatter(
            order, .chemical, "Nye etiketter på fælles flasker", why: "Halvdelen kan ikke læses.",
            how: "Print på den nye maskine hver fredag i en måned.",
            done: "Alle flasker på det fælles lager har fået navn, dato og ejer.",
            learned: "Det holder kun, når maskinen står ved siden af vasken."),
        InventedMatter(
            order, .chemical, "Ryd det fælles kemikalielager", why: "Ingen ved, hvem der ejer hvad.",
            how: "En formiddag med alle grupper. Det, ingen vil eje, sendes til bortskaffelse.",
            done: "140 beholdere er sendt af sted. Resten har et navn på.",
            learned: "Sæt dagen et halvt år frem i alles kalender, så kommer de."),
        InventedMatter(
            order, .accident, "Nødbruseren i kælderen efterses", why: "Gulvet er glat, når den drypper.",
            how: "Driften skifter ventilen og lægger en måtte.", done: "Ventilen er skiftet, og afløbet er renset.",
            learned: "Måtten blev glat af sæbe. En rist virkede."),
        InventedMatter(
            order, .chemical, "Ventilation i vaskerummet", why: "Det lugter af opløsningsmiddel om eftermiddagen.",
            how: "Bestil en måling, og luk rummet, hvis tallene er for høje.",
            done: "Målt over to uger. Et spjæld sad fast og er skiftet.",
            learned: "Lugten var værst, når døren stod åben. Nu lukker den selv."),
        InventedMatter(
            order, .chemical, "Acetone i mindre flasker", why: "Femliterdunken bliver hældt over på frihånd.",
            how: "Bestil halvlitersflasker, og sæt en pumpe på dunken.", done: "Pumpen sidder der. Dunken står lavt.",
            learned: "Pumpen bliver brugt. De små flasker gjorde ikke."),
        InventedMatter(
            order, .biological, "Kanylebokse, der kan ses fra døren", why: "En rengøringsassistent stak sig på affald.",
            how: "Gule bokse på væggen i alle rum med prøver.",
            done: "Bokse i elleve rum. Rengøringen har set dem alle.",
            learned: "Spørg rengøringen først. De vidste, hvor affaldet lå."),
        InventedMatter(
            order, .chemical, "Fryseren med prøver får en ejer", why: "Isen skubber låget op, og alarmen er slået fra.",
            how: "En ejer for hver hylde, og alarmen på igen.", done: "Afrimet, mærket op og sat på vagtens liste.",
            learned: "Hylder uden navn bliver tømt hvert år i juni. Det ved alle nu."),
        InventedMatter(
            order, .accident, "Gasflasker spændt fast overalt", why: "Tre stod løse ved sidste rundering.",
            how: "Beslag i alle rum, og en kæde i reserve på lageret.", done: "Nitten beslag er sat op.",
            learned: "Flaskerne bliver spændt fast, når kæden hænger i øjenhøjde."),
    ]

    private static let surroundings = [
        InventedMatter(
            noise, .physical, "Telefonboks til åbent kontor", why: "Samtaler forstyrrer tolv kolleger.",
            how: "Prøv en boks i tre måneder, og spørg bagefter.",
            done: "Boksen står der, og der er købt en mere.",
            learned: "Den blev brugt til møder med to. En lille boks var bedre end en stor."),
        InventedMatter(
            noise, .physical, "Lys ved arbejdsbordene", why: "Skygge midt på bordet giver trætte øjne.",
            how: "Måling først, så nye lamper på de fire værste pladser.", done: "Fire lamper og et gardin mod syd.",
            learned: "Gardinet hjalp mest. Mål også klokken tre om eftermiddagen."),
        InventedMatter(
            noise, .physical, "Akustik i fællesrummet", why: "Man kan ikke høre hinanden til frokost.",
            how: "Plader i loftet. Vi tæller klager før og efter.",
            done: "Plader på hele loftet og filt under stolene.",
            learned: "Filten kostede 400 kroner og gjorde det halve."),
        InventedMatter(
            noise, .physical, "Kompressoren flyttes ud af gangen", why: "Den går i gang midt i undervisningen.",
            how: "Driften finder et rum i kælderen.", done: "Flyttet i sommerferien.",
            learned: "Rørene skulle isoleres, ellers fulgte lyden med."),
        InventedMatter(
            noise, .physical, "Varmen kan styres i mødelokalerne", why: "Der er 27 grader efter en time med tolv.",
            how: "Nye termostater, og en seddel om, hvordan de virker.",
            done: "Termostater i seks lokaler.", learned: "Ingen læste sedlen. Et billede på døren virkede."),
        InventedMatter(
            noise, .physical, "Træk ved skranken", why: "Hovedet ud ad døren, benene i fryseren: to er blevet syge.",
            how: "En karruseldør er for dyr. Prøv et forhæng i vinter.", done: "Forhæng og varmemåtte.",
            learned: "Måtten blev, forhænget røg. Kunderne gik ind i det."),
        InventedMatter(
            noise, .physical, "Udsugning ved printerne", why: "Hoste og tørre øjne hos dem, der sidder nærmest.",
            how: "Printerne samles i et rum med eget sug.", done: "Et printerrum på hver etage.",
            learned: "Folk går gerne tyve skridt. De printer også mindre."),
        InventedMatter(
            noise, .accident, "Lys på trappen døgnet rundt", why: "Sensoren slukker, før man er nede.",
            how: "Driften stiller tiden om på alle etager.", done: "Fire minutter i stedet for ét.",
            learned: "Meld det, når det sker. Vi gik der alle i et år."),
    ]

    private static let minds = [
        InventedMatter(
            stress, .psychological, "Aftal, hvad der ikke haster", why: "Alt føles lige vigtigt op til eksamen.",
            how: "Et fast punkt på teammødet: hvad lader vi ligge i denne uge?",
            done: "Punktet har været på otte møder.", learned: "Det svære er at sige det højt til lederen. Det går nu."),
        InventedMatter(
            stress, .psychological, "Stille time før frokost", why: "Mange afbrydelser, især i administrationen.",
            how: "Klokken 10 til 11 uden møder og opkald. Prøves i seks uger.", done: "Prøvet i seks uger.",
            learned: "Kunderne ringede klokken 11.01. Vi deler vagten i stedet."),
        InventedMatter(
            stress, .psychological, "Makkerordning for nye ph.d.er", why: "De sidder alene med svære valg.",
            how: "Hver ny får en makker fra en anden gruppe i det første halve år.", done: "Ni makkerpar er i gang.",
            learned: "En makker fra et andet fag er nemmest at spørge."),
        InventedMatter(
            stress, .psychological, "Mails efter klokken 17 kan vente",
            why: "Nogle svarer om natten, og så gør flere det.",
            how: "Vi skriver det i underskriften og sender næste morgen.", done: "Alle har det i underskriften.",
            learned: "Det virkede først, da chefen selv holdt op."),
        InventedMatter(
            stress, .psychological, "Vikar ved sygdom i sekretariatet", why: "Når én er syg, løber de andre.",
            how: "To studentermedhjælpere lærer de tre vigtigste opgaver.",
            done: "To er lært op og har haft ti vagter.",
            learned: "Skriv opgaven ned, mens du lærer den fra dig."),
        InventedMatter(
            stress, .psychological, "Krænkelser: hvem går man til?", why: "Ingen af de unge vidste det.",
            how: "Gruppen fortæller det på et møde for hvert team.", done: "Fortalt i alle syv teams.",
            learned: "Spørgsmålene kom på gangen bagefter. Bliv stående."),
        InventedMatter(
            stress, .psychological, "Vrede opkald: hvad gør vi?", why: "To kolleger er blevet truet i telefonen.",
            how: "En aftale om at lægge på, og hvem man siger det til.", done: "Aftalen hænger ved hver telefon.",
            learned: "Det hjalp at øve sætningen højt med hinanden."),
        InventedMatter(
            stress, .organisational, "Skemaet meldes ud seks uger før",
            why: "Undervisere kan ikke planlægge deres uge.",
            how: "Skemalæggeren og to undervisere finder, hvad der forsinker.",
            done: "Udmeldt fem uger før i to semestre.", learned: "Lokalerne var proppen, ikke menneskene."),
        InventedMatter(
            stress, .psychological, "Pauser i eksamensugerne", why: "Ni af ti spiser ved skærmen.",
            how: "Frokost klokken 12 uden undtagelse, og suppe om torsdagen.", done: "Suppe i fire uger.",
            learned: "Suppen samlede folk. Klokkeslættet alene gjorde ikke."),
    ]

    private static let starts = [
        InventedMatter(
            newcomers, .organisational, "Rundvisning med nødudgange til nye",
            why: "Tre nye kendte ikke samlingsstedet.",
            how: "Arbejdsmiljørepræsentanten går turen den første fredag i måneden.",
            done: "27 nye har gået turen.", learned: "Gå den udendørs til sidst: så husker de samlingsstedet."),
        InventedMatter(
            newcomers, .accident, "Instruktion i centrifugen skrives ned",
            why: "Den gives forskelligt fra gang til gang.",
            how: "En side med billeder, på dansk og engelsk, hængt op ved maskinen.",
            done: "Hænger ved alle tre maskiner.", learned: "Lad den, der er nyest, læse den højt. Så ses hullerne."),
        InventedMatter(
            newcomers, .organisational, "Tjekliste til den første dag", why: "Nøgle, kode og plads mangler hver gang.",
            how: "Sekretariatet og to nye skriver den sammen.", done: "Brugt til fjorten nye.",
            learned: "Elleve punkter er nok. Vi begyndte med fyrre."),
        InventedMatter(
            newcomers, .accident, "Førstehjælp for aftenholdet", why: "Kurserne ligger kun om formiddagen.",
            how: "Et hold klokken 18, og en liste ved skabet.", done: "Tolv har været på kursus.",
            learned: "Maden afgjorde, hvem der kom."),
        InventedMatter(
            newcomers, .organisational, "Engelsk på alle advarselsskilte", why: "Hver tredje i huset læser ikke dansk.",
            how: "Gå huset igennem med en, der lige er kommet.", done: "48 skilte er skiftet.",
            learned: "Billeder slog begge sprog."),
        InventedMatter(
            newcomers, .biological, "Vaccination for dem, der henter prøver", why: "To var ikke dækket.",
            how: "Lederen spørger ved ansættelsen.", done: "Spørgsmålet står i ansættelsesbrevet.",
            learned: "Spørg også dem, der var her i forvejen."),
        InventedMatter(
            newcomers, .accident, "Alene i laboratoriet om aftenen", why: "Ingen ved, hvem der er i huset efter 20.",
            how: "En tavle ved døren og en aftale om at skrive til hinanden.", done: "Tavlen hænger der.",
            learned: "Tavlen blev glemt. Beskeden til makkeren holder."),
    ]

    private static let sites = [
        InventedMatter(
            moving, .organisational, "Flytteplan med arbejdsmiljøpunkter", why: "Sidste flytning glemte udluftningen.",
            how: "Gruppen går planen igennem med bygherren, før den låses.",
            done: "Gennemgået to gange. Ni punkter kom med.",
            learned: "Kom med, før væggene er tegnet."),
        InventedMatter(
            moving, .accident, "Skilte ved byggepladsens indgang", why: "Cykler og lastbiler mødes i porten.",
            how: "Skilte, spejl og en fast tid for levering.", done: "Spejlet er sat op, levering før klokken 8.",
            learned: "Leveringstiden gjorde forskellen."),
        InventedMatter(
            moving, .physical, "Støv fra renoveringen", why: "Det lægger sig på prøverne og i halsen.",
            how: "Plast for døren og rengøring hver morgen, mens der bores.",
            done: "Plast, undertryk og en ugentlig måling.",
            learned: "Aftal det i kontrakten. Bagefter koster det."),
        InventedMatter(
            moving, .organisational, "Hvem sidder hvor på den nye gang?", why: "Rygterne går, og to har sagt op.",
            how: "Tegningen hænges op, og alle får en time med lederen.", done: "31 samtaler på to uger.",
            learned: "Sig også, hvad der ikke er besluttet."),
        InventedMatter(
            moving, .accident, "Brandvejen holdes fri under ombygningen",
            why: "Paller stod foran døren tre dage i træk.",
            how: "Driften ser efter hver morgen, gruppen om fredagen.", done: "Fri ved 19 af 20 eftersyn.",
            learned: "Et bånd på gulvet sagde det bedre end et skilt."),
        InventedMatter(
            moving, .physical, "Cykelparkering uden at krydse varegården", why: "To næsten-sammenstød i september.",
            how: "Stativerne flyttes til nordsiden.", done: "80 stativer er flyttet.",
            learned: "De 20 længst væk står tomme. Det er prisen."),
    ]

    private static let lifting = [
        InventedMatter(
            bodies, .ergonomic, "Løftebord til prøvekasserne", why: "Kasserne vejer 18 kilo og løftes fra gulvet.",
            how: "Lån et bord fra værkstedet i to uger, køb hvis det virker.", done: "Bordet er købt.",
            learned: "Det skal stå der, hvor bilen holder, ellers bruges det ikke."),
        InventedMatter(
            bodies, .ergonomic, "Skærmpladser justeres af en fysioterapeut", why: "Mange har ondt i nakken.",
            how: "Ti minutter ved hver plads over to dage.", done: "64 pladser. Elleve fik en ny stol.",
            learned: "Efter tre måneder sad halvdelen som før. Vi gør det to gange om året."),
        InventedMatter(
            bodies, .accident, "Vogn til gasflasker", why: "De rulles på kanten ned ad rampen.",
            how: "Køb en vogn med rem, og vis hvordan den bruges.", done: "Vognen står ved rampen.",
            learned: "En vogn mere i den anden ende sparede en omvej, ingen gik."),
        InventedMatter(
            bodies, .ergonomic, "Hæve-sænke-borde i læsesalen", why: "Bibliotekarerne står bøjet i fire timer.",
            how: "To borde på prøve, så ser vi.", done: "Seks borde.", learned: "Bordene ved vinduet står altid nede."),
        InventedMatter(
            bodies, .ergonomic, "Pipettering højst to timer ad gangen", why: "Tre laboranter har smerter i tommelen.",
            how: "Opgaven deles, og der prøves en elektrisk pipette.", done: "Fire elektriske og en vagtplan.",
            learned: "Vagtplanen var det svære, pipetten det dyre. Begge dele skulle til."),
        InventedMatter(
            bodies, .ergonomic, "Stativer til bøger over skulderhøjde", why: "En taske fuld ned i hovedet i maj.",
            how: "De tunge ned, de sjældne op, og en trappestige på hver gang.", done: "Flyttet over en sommer.",
            learned: "Studenterne flyttede hurtigere, da de selv tegnede reolen."),
        InventedMatter(
            bodies, .ergonomic, "To mand om køleskabene", why: "En kollega fik hold i ryggen i marts.",
            how: "Aftale med driften: ring, så kommer de to.", done: "Aftalen er skrevet, nummeret hænger på døren.",
            learned: "De fleste løfter stadig selv, når det haster. Vi spørger igen."),
        InventedMatter(
            bodies, .ergonomic, "Mus og tastatur til hjemmearbejde", why: "Bærbar på køkkenbordet to dage om ugen.",
            how: "Alle kan få et sæt. Vejledning på én side.", done: "190 sæt er hentet.",
            learned: "Spørg om stolen også. Den var værre."),
    ]

    /// What is said on an action along the way.
    static let comments = [
        "Jeg har talt med driften. De kommer i næste uge.", "Prisen er kommet: 4.200 kroner. Skal vi?",
        "Vi prøvede det i går. Det tog ti minutter.", "Kan vi også få det på 2. sal?",
        "Jeg er på ferie i uge 42. Spørg min makker.", "Taget op på teammødet. Alle vil gerne.",
        "Det står stadig der. Jeg har taget et billede.", "Leverandøren er forsinket til den 1.",
        "Det virker allerede bedre.", "Hvem har nøglen til skabet?", "Lederen har sagt ja til pengene.",
        "Vi mangler at spørge aftenholdet.", "God idé. Vi gør det samme hos os.", "Målt i dag: tallet er halveret.",
        "Det er for dyrt. Kan vi låne en først?", "Husk de studerende, de bruger rummet mest.",
    ]
}
