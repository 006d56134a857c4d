import CPostgres
import Storage

/// One connection, which never leaves its thread. Statements are prepared once; what can travel together does.
final class PostgresConnection: Connection {
    let engine = Engine.postgres
    /// Connections that are opened together have server processes whose numbers follow each other.
    var slot: Int { Int(PQbackendPID(pointer)) % Self.slots }
    private let pointer: OpaquePointer
    private var prepared: [SQL.Key: String] = [:]
    /// The words that open the transaction, sent together with its first statement.
    private var opening: SQL?
    /// The word that ends the read before, sent together with the next transaction's first statement.
    private var finishing: SQL?
    /// Statements of which nobody awaits an answer, sent together with what follows them.
    private var soon: [SQL] = []

    /// Another transaction came in between, or the connection was lost before the commit was sent.
    private(set) var allowsAnotherTry = false
    /// Whether the commit came through, nobody knows.
    private(set) var isInDoubt = false
    private var isSpent = false
    /// How many of the commands that travelled together last were carried out.
    private var succeeded = 0

    private static let slots = 64
    private static let mostStatements = 500
    private static let mostPutOff = 64

    /// - Throws: `StorageProblem.unavailable`.
    init(_ conninfo: String) throws {
        let settings: [(String, String)] = [
            ("connect_timeout", "5"), ("tcp_user_timeout", "10000"), ("fallback_application_name", "forkant"),
            ("client_encoding", "UTF8"), ("dbname", conninfo),
        ]
        let opened = Self.withCStrings(settings.map(\.0)) { keys in
            Self.withCStrings(settings.map(\.1)) { values in PQconnectdbParams(keys, values, 1) }
        }
        guard let opened else { throw StorageProblem.unavailable("No memory for a connection") }
        pointer = opened
        guard PQstatus(pointer) == CONNECTION_OK else {
            throw StorageProblem.unavailable(String(cString: PQerrorMessage(pointer)))
        }
        PQsetNoticeProcessor(pointer, { _, _ in }, nil)
        try run(
            """
            SET statement_timeout = '60s';
            SET jit = off;
            SET random_page_cost = 1.1;
            SET idle_in_transaction_session_timeout = '120s';
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
            """)
    }

    deinit {
        PQfinish(pointer)
    }

    /// The connection must be replaced before the next transaction.
    var isUnusable: Bool { isSpent || isLost || prepared.count >= Self.mostStatements }

    private var isLost: Bool { PQstatus(pointer) != CONNECTION_OK }

    var socket: Int32 { PQsocket(pointer) }

    // MARK: Transactions

    func begin(_ opening: SQL) {
        self.opening = opening
        soon = []
        allowsAnotherTry = false
        isInDoubt = false
    }

    /// - Throws: what made the whole transaction void, also where the body went on in spite of it.
    func commit() throws {
        guard opening == nil || !soon.isEmpty else {
            opening = nil
            return
        }
        // Alone, so that the first words on a connection that was lost meanwhile are no commit: they can be said again.
        if opening != nil { _ = try perform([]) }
        guard !isLost else { throw failed(state: "", message: "The connection was lost") }
        do {
            let result = try perform(["COMMIT"])
            if result.last?.done == "ROLLBACK" {
                throw StorageProblem.broken("A failed statement was passed over in a write")
            }
        } catch {
            isInDoubt = isLost
            if isInDoubt {
                allowsAnotherTry = false
                throw StorageProblem.unavailable("The connection was lost while saving")
            }
            throw error
        }
    }

    /// Ends a transaction of which nothing is wanted any more.
    func rollBack() {
        soon = []
        guard opening == nil else {
            opening = nil
            return
        }
        finishing = nil
        guard !isLost, PQtransactionStatus(pointer) != PQTRANS_IDLE else { return }
        if (try? perform(["ROLLBACK"])) == nil { isSpent = true }
    }

    /// A read whose answers are all here is ended together with the next transaction's first statement.
    func putOffEnd() {
        guard opening == nil, !isLost, PQtransactionStatus(pointer) == PQTRANS_INTRANS else { return rollBack() }
        finishing = "ROLLBACK"
    }

