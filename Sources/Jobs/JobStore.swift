import Kernel
import Storage

struct JobStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    func standings(of jobs: [Job]) throws -> [String: JobStanding] {
        let names = SQL.list(jobs.map(\.name).sorted())
        let all = try reader.rows(
            "SELECT name, next_at, failures, run_id, lease_ends FROM job WHERE name IN \(names)"
        ) { row in
            try JobStanding(name: row[0], next: row[1], failures: row[2], run: row[3], leaseEnds: row[4])
        }
        return Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The latest runs, of all jobs.
    func runs(most: Int) throws -> [JobRun] {
        try reader.rows("\(Self.query) WHERE id > '' ORDER BY id DESC LIMIT \(most)", Self.run)
    }

    /// The latest run of a job that has ended.
    func latest(of job: String) throws -> JobRun? {
        try reader.first(
            "\(Self.query) WHERE job = \(job) AND ended IS NOT NULL ORDER BY id DESC LIMIT 1", Self.run)
    }

    private static let query: SQL = "SELECT id, job, server, started, ended, outcome, count, fault FROM job_run"

    private static func run(_ row: Row) throws -> JobRun {
        try JobRun(
            id: row[0], job: row[1], server: row[2], started: row[3], ended: row[4], outcome: row[5], count: row[6],
            fault: row[7])
    }
}

/// What servers write of their runs. Nothing of it is in the journal: nobody has decided anything.
struct JobWork {
    let writer: Writer
    let moment: Moment

    /// Takes the job where it is due and free.
    /// - Returns: false where another server has it, or has done it.
    func take(_ job: Job, as run: ID<JobRun>, on server: String) throws -> Bool {
        let known = try JobStore(writer.reader).standings(of: [job])[job.name]
        if let known {
            guard JobRules.isFree(leaseEnds: known.leaseEnds, at: moment),
                JobRules.isDue(next: known.next, pause: job.pause, at: moment)
            else { return false }
            if let old = known.run {
                try writer.execute(
                    """
                    UPDATE job_run SET ended = \(moment), outcome = \(Outcome.abandoned) WHERE id = \(old)
                    AND ended IS NULL
                    """)
            }
        }
        let ends = moment.adding(seconds: JobRules.lease)
        try writer.execute(
            """
            INSERT INTO job (name, next_at, failures, run_id, lease_ends)
            VALUES (\(job.name), \(moment), 0, \(run), \(ends))
            ON CONFLICT (name) DO UPDATE SET run_id = \(run), lease_ends = \(ends)
            """)
        try writer.execute(
            """
            INSERT INTO job_run (id, job, server, started, count, fault)
            VALUES (\(run), \(job.name), \(server), \(moment), 0, '')
            """)
        return true
    }

    /// A sign of life.
    /// - Throws: `Stale` where another server has taken the job over.
    func goOn(_ job: Job, run: ID<JobRun>) throws {
        let update: SQL = """
            UPDATE job SET lease_ends = \(moment.adding(seconds: JobRules.lease))
            WHERE name = \(job.name) AND run_id = \(run)
            """
        try writer.execute(update.orStale)
    }

    /// - Throws: `Stale` where another server has taken the job over: then it says how the job stands.
    func end(_ job: Job, run: ID<JobRun>, _ outcome: Outcome, count: Int = 0, fault: String = "") throws {
        let before = try JobStore(writer.reader).standings(of: [job])[job.name]?.failures ?? 0
        let failures = outcome == .failed ? before + 1 : 0
        let next = JobRules.next(after: moment, pause: job.pause, failures: failures)
        let update: SQL = """
            UPDATE job SET next_at = \(next), failures = \(failures), run_id = NULL, lease_ends = NULL
            WHERE name = \(job.name) AND run_id = \(run)
            """
        try writer.execute(update.orStale)
        try writer.execute(
            """
            UPDATE job_run SET ended = \(moment), outcome = \(outcome), count = \(count), fault = \(fault)
            WHERE id = \(run)
            """)
    }

    /// The administrator wants it done now; where it is under way, it is done again afterwards.
    func hurry(_ job: Job) throws {
        try writer.execute("UPDATE job SET next_at = \(moment) WHERE name = \(job.name)")
    }

    /// - Returns: how many runs are forgotten.
    func forgetOldRuns() throws -> Int {
        let before = Moment(milliseconds: moment.milliseconds - JobRules.daysKept * 86_400_000)
        return try writer.execute("DELETE FROM job_run WHERE started < \(before) AND ended IS NOT NULL")
    }
}

public enum JobSchema {
    public static let migrations = [
        Migration(
            "create job",
            """
            CREATE TABLE job (
                name       TEXT NOT NULL PRIMARY KEY,
                next_at    TEXT NOT NULL,
                failures   \(.integer) NOT NULL CHECK (failures >= 0),
                run_id     TEXT,
                lease_ends TEXT,
                CHECK ((run_id IS NULL) = (lease_ends IS NULL))
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE job_run (
                id      TEXT NOT NULL PRIMARY KEY,
                job     TEXT NOT NULL,
                server  TEXT NOT NULL,
                started TEXT NOT NULL,
                ended   TEXT,
                outcome TEXT CHECK (outcome IN ('done', 'failed', 'abandoned')),
                count   \(.integer) NOT NULL,
                fault   TEXT NOT NULL
            ) \(.withoutOrder)
            """,
            "CREATE INDEX job_run_by_job ON job_run (job, id)",
            "CREATE INDEX job_run_by_start ON job_run (started)"
        )
    ]
}
