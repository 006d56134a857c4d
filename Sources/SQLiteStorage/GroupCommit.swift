import Storage

/// One transaction for all writes that waited: a savepoint each where there are several, one sync of the disk for all.
struct GroupCommit {
    let connection: SQLiteConnection
    let announce: Announce

    /// Every write is answered when this returns. Nobody waits for what is tidied up after it.
    func commit(_ writes: [any WaitingWrite]) {
        defer {
            connection.giveRoomBack()
            connection.tidyLog()
        }
        var done: [any WaitingWrite] = []
        var refused: [(any WaitingWrite, any Error)] = []
        var raised = Raised()
        do {
            _ = try connection.execute("BEGIN IMMEDIATE")
            for write in writes {
                do {
                    raised.add(
                        try writes.count == 1
                            ? write.run(on: connection) : inSavepoint { try write.run(on: connection) })
                    done.append(write)
                } catch  where connection.isInTransaction && writes.count > 1 {
                    refused.append((write, error))
                } catch {
                    refused.append((write, error))
                    throw error
                }
            }
            _ = try connection.execute("COMMIT")
        } catch {
            if connection.isInTransaction { try? connection.run("ROLLBACK") }
            return answerLost(writes, refused, error)
        }
        for announcement in raised.announcements { announce(announcement) }
        for write in done { write.answer() }
        for (write, error) in refused { write.answer(error) }
    }

    /// A deferred constraint of one write shows itself only at the commit; the others must not suffer for it.
    private func answerLost(
        _ writes: [any WaitingWrite], _ refused: [(any WaitingWrite, any Error)], _ error: any Error
    ) {
        if case StorageProblem.refused = error, writes.count > 1 {
            for write in writes { commit([write]) }
            return
        }
        for write in writes {
            let own = refused.first { $0.0 === write }?.1
            write.answer(own ?? error)
        }
    }

    private func inSavepoint<Value>(_ body: () throws -> Value) throws -> Value {
        _ = try connection.execute("SAVEPOINT one")
        do {
            let value = try body()
            _ = try connection.execute("RELEASE one")
            return value
        } catch  where connection.isInTransaction {
            try connection.run("ROLLBACK TO one; RELEASE one")
            throw error
        }
    }
}
