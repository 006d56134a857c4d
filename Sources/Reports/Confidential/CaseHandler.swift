import Kernel
import Storage

/// Somebody who handles one confidential report, or may step in where it lies.
struct CaseHandler: Sendable, Equatable {
    enum Duty: String, Sendable, Storable {
        case handler, deputy
    }

    let person: PersonID
    let duty: Duty
    /// A deputy neither reads it nor knows of it, until it lies or is handed on.
    let reads: Bool

    static func handler(_ person: PersonID) -> CaseHandler { CaseHandler(person: person, duty: .handler, reads: true) }
    static func deputy(_ person: PersonID) -> CaseHandler { CaseHandler(person: person, duty: .deputy, reads: false) }

    /// Whoever is among them already has the new duty from now on.
    func kept(of report: ID<Report>) -> SQL {
        """
        INSERT INTO report_handler (report_id, person_id, duty, reads) VALUES (\(report), \(person), \(duty), \(reads))
        ON CONFLICT (report_id, person_id) DO UPDATE SET duty = excluded.duty, reads = excluded.reads
        """
    }
}

/// That a confidential report went from one to another: shown to those who handle it.
struct CasePassing: Sendable, Equatable {
    enum Way: String, Sendable, Storable {
        case handedOn = "handed_on"
        /// A deputy stepped in by himself or herself.
        case stoodIn = "stood_in"
        /// Whoever handled it has left.
        case left
    }

    let day: Day
    let way: Way
    /// Nobody where it was read by office before.
    let giver: PersonID?
    let taker: PersonID
    /// Whoever handed it on goes on reading it.
    var stays = false
    var reason = ""

    func kept(of report: ID<Report>, as place: Int) -> SQL {
        """
        INSERT INTO report_passing (report_id, place, day, way, giver_id, taker_id, stays, reason)
        VALUES (\(report), \(place), \(day), \(way), \(giver), \(taker), \(stays), \(reason))
        """
    }
}
