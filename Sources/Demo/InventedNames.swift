import Kernel

/// Names that nobody in particular has.
enum InventedNames {
    static let first = [
        "Maja", "Jonas", "Sara", "Eva", "Ali", "Ida", "Karl", "Rikke", "Søren", "Åse", "Mikkel", "Fatima", "Lærke",
        "Oskar",
        "Freja", "Emil", "Nanna", "Viktor", "Sofie", "Malthe", "Yasmin", "Bjørn", "Kirsten", "Mads", "Inge", "Anton",
        "Liv",
        "Ravi", "Gry", "Tobias", "Mette", "Jens", "Helle", "Amir", "Solveig", "Lukas", "Birgitte", "Noah", "Agnes",
        "Pernille",
    ]
    static let last = [
        "Holm", "Riis", "Lund", "Nør", "Kaya", "Østergaard", "Åkjær", "Thy", "Brink", "Dahl", "Engholm", "Falk", "Gade",
        "Hvid", "Iversen", "Juhl", "Kjær", "Lind", "Mørk", "Nymand", "Overby", "Præst", "Quist", "Ravn", "Skov", "Toft",
        "Uldum", "Vang", "Winther", "Yde", "Ærø", "Bøgh", "Damgaard", "Elkjær", "Frost", "Graae", "Haugaard", "Krag",
    ]
    static let titles = [
        "lektor", "adjunkt", "professor", "laborant", "ph.d.-studerende", "administrativ medarbejder", "tekniker",
        "it-medarbejder",
        "bibliotekar", "studievejleder", "postdoc", "servicemedarbejder",
    ]

    static let faculties = [
        Words(da: "Naturvidenskab", en: "Science"), Words(da: "Humaniora", en: "Humanities"),
        Words(da: "Teknik", en: "Engineering"), Words(da: "Sundhed", en: "Health"),
        Words(da: "Samfund", en: "Social Sciences"), Words(da: "Fælles område", en: "Shared Services"),
    ]
    static let subjects = [
        Words(da: "Grøn Kemi", en: "Green Chemistry"), Words(da: "Historie", en: "History"),
        Words(da: "Byggeri", en: "Building"), Words(da: "Folkesundhed", en: "Public Health"),
        Words(da: "Økonomi", en: "Economics"), Words(da: "Campus", en: "Campus"), Words(da: "Fysik", en: "Physics"),
        Words(da: "Sprog", en: "Languages"), Words(da: "Energi", en: "Energy"), Words(da: "Biologi", en: "Biology"),
        Words(da: "Jura", en: "Law"), Words(da: "Bibliotek", en: "Library"), Words(da: "Datalogi", en: "Computing"),
        Words(da: "Filosofi", en: "Philosophy"), Words(da: "Vand og Miljø", en: "Water and Environment"),
        Words(da: "Odontologi", en: "Dentistry"), Words(da: "Statskundskab", en: "Politics"),
        Words(da: "IT", en: "IT"), Words(da: "Matematik", en: "Mathematics"), Words(da: "Kunst", en: "Art"),
        Words(da: "Produktion", en: "Manufacturing"), Words(da: "Sygepleje", en: "Nursing"),
        Words(da: "Psykologi", en: "Psychology"), Words(da: "Ledelse og HR", en: "Management and HR"),
        Words(da: "Geologi", en: "Geology"), Words(da: "Musik", en: "Music"), Words(da: "Transport", en: "Transport"),
        Words(da: "Farmaci", en: "Pharmacy"), Words(da: "Sociologi", en: "Sociology"),
        Words(da: "Kommunikation", en: "Communication"),
        Words(da: "Astronomi", en: "Astronomy"), Words(da: "Teologi", en: "Theology"),
        Words(da: "Fødevarer", en: "Food Science"),
    ]
    static let sections = [
        Words(da: "Laboratorier", en: "Laboratories"), Words(da: "Sekretariat", en: "Office"),
        Words(da: "Undervisning", en: "Teaching"), Words(da: "Værksted", en: "Workshop"),
        Words(da: "Forskning", en: "Research"),
        Words(da: "Drift", en: "Operations"),
    ]
}
