import Documents
import Kernel
import Storage

/// The files from which an organisation is read in.
public enum ImportKind: String, Sendable, CaseIterable, Storable {
    case units, history, people, bodies, mandates, months

    /// Bodies, mandates, figures and what units were before are few, and staged as they are.
    var isStagedAsRows: Bool { self != .units && self != .people }

    /// In the order in which the files' makers are told of them.
    var columns: [ImportColumn] {
        switch self {
        case .units: [.code, .parent, .kind, .nameDanish, .nameEnglish, .legalEntity, .opens, .closes]
        case .history: [.unit, .ends, .nameDanish, .nameEnglish, .parent, .kind, .mergedInto, .reason]
        case .people: [.externalID, .name, .email, .phone, .language, .kind, .unit, .title, .starts, .ends]
        case .bodies: [.code, .kind, .nameDanish, .nameEnglish, .units, .parent, .opens, .closes]
        case .mandates:
            [
                .body, .unit, .person, .role, .origin, .starts, .ends, .hours, .represents, .representedUnit,
                .deputyOf,
            ]
        case .months: [.unit, .month, .headCount, .hours, .fewHours]
        }
    }

    func requires(_ column: ImportColumn) -> Bool {
        switch self {
        case .units: [.code, .parent, .nameDanish].contains(column)
        case .history: [.unit, .ends].contains(column)
        case .people: [.externalID, .name].contains(column)
        case .bodies: [.code, .kind, .nameDanish, .units].contains(column)
        case .mandates: [.person, .role].contains(column)
        case .months: [.unit, .month].contains(column)
        }
    }
}

/// A column of either file. What a file has no column for is left as it is.
enum ImportColumn: String, Sendable {
    case code, parent, kind, opens, closes
    case nameDanish = "name_da"
    case nameEnglish = "name_en"
    case legalEntity = "legal_entity"
    case externalID = "external_id"
    case name, email, phone, language, unit, title, starts, ends
    case units, body, person, role, origin, hours, represents
    case representedUnit = "represented_unit"
    case deputyOf = "deputy_of"
    case month
    case headCount = "head_count"
    case fewHours = "few_hours"
    case mergedInto = "merged_into"
    case reason

    /// The heading, as either language writes it in the file.
    var heading: Words { Words(da: danish, en: rawValue) }

    private var danish: String {
        switch self {
        case .code: "kode"
        case .parent: "overordnet"
        case .kind: "type"
        case .opens: "åbner"
        case .closes: "lukker"
        case .nameDanish, .name: "navn"
        case .nameEnglish: "engelsk_navn"
        case .legalEntity: "juridisk_enhed"
        case .externalID: "medarbejdernr"
        case .email: "e-mail"
        case .phone: "telefon"
        case .language: "sprog"
        case .unit: "enhed"
        case .title: "titel"
        case .starts: "fra"
        case .ends: "til"
        case .units: "enheder"
        case .body: "gruppe"
        case .person: "person"
        case .role: "rolle"
        case .origin: "hvordan"
        case .hours: "timer"
        case .represents: "repræsenterer"
        case .representedUnit: "repræsenterer_enhed"
        case .deputyOf: "suppleant_for"
        case .month: "måned"
        case .headCount: "antal"
        case .fewHours: "få_timer"
        case .mergedInto: "lagt_ind_i"
        case .reason: "hvorfor"
        }
    }

    /// How many characters there is room for.
    var limit: Int {
        switch self {
        case .code, .parent, .unit, .phone, .mergedInto: 40
        case .externalID: 100
        case .units, .reason: 2000
        default: 200
        }
    }

    /// What an empty cell means.
    enum Blank {
        case refused
        /// It takes away what stood there: the e-mail, the last day.
        case clears
        /// A new thing gets what is usual; an old one keeps what it has.
        case usual
    }

    var blank: Blank {
        switch self {
        case .code, .nameDanish, .externalID, .name, .units, .person, .role, .month: .refused
        case .parent, .closes, .email, .phone, .unit, .title, .ends, .body, .hours, .represents, .representedUnit,
            .deputyOf, .headCount, .fewHours, .mergedInto, .reason:
            .clears
        case .kind, .nameEnglish, .legalEntity, .opens, .language, .starts, .origin: .usual
        }
    }
}

extension ImportKind {
    /// What the preview says of a line beside its key and its name.
    var details: [ImportColumn] {
        switch self {
        case .mandates: [.body, .unit, .starts, .ends]
        case .history: [.nameDanish, .parent, .mergedInto]
        case .months: [.headCount, .hours]
        case .units, .people, .bodies: []
        }
    }

    /// What a line of history leaves empty was as it was afterwards.
    func blank(_ column: ImportColumn) -> ImportColumn.Blank {
        switch (self, column) {
        case (.history, .unit), (.history, .ends): .refused
        case (.history, _): .usual
        default: column.blank
        }
    }

    var csvColumns: [CSVColumn] { columns.map(csvColumn) }

    func csvColumn(_ column: ImportColumn) -> CSVColumn {
        requires(column) ? .required(column.heading) : .optional(column.heading)
    }
}