    func endWhatWasPutOff() {
        if finishing != nil { rollBack() }
    }

    // MARK: Statements

    func query(_ sql: SQL, _ row: (Row) throws -> Void) throws {
        try perform(sql).forEachRow(row)
    }

    func execute(_ sql: SQL) throws -> Int {
        try perform(sql).changedRows
    }

    func execute(_ statements: [SQL]) throws -> [Int] {
        guard !statements.isEmpty else { return [] }
        return try perform(statements).map(\.changedRows)
    }

    func query(_ queries: [AskedQuery]) throws {
        guard !queries.isEmpty else { return }
        for (query, result) in zip(queries, try perform(queries.map(\.sql))) { try result.forEachRow(query.row) }
    }

    func executeSoon(_ statements: [SQL]) throws {
        soon += statements
        if soon.count >= Self.mostPutOff { _ = try perform([]) }
    }

    private func perform(_ sql: SQL) throws -> PostgresResult {
        guard let result = try perform([sql]).last else { throw failed(state: "", message: "No answer came") }
        return result
    }

    /// With what was put off before.
    /// - Returns: what each was answered.
    private func perform(_ statements: [SQL]) throws -> [PostgresResult] {
        let all = [finishing, opening].compactMap { $0 } + soon + statements
        (finishing, opening, soon) = (nil, nil, [])
        var commands: [Command] = []
        var new: [(key: SQL.Key, name: String, place: Int)] = []
        for sql in all {
            let key = sql.key
            var name = prepared[key] ?? new.first { $0.key == key }?.name
            if name == nil {
                let made = "s\(prepared.count + new.count)"
                commands.append(.preparation(made, sql.text(for: .postgres)))
                new.append((key, made, commands.count))
                name = made
            }
            commands.append(.statement(name ?? "", try Parameters(sql.values)))
        }
        defer {
            // What was prepared stays, also when a statement after it fails.
            for (key, name, place) in new where succeeded >= place { prepared[key] = name }
        }
        let results = try exchange(commands)
        let answers = zip(commands, results).compactMap { command, result in
            if case .statement = command { result } else { nil }
        }
        return answers.suffix(statements.count)
    }

    /// One of several things that are sent together.
    private enum Command {
        case preparation(_ name: String, _ text: String)
        case statement(_ name: String, Parameters)
    }

    /// Sends all at once and waits for all the answers: one way there and back.
    /// - Returns: what each was answered.
    private func exchange(_ commands: [Command]) throws -> [PostgresResult] {
        succeeded = 0
        guard !isLost, PQpipelineStatus(pointer) != PQ_PIPELINE_OFF || PQenterPipelineMode(pointer) == 1 else {
            throw failed(state: "", message: "The connection was lost")
        }
        for command in commands where !send(command) {
            isSpent = true
            throw failed(state: "", message: String(cString: PQerrorMessage(pointer)))
        }
        guard PQpipelineSync(pointer) == 1 else {
            isSpent = true
            throw failed(state: "", message: String(cString: PQerrorMessage(pointer)))
        }
        return try answers(to: commands.count)
    }

    private func send(_ command: Command) -> Bool {
        switch command {
        case .preparation(let name, let text): PQsendPrepare(pointer, name, text, 0, nil) == 1
        case .statement(let name, let parameters):
            parameters.withPointers { values in
                PQsendQueryPrepared(pointer, name, values.count, values.values, values.lengths, values.formats, 0) == 1
            }
        }
    }

    private func answers(to count: Int) throws -> [PostgresResult] {
        var results: [PostgresResult] = []
        results.reserveCapacity(count)
        var failure: PostgresResult?
        var isBetween = false
        while true {
            guard let next = PQgetResult(pointer) else {
                // The end of one command's answers; two ends in a row are the end of all.
                if isLost || isBetween { break }
                isBetween = true
                continue
            }
            isBetween = false
            let result = PostgresResult(next)
            if result.status == PGRES_PIPELINE_SYNC { break }
            if !result.isFailure { succeeded += 1 }
            if result.isFailure && failure == nil { failure = result }
            results.append(result)
        }
        if let failure { throw failed(state: failure.state, message: failure.message) }
        guard results.count == count, !isLost else { throw failed(state: "", message: "The connection was lost") }
        return results
    }

