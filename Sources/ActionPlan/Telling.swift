import Kernel

/// The sentences by which people hear what happened to an action that they have a part in.
enum Telling {
    static func youAreResponsible(_ what: String) -> Words {
        Words(da: "Du er ansvarlig for »\(what)«.", en: "You are responsible for “\(what)”.")
    }

    static func youArePartner(_ what: String) -> Words {
        Words(da: "Du medvirker i »\(what)«.", en: "You take part in “\(what)”.")
    }

    static func newResponsible(_ what: String, _ name: String) -> Words {
        Words(da: "\(name) er nu ansvarlig for »\(what)«.", en: "\(name) is now responsible for “\(what)”.")
    }

    static func closed(_ what: String, _ effect: Effect) -> Words {
        switch effect {
        case .yes: Words(da: "»\(what)« er afsluttet. Det virkede.", en: "“\(what)” is closed. It worked.")
        case .partly:
            Words(da: "»\(what)« er afsluttet. Det virkede delvist.", en: "“\(what)” is closed. It worked in part.")
        case .no: Words(da: "»\(what)« er afsluttet. Det virkede ikke.", en: "“\(what)” is closed. It did not work.")
        }
    }

    static func reopened(_ what: String) -> Words {
        Words(da: "»\(what)« er åbnet igen.", en: "“\(what)” has been reopened.")
    }

    static func held(_ what: String, until day: Day, _ today: Day) -> Words {
        Words(
            da: "»\(what)« er på hold indtil \(day.short(in: .danish, today: today)), hvor der ses på den igen.",
            en: "“\(what)” is on hold until \(day.short(in: .english, today: today)), when it is looked at again.")
    }
}
