import Jobs
import Kernel
import Mailing
import Storage
import Telemetry
import Web

/// What must be asked of the database: each by an index, and counted to a limit.
struct StoredFigures: Sendable {
    let jobs: [JobFigure]
    let mails: MailFigures

    init(_ jobs: [Job], _ reader: Reader) throws {
        self.jobs = try JobFigure.all(of: jobs, reader)
        mails = try MailFigures(reader)
    }
}

/// The server's figures. Whatever is added here: think first what it tells beside the others of a report without a name,
/// and of a ballot. A count of all that was written, less what is told of, would be the ballots.
struct MetricsPage: Sendable {
    let house: House
    /// Nothing where the database does not answer.
    let stored: StoredFigures?
    let started: Moment
    let release: String

    /// So that no single visitor moves the figure.
    private static let lineStep = 10

    var text: String {
        var told = Exposition()
        told.gauge(
            "forkant_build_info", "What runs here.",
            [.init(1, ("release", release), ("engine", house.database.engine.rawValue))])
        ProcessFigures.tell(&told, started: started)
        told.gauge("forkant_stopping", "1 when the server has been told to stop.", house.stopping.hasBegun ? 1 : 0)
        house.figures.requests.tell(&told)
        let pages = house.figures.keptPages
        told.counter(
            "forkant_kept_pages_total", "Pages answered as they were kept, and pages made to be kept.",
            [.init(Double(pages.kept), ("answer", "kept")), .init(Double(pages.made), ("answer", "made"))])
        told.gauge(
            "forkant_live_lines", "Open pages that hear of changes, in whole steps of ten.",
            house.toldLines.upToStep(of: Self.lineStep))
        told.gauge(
            "forkant_hears_others", "1 while this server is told what others change; at 0 it keeps no page.",
            house.hub.isDeaf ? 0 : 1)
        database(&told)
        return told.text
    }

    private func database(_ told: inout Exposition) {
        let load = house.database.load
        told.gauge("forkant_database_waiting", "Reads and writes that wait for their turn.", load.waiting)
        told.gauge("forkant_database_connections", "How many can be under way at the same time.", load.atOnce)
        told.gauge("forkant_database_answers", "1 where the database answered this reading.", stored == nil ? 0 : 1)
        guard let stored else { return }
        told.gauge(
            "forkant_job_failures", "Runs that have failed since the last that did not.",
            stored.jobs.map { .init(Double($0.failures), ("job", $0.name)) })
        told.gauge(
            "forkant_job_last_end_timestamp_seconds", "When the latest run ended, since 1970.",
            stored.jobs.compactMap { job in
                job.lastEnded.map { .init(Double($0.milliseconds) / 1000, ("job", job.name)) }
            })
        told.gauge(
            "forkant_job_pause_seconds", "Time from one run to the next.",
            stored.jobs.map { .init(Double($0.pause), ("job", $0.name)) })
        told.gauge("forkant_mails_waiting", "Mails that are not sent yet.", stored.mails.waiting)
        told.gauge("forkant_mails_given_up", "Mails that were given up.", stored.mails.givenUp)
    }
}