    private func failed(state: String, message: String) -> StorageProblem {
        switch state {
        case "40001", "40P01": allowsAnotherTry = true
        // A plan or a prepared statement from before a change of the schema.
        case "0A000", "26000":
            isSpent = true
            allowsAnotherTry = true
        default: break
        }
        if isLost || isSpent { allowsAnotherTry = true }
        return isLost ? .unavailable(message) : StorageProblem(state: state, message: message)
    }

    /// Text without values, of one statement or more; not together with anything.
    func run(_ text: String) throws {
        if finishing != nil || opening != nil || !soon.isEmpty { _ = try perform([]) }
        try leavePipeline()
        guard let pointer = PQexec(pointer, text) else {
            throw failed(state: "", message: String(cString: PQerrorMessage(pointer)))
        }
        let result = PostgresResult(pointer)
        if result.isFailure { throw failed(state: result.state, message: result.message) }
    }

    /// - Returns: the first column of the rows.
    func texts(_ query: String) throws -> [String] {
        try leavePipeline()
        guard let pointer = PQexec(pointer, query) else { throw failed(state: "", message: "The connection was lost") }
        let result = PostgresResult(pointer)
        if result.isFailure { throw failed(state: result.state, message: result.message) }
        var texts: [String] = []
        try result.forEachRow { texts.append(try $0[0]) }
        return texts
    }

    private func leavePipeline() throws {
        guard PQpipelineStatus(pointer) != PQ_PIPELINE_OFF else { return }
        guard PQexitPipelineMode(pointer) == 1 else {
            isSpent = true
            throw failed(state: "", message: String(cString: PQerrorMessage(pointer)))
        }
    }

    func takeRoom() throws {
        _ = try execute("SET LOCAL work_mem = '64MB'")
    }

    func fill(table: StaticString, columns: [StaticString], rows: some Sequence<[SQLValue]>) throws {
        let names = columns.map(\.description).joined(separator: ", ")
        try run("COPY \(table) (\(names)) FROM STDIN")
        var text = CopyText()
        do {
            for row in rows {
                try text.append(row)
                if text.isEnough { try send(&text) }
            }
            try send(&text)
        } catch {
            _ = PQputCopyEnd(pointer, "The program gave up")
            _ = try? copyAnswer()
            throw error
        }
        guard PQputCopyEnd(pointer, nil) == 1 else {
            throw failed(state: "", message: String(cString: PQerrorMessage(pointer)))
        }
        try copyAnswer()
    }

    private func send(_ text: inout CopyText) throws {
        let isSent = text.withCharacters { PQputCopyData(pointer, $0.baseAddress, Int32($0.count)) == 1 }
        guard isSent else { throw failed(state: "", message: String(cString: PQerrorMessage(pointer))) }
        text.removeAll()
    }

    private func copyAnswer() throws {
        var failure: PostgresResult?
        while let next = PQgetResult(pointer) {
            let result = PostgresResult(next)
            if result.isFailure { failure = result }
        }
        if let failure { throw failed(state: failure.state, message: failure.message) }
    }

    // MARK: Notifications

    /// Takes in what has arrived.
    /// - Returns: nothing where the connection is lost.
    func notifications() -> [String]? {
        guard PQconsumeInput(pointer) == 1, !isLost else { return nil }
        var payloads: [String] = []
        while let next = PQnotifies(pointer) {
            payloads.append(String(cString: next.pointee.extra))
            PQfreemem(next)
        }
        return payloads
    }

    private static func withCStrings<Value>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
    ) -> Value {
        let copies = texts.map { Array($0.utf8CString) }
        var bytes = copies.flatMap { $0 }
        return bytes.withUnsafeMutableBufferPointer { bytes in
            var offset = 0
            var pointers: [UnsafePointer<CChar>?] = []
            for copy in copies {
                pointers.append(bytes.baseAddress.map { UnsafePointer($0 + offset) })
                offset += copy.count
            }
            pointers.append(nil)
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}
