import Kernel
import Notices

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

    static func judged(_ what: String, _ lasted: Lasting) -> Words {
        switch lasted {
        case .yes: Words(da: "»\(what)«: det holdt.", en: "“\(what)”: it lasted.")
        case .partly: Words(da: "»\(what)«: det holdt delvist.", en: "“\(what)”: it lasted in part.")
        case .no: Words(da: "»\(what)«: det holdt ikke.", en: "“\(what)”: it did not last.")
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

/// The same in a mail, which never says what an action is about.
enum TellingByMail {
    static let youAreResponsible = MailWords(
        da: "Du er ansvarlig for en indsats.", en: "You are responsible for an action.")
    static let youArePartner = MailWords(da: "Du medvirker i en indsats.", en: "You take part in an action.")
    static let newResponsible = MailWords(
        da: "En indsats, du har del i, har fået en ny ansvarlig.",
        en: "Somebody else is now responsible for an action that you have a part in.")
    static let closed = MailWords(
        da: "En indsats, du har del i, er afsluttet.", en: "An action that you have a part in is closed.")
    static let judged = MailWords(
        da: "Der er set efter, om en indsats, du har del i, har holdt.",
        en: "Somebody has looked whether an action that you have a part in lasted.")
    static let reopened = MailWords(
        da: "En indsats, du har del i, er åbnet igen.", en: "An action that you have a part in has been reopened.")
    static let held = MailWords(
        da: "En indsats, du har del i, er sat på hold.", en: "An action that you have a part in is on hold.")
}
